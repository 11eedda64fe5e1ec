import SchoolRules
import Store
import Web

/// One-time codes from the command line, also for the first people of a school that nobody can sign in to yet.
public struct FirstAccounts: Sendable {
    let store: Store
    let school: SchoolStore
    let now: Int64

    public init(store: Store, school: SchoolStore, now: Int64) {
        self.store = store
        self.school = school
        self.now = now
    }

    public struct Issued: Sendable {
        public let person: Int64
        public let login, code: String
    }

    /// Issues a code to a person, or to the holder of a role, who is added if the school has none.
    /// - Returns: nil if there is no such person.
    public func issueCode(person: Int64?, first role: Role?) throws -> Issued? {
        let code = OneTimeCode.make()
        let hash = Passwords().hashNow(code)
        return try school.writeNow(by: .command("user code"), at: now) { writing in
            let holder = try person ?? role.map { try self.holder(of: $0, in: writing) }
            guard let id = holder, try exists(id, in: writing.connection) else { return nil }
            let opening = AccountOpening(store: store)
            let login = try opening.login(of: id, school: school, in: writing.connection)
            try opening.open(person: id, login: login, in: writing)
            try OneTimeCode.issue(to: id, hash: hash, in: writing)
            return Issued(person: id, login: login, code: code)
        }
    }

    private func exists(_ person: Int64, in connection: Connection) throws -> Bool {
        try connection.count("SELECT count(*) FROM person WHERE school_id = \(school.id) AND id = \(person)") == 1
    }

    private func holder(of role: Role, in writing: Writing) throws -> Int64 {
        let time = try LocalTime.of(school.id, in: writing.connection)
        let today = time.moment(now).day.description
        let known = try writing.connection.first(
            """
            SELECT person_id FROM role_grant
            WHERE school_id = \(school.id) AND role = \(role.rawValue) AND from_day <= \(today) AND to_day >= \(today)
            ORDER BY id LIMIT 1
            """
        ) { $0.integer(0) }
        if let known { return known }
        let roster = try RosterWriting(writing: writing, ids: Identity(node: 3) { Clock.wall.now() })
        let name = PersonName(surname: ShellTexts.role(role)[.en], given: ShellTexts.role(role)[.ru])
        let person = try roster.addPerson(.init(name: name))
        try roster.employ(person, position: ShellTexts.role(role)[.ru], from: today)
        try roster.grant(role, to: person, from: today)
        return person
    }
}
