import SchoolRules
import Store

/// How stored marks of a subject become a number: one reading for the journal, the diary, the count and the sheet of
/// final marks.
struct MarkReading: Sendable {
    let regime: Regime
    /// The scale that marks are on in the term. Those of another are shown as they are and enter no number.
    let scale: Scale
    private let uncounted: Set<Int>
    private let section: Fraction

    /// - Parameters:
    ///   - page: the scale of the page whose number it is.
    ///   - end: the last day of the term. What counts then counts for the whole of it.
    init(_ regime: Regime, kinds: [KindOfWork], page: String, on end: Day) {
        self.regime = regime
        scale = SchoolFacts.scale(regime.markScale(of: page))
        uncounted = Set(kinds.filter { !$0.counts(on: end) }.map(\.id))
        section = scale.values.compactMap(\.numeric).max() ?? 10
    }

    /// The number a mark enters an average or a per cent with; nil for one that stays out.
    func numeric(_ mark: StoredMark) -> Fraction? {
        if mark.maximum > 0 { return Fraction(mark.value) }
        return mark.scale.id == scale.id ? mark.scale.numeric(of: mark.value) : nil
    }

    /// A mark on its scale, without a number where it enters none.
    func value(_ mark: StoredMark) -> ScaleValue? {
        guard let found = mark.scale.value(mark.value) else { return nil }
        return numeric(mark) == found.numeric
            ? found : ScaleValue(value: found.value, numeric: nil, level: found.level)
    }

    /// Adds the current marks that newcomers have brought from their former schools, where the school counts them.
    func add(_ brought: [TransferredMark], from: Day, to: Day, _ sum: inout MarkSum) {
        guard regime.settings.transferredCount else { return }
        for mark in brought where mark.key == nil && mark.day.map({ from <= $0 && $0 <= to }) ?? false {
            add(mark.stored, to: &sum)
        }
    }

    func add(_ mark: StoredMark, to sum: inout MarkSum) {
        add(numeric(mark), kind: mark.kind, weight: mark.weight, maximum: mark.maximum, to: &sum)
    }

    func counts(_ kind: Int) -> Bool { uncounted.isEmpty || !uncounted.contains(max(kind, 1)) }

    /// In hundredths.
    func weight(_ own: Int, kind: Int) -> Fraction {
        regime.weight(Fraction(hundredths: own), counts: counts(kind))
    }

    /// Adds a mark, or several equal ones, by its numeric value on the scale of its page, or points with their maximum.
    func add(
        _ numeric: Fraction?, kind: Int, weight own: Int, maximum: Int = 0, times: Int = 1, to sum: inout MarkSum
    ) {
        guard let numeric, counts(kind) else { return }
        if regime.way == .criteria {
            for _ in 0..<times { add(points: numeric, kind: kind, maximum: maximum, to: &sum.parts) }
        } else if maximum == 0 {
            let weight = weight(own, kind: kind)
            if weight > 0 { sum.marks.append(WeightedMark(numeric: numeric, weight: weight * Fraction(Int64(times)))) }
        }
    }

    private func add(points: Fraction, kind: Int, maximum: Int, to parts: inout CriteriaParts) {
        let whole = maximum > 0 ? Fraction(Int64(maximum)) : section
        switch max(kind, 1) {
        case CriteriaKinds.section:
            if let work = WorkPoints(points, of: whole) { parts.sections.append(work) }
        case CriteriaKinds.term:
            if let work = WorkPoints(points, of: whole) { parts.add(term: work) }
        default: parts.formative.append(points)
        }
    }

    /// Whether a mark enters the number.
    func enters(_ mark: StoredMark) -> Bool {
        guard numeric(mark) != nil, counts(mark.kind) else { return false }
        switch regime.way {
        case .marks: return mark.maximum == 0 && weight(mark.weight, kind: mark.kind) > 0
        case .criteria: return true
        case .passFail, .words: return false
        }
    }

    /// Nil where nothing counts, and by pass or fail or words.
    func number(of sum: MarkSum) -> Fraction? { regime.number(of: sum.marks, parts: sum.parts) }
}

/// What the marks of a student come to.
struct MarkSum: Sendable, Equatable {
    var marks: [WeightedMark] = []
    var parts = CriteriaParts()

    var isEmpty: Bool { marks.isEmpty && parts.number == 0 }

    mutating func add(_ other: MarkSum) {
        marks += other.marks
        parts.formative += other.parts.formative
        parts.sections += other.parts.sections
        if let work = other.parts.term { parts.add(term: work) }
    }
}

/// A mark as it is stored.
struct StoredMark: Sendable {
    let value: String
    /// The scale it was set on: that of its page, where none is kept with it.
    let scale: Scale
    let kind, weight, maximum: Int

    init(value: String, page scale: String, own: String, kind: Int, weight: Int, maximum: Int) {
        self.value = value
        self.kind = max(kind, 1)
        self.weight = weight
        self.maximum = maximum
        self.scale = maximum > 0 ? Scale.points(of: maximum) : SchoolFacts.scale(own.isEmpty ? scale : own)
    }

    /// As it is shown by itself: `18/25`.
    var text: String { maximum > 0 ? "\(value)/\(maximum)" : value }
}

/// The sums of students over pages of a subject.
enum MarkSums {
    /// - Parameter pages: with the scale of each.
    static func read(
        _ reading: MarkReading, on pages: [Int64: String], students: [Int64], from: Day, to: Day, debts: DebtReading,
        school: Int64, in connection: Connection
    ) throws -> [Int64: MarkSum] {
        let marks = try FinalQueries.marks(
            on: pages, students: students, from: from, to: to, debts: debts, school: school, in: connection)
        return marks.mapValues { marks in
            var sum = MarkSum()
            for found in marks { reading.add(found.mark, to: &sum) }
            return sum
        }
    }
}

extension MarkSums {
    /// What newcomers have brought from their former schools, over all pages of a subject.
    static func brought(
        _ reading: MarkReading, on pages: [Int64], from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [Int64: MarkSum] {
        guard reading.regime.settings.transferredCount else { return [:] }
        let marks = try TransferredMark.all(on: pages, school: school, in: connection)
        return Dictionary(grouping: marks, by: \.student).mapValues { marks in
            var sum = MarkSum()
            reading.add(marks, from: from, to: to, &sum)
            return sum
        }
    }
}

extension [Int64: MarkSum] {
    mutating func add(_ other: [Int64: MarkSum]) {
        merge(other) { one, other in
            var both = one
            both.add(other)
            return both
        }
    }
}

/// The kinds of work that criteria-based assessment tells apart.
enum CriteriaKinds {
    static let formative = 21
    static let section = 22
    static let term = 23
    static let all: Set = [formative, section, term]

    /// Works for sections and terms are given as points of a maximum.
    static func givesPoints(_ kind: Int) -> Bool { kind == section || kind == term }
}
