import Foundation

/// What a process has used, as Linux tells it; nil on other systems.
struct Usage: Codable, Sendable {
    /// Seconds of CPU since its start, with those of its children.
    let cpu: Double
    /// Megabytes it holds now; shared pages of children are counted once.
    let resident: Double
    /// Megabytes of those that are its own, not pages of files.
    let own: Double
    /// Megabytes it held at most since its start; like the one above, 0 where children are counted too.
    let most: Double

    /// The program itself.
    static func of(_ pid: Int) -> Usage? {
        guard let cpu = cpuTicks(pid, fields: [11, 12]), let status = text("/proc/\(pid)/status") else { return nil }
        return Usage(
            cpu: cpu / ticks, resident: kilobytes("VmRSS", status) / 1024, own: kilobytes("RssAnon", status) / 1024,
            most: kilobytes("VmHWM", status) / 1024)
    }

    /// A database's first process with all it has started.
    static func ofAll(_ pid: Int) -> Usage? {
        guard let own = cpuTicks(pid, fields: [11, 12, 13, 14]) else { return nil }
        let children = text("/proc/\(pid)/task/\(pid)/children")?.split(separator: " ").compactMap { Int($0) } ?? []
        let cpu = children.reduce(own) { $0 + (cpuTicks($1, fields: [11, 12]) ?? 0) }
        let resident = ([pid] + children).reduce(0) { sum, pid in
            sum + (text("/proc/\(pid)/smaps_rollup").map { kilobytes("Pss", $0) } ?? 0)
        }
        return Usage(cpu: cpu / ticks, resident: resident / 1024, own: 0, most: 0)
    }

    /// Bytes that the files under these folders take on the disk: the data, and the log of what was written last,
    /// which grows to its bound and is then used again.
    static func disk(_ folders: [String]) -> (data: Int, log: Int) {
        folders.reduce((data: 0, log: 0)) { sum, folder in
            let files = FileManager.default.enumerator(
                at: URL(fileURLWithPath: folder).resolvingSymlinksInPath(), includingPropertiesForKeys: [.fileSizeKey])
            return files?.reduce(sum) { sum, file in
                let isLog = (file as? URL).map { $0.path.hasSuffix("-wal") || $0.path.contains("/pg_wal/") } ?? false
                return isLog ? (sum.data, sum.log + size(file)) : (sum.data + size(file), sum.log)
            } ?? sum
        }
    }

    private static let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))

    private static func size(_ file: Any) -> Int {
        // A file that went away between listing and asking takes nothing.
        guard let file = file as? URL, let values = try? file.resourceValues(forKeys: [.fileSizeKey]) else { return 0 }
        return values.fileSize ?? 0
    }

    private static func text(_ path: String) -> String? {
        // A process that has ended has no text.
        try? String(contentsOfFile: path, encoding: .utf8)
    }

    /// The sum of fields of `/proc/PID/stat`, counted after the name in brackets.
    private static func cpuTicks(_ pid: Int, fields: [Int]) -> Double? {
        guard let stat = text("/proc/\(pid)/stat"), let end = stat.lastIndex(of: ")") else { return nil }
        let values = stat[stat.index(after: end)...].split(separator: " ")
        guard values.count > 15 else { return nil }
        return fields.reduce(0) { $0 + (Double(values[$1]) ?? 0) }
    }

    private static func kilobytes(_ name: String, _ text: String) -> Double {
        let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        return line.flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first }
            .flatMap { Double($0) } ?? 0
    }
}
