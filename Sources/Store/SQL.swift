/// A statement and its bound values.
///
/// Written as a literal: an interpolated value becomes a parameter, never text.
/// ```swift
/// "SELECT id FROM lesson WHERE school_id = \(school) AND day = \(day)"
/// ```
/// Parameters are numbered 1…n in order of appearance, one per interpolation, so that one text means the same
/// on every engine.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    public private(set) var text: String
    public private(set) var values: [SQLValue]

    public init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    /// A statement put together by this program.
    init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    public init(stringInterpolation parts: Parts) {
        text = parts.text
        values = parts.values
    }

    public struct Parts: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { text += literal }

        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            append(value.sqlValue)
        }

        /// A list for `IN`: `\(list: ids)` becomes `($1, $2, …)`; an empty list becomes `(NULL)`, which matches
        /// nothing.
        public mutating func appendInterpolation(list values: [some SQLConvertible]) {
            guard !values.isEmpty else {
                text += "(NULL)"
                return
            }
            text += "("
            for (position, value) in values.enumerated() {
                if position > 0 { text += ", " }
                append(value.sqlValue)
            }
            text += ")"
        }

        /// A fragment of SQL written in this program, with its own values.
        public mutating func appendInterpolation(_ fragment: SQL) {
            guard !fragment.values.isEmpty else {
                text += fragment.text
                return
            }
            // By bytes: a statement is asked for every page, and its text is long.
            var rest = fragment.text.utf8[...]
            for value in fragment.values {
                guard let mark = rest.firstIndex(of: UInt8(ascii: "$")) else { break }
                text += Substring(rest[..<mark])
                rest = rest[rest.index(after: mark)...].drop { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
                append(value)
            }
            text += Substring(rest)
        }

        private mutating func append(_ value: SQLValue) {
            values.append(value)
            text += "$"
            text += String(values.count)
        }
    }
}

/// What a column holds: schema rule 3 knows integers, text and bytes only.
public enum SQLValue: Sendable, Equatable {
    public enum Kind: Sendable { case integer, text, bytes }

    /// Nothing, where a value of this kind could be.
    case null(Kind)
    case integer(Int64)
    case text(String)
    case bytes([UInt8])

    /// The kind PostgreSQL is told when it prepares the statement; it would otherwise guess.
    var kind: Kind {
        switch self {
        case .null(let kind): kind
        case .integer: .integer
        case .text: .text
        case .bytes: .bytes
        }
    }
}

/// A value that can be bound.
public protocol SQLConvertible {
    static var sqlKind: SQLValue.Kind { get }
    var sqlValue: SQLValue { get }
}

extension Int64: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { .integer }
    public var sqlValue: SQLValue { .integer(self) }
}
extension Int: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { .integer }
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Bool: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { .integer }
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}
extension String: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { .text }
    public var sqlValue: SQLValue { .text(self) }
}
extension [UInt8]: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { .bytes }
    public var sqlValue: SQLValue { .bytes(self) }
}
extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    public static var sqlKind: SQLValue.Kind { Wrapped.sqlKind }
    public var sqlValue: SQLValue { self?.sqlValue ?? .null(Wrapped.sqlKind) }
}
