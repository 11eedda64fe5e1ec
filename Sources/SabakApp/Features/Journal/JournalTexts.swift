import SchoolRules
import Web

enum JournalTexts {
    /// A work that is owed, with its day.
    static func due(_ day: Day) -> Text {
        Text(
            ky: "Карыз, мөөнөтү: \(day.words(.ky))", ru: "Долг, сдать до \(day.words(.ru))",
            kk: "Қарыз, мерзімі: \(day.words(.kk))", en: "Owed, due \(day.words(.en))")
    }

    static func checked(_ day: Day) -> Text {
        Text(
            ky: "текшерилген күнү \(day.words(.ky))", ru: "проверено \(day.words(.ru))",
            kk: "тексерілген күні \(day.words(.kk))", en: "checked on \(day.words(.en))")
    }

    static let works = Text(ky: "Иштер", ru: "Работы", kk: "Жұмыстар", en: "Works")
    static let setBySubstitute = Text(ky: "алмаштыруу", ru: "замещение", kk: "алмастыру", en: "substitution")
    static let debtWord = Text(ky: "карыз", ru: "долг", kk: "қарыз", en: "owed")
    static let journal = Text(ky: "Журнал", ru: "Журнал", kk: "Журнал", en: "Journal")
    static let otherPage = Text(ky: "Башка бет", ru: "Другая страница", kk: "Басқа бет", en: "Other page")
    static let openLesson = Text(
        ky: "Сабакты ачуу", ru: "Открыть урок", kk: "Сабақты ашу", en: "Open the lesson")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let count = Text(
        ky: "Орточонун эсеби", ru: "Расчёт среднего", kk: "Орташаның есебі", en: "Count of the average")
    static let unlock = Text(
        ky: "Кулпусун ачуу", ru: "Разблокировать", kk: "Құлпын ашу", en: "Unlock")
    static let finals = Text(ky: "Жыйынтык", ru: "Итоговые", kk: "Қорытынды", en: "Finals")
    static let average = Text(ky: "Орточо", ru: "Средний", kk: "Орташа", en: "Average")
    static let weighted = Text(ky: "салмак менен", ru: "с весом", kk: "салмақпен", en: "weighted")
    static let percent = Text(ky: "Пайыз", ru: "Процент", kk: "Пайыз", en: "Per cent")
    static let soFar = Text(ky: "азырынча", ru: "пока", kk: "әзірге", en: "so far")
    static let covered = Text(
        ky: "Окулган материал", ru: "Пройденный материал", kk: "Өтілген материал", en: "Material covered")
    static let date = Text(ky: "Күнү", ru: "Дата", kk: "Күні", en: "Date")
    static let topic = Text(ky: "Тема", ru: "Тема", kk: "Тақырып", en: "Topic")
    static let homework = Text(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
    static let signature = Text(ky: "Кол тамга", ru: "Подпись", kk: "Қолы", en: "Signature")
    static let noHomework = Text(
        ky: "үй тапшырмасы жок", ru: "без домашнего задания", kk: "үй тапсырмасы жоқ", en: "no homework")
    static let teacher = Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
    static let teachers = Text(ky: "Мугалимдер", ru: "Учителя", kk: "Мұғалімдер", en: "Teachers")
    static let deputy = Text(
        ky: "Окуу бөлүмүнүн башчысы", ru: "Заместитель директора", kk: "Директордың орынбасары",
        en: "Deputy director")
    static let substituted = Text(ky: "алм.", ru: "зам.", kk: "алм.", en: "subst.")
    static let notRecorded = Text(ky: "! жок", ru: "! нет", kk: "! жоқ", en: "! none")
    static let cancelled = Text(
        ky: "жокко чыгарылган", ru: "урок отменён", kk: "сабақ болмайды", en: "lesson cancelled")
    static let closed = Text(ky: "мезгил жабык", ru: "период закрыт", kk: "кезең жабық", en: "term closed")
    static let noLessons = Text(
        ky: "Бул мезгилде сабак жок. Сабактар жүгүртмөдөн келет.",
        ru: "В этом периоде уроков нет. Уроки приходят из расписания.",
        kk: "Бұл кезеңде сабақ жоқ. Сабақтар кестеден келеді.",
        en: "There are no lessons in this term. Lessons come from the timetable.")
    static let noStudents = Text(
        ky: "Топто окуучу жок.", ru: "В группе нет учеников.", kk: "Топта оқушы жоқ.",
        en: "There are no students in the group.")
    static let unknownTerm = Refusal.invalid(
        "unknown_term",
        Text(
            ky: "Мындай мезгил жок", ru: "Такого периода нет", kk: "Мұндай кезең жоқ", en: "There is no such term"),
        at: "term")

    static let students = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
    static let lessons = Plural(
        ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))

