/// A way to reach a mark: so many of one mark for one kind of work.
public struct MarkPath: Hashable, Sendable {
    public let times: Int
    public let value: ScaleValue
    public let weight: Fraction
    public let kind: KindOfWork.ID?
}

/// Marks that could still be given, for "which mark do I need".
public struct MarkChance: Hashable, Sendable {
    public let weight: Fraction
    public let kind: KindOfWork.ID?

    public init(weight: Fraction, kind: KindOfWork.ID? = nil) {
        self.weight = weight
        self.kind = kind
    }
}

/// What the present marks may still become. Nothing here is saved.
public struct WhatIf: Hashable, Sendable {
    public let marks: [CurrentMark]
    public let scale: Scale
    public let finalScale: Scale
    public let borders: Borders
    public let isWeighted: Bool

    public init(
        _ marks: [CurrentMark], scale: Scale, finalScale: Scale, borders: Borders = .mathematical,
        isWeighted: Bool = true
    ) {
        self.marks = marks
        self.scale = scale
        self.finalScale = finalScale
        self.borders = borders
        self.isWeighted = isWeighted
    }

    /// The average and the mark with these marks added.
    public func adding(_ imagined: [CurrentMark]) -> (count: Count, mark: ScaleValue)? {
        guard let count = Count.average(of: marks + imagined, weighted: isWeighted),
            let mark = borders.mark(for: count.value, on: finalScale)
        else { return nil }
        return (count, mark)
    }

    /// The number one more mark of a weight must have for the average to reach a border:
    /// (border × (W + w) − S) / w. It may lie outside the scale. Nil for a weight of zero.
    public func needed(for border: Fraction, weight: Fraction) -> Fraction? {
        let weight = isWeighted ? weight : 1
        guard weight > 0 else { return nil }
        return (border * (total.weight + weight) - total.sum) / weight
    }

    /// The shortest ways to a final mark: for each chance and each mark of the scale the fewest that reach it, none
    /// that a lower mark reaches as quickly. Empty when the mark is reached already or out of reach.
    public func paths(to target: ScaleValue, by chances: [MarkChance], atMost limit: Int = 10) -> [MarkPath] {
        guard let border = borders.border(of: target, on: finalScale), !isReached(border) else { return [] }
        let paths = chances.flatMap { chance -> [MarkPath] in
            var found: [MarkPath] = []
            for value in scale.values.reversed() {
                guard let times = times(of: value, weight: chance.weight, to: border), times <= limit else { continue }
                if found.last.map({ $0.times > times }) ?? true {
                    found.append(MarkPath(times: times, value: value, weight: chance.weight, kind: chance.kind))
                }
            }
            return found
        }
        return paths.sorted { ($0.times, $0.weight) < ($1.times, $1.weight) }
    }

    /// The worst and the best mark that so many further marks can lead to.
    public func forecast(remaining: [MarkChance]) -> (worst: ScaleValue, best: ScaleValue)? {
        let numbered = scale.values.filter { $0.numeric != nil }
        guard let highest = numbered.first, let lowest = numbered.last else { return nil }
        let all = { (value: ScaleValue) in
            adding(remaining.map { CurrentMark(value, weight: $0.weight, kind: $0.kind) })?.mark
        }
        guard let worst = all(lowest), let best = all(highest) else { return nil }
        return (worst, best)
    }

    private var total: (sum: Fraction, weight: Fraction) {
        marks.reduce((sum: 0, weight: 0)) { total, mark in
            guard mark.counts, let numeric = mark.value.numeric else { return total }
            let weight = isWeighted ? mark.weight : 1
            return (total.sum + numeric * weight, total.weight + weight)
        }
    }

    private func isReached(_ border: Fraction) -> Bool {
        total.weight > 0 && total.sum >= border * total.weight
    }

    private func times(of value: ScaleValue, weight: Fraction, to border: Fraction) -> Int? {
        let weight = isWeighted ? weight : 1
        guard weight > 0, let numeric = value.numeric else { return nil }
        if total.weight == 0 {
            return numeric >= border ? 1 : nil
        } else if numeric > border {
            return Int(((border * total.weight - total.sum) / (weight * (numeric - border))).roundedUp)
        } else {
            return nil
        }
    }
}

extension CriteriaRule {
    /// The fewest whole points of the term's work that give a mark; nil when even the maximum does not.
    public func neededTermPoints(for target: ScaleValue, parts: CriteriaParts, maximum: Int) -> Int? {
        (0...max(0, maximum)).first { points in
            var parts = parts
            parts.term = WorkPoints(Fraction(Int64(points)), of: Fraction(Int64(maximum)))
            guard parts.term != nil, let percent = percent(of: parts) else { return false }
            return least(for: target).map { percent.value >= $0 } ?? true
        }
    }
}

extension Fraction {
    /// The least whole number not below it.
    public var roundedUp: Int64 {
        let whole = numerator / denominator
        return numerator % denominator > 0 ? whole + 1 : whole
    }
}
