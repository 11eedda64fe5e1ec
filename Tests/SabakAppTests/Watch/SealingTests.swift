import Foundation
import Synchronization
import Testing

@testable import SabakApp
@testable import Store

@Suite struct SealingTests {
    /// A directory that wants seals and in which the engine's own check finds a row that should not be there.
    private func unsound() throws -> Store {
        let folder = NSTemporaryDirectory() + "sealing-" + UUID().uuidString
        let store = try Store(path: folder)
        let other = try Connection(path: folder + "/directory.sqlite", readOnly: false)
        defer { other.close() }
        try other.script(
            """
            CREATE TABLE odd (number bigint CHECK (number > 0));
            PRAGMA ignore_check_constraints = ON;
            INSERT INTO odd (number) VALUES (-1);
            """)
        PageWatch.noteVisit(other.file)
        return store
    }

    @Test func `a directory that cannot be sealed is told once, and not tried every minute`() throws {
        let store = try unsound()
        let said = Mutex<[String]>([])
        var config = Config(environment: [:])
        config.log = { line in said.withLock { $0.append(line) } }
        let sealing = Sealing(store: store, config: config)
        #expect(store.directoryWantsSeals)
        for _ in 1...3 {
            if let due = try sealing.due() { sealing.seal(due) }
        }
        #expect(said.withLock { $0.count } == 1)
        #expect(said.withLock { $0.first }?.hasPrefix("ALARM the directory gets no seals") == true)
    }
}
