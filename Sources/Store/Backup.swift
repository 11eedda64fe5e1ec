import Foundation

/// A backup: one file that holds every school of a data directory, the directory and the anchors, each with its digest.
///
/// The file is itself a SQLite database, so that any tool can look inside. It is made while the server runs.
public enum Backup {
    private static let pieceSize = 4 << 20

    /// Writes a backup of a data directory.
    /// - Throws: ``StoreError/locked(_:)`` if the file exists already: a backup never overwrites another.
    /// - Returns: how many schools it holds.
    public static func make(of store: Store, to file: String, at instant: Int64) throws -> Int {
        guard !FileManager.default.fileExists(atPath: file) else { throw StoreError.locked(file) }
        let unfinished = file + ".unfinished"
        let copies = file + ".copies"
        for leftover in [unfinished, copies] where FileManager.default.fileExists(atPath: leftover) {
            try FileManager.default.removeItem(atPath: leftover)
        }
        try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: true)
        defer { discard([copies, unfinished]) }
        let schools = try store.schoolList()
        try pack(names(of: schools, in: store, copies: copies), into: unfinished, at: instant)
        try FileManager.default.moveItem(atPath: unfinished, toPath: file)
        return schools.count
    }

    /// Puts a backup in the place of a data directory; what was there is kept beside it.
    ///
    /// Each school's chain and anchors get a record of who restored and why, which explains that the chain is shorter
    /// than it once was.
    /// - Throws: ``StoreError/tampered(_:)`` if a byte differs from what was backed up, ``StoreError/locked(_:)`` while
    ///   any other program works in the directory. Nothing is changed then.
    public static func restore(from file: String, to path: String, who: String, why: String, at instant: Int64) throws
        -> Int
    {
        guard FileManager.default.fileExists(atPath: file) else { throw StoreError.missing(file) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let lock = try DirectoryLock(path: path + "/data.lock", mode: .alone)
        let fresh = "\(path)/restoring"
        discard([fresh])
        try unpack(file, into: fresh)
        try keepOld(path, at: instant)
        try moveIn(fresh, to: path)
        lock.share()
        return try explain(path, who: who, why: why, at: instant)
    }

    private static func names(
        of schools: [(id: Int64, name: String, country: String)], in store: Store, copies: String
    ) throws -> [(name: String, path: String)] {
        let directory = copies + "/directory.sqlite"
        try store.copyDirectory(to: directory)
        var files = [("directory.sqlite", directory)]
        for school in schools {
            let copy = "\(copies)/\(school.id).sqlite"
            try store.school(school.id).copy(to: copy)
            files.append(("schools/\(school.id).sqlite", copy))
            let anchors = store.anchors(of: school.id).path
            if FileManager.default.fileExists(atPath: anchors) {
                files.append(("anchors/\(school.id).anchors", anchors))
            }
        }
        return files
    }

    private static func pack(_ files: [(name: String, path: String)], into path: String, at instant: Int64) throws {
        let archive = try Connection(path: path, readOnly: false)
        defer { archive.close() }
        try archive.script(
            """
            PRAGMA journal_mode = DELETE;
            CREATE TABLE backup (made_at bigint NOT NULL, format bigint NOT NULL);
            CREATE TABLE file (name text NOT NULL PRIMARY KEY, digest blob NOT NULL, size bigint NOT NULL);
            CREATE TABLE piece (name text NOT NULL, number bigint NOT NULL, content blob NOT NULL,
                PRIMARY KEY (name, number));
            """)
        try archive.run("INSERT INTO backup (made_at, format) VALUES (\(instant), 1)")
        for (name, source) in files {
            let content = [UInt8](try Data(contentsOf: URL(fileURLWithPath: source), options: .alwaysMapped))
            try archive.run("BEGIN")
            for (number, start) in stride(from: 0, to: content.count, by: pieceSize).enumerated() {
                let piece = Array(content[start..<min(start + pieceSize, content.count)])
                try archive.run("INSERT INTO piece (name, number, content) VALUES (\(name), \(number), \(piece))")
            }
            try archive.run(
                "INSERT INTO file (name, digest, size) VALUES (\(name), \(Digest.sha256(content)), \(content.count))")
            try archive.run("COMMIT")
        }
    }

    private static func unpack(_ file: String, into path: String) throws {
        do {
            let archive = try Connection(path: file, readOnly: true)
            defer { archive.close() }
            let files = try archive.all("SELECT name, digest, size FROM file ORDER BY name") {
                ($0.text(0), $0.bytes(1), $0.int(2))
            }
            guard files.contains(where: { $0.0 == "directory.sqlite" }) else { throw StoreError.tampered(file) }
            for (name, digest, size) in files {
                try unpack(name, digest: digest, size: size, from: archive, into: path)
            }
        } catch let error as StoreError {
            discard([path])
            if case .engine = error { throw StoreError.tampered(file) }
            throw error
        }
    }

    private static func unpack(
        _ name: String, digest: [UInt8], size: Int, from archive: Connection, into path: String
    ) throws {
        let isPlain = name.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." } && !name.hasPrefix("/")
        guard isPlain else { throw StoreError.tampered(name) }
        var content: [UInt8] = []
        content.reserveCapacity(max(0, min(size, 1 << 32)))
        try archive.each("SELECT content FROM piece WHERE name = \(name) ORDER BY number") {
            content += $0.bytes(0)
        }
        guard content.count == size, Digest.sha256(content) == digest else { throw StoreError.tampered(name) }
        let target = URL(fileURLWithPath: "\(path)/\(name)")
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content).write(to: target)
    }

    private static func keepOld(_ path: String, at instant: Int64) throws {
        let old = "\(path)/before-restore-\(instant)"
        for name in ["directory.sqlite", "directory.sqlite-wal", "directory.sqlite-shm", "schools", "anchors"]
        where FileManager.default.fileExists(atPath: "\(path)/\(name)") {
            try FileManager.default.createDirectory(atPath: old, withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: "\(path)/\(name)", toPath: "\(old)/\(name)")
        }
    }

    private static func moveIn(_ fresh: String, to path: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: fresh) {
            try FileManager.default.moveItem(atPath: "\(fresh)/\(name)", toPath: "\(path)/\(name)")
        }
        try FileManager.default.removeItem(atPath: fresh)
    }

    private static func explain(_ path: String, who: String, why: String, at instant: Int64) throws -> Int {
        let store = try Store(path: path)
        let schools = try store.schoolList()
        for school in schools {
            let opened = try store.school(school.id)
            let before = try opened.read { try AuditHead.read($0, school: school.id) }
            try store.anchors(of: school.id).explainRestore(to: before.seq, at: instant, who: who, why: why)
            try opened.writeNow(by: .command("restore"), at: instant) { writing in
                try writing.audit("school.restore", "school/\(school.id)", after: "\(before.seq)", reason: why)
            }
            let after = try opened.read { try AuditHead.read($0, school: school.id) }
            try store.anchors(of: school.id).keep(after, at: instant)
        }
        return schools.count
    }

    private static func discard(_ paths: [String]) {
        for path in paths where FileManager.default.fileExists(atPath: path) {
            // Only scratch folders of our own: what cannot be removed now is removed by the next run.
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}
