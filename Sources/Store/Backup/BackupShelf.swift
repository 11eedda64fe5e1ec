import Foundation

/// A folder of scheduled backups of one installation, `sabak-2026-11-20T0300.sabak`, in the time of the server's zone.
public struct BackupShelf: Sendable {
    public let folder: String
    private let zone: TimeZone

    public struct File: Sendable, Equatable {
        public let path: String
        /// When it was begun, to the minute (epoch milliseconds).
        public let madeAt: Int64
        /// Bytes.
        public let size: Int
    }

    public init(folder: String, zone: TimeZone = .current) {
        self.folder = folder
        self.zone = zone
    }

    /// The file of a backup begun now.
    public func file(at instant: Int64) -> String {
        let minute = Date(timeIntervalSince1970: Double(instant) / 1000)
        return "\(folder)/sabak-\(names.string(from: minute)).sabak"
    }

    /// The backups there are, oldest first; other files are none of ours.
    public func files() throws -> [File] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            guard let instant = instant(of: name) else { return nil }
            let path = "\(folder)/\(name)"
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            return File(path: path, madeAt: instant, size: size)
        }
    }

    /// The newest backup of a folder, or the file itself if it is one. Files of other names than a server gives count
    /// by when they were last written, where there are no others.
    /// - Throws: ``BackupRefusal/noBackups(_:)``
    public static func newest(from path: String) throws -> String {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw BackupRefusal.noBackups(path)
        }
        guard isFolder.boolValue else { return path }
        if let planned = try BackupShelf(folder: path).files().last { return planned.path }
        let others = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".sabak") }.map {
            let file = "\(path)/\($0)"
            let written = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            return (file, written ?? .distantPast)
        }
        guard let newest = others.max(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { throw BackupRefusal.noBackups(path) }
        return newest.0
    }

    /// Removes what need not be kept, with the anchors beside it, and what an interrupted backup left.
    /// - Returns: the backups removed.
    @discardableResult
    public func clear(keeping count: Int) throws -> [String] {
        let names = try files().map { String($0.path.dropFirst(folder.count + 1)) }
        let doomed = Self.doomed(names, keeping: count)
        for name in doomed {
            for ending in ["", ".anchors"] where FileManager.default.fileExists(atPath: "\(folder)/\(name)\(ending)") {
                try FileManager.default.removeItem(atPath: "\(folder)/\(name)\(ending)")
            }
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where name.hasSuffix(".sabak.unfinished") && instant(of: String(name.dropLast(11))) != nil {
            try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        }
        return doomed
    }

    /// Which of these names go: all but the newest `count`, and but the newest of each of the newest twelve months.
    static func doomed(_ names: [String], keeping count: Int) -> [String] {
        let newestFirst = names.sorted(by: >)
        var months: [Substring] = []
        var kept = Set(newestFirst.prefix(max(1, count)))
        for name in newestFirst {
            let month = name.dropFirst(6).prefix(7)
            if !months.contains(month) {
                months.append(month)
                if months.count <= 12 { kept.insert(name) }
            }
        }
        return names.filter { !kept.contains($0) }
    }

    private func instant(of name: String) -> Int64? {
        guard name.hasPrefix("sabak-"), name.hasSuffix(".sabak") else { return nil }
        let date = names.date(from: String(name.dropFirst(6).dropLast(6)))
        return date.map { Int64($0.timeIntervalSince1970) * 1000 }
    }

    private var names: DateFormatter {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.calendar = Calendar(identifier: .gregorian)
        format.timeZone = zone
        format.dateFormat = "yyyy-MM-dd'T'HHmm"
        return format
    }
}
