/// The alphabet lists of names are ordered by.
public enum Alphabet: String, Codable, CaseIterable, Sendable {
    case kyrgyz, kazakh, russian

    public init(_ language: RecordLanguage) {
        switch language {
        case .ky: self = .kyrgyz
        case .ru: self = .russian
        case .kk: self = .kazakh
        }
    }

    /// Small letters in order.
    public var letters: [Character] {
        switch self {
        case .kyrgyz: Array("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя")
        case .kazakh: Array("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя")
        case .russian: Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
        }
    }

    /// A text whose plain byte order is the order of the alphabet: store it in a column and sort by it.
    ///
    /// Case does not count, spaces and hyphens come before every letter, digits before letters, Latin after Cyrillic;
    /// letters of a neighbour's alphabet follow the letter they come from. Apostrophes, dots and quotes are skipped.
    /// Usual names give printable ASCII; a letter of another script follows all others.
    public func key(for text: String) -> String {
        let signs = Alphabet.signs[self] ?? [:]
        var key = ""
        var isBetweenWords = false
        for letter in text.lowercased() {
            if let sign = signs[letter] {
                key += (isBetweenWords && !key.isEmpty ? "!" : "") + String(sign)
                isBetweenWords = false
            } else if letter.isWhitespace || dashes.contains(letter) {
                isBetweenWords = true
            } else if letter.isLetter {
                key += "~" + String(letter)
            }
        }
        return key
    }

    /// All signs of a key in order: digits, Cyrillic, Latin, written from `"` upwards.
    private static let signs: [Alphabet: [Character: Character]] = Dictionary(
        uniqueKeysWithValues: allCases.map { alphabet in
            let order = Array("0123456789") + alphabet.cyrillic + Array("abcdefghijklmnopqrstuvwxyz")
            var signs: [Character: Character] = [:]
            for (rank, letter) in order.enumerated() {
                signs[letter] = Character(UnicodeScalar(UInt8(0x22 + rank)))
            }
            for (letter, base) in latinVariants { signs[letter] = signs[base] }
            return (alphabet, signs)
        })

    private var cyrillic: [Character] {
        var order = letters
        for (letter, base) in Alphabet.neighbours.reversed() where !letters.contains(letter) {
            if let index = order.firstIndex(of: base) { order.insert(letter, at: index + 1) }
        }
        return order
    }

    /// Letters of the three alphabets and of Uzbek, Tajik, Ukrainian, each with the one it follows where it is foreign.
    private static let neighbours: [(Character, Character)] = [
        ("ә", "а"), ("ғ", "г"), ("ґ", "г"), ("є", "е"), ("і", "и"), ("ї", "и"), ("ӣ", "и"), ("қ", "к"), ("ң", "н"),
        ("ө", "о"), ("ұ", "у"), ("ү", "у"), ("ў", "у"), ("ӯ", "у"), ("һ", "х"), ("ҳ", "х"), ("ҷ", "ч"),
    ]

    private static let latinVariants: [Character: Character] = [
        "ä": "a", "á": "a", "à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ğ": "g", "ı": "i", "í": "i",
        "î": "i", "ñ": "n", "ö": "o", "ó": "o", "ô": "o", "ş": "s", "ü": "u", "ú": "u", "û": "u",
    ]
}
