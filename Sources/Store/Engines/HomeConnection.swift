import Foundation

/// The connection that is the first choice of a school's readers and of its writer.
///
/// What SQLite holds of a file in memory outlives the commits of the same connection, while a commit of another one has
/// it read everything anew, some hundred pages for a page of the diary. So one connection does all the work of a school
/// as long as nobody else has it; who comes meanwhile to read does not wait but takes another.
///
/// `@unchecked Sendable`: what changes is touched under the condition's lock only.
final class HomeConnection: @unchecked Sendable {
    private let condition = NSCondition()
    private let connection: Connection
    private var isLent = false
    /// How many want this one and no other.
    private var waiting = 0

    init(_ connection: Connection) { self.connection = connection }

    /// Lends the connection, unless somebody has it or waits for it.
    func takeIfFree() -> Connection? {
        condition.lock()
        defer { condition.unlock() }
        guard !isLent, waiting == 0 else { return nil }
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

    /// Lends the connection as soon as it is free, before those who could take another; nothing if that takes too long.
    func take(within time: TimeInterval) -> Connection? {
        let end = Date(timeIntervalSinceNow: time)
        condition.lock()
        defer { condition.unlock() }
        waiting += 1
        defer { waiting -= 1 }
        while isLent {
            guard condition.wait(until: end) else { break }
        }
        guard !isLent else { return nil }
        isLent = true
        return connection
    }

    /// Whether somebody wants this connection and no other.
    var isWaitedFor: Bool {
        condition.lock()
        defer { condition.unlock() }
        return waiting > 0
    }

    /// For what only this connection can do: waits until it is free.
    func use<T>(_ work: (Connection) throws -> T) rethrows -> T {
        condition.lock()
        waiting += 1
        while isLent { condition.wait() }
        waiting -= 1
        isLent = true
        condition.unlock()
        defer { _ = giveBack(connection) }
        return try work(connection)
    }
}
