/// A mark as it enters an average.
public struct WeightedMark: Hashable, Sendable {
    public let numeric: Fraction
    public let weight: Fraction

    public init(numeric: Fraction, weight: Fraction) {
        self.numeric = numeric
        self.weight = weight
    }
}

/// Σ marks / n; nil when there are none. Two marks of one cell count as two.
public func average(_ values: [Fraction]) -> Fraction? {
    values.isEmpty ? nil : values.reduce(0, +) / Fraction(Int64(values.count))
}

/// Σ (mark × weight) / Σ weight; nil when there are none or the weights sum to zero.
///
/// 5 with weight 3, 5 with weight 1 and 4 with weight 5 give 40/9, shown as 4,44.
public func weightedAverage(_ marks: [WeightedMark]) -> Fraction? {
    let total = marks.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return nil }
    return marks.reduce(0) { $0 + $1.numeric * $1.weight } / total
}
