import SchoolRules
import Web

/// Owed work in words.
enum DebtTexts {
    static let title = Text(ky: "Карыздар", ru: "Долги", kk: "Қарыздар", en: "Owed work")

    static func until(_ day: Day) -> Text {
        Text(
            ky: "мөөнөтү \(day.words(.ky))", ru: "сдать до \(day.words(.ru))", kk: "мерзімі \(day.words(.kk))",
            en: "due \(day.words(.en))")
    }
}
