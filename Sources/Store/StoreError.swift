/// A fault of the database. Expected refusals never arrive as one of these, except the two the caller asks about:
/// ``isConstraint`` and ``readOnly``.
public enum StoreError: Error, Sendable, CustomStringConvertible {
    case engine(Fault, message: String, statement: String)
    /// The data were written by a newer program.
    case newerSchema(found: Int, known: Int)
    /// The school is open for reading only, because its audit chain ends before its anchor or its file is damaged.
    case readOnly(reason: String)
    /// The connection was lost while the commit was under way: the change is kept or it is not, nobody knows yet. Who
    /// sends it again must make sure it is done once.
    case outcomeUnknown(String)
    /// The database is not as this program needs it; in words.
    case unfit(String)
    case missing(String)
    case locked(String)
    case tampered(String)

    /// Whether a key or check of the schema refused the row.
    public var isConstraint: Bool {
        switch kind {
        case .duplicate, .reference, .check, .missingValue: true
        default: false
        }
    }

    /// Whether a row with the same key is there already.
    public var isDuplicate: Bool { kind == .duplicate }

    /// What kind of fault the engine reported, if it was the engine.
    public var kind: Fault.Kind? {
        if case .engine(let fault, _, _) = self { fault.kind } else { nil }
    }

    /// Whether a server took the question, or the call, and nothing came back.
    var isSilence: Bool {
        if case .engine(let fault, _, _) = self { fault.isSilence } else { false }
    }

    public var description: String {
        switch self {
        case .engine(let fault, let message, let statement):
            "database error \(fault.code): \(message) in: \(statement)"
        case .newerSchema(let found, let known):
            "the data was written by a newer program (schema \(found), this program knows \(known))"
        case .readOnly(let reason): "open for reading only: \(reason)"
        case .outcomeUnknown(let why): "whether the change was kept is not known: \(why)"
        case .unfit(let what): what
        case .missing(let what): "not found: \(what)"
        case .locked(let what): "in use: \(what)"
        case .tampered(let what): "tampered: \(what)"
        }
    }
}

/// What went wrong in an engine, in words that hold for every engine.
public struct Fault: Sendable, Equatable {
    public enum Kind: Sendable {
        /// A row with this key is there already.
        case duplicate
        /// A foreign key points to nothing, or something still points here.
        case reference
        /// A check of the schema refuses the value.
        case check
        /// A column that must have a value got none.
        case missingValue
        /// The transaction got into another one's way and was undone; doing it again is right.
        case conflict
        /// A lock or an answer took longer than allowed.
        case timedOut
        /// The file or the server cannot be reached.
        case lost
        /// The connection may only read.
        case readOnly
        /// The role may not do this.
        case notPermitted
        /// The disk is full.
        case full
        /// The data are damaged.
        case damaged
        case other
    }

    public let kind: Kind
    /// The engine's own code: SQLite's extended result code, PostgreSQL's SQLSTATE.
    public let code: String

    init(_ kind: Kind, code: String) {
        self.kind = kind
        self.code = code
    }
}
