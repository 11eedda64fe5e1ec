import SchoolRules

/// The school year a set speaks of, and its terms.
struct OneRosterYear {
    let sessions: [String: OneRosterSet.Session]

    /// The calendar year in which the school year of a class begins; nil when no term of it is known.
    func year(of schoolClass: OneRosterSet.Class) -> Int? {
        schoolClass.terms.compactMap { sessions[$0]?.from }.min().map(SchoolCalendar.schoolYear(containing:))
    }

    /// The newest school year with classes; without classes, that of the sessions.
    func main(_ classes: [OneRosterSet.Class]) -> Int? {
        classes.compactMap(year).max()
            ?? sessions.values.map { SchoolCalendar.schoolYear(containing: $0.from) }.max()
    }

    /// First and last day of a school year: its own session, or all of its parts together.
    func bounds(of year: Int) -> (from: Day, to: Day)? {
        let own = sessions.values.filter { SchoolCalendar.schoolYear(containing: $0.from) == year }
        let whole = own.filter { $0.type == "schoolYear" }
        let chosen = whole.isEmpty ? own : whole
        guard let from = chosen.map(\.from).min(), let to = chosen.map(\.to).max() else { return nil }
        return (from, to)
    }

    /// The terms of a year as the profile of the country divides it, with the dates of the set; empty where the set
    /// does not divide the year.
    ///
    /// Four periods are quarters, three are trimesters, two are half-years, others are modules. Grades that the profile
    /// teaches by half-years get the half-years of the set, or pairs of its quarters.
    func terms(of year: Int, profile: CountryProfile) -> [Term] {
        let parts = divisions(of: year)
        guard let finest = parts.max(by: { $0.count < $1.count }), finest.count >= 2 else { return [] }
        let halves = parts.first { $0.count == 2 } ?? pairs(finest)
        let halfGrades = profile.terms(schoolYear: year).filter { $0.kind == .halfYear }.map(\.gradeFrom).min()
        let top = 12
        guard finest.count > 2, !halves.isEmpty, let first = halfGrades else {
            return terms(finest, grades: 0...top)
        }
        return terms(finest, grades: 0...(first - 1)) + terms(halves, grades: first...top)
    }

    /// Runs of sessions of one type that follow each other without overlap.
    private func divisions(of year: Int) -> [[OneRosterSet.Session]] {
        ["gradingPeriod", "term", "semester"].compactMap { type in
            let own = sessions.values
                .filter { $0.type == type && SchoolCalendar.schoolYear(containing: $0.from) == year }
                .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
            let follow = zip(own, own.dropFirst()).allSatisfy { $0.to <= $1.from }
            return follow && own.count >= 2 ? own : nil
        }
    }

    private func pairs(_ sessions: [OneRosterSet.Session]) -> [OneRosterSet.Session] {
        guard sessions.count == 4 else { return [] }
        return [0, 2].map { index in
            var half = sessions[index]
            half.to = sessions[index + 1].to
            return half
        }
    }

    private func terms(_ sessions: [OneRosterSet.Session], grades: ClosedRange<Int>) -> [Term] {
        let kinds: [Int: TermKind] = [2: .halfYear, 3: .trimester, 4: .quarter]
        return sessions.enumerated().map { index, session in
            let next = index + 1 < sessions.count ? sessions[index + 1].from : Day.forever
            return Term(
                id: 0, number: index + 1, kind: kinds[sessions.count] ?? .module, gradeFrom: grades.lowerBound,
                gradeTo: grades.upperBound, from: session.from, to: min(session.to, next.adding(-1)))
        }
    }
}
