import Foundation

/// The connection that is the first choice of a school's readers and of its writer.
///
/// What SQLite holds of a file in memory outlives the commits of the same connection, while a commit of another one has
/// it read everything anew, some hundred pages for a page of the diary. So one connection does all the work of a school
/// as long as nobody else has it; who comes meanwhile does not wait but takes another.
///
/// `@unchecked Sendable`: whether it is lent changes under the condition's lock only.
final class HomeConnection: @unchecked Sendable {
    private let condition = NSCondition()
    private let connection: Connection
    private var isLent = false

    init(_ connection: Connection) { self.connection = connection }

    /// Lends the connection, unless somebody has it.
    func takeIfFree() -> Connection? {
        condition.lock()
        defer { condition.unlock() }
        guard !isLent else { return nil }
        isLent = true
        return connection
    }

    /// Takes back what was lent.
    /// - Returns: whether it was this one.
    func giveBack(_ lent: Connection) -> Bool {
        guard lent === connection else { return false }
        condition.lock()
        defer { condition.unlock() }
        isLent = false
        condition.signal()
        return true
    }

    /// For what only this connection can do: waits until it is free.
    func use<T>(_ work: (Connection) throws -> T) rethrows -> T {
        condition.lock()
        while isLent { condition.wait() }
        isLent = true
        condition.unlock()
        defer { _ = giveBack(connection) }
        return try work(connection)
    }
}
