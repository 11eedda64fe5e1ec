/// Capital letters of the Latin alphabet that look like Cyrillic ones.
let cyrillicLookAlikes: [Character: Character] = [
    "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "I": "І", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т",
    "X": "Х", "Y": "У",
]

/// A sign as it is compared: capitals, Latin look-alikes as Cyrillic, single spaces, no dot at the end.
func codeFold(_ text: String) -> String {
    let words = text.uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let folded = String(words.map { cyrillicLookAlikes[$0] ?? $0 })
    return folded.hasSuffix(".") ? String(folded.dropLast()) : folded
}
