import SchoolRules
import Web

extension ListColumn {
    /// The headers to be told to a person whose list lacks the column: first as the page calls it.
    func sought(_ language: Language) -> [String] {
        let own = words[language]
        return (headers.contains(own) ? [own] : []) + headers.prefix(4).filter { $0 != own }
    }

    /// What the column holds, for people.
    var words: Text {
        switch self {
        case .ordinal: Text(same: "№")
        case .externalID: Text(ky: "Тышкы код", ru: "Внешний код", kk: "Сыртқы код", en: "External id")
        case .fullName: Text(ky: "Аты-жөнү", ru: "ФИО", kk: "Аты-жөні", en: "Full name")
        case .surname: ExchangeTexts.surname
        case .given: ExchangeTexts.given
        case .patronymic: ExchangeTexts.patronymic
        case .birthDay: ExchangeTexts.birthDay
        case .sex: ExchangeTexts.sex
        case .nationalID: Text(ky: "ПИН", ru: "ПИН, ИИН", kk: "ЖСН", en: "PIN")
        case .schoolClass: Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
        case .phone: Text(ky: "Телефону", ru: "Телефон", kk: "Телефоны", en: "Phone")
        case .email: Text(ky: "Электрондук почта", ru: "Эл. почта", kk: "Эл. пошта", en: "E-mail")
        case .address: Text(ky: "Дареги", ru: "Адрес", kk: "Мекенжайы", en: "Address")
        case .mother: Text(ky: "Энеси", ru: "Мать", kk: "Анасы", en: "Mother")
        case .motherPhone:
            Text(ky: "Энесинин телефону", ru: "Телефон матери", kk: "Анасының телефоны", en: "Mother's phone")
        case .father: Text(ky: "Атасы", ru: "Отец", kk: "Әкесі", en: "Father")
        case .fatherPhone:
            Text(ky: "Атасынын телефону", ru: "Телефон отца", kk: "Әкесінің телефоны", en: "Father's phone")
        case .guardian:
            Text(
                ky: "Ата-энеси, камкорчусу", ru: "Родитель, опекун", kk: "Ата-анасы, қамқоршысы", en: "Parent, guardian"
            )
        case .guardianPhone:
            Text(ky: "Ата-энесинин телефону", ru: "Телефон родителя", kk: "Ата-анасының телефоны", en: "Parent's phone")
        case .login: Text(ky: "Логин", ru: "Логин", kk: "Логин", en: "Sign-in name")
        case .position: Text(ky: "Кызматы", ru: "Должность", kk: "Лауазымы", en: "Position")
        default: lessonWords
        }
    }

    /// A value that was understood, as people write it.
    func shown(_ value: String, _ language: Language) -> String {
        switch self {
        case .birthDay, .from: Day(value)?.short ?? value
        case .sex: ["f": ExchangeTexts.female, "m": ExchangeTexts.male][value]?[language] ?? value
        case .weekday:
            Int(value).flatMap { (1...7).contains($0) ? DateWords.weekday($0)[language] : nil } ?? value
        case .hours: language == .en ? value : value.replacing(".", with: ",")
        case .week: SlotParity(rawValue: value).map { Self.week($0)[language] } ?? value
        default: value
        }
    }

    private static func week(_ parity: SlotParity) -> Text {
        switch parity {
        case .every: Text(ky: "ар жума", ru: "каждая", kk: "әр апта", en: "every")
        case .odd: Text(ky: "А (так)", ru: "А (нечётная)", kk: "А (тақ)", en: "A (odd)")
        case .even: Text(ky: "Б (жуп)", ru: "Б (чётная)", kk: "Б (жұп)", en: "B (even)")
        }
    }

    private var lessonWords: Text {
        switch self {
        case .subject: Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
        case .group: Text(ky: "Топ", ru: "Группа", kk: "Топ", en: "Group")
        case .teacher: Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
        case .hours: Text(ky: "Жумасына саат", ru: "Часов в неделю", kk: "Аптасына сағат", en: "Hours a week")
        case .weekday: Text(ky: "Жуманын күнү", ru: "День недели", kk: "Апта күні", en: "Weekday")
        case .lesson: Text(ky: "Сабактын номери", ru: "Номер урока", kk: "Сабақ нөмірі", en: "Lesson number")
        case .room: Text(ky: "Кабинет", ru: "Кабинет", kk: "Кабинет", en: "Room")
        case .week: Text(ky: "Жума А/Б", ru: "Неделя А/Б", kk: "Апта А/Б", en: "Week A/B")
        case .shift: Text(ky: "Нөөмөт", ru: "Смена", kk: "Ауысым", en: "Shift")
        case .from: Text(ky: "Күчүнө кирет", ru: "Действует с", kk: "Басталуы", en: "Valid from")
        case .grade: Text(ky: "Параллель", ru: "Параллель", kk: "Параллель", en: "Grade")
        case .letter: Text(ky: "Класстын тамгасы", ru: "Литера класса", kk: "Сынып әрпі", en: "Letter of the class")
        case .section: Text(ky: "Бөлүм", ru: "Раздел", kk: "Бөлім", en: "Section")
        case .topic: Text(ky: "Тема", ru: "Тема", kk: "Тақырып", en: "Topic")
        case .kind: Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
        case .homework: Text(ky: "Үй тапшырма", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
        default: Text(ky: "Эскертүү", ru: "Примечание", kk: "Ескерту", en: "Note")
        }
    }
}
