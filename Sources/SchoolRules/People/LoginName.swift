/// Names people sign in by: easy to type on any keyboard, made from the surname. Not a passport transliteration.
public enum LoginName {
    /// The surname in small ASCII letters: `Дүйшөнова` gives `duyshonova`, `Бакыт уулу` gives `bakytuulu`.
    /// A surname without any known letter gives `user`.
    public static func base(_ surname: String) -> String {
        let name = latin(surname)
        return name.isEmpty ? "user" : name
    }

    /// The first free of `base`, `base2`, `base3` …; `taken` is asked with folded names.
    public static func free(_ base: String, taken: (String) -> Bool) -> String {
        if !taken(fold(base)) {
            return base
        }
        var number = 2
        while taken(fold("\(base)\(number)")) { number += 1 }
        return "\(base)\(number)"
    }

    /// The form in which names are stored and compared: small letters without spaces; a Cyrillic letter among Latin
    /// ones counts as the Latin letter it looks like, and a name typed all in Cyrillic is transliterated.
    public static func fold(_ typed: String) -> String {
        let text = composed(typed.lowercased().filter { !$0.isWhitespace })
        let letters = text.filter(\.isLetter)
        if !letters.isEmpty, letters.allSatisfy({ letterSounds[$0] != nil }) {
            return text.map { letterSounds[$0] ?? String($0) }.joined()
        } else {
            return String(text.map { latinLookAlikes[$0] ?? $0 })
        }
    }

    private static func latin(_ text: String) -> String {
        text.lowercased().map { letter in
            letterSounds[letter] ?? (letter.isASCII && (letter.isLetter || letter.isNumber) ? String(letter) : "")
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
    "у": "y", "х": "x", "і": "i",
]
