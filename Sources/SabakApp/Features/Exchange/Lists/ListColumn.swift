import SchoolRules

/// What a column of a list may hold, and the headers schools give it.
enum ListColumn: String, CaseIterable, Sendable {
    case ordinal, externalID, fullName, surname, given, patronymic, birthDay, sex, nationalID, schoolClass, phone, email,
        address, mother, motherPhone, father, fatherPhone, guardian, guardianPhone, login, position, subject, group,
        teacher, hours, weekday, lesson, room, week, shift, from, grade, section, topic, kind, homework, note

    /// As they stand in lists of Kyrgyzstan, Kazakhstan and Russia, and in English.
    var headers: [String] {
        switch self {
        case .ordinal: ["№", "№ п/п", "№ р/с", "п/п", "номер", "no", "#", "номер урока", "сабактын номери"]
        case .externalID: ["external id", "id", "код", "внешний код", "external_id", "sourcedId"]
        case .fullName:
            [
                "ФИО", "Ф.И.О.", "Фамилия имя отчество", "Фамилия, имя", "Фамилия имя", "Аты-жөнү", "Аты жөнү",
                "Аты-жөні", "Толук аты", "Толық аты-жөні", "ФИО ученика", "ФИО учащегося", "ФИО сотрудника",
                "Окуучунун аты-жөнү", "Оқушының аты-жөні", "full name", "name", "student", "Ученик", "Окуучу", "Оқушы",
                "А.А.А.", "Т.А.Ә.", "ТАӘ",
            ]
        case .surname: ["Фамилия", "Фамилиясы", "Тегі", "Surname", "Last name", "Family name", "Фамилиялары"]
        case .given: ["Имя", "Аты", "Есімі", "Given name", "First name", "Ысымы"]
        case .patronymic:
            ["Отчество", "Атасынын аты", "Әкесінің аты", "Patronymic", "Middle name", "Атасынын аты-жөнү"]
        case .birthDay:
            [
                "Дата рождения", "Туулган күнү", "Туган күнү", "Туған күні", "Туулган датасы", "Birth date",
                "Date of birth", "Birthday", "Туулган жылы, айы, күнү", "Д.р.", "Дата рожд.",
            ]
        case .sex: ["Пол", "Жынысы", "Sex", "Gender", "Жыныс"]
        case .nationalID:
            ["ПИН", "ИНН", "ИИН", "ЖСН", "PIN", "National id", "СНИЛС", "ПИН код", "Персональный номер"]
        case .schoolClass: ["Класс", "Классы", "Сынып", "Сыныбы", "Class", "Класс (группа)"]
        case .phone: ["Телефон", "Тел.", "Телефону", "Телефоны", "Phone", "Mobile", "Телефон номери"]
        case .email: ["E-mail", "Email", "Эл. почта", "Электрондук почта", "Почта", "Электронная почта", "Эл. пошта"]
        case .address: ["Адрес", "Дарек", "Дареги", "Мекенжай", "Мекенжайы", "Address", "Домашний адрес"]
        case .mother: ["Мать", "Мама", "Энеси", "Эне", "Апасы", "Анасы", "Ана", "Mother", "ФИО матери"]
        case .motherPhone: ["Телефон матери", "Тел. матери", "Энесинин телефону", "Анасының телефоны", "Mother phone"]
        case .father: ["Отец", "Папа", "Атасы", "Ата", "Әкесі", "Әке", "Father", "ФИО отца"]
        case .fatherPhone: ["Телефон отца", "Тел. отца", "Атасынын телефону", "Әкесінің телефоны", "Father phone"]
        case .guardian:
            [
                "Родитель", "Родители", "Законный представитель", "ФИО родителя", "Ата-эне", "Ата-энеси", "Ата-энелери",
                "Ата-анасы", "Ата-ана", "Parent", "Guardian", "Parents", "Опекун", "Камкорчу", "Қамқоршы",
            ]
        case .guardianPhone:
            [
                "Телефон родителя", "Телефон родителей", "Тел. родителя", "Ата-эненин телефону", "Ата-ананың телефоны",
                "Ата-анасының телефоны", "Ата-энесинин телефону", "Parent phone", "Guardian phone",
            ]
        case .login: ["Логин", "Login", "Учётная запись", "Пайдаланушы аты"]
        case .position: ["Должность", "Кызматы", "Кызмат орду", "Лауазымы", "Қызметі", "Position", "Job"]
        case .subject: ["Предмет", "Предмети", "Сабак", "Пән", "Пәні", "Subject", "Дисциплина", "Окуу предмети"]
        case .group: ["Группа", "Подгруппа", "Топ", "Чакан топ", "Топша", "Кіші топ", "Group", "Subgroup", "Тобу"]
        case .teacher:
            [
                "Учитель", "Преподаватель", "Мугалим", "Мугалими", "Мұғалім", "Мұғалімі", "Teacher", "ФИО учителя",
                "Мугалимдин аты-жөнү", "Педагог",
            ]
        case .hours:
            [
                "Часы", "Часов", "Часов в неделю", "Кол-во часов", "Количество часов", "Саат", "Саат саны", "Сааттар",
                "Жумасына саат", "Апталық саат", "Сағат", "Сағат саны", "Hours", "Hours per week",
            ]
        case .weekday: ["День", "День недели", "Күн", "Күнү", "Жума күнү", "Апта күні", "Күні", "Day", "Weekday"]
        case .lesson:
            [
                "Урок", "№ урока", "Урок №", "Номер урока", "Сабак №", "№ сабак", "Сабактын №", "Сабақ нөмірі", "Lesson",
                "Lesson number", "Number", "Period", "Сабактын номери",
            ]
        case .room: ["Кабинет", "Каб.", "Аудитория", "Кабинети", "Room", "Бөлмө", "Кабинет №"]
        case .week:
            ["Неделя", "Неделя А/Б", "Чётность", "Жума", "Апта", "Апта А/Б", "Week", "Week A/B", "Жума А/Б", "Parity"]
        case .shift: ["Смена", "Нөөмөт", "Ауысым", "Shift", "Смены"]
        case .from:
            ["Действует с", "С даты", "Дата начала", "Күчүнө кирет", "Қолданыла бастайды", "Valid from", "From", "Башталышы"]
        case .grade: ["Параллель", "Параллели", "Grade", "Год обучения"]
        case .section: ["Раздел", "Бөлүм", "Бөлім", "Section", "Unit", "Глава", "Бөлүмү", "Бөлімі"]
        case .topic:
            [
                "Тема", "Тема урока", "Темасы", "Сабактын темасы", "Тақырып", "Тақырыбы", "Сабақтың тақырыбы", "Topic",
                "Lesson topic", "Темы",
            ]
        case .kind:
            [
                "Вид работы", "Вид контроля", "Форма контроля", "Иштин түрү", "Жұмыс түрі", "Бақылау түрі", "Kind",
                "Kind of work", "Көзөмөлдүн түрү", "Тип урока", "Вид",
            ]
        case .homework:
            ["Домашнее задание", "Д/з", "ДЗ", "Үй тапшырма", "Үй тапшырмасы", "Үй жұмысы", "Homework", "Домашняя работа"]
        case .note: ["Примечание", "Примечания", "Эскертүү", "Ескерту", "Note", "Notes"]
        }
    }

