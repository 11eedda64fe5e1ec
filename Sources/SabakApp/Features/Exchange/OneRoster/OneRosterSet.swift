import SchoolRules

/// What a set of files says, whatever its version. `row` is the line a record stands on, 0 for one that the school knew
/// before.
struct OneRosterSet: Sendable {
    struct Org: Codable, Sendable {
        var id, name, type, parent: String
        var row = 0
    }
    struct Session: Codable, Sendable {
        var id, title, type: String
        var from, to: Day
        var row = 0
    }
    struct Course: Codable, Sendable {
        var id, title, code, org: String
        var grades, subjects: [String]
        var row = 0
    }
    struct Class: Codable, Sendable {
        var id, title, code, course, school, room: String
        var isHomeroom: Bool
        var grades, terms, subjects: [String]
        var row = 0
    }
    struct User: Sendable {
        var id: String
        var isEnabled: Bool
        var name: PersonName
        var phone, email, identifier: String
        var agents, grades, orgs: [String]
        var roles: [Role]
        var row = 0
    }
    struct Role: Sendable, Equatable {
        enum Part: Sendable { case student, staff, guardian }
        var word: String
        var org: String

        var part: Part {
            switch word {
            case "student": .student
            case "parent", "guardian", "relative": .guardian
            default: .staff
            }
        }
    }
    struct Enrolment: Sendable {
        var id, classID, school, user, role: String
        var isPrimary: Bool
        var from, to: Day?
        var row = 0
    }
    struct Demographics: Sendable {
        var birthDay: String
        var sex: String
    }

    var version = OneRosterVersion.v11
    var modes: [OneRosterFile: OneRosterMode] = [:]
    var orgs: [String: Org] = [:]
    var sessions: [String: Session] = [:]
    var courses: [String: Course] = [:]
    var classes: [String: Class] = [:]
    var users: [String: User] = [:]
    var enrolments: [Enrolment] = []
    var demographics: [String: Demographics] = [:]
    /// Rows of roles of their own file, for users who are not in the file of users themselves.
    var otherRoles: [String: [Role]] = [:]
    /// Ids that a file of changes takes out, and roles it takes away.
    var removed: [OneRosterFile: Set<String>] = [:]
    var removedEnrolments: [Enrolment] = []
    var removedRoles: [String: [Role]] = [:]

    func mode(_ file: OneRosterFile) -> OneRosterMode { modes[file] ?? .absent }
}

/// What a school keeps of the set it was last brought up to date by; it names no person.
struct OneRosterFrame: Codable, Sendable {
    var school: String
    var orgs: [String: OneRosterSet.Org]
    var sessions: [String: OneRosterSet.Session]
    var courses: [String: OneRosterSet.Course]
    var classes: [String: OneRosterSet.Class]
}

/// What the school knows already, in the words of the format.
struct OneRosterKnown: Sendable {
    var frame: OneRosterFrame
    var users: [String: OneRosterSet.User]
    var enrolments: [OneRosterSet.Enrolment]

    func ids(of file: OneRosterFile) -> Set<String> {
        switch file {
        case .orgs: Set(frame.orgs.keys)
        case .academicSessions: Set(frame.sessions.keys)
        case .courses: Set(frame.courses.keys)
        case .classes: Set(frame.classes.keys)
        case .users: Set(users.keys)
        case .userProfiles, .roles, .enrollments, .demographics: []
        }
    }
}

extension OneRosterSet {
    /// The whole set after these files: a bulk file replaces what was known, a delta file changes it, an absent one
    /// leaves it.
    func merged(over known: OneRosterKnown) -> OneRosterSet {
        var whole = self
        whole.orgs = merged(.orgs, orgs, over: known.frame.orgs)
        whole.sessions = merged(.academicSessions, sessions, over: known.frame.sessions)
        whole.courses = merged(.courses, courses, over: known.frame.courses)
        whole.classes = merged(.classes, classes, over: known.frame.classes)
        whole.users = merged(.users, users, over: known.users)
        if version == .v12 { whole.users = withRoles(whole.users, over: known.users) }
        if mode(.enrollments) != .bulk { whole.enrolments = mergedEnrolments(over: known.enrolments) }
        return whole
    }

    private func merged<Value>(
        _ file: OneRosterFile, _ own: [String: Value], over known: [String: Value]
    ) -> [String: Value] {
        guard mode(file) != .bulk else { return own }
        let gone = removed[file] ?? []
        return known.merging(own) { _, new in new }.filter { !gone.contains($0.key) }
    }

    /// Version 1.2 keeps roles in a file of their own, which has a mode of its own.
    private func withRoles(_ users: [String: User], over known: [String: User]) -> [String: User] {
        users.mapValues { user in
            var user = user
            let own = self.users[user.id]?.roles ?? otherRoles[user.id] ?? []
            let gone = removedRoles[user.id] ?? []
            let kept = mode(.roles) == .bulk ? [] : known[user.id]?.roles ?? []
            user.roles =
                own
                + kept.filter { role in
                    !own.contains { $0.part == role.part } && !gone.contains { $0.part == role.part }
                }
            return user
        }
    }

    private func mergedEnrolments(over known: [Enrolment]) -> [Enrolment] {
        func key(_ row: Enrolment) -> String { "\(row.classID) \(row.user) \(row.role)" }
        let named = Set((enrolments + removedEnrolments).map(key))
        return known.filter { !named.contains(key($0)) } + enrolments
    }
}
