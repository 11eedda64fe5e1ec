extension Store {
    /// The person behind the first of these folded sign-in names that is known; else the one person whose name looks
    /// the same on paper as one of them.
    public func person(signingInAs names: [String]) throws -> SignInName? {
        try engine.read { connection in
            for name in names {
                if let found = try SignInName.all("login = \(name)", in: connection).first { return found }
            }
            for name in names {
                let alike = try SignInName.all("looks = \(SignInName.looks(name))", in: connection)
                if alike.count == 1 { return alike[0] }
            }
            return nil
        }
    }

    /// The person behind a folded sign-in name, or behind the only one that looks the same on paper.
    public func person(signingInAs name: String) throws -> SignInName? { try person(signingInAs: [name]) }

    /// Those of the names that nobody has ever had, and none that looks the same.
    public func free(of names: [String]) throws -> [String] {
        try engine.read { connection in
            let taken = Set(
                try connection.all(
                    "SELECT looks FROM sign_in_name WHERE looks IN \(list: names.map(SignInName.looks)) ORDER BY looks"
                ) { $0.text(0) })
            return names.filter { !taken.contains(SignInName.looks($0)) }
        }
    }

    /// Keeps a sign-in name for a person. A name is never given twice, nor one that looks the same on paper: not after
    /// its person has left, and not after the school is removed.
    /// - Returns: whether the name was free, or was the person's already.
    public func claim(login: String, school: Int64, person: Int64) throws -> Bool {
        try engine.change { connection in
            let looks = SignInName.looks(login)
            let known = try connection.all(
                "SELECT login, school_id, person_id FROM sign_in_name WHERE looks = \(looks) ORDER BY login"
            ) { SignInName(login: $0.text(0), school: $0.integer(1), person: $0.integer(2)) }
            guard known.isEmpty else {
                return known.contains(SignInName(login: login, school: school, person: person))
            }
            return try connection.run(
                """
                INSERT INTO sign_in_name (login, school_id, person_id, looks)
                VALUES (\(login), \(school), \(person), \(looks)) ON CONFLICT (login) DO NOTHING
                """) == 1
        }
    }
}

/// A sign-in name of the installation, and whose it is.
public struct SignInName: Sendable, Equatable {
    public let login: String
    public let school, person: Int64

    /// What a name looks like on paper: `0` is taken for `o`, and `1` and `i` (as capital `I`) for `l`.
    public static func looks(_ login: String) -> String {
        String(
            login.map { letter in
                switch letter {
                case "0": "o"
                case "1", "i": "l"
                default: letter
                }
            })
    }

    /// Names of removed schools, and those a restored school does not know any more, belong to person 0.
    static func all(_ condition: SQL, in directory: Connection) throws -> [SignInName] {
        try directory.all(
            """
            SELECT login, school_id, person_id FROM sign_in_name WHERE \(condition) AND person_id <> 0
            ORDER BY login LIMIT 2
            """
        ) { SignInName(login: $0.text(0), school: $0.integer(1), person: $0.integer(2)) }
    }

    /// The names that are kept for nobody go along into a copy of the directory.
    static func copyRetired(from directory: Connection, to copy: Connection) throws {
        try directory.each("SELECT login, school_id, looks FROM sign_in_name WHERE person_id = 0 ORDER BY login") {
            let (login, school, looks) = ($0.text(0), $0.integer(1), $0.text(2))
            try copy.run(
                """
                INSERT INTO sign_in_name (login, school_id, person_id, looks)
                VALUES (\(login), \(school), 0, \(looks))
                """)
        }
    }
}
