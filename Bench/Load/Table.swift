import Foundation

/// A report as text.
struct Table {
    let report: Report

    var text: String {
        var lines = [
            "\n\(report.title): \(report.schools) schools, \(whole(report.seconds)) s, \(report.connections) connections"
        ]
        lines.append(
            pad("", 26)
                + ["asked/s", "done/s", "errors", "p50 ms", "p95 ms", "p99 ms", "max ms", "kB", "aim p99"]
                .map { right($0, 10) }.joined())
        lines += report.rows.map(line) + report.totals.map(line) + [""]
        lines.append("answers      " + list(report.statuses))
        lines.append("written      " + list(report.fates) + (report.skipped > 0 ? ", none free \(report.skipped)" : ""))
        lines.append("sent late    p99 \(number(report.lateness, 1)) ms, by this program itself")
        return (lines + server).joined(separator: "\n")
    }

    private var server: [String] {
        var lines: [String] = []
        if let cpu = report.cpu, let each = report.cpuOfRequest, let resident = report.resident,
            let own = report.own, let most = report.most
        {
            lines.append("server       CPU \(whole(cpu * 100)) % of a core, \(number(each, 2)) ms a request")
            lines.append(
                "memory       \(whole(resident)) MB resident, \(whole(own)) of them its own, \(whole(most)) at most")
        }
        if let cpu = report.databaseCPU, let resident = report.databaseResident {
            lines.append("database     CPU \(whole(cpu * 100)) % of a core; \(whole(resident)) MB resident")
        }
        if let growth = report.growth, let log = report.logGrowth {
            lines.append(
                "disk         \(number(Double(growth) / 1e6, 2)) MB more data, log \(number(Double(log) / 1e6, 2)) MB more"
            )
        }
        return lines
    }

    private func line(_ row: Report.Row) -> String {
        let values = [
            number(row.asked, 1), number(row.done, 1), String(row.errors), number(row.p50, 2), number(row.p95, 2),
            number(row.p99, 2), number(row.max, 2), number(row.kilobytes, 1), row.aim.map { whole($0) } ?? "",
        ]
        return pad(row.name, 26) + values.map { right($0, 10) }.joined()
    }

    /// Two runs side by side, by kind.
    static func compare(_ first: Report, _ second: Report) -> String {
        let head = ["p50 ms", "p50 ms", "times", "p99 ms", "p99 ms", "times"].map { right($0, 10) }.joined()
        var lines = ["\n\(second.title), against \(first.title)", pad("", 26) + head]
        for row in first.rows + first.totals {
            guard let other = (second.rows + second.totals).first(where: { $0.name == row.name }) else { continue }
            let values = [
                number(row.p50, 2), number(other.p50, 2), number(other.p50 / max(row.p50, 0.001), 2),
                number(row.p99, 2), number(other.p99, 2), number(other.p99 / max(row.p99, 0.001), 2),
            ]
            lines.append(pad(row.name, 26) + values.map { right($0, 10) }.joined())
        }
        return lines.joined(separator: "\n")
    }
}

private func list(_ counts: [String: Int]) -> String {
    counts.isEmpty ? "none" : counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
}

private func whole(_ value: Double) -> String { number(value, 0) }

private func number(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}
