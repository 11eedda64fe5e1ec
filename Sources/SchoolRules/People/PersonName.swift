/// A person's name in the order of lists: surname, given name, patronymic.
///
/// The surname may be a father's name with уулу or кызы (Бакыт уулу Тилек), so that kinship is never read from it.
/// The patronymic may be empty.
public struct PersonName: Hashable, Codable, Sendable {
    public let surname: String
    public let given: String
    public let patronymic: String

    /// Composes letters, trims spaces and writes уулу, кызы, ұлы, қызы small; other case is left as given.
    public init(surname: String, given: String, patronymic: String = "") {
        self.surname = tidy(surname)
        self.given = tidy(given)
        self.patronymic = tidy(patronymic)
    }

    /// A name as this type has written it before, taken as it stands.
    public init(stored surname: String, given: String, patronymic: String = "") {
        self.surname = surname
        self.given = given
        self.patronymic = patronymic
    }

    /// Reads `Осмонова Гүлнара Токтогуловна`, `Бакыт уулу Тилек`, `Асанов Тилек Бакыт уулу`.
    /// Refuses a text without both surname and given name.
    public init?(_ full: String) {
        let words = full.split(whereSeparator: \.isWhitespace).map(String.init)
        let isKinship = words.count > 1 && kinshipWords.contains(words[1].lowercased())
        let surnameLength = isKinship ? 2 : 1
        guard words.count > surnameLength else { return nil }
        self.init(
            surname: words[..<surnameLength].joined(separator: " "), given: words[surnameLength],
            patronymic: words[(surnameLength + 1)...].joined(separator: " "))
    }

    /// `Осмонова Гүлнара Токтогуловна`.
    public var full: String { joined([surname, given, patronymic]) }

    /// `Осмонова Гүлнара`.
    public var list: String { joined([surname, given]) }

    /// `Осмонова Г. Т.`, `Бакыт уулу Т.`
    public var short: String {
        let letters = [given, patronymic].compactMap(\.first).map { "\($0.uppercased())." }
        return joined([surname] + letters)
    }

    /// Two letters for a small picture, given name first: `ГО`.
    public var initials: String {
        [given, surname].compactMap(\.first).map { $0.uppercased() }.joined()
    }

    /// The key of the whole name; a shorter surname comes before every longer one it begins.
    public func sortKey(_ alphabet: Alphabet) -> String {
        [surname, given, patronymic].map(alphabet.key).joined(separator: " ")
    }

    /// The whole name folded for search.
    public var searchText: String { searchFold(full) }
}

private let kinshipWords: Set<String> = ["уулу", "кызы", "ұлы", "қызы"]

private func tidy(_ text: String) -> String {
    let words = composed(text).split(whereSeparator: \.isWhitespace).map(String.init)
    return words.enumerated().map { index, word in
        index > 0 && kinshipWords.contains(word.lowercased()) ? word.lowercased() : word
    }.joined(separator: " ")
}

private func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " ")
}
