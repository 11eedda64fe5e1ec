/// A language a person reads.
public enum Language: String, CaseIterable, Sendable, Codable {
    case ky, ru, kk, en

    /// The language's own name.
    public var ownName: String {
        switch self {
        case .ky: "Кыргызча"
        case .ru: "Русский"
        case .kk: "Қазақша"
        case .en: "English"
        }
    }
}

/// The same words in all four languages. A text that misses one does not compile.
public struct Text: Sendable, Hashable, Codable {
    public let ky, ru, kk, en: String

    public init(ky: String, ru: String, kk: String, en: String) {
        self.ky = ky
        self.ru = ru
        self.kk = kk
        self.en = en
    }

    /// A text that is the same in every language: a name, a number, a sign.
    public init(same text: String) { self.init(ky: text, ru: text, kk: text, en: text) }

    public subscript(language: Language) -> String {
        switch language {
        case .ky: ky
        case .ru: ru
        case .kk: kk
        case .en: en
        }
    }
}

/// A noun with its number. Kyrgyz and Kazakh nouns stay in the singular after a number.
public struct Plural: Sendable {
    let ky, kk: String
    let ru: (one: String, few: String, many: String)
    let en: (one: String, other: String)

    public init(ky: String, ru: (one: String, few: String, many: String), kk: String, en: (one: String, other: String))
    {
        self.ky = ky
        self.ru = ru
        self.kk = kk
        self.en = en
    }

    /// "5 уроков", "5 сабак", "5 lessons".
    public func callAsFunction(_ count: Int) -> Text {
        Text(
            ky: "\(count) \(ky)", ru: "\(count) \(russian(count))", kk: "\(count) \(kk)",
            en: "\(count) \(count == 1 ? en.one : en.other)")
    }

    private func russian(_ count: Int) -> String {
        let tail = count % 100
        if (11...14).contains(tail) { return ru.many }
        switch count % 10 {
        case 1: return ru.one
        case 2, 3, 4: return ru.few
        default: return ru.many
        }
    }
}
