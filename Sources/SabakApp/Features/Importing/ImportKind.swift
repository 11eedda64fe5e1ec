import SchoolRules
import Web

/// What can be brought in the browser, and who may bring it (A35, A37, A39, A15).
enum ImportKind: String, CaseIterable, Codable, Sendable {
    case students, staff, load, timetable, asc, fet, plan
    /// The people of a OneRoster set, and its pages with their teachers.
    case people, teaching

    var right: Right {
        switch self {
        case .students, .staff, .people: .importRoster
        case .load, .teaching: .writeLoad
        case .timetable, .asc, .fet: .writeTimetable
        case .plan: .writePlan
        }
    }

    /// The list, where the file is one with columns of its own.
    var list: ListKind? {
        switch self {
        case .students: .students
        case .staff: .staff
        case .load: .load
        case .timetable: .timetable
        case .plan: .plan
        case .asc, .fet, .people, .teaching: nil
        }
    }

    /// Whether a first day is asked for.
    var takesDay: Bool { right == .writeTimetable }

    /// The place of the menu where what was brought is seen.
    var place: String {
        switch self {
        case .students, .people: "/students"
        case .staff: "/staff"
        case .load, .teaching: "/load"
        case .timetable, .asc, .fet: "/timetable"
        case .plan: "/plans"
        }
    }

    /// What a file input offers; the bytes decide what a file is.
    var accepts: String {
        switch self {
        case .students, .staff, .load, .timetable, .plan: ".xlsx,.csv,.tsv,.txt,.zip"
        case .asc: ".xml,.zip"
        case .fet: ".fet,.xml,.zip"
        case .people, .teaching: ".zip"
        }
    }

    static func all(of visit: Visit) -> [ImportKind] { allCases.filter { visit.may($0.right) } }

    static let rights: [Right] = [.importRoster, .writeLoad, .writeTimetable, .writePlan]
}

/// How far a list has come.
enum ImportState: String, Sendable {
    /// Its columns are being matched.
    case uploaded
    case checking
    /// Checked; it may be brought in.
    case ready
    case running, done
    /// Broken off; nothing was written.
    case failed

    var isUnderWay: Bool { self == .checking || self == .running }
}
