import SchoolRules

/// What a column of a list may hold, and the headers schools give it.
enum ListColumn: String, CaseIterable, Codable, Sendable {
    case ordinal, externalID, fullName, surname, given, patronymic, birthDay, sex, nationalID, schoolClass, phone,
        email,
        address, mother, motherPhone, father, fatherPhone, guardian, guardianPhone, login, position, subject, group,
        teacher, hours, weekday, lesson, room, week, shift, from, grade, letter, section, topic, kind, homework, note

    /// As they stand in lists of Kyrgyzstan, Kazakhstan and Russia, and in English.
    var headers: [String] { Self.words[self] ?? [] }

    private static let words: [ListColumn: [String]] = [
        .ordinal: ["№", "№ п/п", "№ р/с", "п/п", "номер", "no", "#", "номер урока", "сабактын номери"],
        .externalID: ["external id", "id", "код", "внешний код", "external_id", "sourcedId"],
        .fullName: [
            "ФИО", "Ф.И.О.", "Фамилия имя отчество", "Фамилия, имя", "Фамилия имя", "Аты-жөнү", "Аты жөнү",
            "Аты-жөні", "Толук аты", "Толық аты-жөні", "ФИО ученика", "ФИО учащегося", "ФИО сотрудника",
            "Окуучунун аты-жөнү", "Оқушының аты-жөні", "full name", "name", "student", "Ученик", "Окуучу", "Оқушы",
            "А.А.А.", "Т.А.Ә.", "ТАӘ",
        ],
        .surname: ["Фамилия", "Фамилиясы", "Тегі", "Surname", "Last name", "Family name", "Фамилиялары"],
        .given: ["Имя", "Аты", "Есімі", "Given name", "First name", "Ысымы"],
        .patronymic: ["Отчество", "Атасынын аты", "Әкесінің аты", "Patronymic", "Middle name", "Атасынын аты-жөнү"],
        .birthDay: [
            "Дата рождения", "Туулган күнү", "Туган күнү", "Туған күні", "Туулган датасы", "Birth date",
            "Date of birth", "Birthday", "Туулган жылы, айы, күнү", "Д.р.", "Дата рожд.",
        ],
        .sex: ["Пол", "Жынысы", "Sex", "Gender", "Жыныс"],
        .nationalID: ["ПИН", "ИНН", "ИИН", "ЖСН", "PIN", "National id", "СНИЛС", "ПИН код", "Персональный номер"],
        .schoolClass: ["Класс", "Классы", "Сынып", "Сыныбы", "Class", "Класс (группа)"],
        .phone: ["Телефон", "Тел.", "Телефону", "Телефоны", "Phone", "Mobile", "Телефон номери"],
        .email: ["E-mail", "Email", "Эл. почта", "Электрондук почта", "Почта", "Электронная почта", "Эл. пошта"],
        .address: ["Адрес", "Дарек", "Дареги", "Мекенжай", "Мекенжайы", "Address", "Домашний адрес"],
        .mother: ["Мать", "Мама", "Энеси", "Эне", "Апасы", "Анасы", "Ана", "Mother", "ФИО матери"],
        .motherPhone: ["Телефон матери", "Тел. матери", "Энесинин телефону", "Анасының телефоны", "Mother phone"],
        .father: ["Отец", "Папа", "Атасы", "Ата", "Әкесі", "Әке", "Father", "ФИО отца"],
        .fatherPhone: ["Телефон отца", "Тел. отца", "Атасынын телефону", "Әкесінің телефоны", "Father phone"],
        .guardian: [
            "Родитель", "Родители", "Законный представитель", "ФИО родителя", "Ата-эне", "Ата-энеси", "Ата-энелери",
            "Ата-анасы", "Ата-ана", "Parent", "Guardian", "Parents", "Опекун", "Камкорчу", "Қамқоршы",
        ],
        .guardianPhone: [
            "Телефон родителя", "Телефон родителей", "Тел. родителя", "Ата-эненин телефону", "Ата-ананың телефоны",
            "Ата-анасының телефоны", "Ата-энесинин телефону", "Parent phone", "Guardian phone",
        ],
        .login: ["Логин", "Login", "Учётная запись", "Пайдаланушы аты"],
        .position: ["Должность", "Кызматы", "Кызмат орду", "Лауазымы", "Қызметі", "Position", "Job"],
        .subject: ["Предмет", "Предмети", "Сабак", "Пән", "Пәні", "Subject", "Дисциплина", "Окуу предмети"],
        .group: ["Группа", "Подгруппа", "Топ", "Чакан топ", "Топша", "Кіші топ", "Group", "Subgroup", "Тобу"],
        .teacher: [
            "Учитель", "Преподаватель", "Мугалим", "Мугалими", "Мұғалім", "Мұғалімі", "Teacher", "ФИО учителя",
            "Мугалимдин аты-жөнү", "Педагог",
        ],
        .hours: [
            "Часы", "Часов", "Часов в неделю", "Кол-во часов", "Количество часов", "Саат", "Саат саны", "Сааттар",
            "Жумасына саат", "Апталық саат", "Сағат", "Сағат саны", "Hours", "Hours per week",
        ],
        .weekday: ["День", "День недели", "Күн", "Күнү", "Жума күнү", "Апта күні", "Күні", "Day", "Weekday"],
        .lesson: [
            "Урок", "№ урока", "Урок №", "Номер урока", "Сабак №", "№ сабак", "Сабактын №", "Сабақ нөмірі",
            "Lesson",
            "Lesson number", "Number", "Period", "Сабактын номери",
        ],
        .room: ["Кабинет", "Каб.", "Аудитория", "Кабинети", "Room", "Бөлмө", "Кабинет №"],
        .week: [
            "Неделя", "Неделя А/Б", "Чётность", "Жума", "Апта", "Апта А/Б", "Week", "Week A/B", "Жума А/Б", "Parity",
        ],
        .shift: ["Смена", "Нөөмөт", "Ауысым", "Shift", "Смены"],
        .from: [
            "Действует с", "С даты", "Дата начала", "Күчүнө кирет", "Қолданыла бастайды", "Valid from", "From",
            "Башталышы",
        ],
        .grade: ["Параллель", "Параллели", "Grade", "Год обучения"],
        .letter: [
            "Литера", "Литер", "Литера класса", "Буква", "Буква класса", "Класстын тамгасы", "Тамгасы", "Литері",
            "Сынып литері", "Сынып әрпі", "Әрпі", "Letter", "Section letter",
        ],
        .section: ["Раздел", "Бөлүм", "Бөлім", "Section", "Unit", "Глава", "Бөлүмү", "Бөлімі"],
        .topic: [
            "Тема", "Тема урока", "Темасы", "Сабактын темасы", "Тақырып", "Тақырыбы", "Сабақтың тақырыбы", "Topic",
            "Lesson topic", "Темы",
        ],
        .kind: [
            "Вид работы", "Вид контроля", "Форма контроля", "Иштин түрү", "Жұмыс түрі", "Бақылау түрі", "Kind",
            "Kind of work", "Көзөмөлдүн түрү", "Тип урока", "Вид",
        ],
        .homework: [
            "Домашнее задание", "Д/з", "ДЗ", "Үй тапшырма", "Үй тапшырмасы", "Үй жұмысы", "Homework",
            "Домашняя работа",
        ],
        .note: ["Примечание", "Примечания", "Эскертүү", "Ескерту", "Note", "Notes"]
            + RejectsBook.headers,
    ]

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
public enum ListKind: String, CaseIterable, Codable, Sendable {
    case students, staff, load, timetable, plan

