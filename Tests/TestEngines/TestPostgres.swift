import Foundation
import Synchronization

/// A PostgreSQL server of the test run's own: in a temporary folder, on a socket nobody else knows, gone when the run
/// is over, however it ends.
public final class TestPostgres: Sendable {
    private static let started = Result { try TestPostgres() }

    /// The server, started when it is first asked for.
    /// - Throws: ``TestFailure`` if PostgreSQL is not installed or does not start; a test never passes it over.
    public static func shared() throws -> TestPostgres { try started.get() }

    /// One more server, for a test that does something to all of it.
    public static func another() throws -> TestPostgres { try TestPostgres(connections: 60) }

    let folder: String
    private let bin: String
    private let templates = TemplateShelf()
    private let released = NameShelf()

    private init(connections: Int = 1500) throws {
        bin = try Self.findBin()
        folder = "/tmp/sabak-postgres-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try SystemCommand.run(["chown", Self.user, folder]) }
        try Self.runAsServer([
            "\(bin)/initdb", "--pgdata=\(folder)/data", "--locale=C", "--encoding=UTF8", "--auth=trust", "--no-sync",
            "--username=\(Self.user)",
        ])
        let settings = """
            listen_addresses = ''
            unix_socket_directories = '\(folder)'
            fsync = off
            full_page_writes = off
            max_connections = \(connections)
            shared_buffers = 64MB
            autovacuum = off
            max_wal_size = 256MB
            """
        try settings.write(toFile: "\(folder)/settings", atomically: true, encoding: .utf8)
        try Self.runAsServer(["sh", "-c", "cat \(folder)/settings >> \(folder)/data/postgresql.conf"])
        try watch()
        try start("data")
    }

    /// Starts what is in a folder of the server's own, at a port of it.
    func start(_ name: String, port: Int = 5432) throws {
        try Self.runAsServer([
            "\(bin)/pg_ctl", "start", "--wait", "--silent", "--pgdata=\(folder)/\(name)",
            "--log=\(folder)/\(name).log", "--options=-p \(port)",
        ])
    }

    func stop(_ name: String) throws {
        try Self.runAsServer([
            "\(bin)/pg_ctl", "stop", "--wait", "--silent", "--mode=immediate", "--pgdata=\(folder)/\(name)",
        ])
    }

    /// Stops the processes of the server in mid-air: the kernel goes on taking calls and bytes for it.
    public func freeze() throws { try signal("STOP") }

    public func thaw() throws { try signal("CONT") }

    private func signal(_ name: String) throws {
        try Self.runAsServer([
            "sh", "-c",
            """
            first=$(head -n 1 '\(folder)/data/postmaster.pid')
            for one in $first $(pgrep -P $first); do kill -\(name) $one || true; done
            """,
        ])
    }

    /// Copies the running server, as the beginning of one that follows it.
    func copy(to name: String) throws {
        try Self.runAsServer([
            "\(bin)/pg_basebackup", "--host=\(folder)", "--username=\(Self.user)", "--pgdata=\(folder)/\(name)",
            "--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync",
        ])
    }

    /// A database with the tables of a template and no rows.
    ///
    /// One that an earlier test has done with is emptied and given again, because making one takes the server most of
    /// a second; one whose tables a test has altered is not.
    /// - Parameters:
    ///   - template: a name for what `prepare` makes; databases of one template are copies of one made once.
    ///   - prepare: makes the tables in the template, given its URL; no connection to it may stay open.
    public func database(like template: String, _ prepare: @Sendable (String) throws -> Void) throws -> TestDatabase {
        let shape = try templates.once(template) {
            try create(template, from: "template0")
            try prepare(url(of: template))
            return try self.shape(of: template)
        }
        let name = try emptied(like: template, shape: shape) ?? made(from: template)
        return TestDatabase(url: url(of: name), name: name, template: template, server: self)
    }

    /// A fresh database with nothing in it, sorted by code points or by a language.
    public func emptyDatabase(sortedBy language: String? = nil) throws -> TestDatabase {
        let name = try made(from: "template0", sortedBy: language)
        return TestDatabase(url: url(of: name), name: name, template: nil, server: self)
    }

    private func made(from template: String, sortedBy language: String? = nil) throws -> String {
        let name = "test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "_")
        try create(name, from: template, sortedBy: language)
        return name
    }

    fileprivate func release(_ name: String, template: String) { released.add(name, to: template) }

    /// A database that nobody holds any more, without its rows; nothing if all are in use or altered.
    private func emptied(like template: String, shape: String) throws -> String? {
        let names = released.takeAll(of: template)
        for (index, name) in names.enumerated() {
            guard try empty(name) else {
                released.add(name, to: template)
                continue
            }
            guard try self.shape(of: name) == shape else { continue }
            for other in names[(index + 1)...] { released.add(other, to: template) }
            return name
        }
        return nil
    }

