import SchoolRules
import Store

/// What the places of a school year have in common, read once for as many as are looked at.
struct FinalYear: Sendable {
    let closings: Closings
    let regimes: Regimes
    let kinds: [KindOfWork]
    private let debts: DebtReading

    /// - Parameter grade: the only one that is looked at.
    init(
        _ year: Int, grade: Int? = nil, on today: Day, school: Int64, time: LocalTime, in connection: Connection
    ) throws {
        closings = try Closings(year: year, school: school, time: time, in: connection)
        regimes = try Regimes(school: school, year: year, grade: grade, in: connection)
        kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        debts = try DebtReading(
            grade.map(DebtReading.Scope.grade) ?? .school, on: today, school: school, in: connection)
    }

    func debts(of grade: Int) -> DebtReading { debts.narrowed(to: grade) }
}
