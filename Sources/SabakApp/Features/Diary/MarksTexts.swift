import SchoolRules
import Web

/// The words of the marks of a term, and of the last place of the menu.
enum MarksTexts {
    static let marks = Text(ky: "Баалар", ru: "Оценки", kk: "Бағалар", en: "Marks")
    static let finals = Text(
        ky: "Жыйынтыктоочу баалар", ru: "Итоговые отметки", kk: "Қорытынды бағалар", en: "Final marks")
    static let wholeCount = Text(
        ky: "Толук эсептөө жана «эгер…»", ru: "Весь расчёт и «что, если»", kk: "Толық есептеу және «егер…»",
        en: "The whole count and “what if”")
    static let terms = Text(ky: "Мезгилдер", ru: "Периоды", kk: "Кезеңдер", en: "Terms")
    static let year = Text(ky: "Окуу жылы", ru: "Учебный год", kk: "Оқу жылы", en: "School year")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let missed = Text(ky: "Калтырды", ru: "Пропущено", kk: "Қалдырды", en: "Missed")
    static let average = Text(ky: "Орточо балл", ru: "Средний балл", kk: "Орташа балл", en: "Average")
    static let noMarks = Text(
        ky: "Азырынча баа жок", ru: "Оценок пока нет", kk: "Әзірге баға жоқ", en: "No marks yet")
    static let nothing = Text(
        ky: "Бул мезгилде сабактар жок", ru: "В этом периоде предметов нет", kk: "Бұл кезеңде пәндер жоқ",
        en: "There are no subjects in this term")
    static let notCounted = Text(
        ky: "орточого кирбейт", ru: "не входит в средний балл", kk: "орташаға кірмейді", en: "not in the average")
    static let absences = Text(
        ky: "Катышуу", ru: "Посещаемость", kk: "Қатысу", en: "Attendance")
    static let noAbsences = Text(
        ky: "Калтырылган сабак жок", ru: "Пропусков нет", kk: "Қалдырылған сабақ жоқ", en: "No lessons missed")
    static let lateTimes = Plural(
        ky: "жолу", ru: ("раз", "раза", "раз"), kk: "рет", en: ("time", "times"))
    static let totalMissed = Text(
        ky: "Баары калтырылды", ru: "Всего пропущено", kk: "Барлығы қалдырылды", en: "Missed in all")
    static let more = Text(ky: "Дагы", ru: "Ещё", kk: "Тағы", en: "More")
    static let weekForPrint = Text(
        ky: "Күндөлүктүн жумасы, басып чыгаруу үчүн", ru: "Неделя дневника для печати",
        kk: "Күнделіктің аптасы, басып шығаруға", en: "Diary week for printing")
    static let pastYears = Text(
        ky: "Мурунку окуу жылдары", ru: "Прошлые учебные годы", kk: "Өткен оқу жылдары", en: "Past school years")

    /// How far the year's plan of a subject has come.
    static func programme(_ taken: Int, of topics: Int) -> Text {
        Text(
            ky: "өтүлгөн темалар: \(taken) / \(topics)", ru: "пройдено тем: \(taken) из \(topics)",
            kk: "өтілген тақырыптар: \(taken) / \(topics)", en: "topics taken: \(taken) of \(topics)")
    }

    /// "2026/27".
    static func schoolYear(_ year: Int) -> String {
        let next = (year + 1) % 100
        return "\(year)/\(next < 10 ? "0" : "")\(next)"
    }
}
