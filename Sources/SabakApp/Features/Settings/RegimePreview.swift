import SchoolRules
import Store

/// What a change of a regime would do, before it is made.
struct RegimePreview: Sendable {
    /// Pages that are assessed in another way by it.
    var pages = 0
    /// Of their marks in the running term: those that stand on another scale, which they keep, and which enter no
    /// number.
    var foreign = 0
    /// Students and subjects of the running term whose proposal would be another, of all that have marks.
    var changed = 0
    var counted = 0

    static func read(
        _ regime: Regime, in year: AssessedYear, for visit: Visit, in connection: Connection
    ) throws -> RegimePreview {
        var preview = RegimePreview()
        let later = Regimes(year.regimes, adding: regime)
        let day = max(regime.validFrom, year.today)
        var affected: [Int64: (page: AssessedYear.Page, before: Regime, after: Regime)] = [:]
        for page in year.pages {
            let end = year.end(of: day, page.grade)
            let before = year.regimes.regime(grade: page.grade, subject: page.code, scale: page.scale, on: end)
            let after = later.regime(grade: page.grade, subject: page.code, scale: page.scale, on: end)
            if before.id != after.id { affected[page.id] = (page, before, after) }
        }
        preview.pages = affected.count
        try preview.count(affected, regime, in: year, for: visit, connection)
        return preview
    }

    /// Holds the proposals of the running term by both rules against each other.
    private mutating func count(
        _ affected: [Int64: (page: AssessedYear.Page, before: Regime, after: Regime)], _ regime: Regime,
        in year: AssessedYear, for visit: Visit, _ connection: Connection
    ) throws {
        let running = year.terms.filter {
            $0.from <= year.today && $0.closedAt == 0 && $0.to >= regime.validFrom
                && $0.gradeFrom <= regime.grades.upperBound && $0.gradeTo >= regime.grades.lowerBound
        }
        guard let from = running.map(\.from).max(), let to = running.map(\.to).max(), !affected.isEmpty else { return }
        let marks = try RegimeQueries.marks(
            on: affected.mapValues(\.page.scale), from: from, to: to, school: visit.school.id, in: connection)
        let byStudent = Dictionary(grouping: marks) { PageStudent(page: $0.page, student: $0.student) }
        for (place, marks) in byStudent {
            guard let (page, before, after) = affected[place.page] else { continue }
            let (old, new) = (
                MarkReading(before, kinds: year.kinds, page: page.scale, on: to),
                MarkReading(after, kinds: year.kinds, page: page.scale, on: to)
            )
            counted += 1
            foreign += marks.count { old.numeric($0.mark) != nil && new.numeric($0.mark) == nil }
            if old.proposal(marks.map(\.mark)) != new.proposal(marks.map(\.mark)) { changed += 1 }
        }
    }

    private struct PageStudent: Hashable {
        let page, student: Int64
    }
}

extension MarkReading {
    /// What the marks alone propose.
    fileprivate func proposal(_ marks: [StoredMark]) -> ScaleValue? {
        var sum = MarkSum()
        for mark in marks { add(mark, to: &sum) }
        return number(of: sum).flatMap { regime.mark(for: $0, on: SchoolFacts.scale(regime.finalScale)) }
    }
}
