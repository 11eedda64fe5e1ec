/// Where a PostgreSQL database is and how it is spoken to.
public struct PostgresPlace: Sendable {
    /// `postgres://user:password@host:port/database`; libpq's other forms too.
    public private(set) var url: String
    /// URLs of streaming standbys that answer questions too, each with as many connections as the primary. What holds
    /// for the primary (a pooler, its limits) holds for them.
    public var replicas: [String] = []
    /// Seconds a replica that did not answer is left alone, how long it may take to say how far it is, and how far it
    /// may be behind before it is passed over.
    public var restSeconds = 5
    public var patienceSeconds = 1
    public var lagSeconds = 10
    /// How many connections are open at once, at most.
    public var connections = 16
    /// Off behind a pooler that gives each transaction another server connection (pgbouncer in transaction pooling):
    /// a statement prepared by name would be gone, or be another client's.
    public var preparesStatements = true
    /// Seconds to wait for a connection to each host of the server; for a transaction to begin, with all it takes (a
    /// free connection of the pool, a new one, the turn of a writer, another try); for a lock; for a statement.
    public var connectSeconds = 3
    public var waitSeconds = 10
    public var lockSeconds = 10
    public var statementSeconds = 60
    /// Seconds beyond its own limits after which a server that says nothing is lost, how long it is left alone then,
    /// and how long a change may think between two statements.
    var graceSeconds = 2
    var silenceSeconds = 1
    var thinkSeconds = 20
    /// What the server shows of this program's connections.
    public var application = Self.serving

    static let serving = "sabak"

    public init(url: String) { self.url = url }

    /// The URL without user, password and parameters.
    public var name: String {
        let address = url.split(separator: "@").last ?? ""
        return "postgres:" + address.prefix { $0 != "?" }
    }

    /// The replicas, each as a place of its own: nobody waits there long, because the primary answers as well.
    var replicaPlaces: [PostgresPlace] {
        replicas.map { url in
            var place = self
            place.url = url
            place.replicas = []
            place.connectSeconds = min(connectSeconds, 2)
            place.waitSeconds = 0
            place.statementSeconds = min(statementSeconds, 5)
            return place
        }
    }

    /// How long the answer to a statement is waited for: the server itself breaks off what takes too long.
    var patience: Duration { .seconds(statementSeconds + graceSeconds) }

    /// How long a transaction that waits for no lock may take to begin.
    var beginning: Duration { .seconds(min(5, statementSeconds + graceSeconds)) }

    /// What libpq is told before the URL, which may say otherwise: a machine that is gone is noticed within seconds.
    func parameters(connectSeconds: Int) -> [(name: String, value: String)] {
        [
            ("connect_timeout", String(connectSeconds)), ("client_encoding", "UTF8"), ("application_name", application),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"), ("dbname", url),
        ]
    }
}
