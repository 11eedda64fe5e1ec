import SchoolRules
import Web

/// Hours a week in words and from what is typed; hundredths inside.
enum HoursWords {
    /// "4", "0,5"; in English "0.5".
    static func number(_ hundredths: Int, _ language: Language) -> String {
        let whole = hundredths / 100
        let rest = hundredths % 100
        guard rest != 0 else { return String(whole) }
        let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
        return "\(whole)\(language == .en ? "." : ",")\(digits)"
    }

    /// "4 часа", "0,5 часа".
    static func words(_ hundredths: Int, _ language: Language) -> String {
        if hundredths % 100 == 0 { return hours(hundredths / 100)[language] }
        let number = number(hundredths, language)
        return Text(ky: "\(number) саат", ru: "\(number) часа", kk: "\(number) сағат", en: "\(number) hours")[language]
    }

    /// Hundredths from "4", "0,5" or "1.25"; nil for anything else, for nothing and for more than 60 hours.
    static func read(_ typed: String) -> Int? {
        guard let fraction = Fraction(typed), fraction > 0, fraction <= 60 else { return nil }
        return fraction.hundredths
    }

    private static let hours = Plural(
        ky: "саат", ru: (one: "час", few: "часа", many: "часов"), kk: "сағат", en: (one: "hour", other: "hours"))
}
