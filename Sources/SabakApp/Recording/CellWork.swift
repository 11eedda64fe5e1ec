import SchoolRules
import Web

/// What the marks of a cell are given for: a kind of work, and points up to a maximum where it has one.
struct CellWork: Sendable, Equatable {
    let kind: Int
    /// 0 for marks of the page's scale.
    let maximum: Int
    let scale: Scale.ID

    /// Points with their maximum behind them (18/25) are points; two works do not fit one cell.
    /// - Throws: ``CellRefusal``.
    func points(_ entry: CellEntry) throws -> CellEntry {
        guard entry.marks.count == 2 else { return entry }
        guard entry.marks[1] == String(maximum) else {
            throw CellRefusal("points_of_one_work", CellTexts.onePoints(maximum))
        }
        return CellEntry(marks: [entry.marks[0]], absence: entry.absence)
    }

    /// Words for what only points refuse; nil for what any cell refuses.
    func words(of problem: CellProblem) -> Text? {
        guard maximum > 0, case .notOnScale(let typed) = problem else { return nil }
        return CellTexts.overMaximum(typed, maximum)
    }
}

/// The number of a student in a subject and term as pages show it: an average, or a per cent.
struct SubjectNumber: Sendable, Equatable {
    let value: Fraction
    let isPercent: Bool

    init?(_ sum: MarkSum?, _ reading: MarkReading) {
        guard let value = sum.flatMap(reading.number) else { return nil }
        self.init(value, isPercent: reading.regime.countsPercent)
    }

    init(_ value: Fraction, isPercent: Bool) {
        self.value = value
        self.isPercent = isPercent
    }

    /// `4,44`, `73,5 %`.
    func shown(in language: Language) -> String {
        let separator: Character = language == .en ? "." : ","
        guard isPercent else { return value.rounded(decimals: 2, separator: separator) }
        var text = value.rounded(decimals: 2, separator: separator)
        while text.hasSuffix("0") { text.removeLast() }
        if text.last == separator { text.removeLast() }
        return text + "\u{A0}%"
    }
}
