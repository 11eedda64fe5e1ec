import Foundation
import SchoolRules
import Store

/// What a school remembers of its last set, so that a file of changes can be understood.
enum OneRosterMemory {
    private static let setting = "oneroster.frame"

    /// Nil where nothing was imported yet.
    static func read(_ connection: Connection, school: Int64, today: Day) throws -> OneRosterKnown? {
        guard let text = try SchoolFacts.setting(setting, school: school, in: connection) else { return nil }
        let frame = try JSONDecoder().decode(OneRosterFrame.self, from: Data(text.utf8))
        let state = try RosterState(connection, school: school)
        return OneRosterKnown(
            frame: frame, users: users(state, frame.school, today), enrolments: enrolments(state, frame, today))
    }

    /// Whether nothing was imported into the school yet.
    static func isEmpty(_ writing: Writing) throws -> Bool {
        try SchoolFacts.setting(setting, school: writing.school, in: writing.connection) == nil
    }

    static func keep(_ set: OneRosterSet, school: String, in writing: Writing) throws {
        let frame = OneRosterFrame(
            school: school, orgs: set.orgs, sessions: set.sessions, courses: set.courses, classes: set.classes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(frame.withoutLines), as: UTF8.self)
        let old = try SchoolFacts.setting(setting, school: writing.school, in: writing.connection)
        guard old != text else { return }
        try writing.connection.run(
            """
            INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(setting), \(text))
            ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
            """)
        try writing.audit("roster.import", "school/\(writing.school)", after: "oneroster \(set.version.rawValue)")
    }

    private static func users(_ state: RosterState, _ org: String, _ today: Day) -> [String: OneRosterSet.User] {
        let learning = state.learning(on: today.description)
        let guarding = state.guarding(on: today.description)
        var children: [Int64: [String]] = [:]
        for (link, known) in state.guardians where known.to >= today.description {
            if let id = state.people[link.student]?.facts.externalID, !id.isEmpty {
                children[link.guardian, default: []].append(id)
            }
        }
        var grades: [Int64: String] = [:]
        for one in state.classes {
            let grade = one.name.grade < 10 ? "0\(one.name.grade)" : "\(one.name.grade)"
            for span in state.members[one.id] ?? [] where span.to >= today.description { grades[span.person] = grade }
        }
        var users: [String: OneRosterSet.User] = [:]
        for (key, id) in state.byExternalID {
            guard let person = state.people[id] else { continue }
            var roles: [OneRosterSet.Role] = []
            if learning.contains(id) { roles.append(.init(word: "student", org: org)) }
            if let work = state.staff[id], work.to >= today.description {
                roles.append(.init(word: "teacher", org: org))
            }
            if guarding.contains(id) { roles.append(.init(word: "guardian", org: org)) }
            users[key] = OneRosterSet.User(
                id: key, isEnabled: !state.closedAccounts.contains(id), name: person.facts.name, phone: "", email: "",
                identifier: "", agents: (children[id] ?? []).sorted(), grades: grades[id].map { [$0] } ?? [],
                orgs: [org],
                roles: roles)
        }
        return users
    }

    private static func enrolments(
        _ state: RosterState, _ frame: OneRosterFrame, _ today: Day
    ) -> [OneRosterSet.Enrolment] {
        var rows: [OneRosterSet.Enrolment] = []
        func add(_ spans: [RosterState.Span]?, _ classID: String, _ role: String) {
            for (position, span) in (spans ?? []).enumerated() where span.to >= today.description {
                guard let user = state.people[span.person]?.facts.externalID, !user.isEmpty else { continue }
                rows.append(
                    .init(
                        id: "", classID: classID, school: frame.school, user: user, role: role,
                        isPrimary: position == 0, from: Day(span.from),
                        to: span.to == Day.forever.description ? nil : Day(span.to)))
            }
        }
        for one in state.classes where frame.classes[one.externalID] != nil {
            add(state.members[one.id], one.externalID, "student")
            add(state.leaders[one.id], one.externalID, "teacher")
        }
        for page in state.pages where frame.classes[page.externalID] != nil {
            add(state.members[page.group], page.externalID, "student")
            add(state.load[page.id], page.externalID, "teacher")
        }
        return rows
    }
}

extension OneRosterFrame {
    /// Lines belong to a file, not to what is remembered of it.
    var withoutLines: OneRosterFrame {
        var frame = self
        frame.orgs = orgs.mapValues {
            var one = $0
            one.row = 0
            return one
        }
        frame.sessions = sessions.mapValues {
            var one = $0
            one.row = 0
            return one
        }
        frame.courses = courses.mapValues {
            var one = $0
            one.row = 0
            return one
        }
        frame.classes = classes.mapValues {
            var one = $0
            one.row = 0
            return one
        }
        return frame
    }
}
