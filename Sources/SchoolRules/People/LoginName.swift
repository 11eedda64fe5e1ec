/// Names people sign in by: easy to type on any keyboard, made from the surname. Not a passport transliteration.
public enum LoginName {
    /// The longest base of a name, in characters: what is longer is cut, since it has to be typed from a slip.
    public static let longest = 24

    /// The surname in small ASCII letters: `Дүйшөнова` gives `duyshonova`, `Бакыт уулу` gives `bakytuulu`.
    /// A surname without any known letter gives `user`.
    public static func base(_ surname: String) -> String {
        let name = String(latin(surname).prefix(longest))
        return name.isEmpty ? "user" : name
    }

    /// The names to try for a base, in order: `base`, `base2`, `base3` … Numbers with 0 or 1 are left out, which
    /// on paper look like letters.
    public static func candidates(_ base: String) -> some Sequence<String> {
        let numbers = (2...).lazy.map(String.init).filter { !$0.contains("0") && !$0.contains("1") }
        return sequence(state: (isFirst: true, numbers: numbers.makeIterator())) { state in
            guard !state.isFirst else {
                state.isFirst = false
                return base
            }
            return state.numbers.next().map { base + $0 }
        }
    }

    /// The first free of the ``candidates(_:)``; `taken` is asked with folded names.
    public static func free(_ base: String, taken: (String) -> Bool) -> String {
        candidates(base).first { !taken(fold($0)) } ?? base
    }

    /// The form in which names are stored and compared: small letters without spaces; a Cyrillic letter among Latin
    /// ones counts as the Latin letter it looks like, and a name typed all in Cyrillic is transliterated.
    public static func fold(_ typed: String) -> String {
        let text = plain(typed)
        return isCyrillic(text) ? text.map { letterSounds[$0] ?? String($0) }.joined() : byLooks(text)
    }

    /// Every name somebody may mean by what is typed, the likeliest first: typed all in Cyrillic, it may be the name
    /// by sound (`осмонова`) or, on the wrong keyboard, by looks (`рет` for `pet`).
    public static func readings(_ typed: String) -> [String] {
        let text = plain(typed)
        let folded = fold(typed)
        let looks = byLooks(text)
        return isCyrillic(text) && looks != folded && looks.utf8.allSatisfy { $0 < 128 } ? [folded, looks] : [folded]
    }

    private static func plain(_ typed: String) -> String {
        composed(typed.lowercased().filter { !$0.isWhitespace })
    }

    private static func isCyrillic(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return !letters.isEmpty && letters.allSatisfy { letterSounds[$0] != nil }
    }

    private static func byLooks(_ text: String) -> String { String(text.map { latinLookAlikes[$0] ?? $0 }) }

    private static func latin(_ text: String) -> String {
        composed(text.lowercased()).map { letter in
            letterSounds[letter] ?? plainLatin[letter]
                ?? (letter.isASCII && (letter.isLetter || letter.isNumber) ? String(letter) : "")
        }.joined()
    }
}

private let letterSounds: [Character: String] = [
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ў": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
]

private let latinLookAlikes: [Character: Character] = [
    "а": "a", "в": "b", "е": "e", "ё": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c", "т": "t",
    "у": "y", "х": "x", "і": "i", "һ": "h", "ү": "y",
]

/// Latin letters with signs, of the Kazakh Latin alphabet and of names from abroad.
private let plainLatin: [Character: String] = [
    "á": "a", "ä": "a", "à": "a", "â": "a", "å": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "ğ": "g",
    "í": "i", "ì": "i", "ï": "i", "ı": "i", "ñ": "n", "ń": "n", "ó": "o", "ö": "o", "ô": "o", "õ": "o", "ø": "o",
    "ş": "s", "š": "s", "ß": "ss", "ú": "u", "ü": "u", "ū": "u", "ý": "y", "ž": "z", "č": "c", "ł": "l",
]
