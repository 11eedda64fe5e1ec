extension StringProtocol {
    /// Without white space at both ends.
    var trimmingSpaces: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// Letters that Unicode can also write as a letter and a mark, each in its composed form.
private let composedLetters = Set<Character>(
    "йЙёЁўЎїЇѐЀѝЍӣӢӯӮäÄöÖüÜçÇşŞğĞİéÉèÈêÊáÁàÀâÂíÍîÎóÓôÔúÚûÛñÑ")

/// The text in Unicode form C as far as letters of names are concerned: й typed as и with a breve becomes one letter.
public func composed(_ text: String) -> String {
    var result = ""
    for letter in text {
        if letter.unicodeScalars.count > 1, let index = composedLetters.firstIndex(of: letter) {
            result.append(composedLetters[index])
        } else {
            result.append(letter)
        }
    }
    return result
}

/// The text as search compares it: small letters, Latin look-alikes as Cyrillic, ё as е, and the letters a keyboard may
/// lack as their neighbours (ө as о, ү as у, ң as н, қ as к …). Hyphens count as spaces, other signs are dropped.
///
/// Both the stored column and what is searched for are folded: `Дүйшөнова` is found by `дуйшонова`.
public func searchFold(_ text: String) -> String {
    var words: [String] = [""]
    for letter in text.lowercased() {
        if letter.isLetter || letter.isNumber {
            words[words.count - 1].append(searchLetters[letter] ?? letter)
        } else if letter.isWhitespace || dashes.contains(letter) {
            words.append("")
        }
    }
    return composed(words.filter { !$0.isEmpty }.joined(separator: " "))
}

let dashes: Set<Character> = ["-", "‐", "‑", "–", "—", "−"]

private let searchLetters: [Character: Character] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "и", "k": "к", "m": "м", "o": "о", "p": "р", "t": "т",
    "x": "х", "y": "у",
    "ё": "е", "ө": "о", "ү": "у", "ұ": "у", "ў": "у", "ң": "н", "ә": "а", "ғ": "г", "қ": "к", "һ": "х", "і": "и",
    "ї": "и",
]
