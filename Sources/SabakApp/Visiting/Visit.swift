import HTTPTypes
import SchoolRules
import Store
import Web

/// Who asks: a signed-in person with the roles of this moment, in the person's school.
///
/// It is made anew for every request, of the session's row and of what the school's rows say of the person's roles.
struct Visit: Sendable {
    let caller: Caller
    let store: SchoolStore
    let school: School
    let person: Visitor
    let session: Session
    let roles: Set<Role>
    let language: Language
    /// The school's local time; in a year that is looked at ahead, the beginning of its first day.
    private(set) var moment: Moment
    /// The school year of the clock.
    let presentYear: Int

    struct School: Sendable {
        let id: Int64
        let name: String
        let country: Country
        let recordLanguage: RecordLanguage
        let time: LocalTime
        /// Whether this is the practice class of another school: a school of its own, in which nothing counts.
        let isPractice: Bool
        let issuers: StaffIssuers
    }

    struct Visitor: Sendable {
        let id: Int64
        let name: PersonName
    }

    struct Session: Sendable {
        let tokenHash: [UInt8]
        let csrf: String
        /// The role whose start page and menu the person has chosen.
        let role: Role?
        /// A short name of the session for logs and history.
        var name: String { Digest.hex(Array(tokenHash.prefix(6))) }
    }

    var app: App { caller.app }
    var asked: Asked { caller.asked }
    var now: Int64 { caller.now }
    var today: Day { moment.day }
    var year: Int { SchoolCalendar.schoolYear(containing: today) }
    /// Whether the visit looks at a year that has not begun.
    var isAhead: Bool { year != presentYear }

    /// The visit as it would be in the morning of a day to come; what is written is written now.
    func seen(from day: Day) -> Visit {
        var copy = self
        copy.moment = Moment(day: day, minute: 0)
        return copy
    }

    var author: Author { Author(person: person.id, session: session.name) }

    /// The visit behind the request's session.
    /// - Throws: ``Refusal/notSignedIn`` without a session that still holds.
    init(_ caller: Caller) throws {
        guard let token = caller.token, let schoolID = SessionToken.school(of: token) else {
            throw Refusal.notSignedIn
        }
        let store: SchoolStore
        do {
            store = try caller.app.store.school(schoolID)
        } catch StoreError.missing {
            // The token names a school that is not here any more: as good as no token.
            throw Refusal.notSignedIn
        }
        guard let found = try store.read({ try Found(token, school: schoolID, at: caller.now, in: $0) }),
            !found.standing.isOver
        else { throw Refusal.notSignedIn }
        self.init(caller, store: store, found)
        if caller.now - found.session.seenAt > 5 * 60_000 { noteSeen() }
    }

    /// What the rows say of a token.
    private struct Found {
        let session: VisitQueries.SessionRow
        let school: VisitQueries.SchoolRow
        let name: PersonName
        let time: LocalTime
        let moment: Moment
        let standing: Standing

        /// Nothing where the session does not hold.
        init?(_ token: String, school id: Int64, at now: Int64, in connection: Connection) throws {
            guard let session = try VisitQueries.session(token: token, school: id, at: now, in: connection),
                let school = try VisitQueries.school(id, in: connection),
                let name = try VisitQueries.name(of: session.person, school: id, in: connection)
            else { return nil }
            self.session = session
            self.school = school
            self.name = name
            time = LocalTime(zone: school.timeZone)
            moment = time.moment(now)
            standing = try Standing.read(of: session.person, school: id, on: moment.day, in: connection)
        }
    }

    private init(_ caller: Caller, store: SchoolStore, _ found: Found) {
        self.caller = caller
        self.store = store
        moment = found.moment
        presentYear = SchoolCalendar.schoolYear(containing: found.moment.day)
        roles = found.standing.roles
        let row = found.school
        school = School(
            id: store.id, name: row.name, country: row.country, recordLanguage: row.recordLanguage, time: found.time,
            isPractice: row.isPractice, issuers: row.issuers)
        person = Visitor(id: found.session.person, name: found.name)
        session = Session(tokenHash: found.session.tokenHash, csrf: found.session.csrf, role: found.session.role)
        language = found.session.language ?? caller.asked.cookie("lang").flatMap(Language.init) ?? row.language
    }

    /// - Throws: ``Refusal/forbidden`` unless one of the visitor's roles has the right in some scope.
    func require(_ access: Route.Access) throws {
        switch access {
        case .open, .signedIn: return
        case .right(let right): guard may(right) else { throw Refusal.forbidden }
        case .anyOf(let rights): guard rights.contains(where: may) else { throw Refusal.forbidden }
        }
    }

    /// A browser sends its cookie with forms of foreign pages too, so a change needs the session's own token.
    /// - Throws: ``Refusal/foreignForm`` without it.
    func requireOwnForm() throws {
        guard caller.isByCookie else { return }
        guard let sent = asked.headers[.csrf] ?? sentToken, Tokens.areEqual(sent, session.csrf) else {
            throw Refusal.foreignForm
        }
    }

    private var sentToken: String? {
        switch asked.mediaType {
        case "application/x-www-form-urlencoded": asked.form["csrf"]
        // A body that cannot be read has no token.
        case "multipart/form-data": (try? asked.multipart())?.form["csrf"]
        default: nil
        }
    }

    /// Whether one of the visitor's roles has this right in some scope.
    func may(_ right: Right) -> Bool { roles.contains { grant(of: right, to: $0).isGiven } }

    /// Whether one of the visitor's roles has this right for the whole school.
    func mayInSchool(_ right: Right) -> Bool {
        roles.contains { role in
            let grant = grant(of: right, to: role)
            return grant.isGiven && grant.scope >= .school
        }
    }

    /// Whether one of the visitor's roles has this right in just this scope: the class one leads, the lesson one
    /// substitutes, the own child.
    func may(_ right: Right, over scope: Scope) -> Bool { roles.contains { grant(of: right, to: $0).scope == scope } }

    /// A cell of the table of rights as it is in this school.
    func grant(of right: Right, to role: Role) -> Grant { school.issuers.scope(of: right, for: role) }

    /// Asks the database questions within one view of the data, in which the visitor's own changes are. Before
    /// something is changed the view is the newest there is.
    func read<T>(_ questions: (Connection) throws -> T) throws -> T {
        let isLooking = [.get, .head].contains(asked.method)
        return try isLooking ? store.read(for: person.id, questions) : store.read(questions)
    }

    /// Changes the school in one transaction, in the visitor's name.
    func write<T: Sendable>(_ changes: @escaping @Sendable (Writing) throws -> T) async throws -> T {
        try await store.write(by: author, at: now, changes)
    }

    /// A number of the path.
    /// - Throws: ``Refusal/notFound`` if it is none: an address that cannot exist looks like one that does not.
    func id(_ name: String) throws -> Int64 {
        guard let text = asked.parameters[name], let id = Int64(text) else { throw Refusal.notFound }
        return id
    }

    private func noteSeen() {
        let (store, author, now, hash) = (store, author, now, session.tokenHash)
        Task {
            try await store.write(by: author, at: now, alsoWhenReadOnly: true) { writing in
                try VisitQueries.noteSeen(tokenHash: hash, in: writing)
                writing.touchesOnly([])
            }
        }
    }
}
