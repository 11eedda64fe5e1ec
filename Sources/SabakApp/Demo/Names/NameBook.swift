import SchoolRules

enum Sex: String {
    case f, m
}

/// The names of a country that demo people get by chance.
struct NameBook: Sendable {
    let men: [String]
    let women: [String]
    /// In the male form.
    let surnames: [String]
    /// Pairs of given name and surname, in the male form of the surname, that belong to somebody well known.
    let wellKnown: Set<String>

    init(men: String, women: String, surnames: String, wellKnown: String) {
        self.men = Self.words(men)
        self.women = Self.words(women)
        self.surnames = Self.words(surnames)
        self.wellKnown = Set(
            wellKnown.split(separator: ",").map { pair in
                let words = Self.words(String(pair))
                return Self.pair(words[0], Self.maleForm(words[1]))
            })
    }

    static func of(_ country: Country) -> NameBook {
        switch country {
        case .KG: .kyrgyz
        case .KZ: .kazakh
        case .RU: .russian
        }
    }

    func isWellKnown(given: String, surname: String) -> Bool {
        wellKnown.contains(Self.pair(given, Self.maleForm(surname)))
    }

    private static func pair(_ given: String, _ surname: String) -> String { given + " " + surname }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func maleForm(_ surname: String) -> String {
        ["ова", "ева", "ёва", "ина"].contains { surname.hasSuffix($0) } ? String(surname.dropLast()) : surname
    }
}

/// How names are formed: endings of surnames, patronymics, уулу and кызы.
struct Naming {
    let country: Country

    func surname(_ stem: String, _ sex: Sex) -> String {
        let bends = ["ов", "ев", "ёв", "ин"].contains { stem.hasSuffix($0) }
        return sex == .f && bends ? stem + "а" : stem
    }

    func patronymic(of father: String, _ sex: Sex) -> String {
        country == .KZ ? kazakhPatronymic(of: father, sex) : russianPatronymic(of: father, sex)
    }

    /// `Бакыт уулу`, `Бакыт кызы`: after a name or instead of a surname.
    func kinship(with father: String, _ sex: Sex) -> String { father + (sex == .m ? " уулу" : " кызы") }

    private func kazakhPatronymic(of father: String, _ sex: Sex) -> String {
        father + (sex == .m ? "ұлы" : "қызы")
    }

    private func russianPatronymic(of father: String, _ sex: Sex) -> String {
        if let (son, daughter) = Self.ownPatronymics[father] { return sex == .m ? son : daughter }
        switch father.last {
        case "й": return bend(softened(father), sex)
        case "ь": return bend(String(father.dropLast()) + "е", sex)
        case let letter? where "аеёиоуыэюяөү".contains(letter): return bend(father + "е", sex)
        case _: return bend(father + "о", sex)
        }
    }

    /// Григорий gives Григорьевич, Сергей gives Сергеевич.
    private func softened(_ father: String) -> String {
        father.hasSuffix("ий") ? father.dropLast(2) + "ье" : father.dropLast() + "е"
    }

    private func bend(_ stem: String, _ sex: Sex) -> String { stem + (sex == .m ? "вич" : "вна") }

    private static let ownPatronymics = [
        "Илья": ("Ильич", "Ильинична"), "Никита": ("Никитич", "Никитична"), "Лев": ("Львович", "Львовна"),
        "Павел": ("Павлович", "Павловна"), "Дмитрий": ("Дмитриевич", "Дмитриевна"),
    ]
}
