import Foundation

/// What is shown and kept of a run.
struct Report: Codable, Sendable {
    struct Row: Codable, Sendable {
        let name: String
        let asked, done: Double
        let errors: Int
        let p50, p95, p99, max: Double
        let kilobytes: Double
        var aim: Double?
    }

    let title: String
    let at: String
    let schools: Int
    let seconds: Double
    let connections: Int
    let rows: [Row]
    let totals: [Row]
    let statuses: [String: Int]
    let fates: [String: Int]
    let skipped: Int
    let lateness: Double
    /// CPU of the program as a share of one core, and for each request in milliseconds.
    var cpu: Double?
    var cpuOfRequest: Double?
    var resident: Double?
    /// Megabytes resident that are the program's own; the others are pages of the files it reads.
    var own: Double?
    var most: Double?
    var databaseCPU: Double?
    var databaseResident: Double?
    /// Bytes by which the data grew, and the log of what was written last.
    var growth: Int?
    var logGrowth: Int?

    init(_ measured: Measured, options: Options, planned: Double, connections: Int) {
        title = options.title
        at = ISO8601DateFormatter().string(from: Date())
        schools = options.schools
        seconds = planned
        self.connections = connections
        rows = Kind.allCases.compactMap { kind in
            measured.parts[kind].map { Self.row(kind.title, $0, planned) }
        }
        let aims: [Kind.Group: Double?] = [.reads: options.readAim, .writes: options.writeAim]
        totals = [Kind.Group.reads, .writes].map { group in
            Self.row("all \(group.rawValue)", measured.sum(group), planned, aim: aims[group] ?? nil)
        }
        statuses = measured.statuses
        fates = measured.fates
        skipped = measured.skipped
        lateness = measured.lateness.milliseconds(at: [0.99])[0]
    }

    /// - Parameters:
    ///   - seconds: the length of the plan.
    private static func row(
        _ name: String, _ part: Measured.Part, _ seconds: Double, aim: Double? = nil
    ) -> Row {
        let times = part.latencies.milliseconds(at: [0.5, 0.95, 0.99, 1])
        return Row(
            name: name, asked: Double(part.planned) / seconds, done: Double(part.inTime) / seconds,
            errors: part.errors,
            p50: times[0], p95: times[1], p99: times[2], max: times[3],
            kilobytes: Double(part.bytes) / 1000 / Double(max(part.answered, 1)), aim: aim)
    }

    /// Adds what the server used between two moments.
    mutating func add(
        program: (before: Usage?, after: Usage?), database: (before: Usage?, after: Usage?), took: Double, requests: Int
    ) {
        if let before = program.before, let after = program.after {
            cpu = (after.cpu - before.cpu) / took
            cpuOfRequest = (after.cpu - before.cpu) * 1000 / Double(max(requests, 1))
            (resident, own, most) = (after.resident, after.own, after.most)
        }
        if let before = database.before, let after = database.after {
            databaseCPU = (after.cpu - before.cpu) / took
            databaseResident = after.resident
        }
    }

    func write(to file: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(fileURLWithPath: file))
    }

    static func read(_ file: String) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}