    static func held(_ count: Int) -> Text {
        Text(ky: "өткөрүлдү: \(count)", ru: "проведено: \(count)", kk: "өткізілді: \(count)", en: "\(count) held")
    }

    static func termWord(_ kind: TermKind) -> Text {
        switch kind {
        case .quarter: Text(ky: "Чейрек", ru: "Четверть", kk: "Тоқсан", en: "Quarter")
        case .halfYear: Text(ky: "Жарым жылдык", ru: "Полугодие", kk: "Жартыжылдық", en: "Half-year")
        case .trimester: Text(ky: "Триместр", ru: "Триместр", kk: "Триместр", en: "Trimester")
        case .module: Text(ky: "Модуль", ru: "Модуль", kk: "Модуль", en: "Module")
        }
    }

    static func schoolYear(_ year: Int) -> Text {
        let span = "\(year)/\((year + 1) % 100)"
        return Text(
            ky: "\(span)-окуу жылы", ru: "\(span) учебный год", kk: "\(span) оқу жылы", en: "school year \(span)")
    }

    static func caption(_ title: String) -> Text {
        Text(
            ky: "Баалар жана катышуу: \(title)", ru: "Оценки и посещаемость: \(title)",
            kk: "Бағалар мен қатысу: \(title)", en: "Marks and attendance: \(title)")
    }

    /// "20-ноябрда кетти → 7-Б".
    static func left(_ day: Day, to destination: String, _ language: Language) -> String {
        let date = day.words(language)
        let words = Text(
            ky: "кетти: \(date)", ru: "Выбыл(а) \(date)", kk: "кетті: \(date)", en: "left on \(date)")[language]
        return destination.isEmpty ? words : "\(words) → \(destination)"
    }

    static func moved(from date: String) -> Text {
        Text(
            ky: "\(date) күнүнөн жылдырылган", ru: "перенесён с \(date)", kk: "\(date) күнінен ауыстырылған",
            en: "moved from \(date)")
    }

    static func number(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }

    static func seal(_ sign: String) -> Text {
        Text(
            ky: "журналдын белгиси \(sign)", ru: "отпечаток журнала \(sign)", kk: "журнал белгісі \(sign)",
            en: "seal of the journal \(sign)")
    }

    /// A code in one short word, for the legend under the grid.
    static func word(of code: AbsenceCode, in language: Language) -> String {
        switch code.category {
        case .unknown: Text(ky: "жок", ru: "нет", kk: "жоқ", en: "absent")[language]
        case .ill: Text(ky: "оору", ru: "болен", kk: "ауру", en: "ill")[language]
        case .excused: Text(ky: "жүйөлүү", ru: "уваж.", kk: "дәлелді", en: "excused")[language]
        case .unexcused: Text(ky: "себепсиз", ru: "без причины", kk: "себепсіз", en: "no reason")[language]
        case .late: Text(ky: "кечикти", ru: "опоздал", kk: "кешікті", en: "late")[language]
        case .present: code.names[language].lowercased()
        }
    }
}
