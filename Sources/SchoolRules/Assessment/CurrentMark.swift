/// A current mark as the rules see it. Two marks of one cell are two of these.
public struct CurrentMark: Hashable, Sendable {
    public let value: ScaleValue
    public let weight: Fraction
    public let kind: KindOfWork.ID?
    /// Enters the average and the least number of marks.
    public let counts: Bool
    /// Brought by a newcomer from the former school.
    public let isTransferred: Bool

    public init(
        _ value: ScaleValue, weight: Fraction = 1, kind: KindOfWork.ID? = nil, counts: Bool = true,
        isTransferred: Bool = false
    ) {
        self.value = value
        self.weight = weight
        self.kind = kind
        self.counts = counts
        self.isTransferred = isTransferred
    }
}

extension Count {
    /// The average so far: Σ (mark × weight) / Σ weight, or Σ marks / n where weights are not used.
    ///
    /// One line a mark that enters, in the order given. Marks that do not count, marks without a number (pass, fail)
    /// and weights of zero stay out; nil when nothing is left.
    public static func average(of marks: [CurrentMark], weighted: Bool = true) -> Count? {
        let counting = marks.filter { $0.counts && (!weighted || $0.weight > 0) }
        let entering = counting.compactMap { mark in mark.value.numeric.map { (mark.value, $0, mark.weight) } }
        let weights = entering.map { weighted ? $0.2 : 1 }.reduce(0, +)
        let counted = entering.map { WeightedMark(numeric: $0.1, weight: weighted ? $0.2 : 1) }
        guard let value = weightedAverage(counted) else { return nil }
        let lines = entering.map { value, numeric, weight in
            weighted
                ? Line(
                    .weightedMark, [.text(value.value), .number(weight), .number(weights)], numeric * weight / weights)
                : Line(.mark, [.text(value.value), .number(weights)], numeric / weights)
        }
        return Count(weighted ? .weightedAverage : .plainAverage, value: value, lines: lines)
    }
}
