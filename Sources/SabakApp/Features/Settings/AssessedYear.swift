import SchoolRules
import Store

/// A school year as its assessment sees it: pages, terms, regimes.
struct AssessedYear: Sendable {
    struct Page: Sendable {
        let id, subject: Int64
        let code: String
        let names: Names
        let scale: String
        let grade, hours: Int
    }

    /// A day from which a regime may hold.
    struct Start: Sendable {
        let day: Day
        /// Nil for the beginning of the year.
        let term: FinalTerm?
    }

    let year: Int
    let today: Day
    let regimes: Regimes
    let terms: [FinalTerm]
    /// In the order of grades and subjects.
    let pages: [Page]
    let kinds: [KindOfWork]
    var country: Country { regimes.country }

    static func read(for visit: Visit, in connection: Connection) throws -> AssessedYear {
        let (school, year) = (visit.school.id, visit.year)
        return AssessedYear(
            year: year, today: visit.today,
            regimes: try Regimes(school: school, year: year, of: visit.school.country, in: connection),
            terms: try FinalQueries.terms(year: year, school: school, in: connection),
            pages: try RegimeQueries.pages(year: year, school: school, in: connection),
            kinds: try SchoolFacts.kindsOfWork(school: school, in: connection))
    }

    var grades: [Int] {
        Set(pages.map(\.grade)).union(country.profile.grades).sorted()
    }

    /// The subjects taught, each once; in these grades, if any are taught there.
    func subjects(in grades: ClosedRange<Int>) -> [Page] {
        var codes: Set<String> = []
        return pages.filter { grades.contains($0.grade) && codes.insert($0.code).inserted }
    }

    /// The regime of a page on a day, by the term that holds it.
    func regime(of page: Page, on day: Day) -> Regime {
        regimes.regime(grade: page.grade, subject: page.code, scale: page.scale, on: end(of: day, page.grade))
    }

    func end(of day: Day, _ grade: Int) -> Day {
        let term = terms.first { ($0.gradeFrom...max($0.gradeFrom, $0.gradeTo)).contains(grade) && $0.to >= day }
        return term?.to ?? day
    }

    /// From when a change may hold: from the beginnings of the terms that are not closed, and of the year as long as
    /// none is.
    func starts(of grades: ClosedRange<Int>) -> [Start] {
        Self.starts(terms.filter { $0.gradeFrom <= grades.upperBound && $0.gradeTo >= grades.lowerBound }, year, today)
    }

    /// From when on a rule of all grades may change: never within a closed term of any of them.
    static func starts(for visit: Visit, in connection: Connection) throws -> [Start] {
        let terms = try FinalQueries.terms(year: visit.year, school: visit.school.id, in: connection)
        let found = starts(terms, visit.year, visit.today)
        return found.isEmpty ? [Start(day: SchoolCalendar.firstDay(of: visit.year + 1), term: nil)] : found
    }

    static func starts(_ own: [FinalTerm], _ year: Int, _ today: Day) -> [Start] {
        let closed = own.filter { $0.closedAt > 0 }.map(\.to).max()
        guard let closed else {
            let first = Start(day: SchoolCalendar.firstDay(of: year), term: nil)
            return [first] + own.filter { $0.from > today }.distinct.map { Start(day: $0.from, term: $0) }
        }
        return own.filter { $0.from > closed }.distinct.map { Start(day: $0.from, term: $0) }
    }

    /// The country's regime for a grade and a subject.
    func usual(grade: Int, subject: String, from day: Day) -> Regime? {
        regimes.profile(grade: grade, subject: subject, on: max(day, Day(year: year, month: 9, day: 1) ?? day))
    }
}

extension [FinalTerm] {
    /// Terms that begin on different days.
    fileprivate var distinct: [FinalTerm] {
        var days: Set<Day> = []
        return filter { days.insert($0.from).inserted }
    }
}
