import Foundation

/// A pgbouncer in transaction pooling before the server of the test run, with so few connections to it that clients
/// have to share them.
public final class TestBouncer: Sendable {
    public static let connections = 2
    public let port = 6432

    private static let program = ["/usr/sbin/pgbouncer", "/opt/homebrew/bin/pgbouncer", "/usr/local/bin/pgbouncer"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    private static let started = Result { try TestBouncer() }

    public static var isInstalled: Bool { program != nil }

    /// The pooler, started when it is first asked for, gone with its server.
    public static func shared() throws -> TestBouncer { try started.get() }

    private init() throws {
        guard let program = Self.program else { throw TestFailure(description: "pgbouncer is not installed") }
        let folder = try TestPostgres.shared().folder
        let settings = """
            [databases]
            * = host=\(folder) port=5432
            [pgbouncer]
            listen_addr =
            listen_port = \(port)
            unix_socket_dir = \(folder)
            auth_type = trust
            auth_file = \(folder)/bouncer.users
            pool_mode = transaction
            default_pool_size = \(Self.connections)
            max_client_conn = 200
            logfile = \(folder)/bouncer.log
            pidfile = \(folder)/bouncer.pid
            """
        try settings.write(toFile: "\(folder)/bouncer.ini", atomically: true, encoding: .utf8)
        try "\"\(TestPostgres.user)\" \"\"\n".write(
            toFile: "\(folder)/bouncer.users", atomically: true, encoding: .utf8)
        try TestPostgres.runAsServer([program, "-d", "-q", "\(folder)/bouncer.ini"])
    }
}