    /// Whether the database could be emptied: a store may outlive what its test held, and is then still connected.
    private func empty(_ name: String) throws -> Bool {
        try ask(
            name,
            """
            DO $$ DECLARE entity record; BEGIN
                IF (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) = 1 THEN
                    SET LOCAL session_replication_role = replica;
                    FOR entity IN SELECT tablename FROM pg_tables
                        WHERE schemaname = 'public' AND tablename <> 'schema_version'
                    LOOP EXECUTE format('DELETE FROM %I', entity.tablename); END LOOP;
                    PERFORM set_config('test.emptied', 'yes', false);
                END IF;
            END $$; SELECT coalesce(current_setting('test.emptied', true), 'no')
            """) == "yes"
    }

    private func shape(of name: String) throws -> String {
        try ask(
            name,
            """
            SELECT (SELECT string_agg(relname || relkind::text, ' ' ORDER BY relname) FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace)
                || (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal)
                || (SELECT count(*) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                    WHERE relnamespace = 'public'::regnamespace)
                || (SELECT string_agg(schema_version::text, ' ' ORDER BY part, version) FROM schema_version)
            """)
    }

    func ask(_ database: String, _ question: String, port: Int = 5432) throws -> String {
        let answer = try SystemCommand.run([
            "\(bin)/psql", "--host=\(folder)", "--port=\(port)", "--username=\(Self.user)", "--dbname=\(database)",
            "--no-psqlrc", "-qAt",
            "--command=\(question)",
        ])
        return answer.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func create(_ name: String, from template: String, sortedBy language: String? = nil) throws {
        let order = language.map { ["--locale-provider=icu", "--icu-locale=\($0)"] } ?? []
        try SystemCommand.run(
            [
                "\(bin)/createdb", "--host=\(folder)", "--username=\(Self.user)", "--template=\(template)",
                "--encoding=UTF8", "--locale=C",
            ] + order + [name])
    }

    private func url(of database: String) -> String { "postgres://\(Self.user)@/\(database)?host=\(folder)" }

    /// Root may not run a server, so it is run by the account that the package makes for it.
    static let user = getuid() == 0 ? "postgres" : NSUserName()

    private static func findBin() throws -> String {
        let places = [
            ProcessInfo.processInfo.environment["SABAK_POSTGRES_BIN"], "/usr/lib/postgresql/15/bin",
            "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin", "/opt/homebrew/opt/postgresql@15/bin",
            "/usr/local/opt/postgresql@15/bin", "/usr/pgsql-15/bin",
        ]
        for place in places.compactMap({ $0 }) where FileManager.default.isExecutableFile(atPath: place + "/initdb") {
            return place
        }
        throw TestFailure(
            description: """
                PostgreSQL is not installed: the tests run on both engines. Run scripts/install test, name its \
                folder in SABAK_POSTGRES_BIN, or leave it out with SABAK_TEST_ENGINES=sqlite.
                """)
    }

    static func runAsServer(_ command: [String]) throws {
        try SystemCommand.run(getuid() == 0 ? ["runuser", "-u", user, "--"] + command : command)
    }

    /// Starts a process that ends the server, and a pooler that hears no gentler signal, and removes the folder as soon
    /// as this process is no more: it reads from a pipe that this process holds open and never writes to.
    private func watch() throws {
        let end = """
            for running in \(folder)/*/postmaster.pid; do
                [ -f "$running" ] && kill -QUIT "$(head -n 1 "$running")" && kill -CONT "$(head -n 1 "$running")"
            done
            for running in \(folder)/*.pid; do
                [ -f "$running" ] && kill -KILL "$(head -n 1 "$running")"
            done
            """
        let asServer = getuid() == 0 ? "runuser -u \(Self.user) -- sh -c '\(end)'" : end
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
            throw TestFailure(description: "no pipe for the watch")
        }
        _ = try SystemCommand.start(
            ["sh", "-c", "trap '' INT HUP TERM; cat > /dev/null; cd /; \(asServer); rm -rf '\(folder)'"],
            input: ends[0], output: "/dev/null")
        close(ends[0])
    }
}

/// A database of one test; when nobody holds it any more, another test may get it.
public final class TestDatabase: Sendable {
    public let url: String
    private let name: String
    private let template: String?
    private let server: TestPostgres

    init(url: String, name: String, template: String?, server: TestPostgres) {
        self.url = url
        self.name = name
        self.template = template
        self.server = server
    }

    /// The same database as another server in the same folder has it.
    public func url(port: Int) -> String { url + "&port=\(port)" }

    deinit {
        if let template { server.release(name, template: template) }
    }
}

/// Names of databases by their template.
private final class NameShelf: Sendable {
    private let names = Mutex<[String: [String]]>([:])

    func add(_ name: String, to template: String) { names.withLock { $0[template, default: []].append(name) } }

    func takeAll(of template: String) -> [String] { names.withLock { $0.removeValue(forKey: template) ?? [] } }
}

/// Remembers which templates are made and how they look, and lets everybody wait for one that is being made.
private final class TemplateShelf: Sendable {
    private let made = Mutex<[String: Result<String, any Error>]>([:])

    func once(_ name: String, _ make: () throws -> String) throws -> String {
        try made.withLock { made in
            let result = made[name] ?? Result { try make() }
            made[name] = result
            return result
        }.get()
    }
}
