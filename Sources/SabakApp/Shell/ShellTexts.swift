import SchoolRules
import Web

enum ShellTexts {
    static let sabak = Text(same: "Сабак")
    static let skip = Text(
        ky: "Негизги мазмунга өтүү", ru: "К главному содержанию", kk: "Негізгі мазмұнға өту", en: "Skip to content")
    static let places = Text(
        ky: "Негизги бөлүмдөр", ru: "Основные разделы", kk: "Негізгі бөлімдер", en: "Main sections")
    static let more = Text(ky: "Дагы", ru: "Ещё", kk: "Тағы", en: "More")
    static let language = Text(ky: "Тил", ru: "Язык", kk: "Тіл", en: "Language")
    static let account = Text(ky: "Өздүк кабинет", ru: "Личный кабинет", kk: "Жеке кабинет", en: "My account")
    static let signOut = Text(ky: "Чыгуу", ru: "Выйти", kk: "Шығу", en: "Sign out")
    static let toStart = Text(ky: "Башкы бетке", ru: "На главную", kk: "Басты бетке", en: "To the start page")
    static let requestNumber = Text(
        ky: "Суроо-талаптын номери", ru: "Номер запроса", kk: "Сұраудың нөмірі", en: "Request number")
    static let save = Text(ky: "Сактоо", ru: "Сохранить", kk: "Сақтау", en: "Save")
    static let cancel = Text(ky: "Жокко чыгаруу", ru: "Отмена", kk: "Болдырмау", en: "Cancel")
    static let print = Text(ky: "Басып чыгаруу", ru: "Печать", kk: "Басып шығару", en: "Print")
    static let saved = Text(ky: "Сакталды", ru: "Сохранено", kk: "Сақталды", en: "Saved")
    static let today = Text(ky: "Бүгүн", ru: "Сегодня", kk: "Бүгін", en: "Today")
    static let previous = Text(ky: "Мурунку", ru: "Назад", kk: "Алдыңғы", en: "Previous")
    static let following = Text(ky: "Кийинки", ru: "Вперёд", kk: "Келесі", en: "Next")

    static func role(_ role: Role) -> Text {
        switch role {
        case .director: Text(ky: "Директор", ru: "Директор", kk: "Директор", en: "Director")
        case .deputy:
            Text(
                ky: "Директордун орун басары", ru: "Заместитель директора", kk: "Директордың орынбасары",
                en: "Deputy director")
        case .administrator: Text(ky: "Администратор", ru: "Администратор", kk: "Әкімші", en: "Administrator")
        case .responsible:
            Text(
                ky: "Электрондук журнал үчүн жооптуу", ru: "Ответственный за журнал", kk: "Журналға жауапты",
                en: "Responsible for the journal")
        case .clerk: Text(ky: "Катчы", ru: "Делопроизводитель", kk: "Іс жүргізуші", en: "Clerk")
        case .classTeacher:
            Text(ky: "Класс жетекчи", ru: "Классный руководитель", kk: "Сынып жетекшісі", en: "Class teacher")
        case .subjectTeacher: Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
        case .substitute:
            Text(
                ky: "Алмаштыруучу мугалим", ru: "Замещающий учитель", kk: "Алмастырушы мұғалім",
                en: "Substitute teacher")
        case .student: Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
        case .parent: Text(ky: "Ата-эне", ru: "Родитель", kk: "Ата-ана", en: "Parent")
        case .operator: Text(ky: "Оператор", ru: "Оператор", kk: "Оператор", en: "Operator")
        case .anonymous: Text(ky: "Конок", ru: "Гость", kk: "Қонақ", en: "Guest")
        }
    }
}

extension Text {
    /// Names of the school's data in the words of the interface.
    init(_ names: Names) { self.init(ky: names.ky, ru: names.ru, kk: names.kk, en: names.en) }
}

extension Names {
    subscript(language: Language) -> String { Text(self)[language] }
}

extension ClassName {
    func display(_ language: Language) -> String { display(InterfaceLanguage(rawValue: language.rawValue) ?? .ru) }
}

extension Day {
    /// "20-ноябрь", "20 ноября".
    func words(_ language: Language) -> String { DateWords.dayAndMonth(month: month, day: day, in: language) }

    /// "2026-жылдын 20-ноябры".
    func longWords(_ language: Language) -> String {
        DateWords.long(year: year, month: month, day: day)[language]
    }

    /// "20.11.2026".
    var short: String { DateWords.short(year: year, month: month, day: day) }

    func weekdayWord(_ language: Language) -> String { DateWords.weekday(weekday)[language] }

    func shortWeekday(_ language: Language) -> String { DateWords.shortWeekday(weekday)[language] }
}
