import Web

/// Words of imports and exports beside the problems.
enum ExchangeTexts {
    static let vacation = Text(ky: "Каникул", ru: "Каникулы", kk: "Каникул", en: "Break")

    /// What a member of staff does, by the word of an interchange file.
    static func position(_ word: String) -> Text {
        switch word {
        case "teacher": Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
        case "principal": Text(ky: "Директор", ru: "Директор", kk: "Директор", en: "Director")
        case "administrator", "districtAdministrator":
            Text(ky: "Администрация", ru: "Администрация", kk: "Әкімшілік", en: "Administration")
        case "siteAdministrator", "systemAdministrator":
            Text(
                ky: "Системалык администратор", ru: "Системный администратор", kk: "Жүйелік әкімші", en: "Administrator"
            )
        case "aide": Text(ky: "Мугалимдин жардамчысы", ru: "Помощник учителя", kk: "Мұғалім көмекшісі", en: "Aide")
        case "counselor": Text(ky: "Психолог", ru: "Психолог", kk: "Психолог", en: "Counsellor")
        case "proctor": Text(ky: "Көзөмөлчү", ru: "Наблюдатель", kk: "Бақылаушы", en: "Proctor")
        default: Text(same: "")
        }
    }

    // Columns of the list of a class.
    static let number = Text(same: "№")
    static let surname = Text(ky: "Фамилиясы", ru: "Фамилия", kk: "Тегі", en: "Surname")
    static let given = Text(ky: "Аты", ru: "Имя", kk: "Аты", en: "Given name")
    static let patronymic = Text(ky: "Атасынын аты", ru: "Отчество", kk: "Әкесінің аты", en: "Patronymic")
    static let birthDay = Text(ky: "Туулган күнү", ru: "Дата рождения", kk: "Туған күні", en: "Date of birth")
    static let sex = Text(ky: "Жынысы", ru: "Пол", kk: "Жынысы", en: "Sex")
    static let female = Text(ky: "кыз", ru: "ж", kk: "қыз", en: "f")
    static let male = Text(ky: "уул", ru: "м", kk: "ұл", en: "m")
    static let guardians = Text(
        ky: "Ата-энелери", ru: "Родители, законные представители", kk: "Ата-анасы, заңды өкілдері",
        en: "Parents, guardians")
    static let phones = Text(ky: "Телефондору", ru: "Телефоны", kk: "Телефондары", en: "Phones")
    static func printed(_ day: String) -> Text {
        Text(ky: "\(day) абалы боюнча", ru: "по состоянию на \(day)", kk: "\(day) жағдайы бойынша", en: "as of \(day)")
    }
}
