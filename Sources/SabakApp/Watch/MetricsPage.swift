import Store

/// The figures in the text format of Prometheus (version 0.0.4).
struct MetricsPage: Sendable {
    let metrics: Metrics
    let store: StoreFigures
    let pulse: Pulse
    let backups: ScheduledBackup.Figures?
    let now: Int64

    var text: String {
        (requests + server + writes + pools + replicas + data + backup).joined(separator: "\n") + "\n"
    }

    private var requests: [String] {
        let asked = metrics.asked
        let counts = asked.flatMap { one in
            one.figures.byStatus.sorted { $0.key < $1.key }.map { status, count in
                (labels(one) + [("status", "\(status)")], Double(count))
            }
        }
        return family("sabak_requests_total", "counter", "Requests answered, by route and status.", counts)
            + histogram(
                "sabak_request_seconds", "Time from the whole request to the whole answer.",
                asked.map { (labels($0), $0.figures.times) })
    }

    private func labels(_ one: (method: String, path: String, figures: Metrics.OfRoute)) -> Labels {
        [("method", one.method), ("route", one.path)]
    }

    private var server: [String] {
        gauge("sabak_lateness_seconds", "How late the server's threads come.", Double(pulse.milliseconds) / 1000)
            + counter("sabak_refused_by_load_total", "Requests refused because of load.", metrics.refusedByLoad)
            + gauge("sabak_draining", "1 while the server ends.", pulse.isDraining ? 1 : 0)
            + gauge(
                "sabak_disk_trusted", "0 after a write or sync of the disk failed.",
                DiskTrust.lostBecause == nil ? 1 : 0)
            + gauge(
                "sabak_pages_wrong", "Pages of files that are not what was written.",
                Double(PageWatch.count(of: .wrong)))
            + gauge(
                "sabak_pages_mended", "Pages of which a bit had flipped and is put right.",
                Double(PageWatch.count(of: .mended)))
    }

    private var writes: [String] {
        family(
            "sabak_writes_total", "counter", "Changes answered: kept, or refused, too late and undone.",
            [
                ([("outcome", "kept")], Double(store.writes.kept)),
                ([("outcome", "refused")], Double(store.writes.refused)),
            ])
            + histogram("sabak_write_seconds", "From the coming of a change to its answer.", [([], store.writes.times)])
            + histogram("sabak_commit_changes", "Changes kept by one commit.", [([], store.writes.together)])
    }

    private var pools: [String] {
        let servers = store.servers
        guard !servers.isEmpty else {
            return gauge("sabak_readers_resting", "Open files nobody reads.", Double(store.restingConnections))
        }
        func each(_ figure: (StoreFigures.Server) -> Double) -> [(Labels, Double)] {
            servers.map { ([("server", $0.name)], figure($0)) }
        }
        return family("sabak_pool_connections_max", "gauge", "Connections at most.", each { Double($0.most) })
            + family("sabak_pool_connections_lent", "gauge", "Connections at work.", each { Double($0.lent) })
            + family("sabak_pool_connections_resting", "gauge", "Connections at rest.", each { Double($0.resting) })
            + family("sabak_pool_opened_total", "counter", "Connections opened.", each { Double($0.opened) })
            + family("sabak_pool_waits_total", "counter", "Times none was free.", each { Double($0.waits) })
            + family("sabak_pool_wait_seconds_total", "counter", "Time waited for one.", each(\.waited))
            + family("sabak_pool_retries_total", "counter", "Transactions begun anew.", each { Double($0.retries) })
            + family("sabak_pool_silences_total", "counter", "Answers that did not come.", each { Double($0.silences) })
    }

    private var replicas: [String] {
        let replicas = store.servers.compactMap { server in server.replica.map { (server.name, $0) } }
        guard !replicas.isEmpty else { return [] }
        let outcomes = replicas.flatMap { name, replica in
            [("served", replica.served), ("behind", replica.behind), ("failed", replica.failures)].map {
                ([("server", name), ("outcome", $0)], Double($1))
            }
        }
        let isLeftAlone = replicas.map { name, replica in ([("server", name)], replica.isLeftAlone ? 1.0 : 0) }
        let lags = replicas.compactMap { name, replica in replica.lag.map { ([("server", name)], $0) } }
        return family("sabak_replica_views_total", "counter", "Views asked of a replica.", outcomes)
            + family("sabak_replica_left_alone", "gauge", "1 while it is not asked.", isLeftAlone)
            + family("sabak_replica_lag_seconds", "gauge", "How far it was behind in the last minute.", lags)
    }

    private var data: [String] {
        let minute = metrics.lastMinute
        var lines =
            gauge("sabak_schools", "Schools of the installation.", Double(minute.schools))
            + gauge("sabak_outbox", "Things that wait to be sent.", Double(minute.outbox))
        if let at = minute.anchoredAt {
            lines += gauge(
                "sabak_chain_head_age_seconds", "Since the heads of all chains were anchored.", seconds(since: at))
        }
        return lines
    }

    private var backup: [String] {
        guard let backups else { return [] }
        var lines =
            gauge("sabak_backup_running", "1 while a backup is made.", backups.isRunning ? 1 : 0)
            + gauge("sabak_backup_failed", "1 if the last one failed.", backups.failure.isEmpty ? 0 : 1)
            + gauge("sabak_backup_bytes", "Size of the newest backup.", Double(backups.size))
            + gauge("sabak_backup_duration_seconds", "How long it took.", Double(backups.duration) / 1000)
        if let at = backups.lastSuccess {
            lines += gauge("sabak_backup_age_seconds", "Since the newest backup was begun.", seconds(since: at))
        }
        if let at = backups.lastVerified {
            lines += gauge(
                "sabak_backup_verified_age_seconds", "Since a backup was read back whole.", seconds(since: at))
        }
        return lines
    }

    private func seconds(since instant: Int64) -> Double { Double(now - instant) / 1000 }
}

/// The form of the text.
extension MetricsPage {
    fileprivate typealias Labels = [(name: String, value: String)]

    fileprivate func gauge(_ name: String, _ help: String, _ value: Double) -> [String] {
        family(name, "gauge", help, [([], value)])
    }

    fileprivate func counter(_ name: String, _ help: String, _ value: Int) -> [String] {
        family(name, "counter", help, [([], Double(value))])
    }

    fileprivate func family(_ name: String, _ kind: String, _ help: String, _ samples: [(Labels, Double)]) -> [String] {
        head(name, kind, help) + samples.map { sample(name, $0, $1) }
    }

    fileprivate func histogram(_ name: String, _ help: String, _ figures: [(Labels, Histogram)]) -> [String] {
        head(name, "histogram", help)
            + figures.flatMap { labels, one in
                var sum = 0
                let classes = zip(one.bounds, one.classes).map { bound, count in
                    sum += count
                    return sample(name + "_bucket", labels + [("le", number(bound))], Double(sum))
                }
                return classes + [
                    sample(name + "_bucket", labels + [("le", "+Inf")], Double(one.count)),
                    sample(name + "_sum", labels, one.sum), sample(name + "_count", labels, Double(one.count)),
                ]
            }
    }

    private func head(_ name: String, _ kind: String, _ help: String) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) \(kind)"]
    }

    private func sample(_ name: String, _ labels: Labels, _ value: Double) -> String {
        let words = labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ",")
        return "\(name)\(words.isEmpty ? "" : "{\(words)}") \(number(value))"
    }

    /// A whole number without a point.
    private func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
}
