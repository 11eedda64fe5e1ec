import Store

/// The figures in the text format of Prometheus (version 0.0.4).
struct MetricsPage: Sendable {
    let metrics: Metrics
    let pulse: Pulse
    let backups: ScheduledBackup.Figures?
    let now: Int64

    var text: String { (requests + server + data + backup).joined(separator: "\n") + "\n" }

    private var requests: [String] {
        var lines = [
            "# HELP sabak_requests_total Requests answered, by route and status.",
            "# TYPE sabak_requests_total counter",
        ]
        let asked = metrics.asked
        for one in asked {
            for (status, count) in one.figures.byStatus.sorted(by: { $0.key < $1.key }) {
                lines.append("sabak_requests_total{\(labels(one)),status=\"\(status)\"} \(count)")
            }
        }
        lines += [
            "# HELP sabak_request_seconds Time from the whole request to the whole answer.",
            "# TYPE sabak_request_seconds histogram",
        ]
        for one in asked { lines += histogram(one.figures, labels(one)) }
        return lines
    }

    private func labels(_ one: (method: String, path: String, figures: Metrics.OfRoute)) -> String {
        "method=\"\(one.method)\",route=\"\(one.path)\""
    }

    private func histogram(_ figures: Metrics.OfRoute, _ labels: String) -> [String] {
        var sum = 0
        let classes = zip(Metrics.bounds, figures.classes).map { bound, count in
            sum += count
            return "sabak_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(sum)"
        }
        return classes + [
            "sabak_request_seconds_bucket{\(labels),le=\"+Inf\"} \(figures.count)",
            "sabak_request_seconds_sum{\(labels)} \(figures.seconds)",
            "sabak_request_seconds_count{\(labels)} \(figures.count)",
        ]
    }

    private var server: [String] {
        gauge("sabak_lateness_seconds", "How late the server's threads come.", Double(pulse.milliseconds) / 1000)
            + counter("sabak_refused_by_load_total", "Requests refused because of load.", metrics.refusedByLoad)
            + gauge("sabak_draining", "1 while the server ends.", pulse.isDraining ? 1 : 0)
            + gauge(
                "sabak_disk_trusted", "0 after a write or sync of the disk failed.",
                DiskTrust.lostBecause == nil ? 1 : 0)
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
        return lines
    }

    private func seconds(since instant: Int64) -> Double { Double(now - instant) / 1000 }

    private func gauge(_ name: String, _ help: String, _ value: Double) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) gauge", "\(name) \(value)"]
    }

    private func counter(_ name: String, _ help: String, _ value: Int) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) counter", "\(name) \(value)"]
    }
}