    /// Columns of this list, those with the narrower meaning first.
    var columns: [ListColumn] {
        switch self {
        case .students:
            [
                .externalID, .fullName, .surname, .given, .patronymic, .birthDay, .sex, .nationalID, .schoolClass,
                .letter, .grade,
                .motherPhone, .fatherPhone, .guardianPhone, .mother, .father, .guardian, .phone, .email, .address,
                .from,
                .ordinal, .note,
            ]
        case .staff:
            [
                .externalID, .fullName, .surname, .given, .patronymic, .birthDay, .sex, .nationalID, .position,
                .subject,
                .phone, .email, .address, .ordinal, .note, .teacher,
            ]
        case .load:
            [.schoolClass, .group, .subject, .teacher, .hours, .ordinal, .note, .shift, .room, .letter, .grade]
        case .timetable:
            [
                .schoolClass, .weekday, .lesson, .subject, .group, .room, .week, .shift, .from, .teacher, .ordinal,
                .note, .letter, .grade,
            ]
        case .plan: [.subject, .grade, .schoolClass, .section, .topic, .hours, .kind, .homework, .note, .ordinal]
        }
    }

    /// Columns without which the list cannot be read; one of each group is enough.
    var needed: [[ListColumn]] {
        switch self {
        case .students: [[.fullName, .surname], [.schoolClass, .grade]]
        case .staff: [[.fullName, .surname, .teacher]]
        case .load: [[.schoolClass, .grade], [.subject], [.teacher], [.hours]]
        case .timetable: [[.schoolClass, .grade], [.weekday], [.lesson], [.subject]]
        case .plan: [[.topic]]
        }
    }
}
