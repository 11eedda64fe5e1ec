/// An exact rational number, always in lowest terms with a positive denominator.
///
/// Marks, weights and averages are computed with it and never with binary floats, so that 3.495 is not 3.50.
/// A result that does not fit 64 bits traps; averages of marks with weights in hundredths stay far below that.
public struct Fraction: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
    public let numerator: Int64
    public let denominator: Int64

    /// A denominator of zero is a programming error and traps.
    public init(_ numerator: Int64, _ denominator: Int64 = 1) {
        precondition(denominator != 0, "a fraction needs a denominator")
        guard denominator != 1 else {
            self.numerator = numerator
            self.denominator = 1
            return
        }
        let divisor = Fraction.commonDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    public init(integerLiteral value: Int64) {
        self.init(value)
    }

    /// 250 is 2.5.
    public init(hundredths: Int) {
        self.init(Int64(hundredths), 100)
    }

    /// Reads `5`, `4.65`, `4,65`, `-1/3`; refuses more than nine digits in a part.
    public init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? text.dropFirst() : text[...]
        let parts = body.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," || $0 == "/" }
        guard parts.count <= 2, let whole = decimal(parts[0]) else { return nil }
        let value: Fraction
        if parts.count == 1 {
            value = Fraction(Int64(whole))
        } else if let second = decimal(parts[1]), body.contains("/") {
            guard second != 0 else { return nil }
            value = Fraction(Int64(whole), Int64(second))
        } else if let second = decimal(parts[1]) {
            value = Fraction(Int64(whole)) + Fraction(Int64(second), tenPower(parts[1].utf8.count))
        } else {
            return nil
        }
        self = isNegative ? 0 - value : value
    }

    public static func + (left: Fraction, right: Fraction) -> Fraction {
        guard left.denominator != right.denominator else {
            return Fraction(left.numerator + right.numerator, left.denominator)
        }
        let shared = commonDivisor(left.denominator, right.denominator)
        let scale = right.denominator / shared
        return Fraction(
            left.numerator * scale + right.numerator * (left.denominator / shared), left.denominator * scale)
    }

    public static func - (left: Fraction, right: Fraction) -> Fraction {
        left + Fraction(-right.numerator, right.denominator)
    }

    public static func * (left: Fraction, right: Fraction) -> Fraction {
        let first = Fraction(left.numerator, right.denominator)
        let second = Fraction(right.numerator, left.denominator)
        return Fraction(first.numerator * second.numerator, first.denominator * second.denominator)
    }

    /// Dividing by zero traps.
    public static func / (left: Fraction, right: Fraction) -> Fraction {
        left * Fraction(right.denominator, right.numerator)
    }

    public static func < (left: Fraction, right: Fraction) -> Bool {
        let first = left.numerator.multipliedFullWidth(by: right.denominator)
        let second = right.numerator.multipliedFullWidth(by: left.denominator)
        return (first.high, first.low) < (second.high, second.low)
    }

    private static func commonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
        var (larger, smaller) = (abs(first), abs(second))
        while smaller != 0 {
            (larger, smaller) = (smaller, larger % smaller)
        }
        return max(larger, 1)
    }
}

extension Fraction: CustomStringConvertible, Codable {
    /// `9/2`, or `5` for a whole number.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// The nearest whole number; a half goes away from zero (4.5 → 5).
    public var nearest: Int64 {
        let doubled = abs(numerator) * 2 + denominator
        let whole = doubled / (denominator * 2)
        return numerator < 0 ? -whole : whole
    }

    /// The nearest number of hundredths, half away from zero.
    public var hundredths: Int { Int((self * 100).nearest) }

    /// For display only: exactly so many decimals, half away from zero (31/7 → "4,43").
    public func rounded(decimals: Int, separator: Character = ",") -> String {
        let power = tenPower(decimals)
        let shifted = (self * Fraction(power)).nearest
        let whole = abs(shifted) / power
        let rest = abs(shifted) % power
        let tail = decimals > 0 ? String(separator) + padded(Int(rest), to: decimals) : ""
        return (shifted < 0 ? "-" : "") + "\(whole)" + tail
    }

    public init(from decoder: any Decoder) throws {
        self = try readText(decoder, Fraction.init(_:))
    }

    public func encode(to encoder: any Encoder) throws {
        try writeText(description, encoder)
    }
}

private func tenPower(_ exponent: Int) -> Int64 {
    (0..<max(exponent, 0)).reduce(1) { power, _ in power * 10 }
}
