/// One row of an answer, read by position; valid only while its closure runs.
///
/// A column read as another kind than it has reads as on SQLite: a number as its digits, text as the number it begins
/// with, NULL as 0, as empty text and as no bytes.
public struct Row {
    enum Cursor {
        case sqlite(SQLiteCursor)
        case postgres(PostgresCursor)
    }

    let cursor: Cursor

    init(_ cursor: SQLiteCursor) { self.cursor = .sqlite(cursor) }

    init(_ cursor: PostgresCursor) { self.cursor = .postgres(cursor) }

    public func integer(_ column: Int) -> Int64 {
        switch cursor {
        case .sqlite(let sqlite): sqlite.integer(column)
        case .postgres(let postgres): postgres.integer(column)
        }
    }

    public func int(_ column: Int) -> Int { Int(integer(column)) }

    public func bool(_ column: Int) -> Bool { integer(column) != 0 }

    /// The text of a column; NULL reads as empty text.
    public func text(_ column: Int) -> String {
        switch cursor {
        case .sqlite(let sqlite): sqlite.text(column)
        case .postgres(let postgres): postgres.text(column)
        }
    }

    public func bytes(_ column: Int) -> [UInt8] {
        switch cursor {
        case .sqlite(let sqlite): sqlite.bytes(column)
        case .postgres(let postgres): postgres.bytes(column)
        }
    }

    public func isNull(_ column: Int) -> Bool {
        switch cursor {
        case .sqlite(let sqlite): sqlite.isNull(column)
        case .postgres(let postgres): postgres.isNull(column)
        }
    }

    /// The column as it would be bound again.
    public func value(_ column: Int) -> SQLValue {
        switch cursor {
        case .sqlite(let sqlite): sqlite.value(column)
        case .postgres(let postgres): postgres.value(column)
        }
    }
}
