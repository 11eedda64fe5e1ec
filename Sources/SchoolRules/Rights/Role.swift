/// The part a person plays in a school. One person may play several; the order is that of the matrix's columns.
public enum Role: String, Codable, CaseIterable, Sendable {
    case director, deputy, administrator
    /// Keeps the journal's order for the school.
    case responsible
    case clerk, classTeacher, subjectTeacher
    /// Holds a lesson instead of its teacher, and only that lesson.
    case substitute
    case student, parent
    /// Runs an installation of several schools.
    case `operator`
    /// Nobody has signed in.
    case anonymous

    var column: Int {
        switch self {
        case .director: 0
        case .deputy: 1
        case .administrator: 2
        case .responsible: 3
        case .clerk: 4
        case .classTeacher: 5
        case .subjectTeacher: 6
        case .substitute: 7
        case .student: 8
        case .parent: 9
        case .operator: 10
        case .anonymous: 11
        }
    }
}
