import Foundation

/// What a backup says of itself; the last entry of the file.
public struct BackupManifest: Codable, Sendable, Equatable {
    /// Epoch milliseconds.
    public let madeAt: Int64
    /// Whether it holds every school of its installation.
    public let isWhole: Bool
    /// The version of a school's schema.
    public let schema: Int
    public let files: [File]
    public let schools: [School]

    public struct File: Codable, Sendable, Equatable {
        public let name: String
        /// Bytes.
        public let size: Int
        /// SHA-256 in hexadecimal.
        public let digest: String
    }

    public struct School: Codable, Sendable, Equatable {
        public let id: Int64
        public let name: String
        public let country: String
        /// Where the audit chain ends, and when its last row was written (epoch milliseconds; 0 without rows).
        public let seq: Int64
        public let hash: String
        public let headAt: Int64
        /// Rows by table.
        public let rows: [String: Int]

        public var head: AuditHead { AuditHead(seq: seq, hash: Digest.bytes(hex: hash[...])) }
    }

    static let name = "manifest"
    static let directory = "directory.sqlite"
    static func data(of school: Int64) -> String { "schools/\(school).sqlite" }
    static func anchors(of school: Int64) -> String { "anchors/\(school).anchors" }

    /// Only these names are unpacked, wherever the file came from.
    static func isKnown(_ name: String) -> Bool {
        if name == directory { return true }
        let digits = name.split(separator: "/").last?.prefix { $0 != "." }
        guard let school = digits.flatMap({ Int64($0) }) else { return false }
        return name == data(of: school) || name == anchors(of: school)
    }

    var encoded: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return [UInt8](try encoder.encode(self))
        }
    }
}

/// What stands before each file in the stream: how it is called and how many bytes follow.
struct BackupEntry: Codable {
    let name: String
    let size: Int
}
