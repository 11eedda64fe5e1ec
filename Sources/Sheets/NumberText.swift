import Foundation

/// Numbers as a person reads them: no exponent where digits fit, no noise behind the fifteenth digit.
enum NumberText {
    /// `4.5999999999999996` reads 4.6 and `2.0512200912345E13` reads 20512200912345, as on the screen of Excel.
    /// What is not a number stays as stored.
    static func readable(_ stored: String) -> String {
        if stored.utf8.allSatisfy(isDigit) { return stored }
        guard let value = Double(stored), value.isFinite else { return stored }
        if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return String(Int(value)) }
        let exact = String(value)
        if exact.utf8.count <= 16 && !exact.utf8.contains(UInt8(ascii: "e")) { return exact }
        let short = String(format: "%.15g", value)
        guard short.utf8.contains(UInt8(ascii: "e")) else { return short }
        return abs(value) >= 1 && abs(value) < 1e21 ? String(format: "%.0f", value) : short.uppercased()
    }

    /// `2.05E+13`, `2,05E+13`, `2E13`: digits with an exponent.
    static func isScientific(_ text: String.UTF8View) -> Bool {
        guard let mark = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return false }
        let mantissa = text[..<mark]
        let digits = text[text.index(after: mark)...].drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let isMantissa = mantissa.allSatisfy { isDigit($0) || $0 == 0x2E || $0 == 0x2C || $0 == 0x2D }
        return isMantissa && mantissa.contains(where: isDigit) && !digits.isEmpty && digits.allSatisfy(isDigit)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
