/// A fault of the database. Expected refusals never arrive as one of these, except the two the caller asks about:
/// ``isConstraint`` and ``readOnly``.
public enum StoreError: Error, Sendable, CustomStringConvertible {
    case engine(code: Int32, message: String, statement: String)
    /// The file was written by a newer program.
    case newerSchema(found: Int, known: Int)
    /// The school is open for reading only, because its audit chain ends before its anchor.
    case readOnly(reason: String)
    case missing(String)
    case locked(String)
    case tampered(String)

    /// Whether a key or check of the schema refused the row.
    public var isConstraint: Bool {
        if case .engine(let code, _, _) = self { code & 0xff == 19 } else { false }
    }

    public var description: String {
        switch self {
        case .engine(let code, let message, let statement): "database error \(code): \(message) in: \(statement)"
        case .newerSchema(let found, let known):
            "the data was written by a newer program (schema \(found), this program knows \(known))"
        case .readOnly(let reason): "open for reading only: \(reason)"
        case .missing(let what): "not found: \(what)"
        case .locked(let what): "in use: \(what)"
        case .tampered(let what): "tampered: \(what)"
        }
    }
}
