import Foundation
import SchoolRules

/// Which column of a sheet holds what, as a person of the school has confirmed it.
struct ListMapping: Codable, Equatable, Sendable {
    let kind: ListKind
    /// The headers it was made for.
    let headers: [String]
    /// By position from 0; a column that is not here is not read.
    var columns: [Int: ListColumn]

    init(_ kind: ListKind, headers: [String], columns: [Int: ListColumn]) {
        self.kind = kind
        self.headers = headers
        self.columns = columns
    }

    init(_ kind: ListKind, _ guesses: [ColumnGuess]) {
        self.init(
            kind, headers: guesses.map(\.header),
            columns: Dictionary(guesses.compactMap { guess in guess.column.map { (guess.position, $0) } }) { $1 })
    }

    var fingerprint: String { Self.fingerprint(kind, headers) }

    /// Sixteen hexadecimal digits that are the same for the same headers, whatever their case, spaces and signs, and
    /// however many blank columns follow. FNV-1a: short and stable; it protects nothing.
    static func fingerprint(_ kind: ListKind, _ headers: [String]) -> String {
        var folded = headers.map(searchFold)
        while folded.last?.isEmpty == true { folded.removeLast() }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(kind.rawValue)|\(folded.joined(separator: "|"))".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The mappings a school has confirmed, by the fingerprint of their headers. Kept as one JSON text.
struct ListMappings: Codable, Equatable, Sendable {
    private(set) var kept: [String: ListMapping] = [:]

    init() {}

    /// Reads what `json` has written; a text that cannot be read holds no mappings.
    init(json: String) {
        // A mapping saves work and decides nothing: without it the columns are guessed again.
        self = (try? JSONDecoder().decode(ListMappings.self, from: Data(json.utf8))) ?? ListMappings()
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// Those for headers with words in them. Where there is none, the next list may be of another form.
    var named: ListMappings {
        var named = ListMappings()
        for mapping in kept.values where mapping.headers.contains(where: { !$0.isEmpty }) { named.keep(mapping) }
        return named
    }

    /// These, and of the others those that are not among these.
    func over(_ others: ListMappings) -> ListMappings {
        var both = others
        for mapping in kept.values { both.keep(mapping) }
        return both
    }

    mutating func keep(_ mapping: ListMapping) { kept[mapping.fingerprint] = mapping }

    func mapping(_ kind: ListKind, headers: [String]) -> ListMapping? {
        kept[ListMapping.fingerprint(kind, headers)]
    }
}
