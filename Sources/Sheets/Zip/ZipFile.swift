/// Reads archives: workbooks, and the sets of CSV files that school programs exchange. Entries stored or deflated,
/// ZIP64 included; the directory at the end of the file is the only truth about names, sizes and places.
public struct ZipFile: Sendable {
    private let bytes: [UInt8]
    private let limits: SheetLimits
    private let entries: [ZipEntry]
    private let indexes: [String: Int]

    /// Reads the directory. Refuses a damaged or cut file, locked entries, names that are unsafe or come twice
    /// (letter case aside), and more entries or declared bytes than the limits.
    public init(_ bytes: [UInt8], limits: SheetLimits = .standard) throws(SheetProblem) {
        guard !bytes.isEmpty else { throw SheetProblem(.emptyFile) }
        guard bytes.count <= limits.fileBytes else { throw SheetProblem(.tooLarge, detail: "\(bytes.count) bytes") }
        let entries = try ZipDirectory(bytes, limits).entries()
        var indexes: [String: Int] = [:]
        var folded: Set<String> = []
        var expanded = 0
        for (index, entry) in entries.enumerated() {
            guard folded.insert(entry.name.lowercased()).inserted else {
                throw SheetProblem(.duplicateName, sheet: entry.name)
            }
            indexes[entry.name] = index
            expanded += entry.size
            guard expanded <= limits.expandedBytes else {
                throw SheetProblem(.tooLarge, detail: "expands to more than \(limits.expandedBytes) bytes")
            }
        }
        self.bytes = bytes
        self.limits = limits
        self.entries = entries
        self.indexes = indexes
    }

    /// The names of files in the order of the directory; folders are left out.
    public var names: [String] { entries.map(\.name).filter { !$0.hasSuffix("/") } }

    public func contains(_ name: String) -> Bool { indexes[name] != nil }

    /// A whole entry, expanded, its checksum compared. Refuses one larger than `limit` bytes (without one, than the
    /// limits of the archive) as soon as the limit is passed.
    public func contents(of name: String, limit: Int? = nil) throws(SheetProblem) -> [UInt8] {
        var content: [UInt8] = []
        try expand(name, limit: limit) { chunk throws(SheetProblem) in content.append(contentsOf: chunk) }
        return content
    }

    /// The name in the archive that equals `name`, letter case aside.
    func spelling(of name: String) -> String? {
        if contains(name) { return name }
        let folded = name.lowercased()
        return entries.first { $0.name.lowercased() == folded }?.name
    }

    /// Hands an entry over in chunks, so that an entry of any size takes little memory.
    func expand(
        _ name: String, limit: Int? = nil, _ receive: (UnsafeBufferPointer<UInt8>) throws(SheetProblem) -> Void
    ) throws(SheetProblem) {
        guard let index = indexes[name] else { throw SheetProblem(.missingEntry, sheet: name) }
        let entry = entries[index]
        guard entry.size <= limit ?? limits.entryBytes else {
            throw SheetProblem(.tooLarge, sheet: name, detail: "expands to \(entry.size) bytes")
        }
        guard entry.size <= 8 << 20 || entry.size / max(1, entry.packedSize) <= limits.ratio else {
            throw SheetProblem(.tooLarge, sheet: name, detail: "expands \(limits.ratio) times and more")
        }
        let packed = try ZipDirectory(bytes, limits).data(of: entry)
        var inflater = try Inflater(entry)
        try bytes.withUnsafeBufferPointer { all throws(SheetProblem) in
            try inflater.run(UnsafeBufferPointer(rebasing: all[packed]), receive)
        }
    }
}