    /// The column that a header means in a list of a kind; one word may mean different things in different lists.
    static func named(_ header: String, in kind: ListKind) -> ListColumn? {
        let key = folded(header)
        guard !key.isEmpty else { return nil }
        return kind.columns.first { $0.keys.contains(key) }
    }

    private var keys: Set<String> { Self.allKeys[self] ?? [] }

    private static let allKeys: [ListColumn: Set<String>] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Set($0.headers.map(folded))) })

    /// Without case, spaces, dots and other signs; look-alike letters are one. The sign № counts as a word.
    private static func folded(_ header: String) -> String {
        searchFold(String(header.flatMap { $0 == "№" || $0 == "#" ? Array(" ном ") : [$0] })).filter { $0 != " " }
    }
}

/// The lists that can be brought.
public enum ListKind: String, CaseIterable, Sendable {
    case students, staff, load, timetable, plan

    /// Columns of this list, those with the narrower meaning first.
    var columns: [ListColumn] {
        switch self {
        case .students:
            [
                .externalID, .fullName, .surname, .given, .patronymic, .birthDay, .sex, .nationalID, .schoolClass,
                .motherPhone, .fatherPhone, .guardianPhone, .mother, .father, .guardian, .phone, .email, .address, .from,
                .ordinal, .note,
            ]
        case .staff:
            [
                .externalID, .fullName, .surname, .given, .patronymic, .birthDay, .sex, .nationalID, .position, .subject,
                .phone, .email, .address, .ordinal, .note, .teacher,
            ]
        case .load: [.schoolClass, .group, .subject, .teacher, .hours, .ordinal, .note, .shift, .room]
        case .timetable:
            [.schoolClass, .weekday, .lesson, .subject, .group, .room, .week, .shift, .from, .teacher, .ordinal, .note]
        case .plan: [.subject, .grade, .schoolClass, .section, .topic, .hours, .kind, .homework, .note, .ordinal]
        }
    }

    /// Columns without which the list cannot be read; one of each group is enough.
    var needed: [[ListColumn]] {
        switch self {
        case .students: [[.fullName, .surname], [.schoolClass]]
        case .staff: [[.fullName, .surname, .teacher]]
        case .load: [[.schoolClass], [.subject], [.teacher], [.hours]]
        case .timetable: [[.schoolClass], [.weekday], [.lesson], [.subject]]
        case .plan: [[.topic]]
        }
    }
}
