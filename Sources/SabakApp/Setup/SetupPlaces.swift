import SchoolRules
import Store
import Web

/// The second level of getting ready: the list, what is incomplete, the next year, training.
enum SetupPlaces: String, CaseIterable {
    case list = "/readiness"
    case completeness = "/completeness"
    case nextYear = "/next-year"
    case practice = "/practice"
    case trainings = "/trainings"

    static func navigation(_ visit: Visit, at place: SetupPlaces) -> HTML {
        let links = allCases.filter { $0.isOpen(to: visit) }.html { one in
            let current: HTML? = one == place ? " aria-current=\"page\"" : nil
            return "<a href=\"\(one.rawValue)\"\(current)>\(one.name[visit.language])</a>"
        }
        return "<nav class=\"sub-places\" aria-label=\"\(SetupTexts.sections[visit.language])\">\(links)</nav>"
    }

    private func isOpen(to visit: Visit) -> Bool {
        switch self {
        case .list: visit.maySeeCompleteness || visit.may(.manageStaffAccounts)
        case .completeness: visit.maySeeCompleteness
        case .nextYear: visit.may(.rollYear)
        case .practice: visit.may(.readControlReport)
        case .trainings: visit.mayTrain
        }
    }

    var name: Text {
        switch self {
        case .list: SetupTexts.list
        case .completeness: SetupTexts.completeness
        case .nextYear: SetupTexts.nextYear
        case .practice: SetupTexts.practice
        case .trainings: SetupTexts.trainings
        }
    }
}

/// A word on the start page while the first lesson cannot be recorded.
struct SetupBanner: Sendable {
    let html: HTML?

    static let nothing = SetupBanner(html: nil)

    /// One short question as long as the year has lessons.
    static func read(_ visit: Visit, in connection: Connection) throws -> SetupBanner {
        guard visit.maySeeCompleteness || visit.may(.manageStaffAccounts) else { return .nothing }
        let first = SchoolCalendar.firstDay(of: visit.year).description
        let last = SchoolCalendar.lastDay(of: visit.year).description
        let lessons = try connection.count(
            """
            SELECT count(*) FROM (SELECT 1 FROM lesson
                WHERE school_id = \(visit.school.id) AND day >= \(first) AND day <= \(last) LIMIT 1) AS found
            """)
        guard lessons == 0 else { return .nothing }
        let blocking = try SetupList(visit, in: connection).blocking
        guard !blocking.isEmpty else { return .nothing }
        let words = visit.language
        return SetupBanner(
            html: """
                <p class="say warn banner">\(SetupTexts.blocked(blocking.map(\.line.name))[words]) \
                <a href="/readiness">\(SetupTexts.backToList[words])</a></p>
                """)
    }
}
