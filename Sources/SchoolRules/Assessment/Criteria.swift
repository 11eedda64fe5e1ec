/// Points of a summative work.
public struct WorkPoints: Hashable, Codable, Sendable {
    public let points: Fraction
    public let maximum: Fraction

    /// Refuses a maximum of zero or less, and points below zero or above the maximum.
    public init?(_ points: Fraction, of maximum: Fraction) {
        guard maximum > 0, points >= 0, points <= maximum else { return nil }
        self.points = points
        self.maximum = maximum
    }
}

/// What a student has by criteria-based assessment in a term; an absent part is simply absent.
public struct CriteriaParts: Hashable, Sendable {
    /// Points of lessons (ФО, ҚБ).
    public var formative: [Fraction]
    /// Works for sections (СОр, БЖБ).
    public var sections: [WorkPoints]
    /// The work for the term (СОч, ТЖБ).
    public var term: WorkPoints?

    public init(formative: [Fraction] = [], sections: [WorkPoints] = [], term: WorkPoints? = nil) {
        self.formative = formative
        self.sections = sections
        self.term = term
    }

    /// How many works and points there are.
    public var number: Int { formative.count + sections.count + (term == nil ? 0 : 1) }

    /// Adds a work for the term; several of them, such as its oral and its written part, are one of all their points.
    public mutating func add(term work: WorkPoints) {
        term = term.flatMap { WorkPoints($0.points + work.points, of: $0.maximum + work.maximum) } ?? work
    }

    /// Whether the sum of all parts stays far within 64 bits, however the works are put together. Works for sections
    /// whose own per cents have no such measure are pooled.
    public var hasCommonMeasure: Bool {
        let maxima = sections.reduce(0) { $0 + $1.maximum }
        let number = Fraction(Int64(max(1, sections.count)))
        let shares =
            formative.map { $0 / Fraction(Int64(10 * formative.count)) }
            + sections.map { $0.points / maxima } + (term.map { [$0.points / $0.maximum] } ?? [])
        let means = sections.map { $0.points / $0.maximum / number }
        return isMeasured(shares) && isMeasured(means + (term.map { [$0.points / $0.maximum] } ?? []))
    }

    private func isMeasured(_ fractions: [Fraction]) -> Bool {
        var common: Int64 = Int64(max(1, formative.count)) * 100_000
        for fraction in fractions {
            // In lowest terms the denominator tells how much of the fraction's is not in the common one yet.
            let missing = Fraction(common, fraction.denominator).denominator
            let (product, overflow) = common.multipliedReportingOverflow(by: missing)
            guard !overflow, product <= 1_000_000_000_000_000 else { return false }
            common = product
        }
        return true
    }
}

/// How the per cent of a term is counted from its parts and becomes a mark (Kazakhstan, order 125, para. 28, annex 1).
/// The weights are the school's dated settings: they were others before 2021 and may change again.
public struct CriteriaRule: Hashable, Codable, Sendable {
    /// How several works for sections become one part.
    public enum Sections: String, Codable, CaseIterable, Sendable {
        /// Sum of points over sum of maxima: a larger work weighs more.
        case pooled
        /// Mean of the works' own percents.
        case mean
    }

    /// What happens to the per cent before it meets the borders.
    public enum Rounding: String, Codable, CaseIterable, Sendable {
        /// 84.5 becomes 85, and a five.
        case halfUpToInteger
        case none
    }

    /// Percent that each part weighs; 25, 25 and 50.
    public var formativeWeight: Fraction
    public var sectionsWeight: Fraction
    public var termWeight: Fraction
    /// The highest points of a lesson, 10.
    public var formativeMaximum: Fraction
    public var sections: Sections
    public var rounding: Rounding
    /// The least per cent for each final mark: 85, 65 and 40.
    public var borders: [String: Fraction]
    /// Up to so many hours a week the mark is set for the half-year (para. 28: one); 0 is never.
    public var halfYearUpTo: Fraction

    public static let standard = CriteriaRule()

