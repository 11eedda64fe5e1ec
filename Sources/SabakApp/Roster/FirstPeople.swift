import SchoolRules
import Store
import Web

/// The people a school begins with: those without whom nobody else could be let in.
///
/// Director and administrator are two people, because the new year and a restore need both of them, each confirming
/// what the other prepared. Lists are the clerk's; a school without one gives them to the administrator, who touches
/// no mark either way.
public struct FirstPeople: Sendable {
    /// Why names do not make the first people of a school.
    public enum Problem: Error, Equatable, Sendable { case administratorIsDirector, deputyHoldsAnother }

    struct Holder: Sendable {
        let name: PersonName
        let roles: [Role]
    }

    /// What one of them is handed over on paper.
    public struct Slip: Sendable {
        public let name: PersonName
        public let roles: [Role]
        public let login, code: String
        public let expires: Int64
    }

    let holders: [Holder]

    /// - Parameter clerk: nil, or the administrator's own name: the administrator keeps the lists.
    public init(director: PersonName, administrator: PersonName, clerk: PersonName?, deputy: PersonName?)
        throws(Problem)
    {
        guard director != administrator else { throw .administratorIsDirector }
        guard deputy != director, deputy != administrator else { throw .deputyHoldsAnother }
        let isClerkToo = clerk == nil || clerk == administrator
        var holders = [
            Holder(name: director, roles: [.director]),
            Holder(name: administrator, roles: isClerkToo ? [.administrator, .clerk] : [.administrator]),
        ]
        if let clerk, !isClerkToo { holders.append(Holder(name: clerk, roles: [.clerk])) }
        if let deputy { holders.append(Holder(name: deputy, roles: [.deputy])) }
        self.holders = holders
    }

    /// Adds them to the school that is being founded, each with an account and a code.
    func write(in writing: Writing, of school: SchoolStore, store: Store, ids: Identity, passwords: Passwords) throws
        -> [Slip]
    {
        let place = try writing.connection.first(
            "SELECT time_zone, language FROM school WHERE school_id = \(writing.school)"
        ) { ($0.text(0), Language(rawValue: $0.text(1)) ?? .ru) }
        guard let (zone, language) = place else { throw StoreError.missing("school \(writing.school)") }
        let today = LocalTime(zone: zone).moment(writing.instant).day.description
        let roster = try RosterWriting(writing: writing, ids: ids)
        let opening = AccountOpening(store: store)
        return try holders.map { holder in
            let person = try roster.addPerson(.init(name: holder.name))
            let position = holder.roles.map { ShellTexts.role($0)[language] }.joined(separator: ", ")
            try roster.employ(person, position: position, from: today)
            for role in holder.roles { try roster.grant(role, to: person, from: today) }
            let login = try opening.login(of: person, school: school, in: writing.connection)
            try opening.open(person: person, login: login, in: writing)
            let code = OneTimeCode.make()
            try OneTimeCode.issue(to: person, hash: passwords.hashNow(code), in: writing)
            return Slip(
                name: holder.name, roles: holder.roles, login: login, code: code,
                expires: writing.instant + OneTimeCode.lifetime)
        }
    }
}
