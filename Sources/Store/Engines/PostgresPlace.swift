/// Where a PostgreSQL database is and how it is spoken to.
public struct PostgresPlace: Sendable {
    /// `postgres://user:password@host:port/database`; libpq's other forms too.
    public let url: String
    /// How many connections are open at once, at most.
    public var connections = 16
    /// Off behind a pooler that gives each transaction another server connection (pgbouncer in transaction pooling):
    /// a statement prepared by name would be gone, or be another client's.
    public var preparesStatements = true
    /// Seconds to wait for a connection to the server, for a free one of the pool, for a lock, for a statement.
    public var connectSeconds = 5
    public var waitSeconds = 10
    public var lockSeconds = 10
    public var statementSeconds = 60

    public init(url: String) { self.url = url }

    /// The URL without user, password and parameters.
    public var name: String {
        let address = url.split(separator: "@").last ?? ""
        return "postgres:" + address.prefix { $0 != "?" }
    }

    /// What libpq is told before the URL, which may say otherwise: a cut network is noticed within seconds.
    var parameters: [(name: String, value: String)] {
        [
            ("connect_timeout", String(connectSeconds)), ("client_encoding", "UTF8"), ("application_name", "sabak"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"), ("dbname", url),
        ]
    }
}