    public init(
        formativeWeight: Fraction = 25, sectionsWeight: Fraction = 25, termWeight: Fraction = 50,
        formativeMaximum: Fraction = 10, sections: Sections = .pooled, rounding: Rounding = .halfUpToInteger,
        borders: [String: Fraction] = ["5": 85, "4": 65, "3": 40], halfYearUpTo: Fraction = 1
    ) {
        self.formativeWeight = formativeWeight
        self.sectionsWeight = sectionsWeight
        self.termWeight = termWeight
        self.formativeMaximum = formativeMaximum
        self.sections = sections
        self.rounding = rounding
        self.borders = borders
        self.halfYearUpTo = halfYearUpTo
    }

    /// Σ parts present / Σ weights present × 100, unrounded; nil when no part is there.
    ///
    /// Formative mean 8, sections 70 %, term work 18 of 25 give 20 + 17.5 + 36 = 73.5. Without a term work the two
    /// other parts weigh half each.
    public func percent(of parts: CriteriaParts) -> Count? {
        let weights = weight(of: parts)
        guard weights > 0 else { return nil }
        let scaled = { (weight: Fraction) in weight * 100 / weights }
        var lines: [Count.Line] = []
        if !parts.formative.isEmpty, formativeWeight > 0 {
            lines.append(formativeLine(parts.formative, scaled(formativeWeight)))
        }
        if sectionsWeight > 0 { lines += sectionLines(parts.sections, scaled(sectionsWeight)) }
        if let work = parts.term, termWeight > 0 {
            let weight = scaled(termWeight)
            lines.append(
                Count.Line(
                    .term, [.number(work.points), .number(work.maximum), .number(weight)],
                    work.points / work.maximum * weight))
        }
        return Count(.criteriaPercent, value: lines.reduce(0) { $0 + $1.value }, lines: lines)
    }

    /// The final mark for a per cent.
    public func mark(for percent: Fraction, on scale: Scale = .fivePoint) -> ScaleValue? {
        let compared = rounding == .halfUpToInteger ? Fraction(percent.nearest) : percent
        return scale.values.first { borders[$0.value].map { compared >= $0 } ?? false } ?? scale.values.last
    }

    /// The least unrounded per cent that gives a mark; nil for the lowest.
    public func least(for value: ScaleValue) -> Fraction? {
        borders[value.value].map { rounding == .halfUpToInteger ? $0 - Fraction(1, 2) : $0 }
    }

    /// At one hour a week or less the mark is set for the half-year, from formative points and sections (para. 28).
    public func isMarkedByHalfYear(hoursPerWeek: Fraction) -> Bool {
        halfYearUpTo > 0 && hoursPerWeek <= halfYearUpTo
    }

    /// Why borders of the per cent are refused.
    public enum BorderProblem: Error, Hashable, Sendable {
        /// A per cent lies outside 1...100.
        case outOfRange(String)
        /// A better mark has no higher border than the next one.
        case notFalling(String)
    }

    /// Refuses borders that do not fall from the best mark to the worst.
    public static func check(_ borders: [String: Fraction], on scale: Scale) throws(BorderProblem) {
        var last: Fraction = 101
        for value in scale.values {
            guard let border = borders[value.value] else { continue }
            guard border >= 1, border <= 100 else { throw .outOfRange(value.value) }
            guard border < last else { throw .notFalling(value.value) }
            last = border
        }
    }

    func weight(of parts: CriteriaParts) -> Fraction {
        (parts.formative.isEmpty ? 0 : formativeWeight) + (parts.sections.isEmpty ? 0 : sectionsWeight)
            + (parts.term == nil ? 0 : termWeight)
    }

    private func formativeLine(_ points: [Fraction], _ weight: Fraction) -> Count.Line {
        let mean = average(points) ?? 0
        return Count.Line(
            .formative, [.number(mean), .number(formativeMaximum), .number(weight)],
            mean / formativeMaximum * weight)
    }

    private func sectionLines(_ works: [WorkPoints], _ weight: Fraction) -> [Count.Line] {
        let maxima = works.reduce(0) { $0 + $1.maximum }
        let number = Fraction(Int64(works.count))
        let isPooled = sections == .pooled || !CriteriaParts(sections: works).hasCommonMeasure
        return works.map { work in
            switch isPooled ? .pooled : sections {
            case .pooled:
                Count.Line(
                    .pooledSection, [.number(work.points), .number(maxima), .number(weight)],
                    work.points / maxima * weight)
            case .mean:
                Count.Line(
                    .section, [.number(work.points), .number(work.maximum), .number(number), .number(weight)],
                    work.points / work.maximum / number * weight)
            }
        }
    }
}
