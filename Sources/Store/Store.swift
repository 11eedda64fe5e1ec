import Foundation
import Synchronization

/// The data directory of an installation: its directory of sign-in names, one file a school, and the anchors of the
/// audit chains.
public final class Store: Sendable {
    public let path: String
    private let directory: Mutex<Connection>
    private let schools = Mutex<[Int64: SchoolStore]>([:])
    private let lock: DirectoryLock

    /// Opens a data directory, making it if there is none.
    /// - Throws: ``StoreError/locked(_:)`` while a restore is at work in it.
    public init(path: String) throws {
        self.path = path
        for folder in ["", "/schools", "/anchors"] {
            try FileManager.default.createDirectory(atPath: path + folder, withIntermediateDirectories: true)
        }
        lock = try DirectoryLock(path: path + "/data.lock", mode: .shared)
        let connection = try Connection(path: path + "/directory.sqlite", readOnly: false)
        try Schema.directory.bringUpToDate(connection)
        directory = Mutex(connection)
    }

    /// Makes the file of a new school and enters it in the directory.
    public func add(school id: Int64, name: String, country: String, at instant: Int64) throws -> SchoolStore {
        let school = try SchoolStore(id: id, path: filePath(of: id))
        try directory.withLock { connection in
            _ = try connection.run(
                """
                INSERT INTO school_file (school_id, name, country, created_at)
                VALUES (\(id), \(name), \(country), \(instant))
                """)
        }
        schools.withLock { $0[id] = school }
        return school
    }

    /// Takes a school that was not finished out of the directory again, with its file and its sign-in names.
    public func discard(school id: Int64) throws {
        try directory.withLock { connection in
            try connection.run("DELETE FROM sign_in_name WHERE school_id = \(id)")
            try connection.run("DELETE FROM school_file WHERE school_id = \(id)")
        }
        schools.withLock { $0[id] = nil }
        for ending in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: filePath(of: id) + ending) {
            try FileManager.default.removeItem(atPath: filePath(of: id) + ending)
        }
    }

    /// The school with this id.
    /// - Throws: ``StoreError/missing(_:)`` if there is none.
    public func school(_ id: Int64) throws -> SchoolStore {
        if let open = schools.withLock({ $0[id] }) { return open }
        let isKnown = try directory.withLock { connection in
            try connection.count("SELECT count(*) FROM school_file WHERE school_id = \(id)") == 1
        }
        guard isKnown, FileManager.default.fileExists(atPath: filePath(of: id)) else {
            throw StoreError.missing("school \(id)")
        }
        return try schools.withLock { known in
            if let open = known[id] { return open }
            let opened = try SchoolStore(id: id, path: filePath(of: id))
            known[id] = opened
            return opened
        }
    }

    /// The schools of the installation, oldest first.
    public func schoolList() throws -> [(id: Int64, name: String, country: String)] {
        try directory.withLock { connection in
            try connection.all("SELECT school_id, name, country FROM school_file ORDER BY created_at, school_id") {
                ($0.integer(0), $0.text(1), $0.text(2))
            }
        }
    }

    /// The person behind a folded sign-in name.
    public func person(signingInAs login: String) throws -> (school: Int64, person: Int64)? {
        try directory.withLock { connection in
            try connection.first("SELECT school_id, person_id FROM sign_in_name WHERE login = \(login)") {
                ($0.integer(0), $0.integer(1))
            }
        }
    }

    /// Keeps a sign-in name for a person. A name is never given twice.
    /// - Returns: whether the name was free, or was the person's already.
    public func claim(login: String, school: Int64, person: Int64) throws -> Bool {
        try directory.withLock { connection in
            try connection.run(
                """
                INSERT INTO sign_in_name (login, school_id, person_id) VALUES (\(login), \(school), \(person))
                ON CONFLICT (login) DO NOTHING
                """)
            return try connection.count(
                """
                SELECT count(*) FROM sign_in_name
                WHERE login = \(login) AND school_id = \(school) AND person_id = \(person)
                """) == 1
        }
    }

    /// Keeps many sign-in names at once; those already taken are answered.
    public func claim(logins: [(login: String, person: Int64)], school: Int64) throws -> [String] {
        try directory.withLock { connection in
            try connection.run("BEGIN IMMEDIATE")
            var taken: [String] = []
            do {
                for (login, person) in logins {
                    let added = try connection.run(
                        """
                        INSERT INTO sign_in_name (login, school_id, person_id)
                        VALUES (\(login), \(school), \(person)) ON CONFLICT (login) DO NOTHING
                        """)
                    if added == 0 { taken.append(login) }
                }
                try connection.run("COMMIT")
            } catch {
                try connection.run("ROLLBACK")
                throw error
            }
            return taken
        }
    }

    /// Whether the directory answers.
    public func answers() throws -> Bool {
        try directory.withLock { try $0.count("SELECT 1") == 1 }
    }

    /// Copies the directory file as it stands.
    func copyDirectory(to file: String) throws {
        try directory.withLock { connection in _ = try connection.run("VACUUM INTO \(file)") }
    }

    func filePath(of school: Int64) -> String { "\(path)/schools/\(school).sqlite" }

    /// The anchors of a school's audit chain.
    public func anchors(of school: Int64) -> Anchors { Anchors(path: "\(path)/anchors/\(school).anchors") }
}
