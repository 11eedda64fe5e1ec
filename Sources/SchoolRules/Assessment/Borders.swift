/// The least average for each mark. Borders compare the unrounded average: 3.495 is not 3.50.
public struct Borders: Hashable, Codable, Sendable {
    /// By value of the final scale. A value without its own takes half a step of the scale below its number.
    public let least: [String: Fraction]

    /// The mathematical family: 5 from 4.50, 4 from 3.50, 3 from 2.50, and half below on any scale.
    public static let mathematical = Borders(unchecked: [:])
    /// The stricter family: 5 from 4.65, 4 from 3.65, 3 from 2.65.
    public static let strict = Borders.fivePoint(hundredths: 65)
    /// Another strict custom: 5 from 4.60, 4 from 3.60, 3 from 2.60.
    public static let strictAtSixty = Borders.fivePoint(hundredths: 60)

    private init(unchecked least: [String: Fraction]) {
        self.least = least
    }

    private static func fivePoint(hundredths: Int) -> Borders {
        Borders(unchecked: [
            "5": Fraction(hundredths: 400 + hundredths), "4": Fraction(hundredths: 300 + hundredths),
            "3": Fraction(hundredths: 200 + hundredths),
        ])
    }

    /// Why borders are refused.
    public enum Problem: Error, Hashable, Sendable {
        /// The scale has no such value, or the value has no number.
        case notOnScale(String)
        /// A border lies above its mark, or on or below the next lower mark.
        case outOfReach(String)
    }

    /// Refuses a border of a value that the scale does not have, and one not above the next lower value and up to
    /// its own: by the others a student with fours alone would get a three or a five.
    public init(_ least: [String: Fraction], on scale: Scale) throws(Problem) {
        let values = scale.values.filter { $0.numeric != nil }
        for (value, border) in least.sorted(by: { $0.key < $1.key }) {
            guard let place = values.firstIndex(where: { $0.value == value }), let own = values[place].numeric else {
                throw .notOnScale(value)
            }
            let below = place + 1 < values.count ? values[place + 1].numeric : nil
            guard border <= own, below.map({ border > $0 }) ?? true else { throw .outOfReach(value) }
        }
        self.least = least
    }

    /// The least average for a value; nil for a value without a number.
    /// - Parameter scale: whose steps are halved; without it steps are whole.
    public func border(of value: ScaleValue, on scale: Scale? = nil) -> Fraction? {
        value.numeric.map { own in
            if let border = least[value.value] { return border }
            let below = scale?.values.compactMap(\.numeric).filter { $0 < own }.max()
            return own - (below.map { own - $0 } ?? 1) / 2
        }
    }

    /// The best mark whose border the number reaches, else the lowest; nil on a scale without numbers.
    public func mark(for number: Fraction, on scale: Scale) -> ScaleValue? {
        let values = scale.values.filter { $0.numeric != nil }
        return values.first { border(of: $0, on: scale).map { number >= $0 } ?? false } ?? values.last
    }
}
