import Synchronization

/// The further connections nobody uses at the moment, of all schools of an installation together.
///
/// A connection costs one to two megabytes, most of it pages and prepared statements. What is kept is bounded by
/// number, per school and over all, and what has rested long is closed when another comes back.
final class IdleConnections: Sendable {
    struct Bounds {
        /// More are needed only while more threads than this ask one school at once.
        var perSchool = 4
        var total = 160
        var rest = Duration.seconds(300)
    }

    fileprivate struct Idle {
        let school: ObjectIdentifier
        let connection: Connection
        let since: Duration
    }

    private let bounds: Bounds
    private let clock: @Sendable () -> Duration
    /// The longest idle first.
    private let idle = Mutex<[Idle]>([])

    init(_ bounds: Bounds = Bounds(), clock: @escaping @Sendable () -> Duration = SchoolStore.uptime) {
        self.bounds = bounds
        self.clock = clock
    }

    /// The one of the school that was used last: its pages are the warmest.
    func take(of school: ObjectIdentifier) -> Connection? {
        idle.withLock { idle in
            idle.lastIndex { $0.school == school }.map { idle.remove(at: $0).connection }
        }
    }

    func giveBack(_ connection: Connection, of school: ObjectIdentifier) {
        let now = clock()
        let surplus = idle.withLock { idle in
            idle.append(Idle(school: school, connection: connection, since: now))
            return bounds.surplus(of: &idle, school: school, at: now)
        }
        for connection in surplus { connection.close() }
    }

    /// Closes what a school has left here.
    func close(of school: ObjectIdentifier) {
        let left = idle.withLock { idle in
            let left = idle.filter { $0.school == school }
            idle.removeAll { $0.school == school }
            return left
        }
        for one in left { one.connection.close() }
    }

    /// How many rest here.
    var count: Int { idle.withLock { $0.count } }
}

extension IdleConnections.Bounds {
    fileprivate func surplus(
        of idle: inout [IdleConnections.Idle], school: ObjectIdentifier, at now: Duration
    ) -> [Connection] {
        var surplus: [Connection] = []
        if idle.count(where: { $0.school == school }) > perSchool,
            let oldest = idle.firstIndex(where: { $0.school == school })
        {
            surplus.append(idle.remove(at: oldest).connection)
        }
        while let oldest = idle.first, idle.count > total || now - oldest.since > rest {
            surplus.append(idle.removeFirst().connection)
        }
        return surplus
    }
}
