import SchoolRules
import Store
import Web

/// The summary sheet of a class: its students by its subjects, for one period.
enum Summary {
    static let routes: [Route] = [.get("/classes/{class}/finals", .readClassRanking, show)]

    private static func show(_ visit: Visit) throws -> Answer {
        let (id, wish) = (try visit.id("class"), try WishedPeriod(visit.asked.query))
        return try visit.read { connection in
            let found = try visit.classToRead(id, by: .readClassRanking, in: connection)
            let school = visit.school.id
            let year = try FinalRoll.year(ofClass: id, school: school, in: connection) ?? visit.year
            let closings = try Closings(year: year, school: school, time: visit.school.time, in: connection)
            let terms = closings.terms(of: found.name.grade)
            let period = try period(wish.key, terms, on: visit.today)
            return SummaryPage(
                visit: visit, classID: id, className: found.name, year: year, terms: terms, closings: closings,
                roll: try FinalRoll.read(period, year: year, classID: id, on: visit.today, of: school, in: connection),
                corrections: try Correction.all(
                    .person(0, led: [id]), year: year, school: school, in: connection)
            ).answer
        }
    }

    private static func period(_ key: FinalKey?, _ terms: [FinalTerm], on day: Day) throws -> RollPeriod {
        guard let key else { return FinalTerm.current(of: terms, on: day).map(RollPeriod.term) ?? .year }
        guard case .term(let number) = key else { return .year }
        guard let term = terms.first(where: { $0.number == number }) else { throw Refusal.notFound }
        return .term(term)
    }
}

extension FinalRoll {
    /// The school year of a class.
    static func year(ofClass id: Int64, school: Int64, in connection: Connection) throws -> Int? {
        try connection.first("SELECT year FROM class WHERE school_id = \(school) AND id = \(id)") { $0.int(0) }
    }
}
