/// A copy of a school in memory on which changes are tried and forgotten. It is taken as the school stands, while
/// others read and write, and nobody waits for what is tried.
public final class Rehearsal {
    private let school: Int64
    private let copy: Connection

    /// - Parameter tables: tables that stay empty in the copy because nothing asks about them; what is asked of them
    ///   all the same finds nothing.
    fileprivate init(_ store: SchoolStore, without tables: Set<String>) throws {
        school = store.id
        copy = try Connection(path: ":memory:", readOnly: false)
        try Schema.school.bringUpToDate(copy)
        try Schema.school.describeToPlanner(copy)
        // Rows may point to rows of the tables that stay empty.
        try copy.script("PRAGMA foreign_keys = OFF; BEGIN")
        try store.read { try Migration.take(of: school, from: $0, to: copy, without: tables) }
        try copy.script("COMMIT")
    }

    deinit { copy.close() }

    /// Tries changes on the copy, without an audit trail, and undoes them.
    public func run<T>(by author: Author, at instant: Int64, _ changes: (Writing) throws -> T) throws -> T {
        try copy.run("BEGIN")
        let answer = Result {
            try changes(try Writing(copy, school: school, author: author, instant: instant, keepsChain: false))
        }
        try copy.run("ROLLBACK")
        return try answer.get()
    }
}

extension SchoolStore {
    /// A copy of the school to try changes on; see ``Rehearsal``.
    public func rehearsal(without tables: Set<String>) throws -> Rehearsal { try Rehearsal(self, without: tables) }
}
