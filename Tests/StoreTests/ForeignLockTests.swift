import Foundation
import TestEngines
import Testing

@testable import Store

/// Another program holds what every writer of a school needs.
@Suite struct ForeignLockTests {
    @Test(arguments: TestEngine.asked) func `a request that has waited before waits that much less for the lock`(
        engine: TestEngine
    ) async throws {
        let scratch = try Scratch(engine)
        let (store, first) = try scratch.school()
        let figures = WriteFigures()
        let school = SchoolStore(
            id: 42, path: first.path, engine: try #require(try store.engine.open(42)), crew: store.crew,
            figures: figures, patience: .seconds(5))
        let error = await #expect(throws: StoreError.self) {
            try await Arrival.$instant.withValue(.now - .seconds(6)) {
                try await school.write(by: .command("test"), at: 5) { try scratch.add(person: 2, to: $0) }
            }
        }
        #expect(error?.kind == .timedOut)
        #expect(figures.now.refused == 1)
        try await school.write(by: .command("test"), at: 5) { try scratch.add(person: 2, to: $0) }
    }

    @Test(arguments: TestEngine.asked)
    func `writers behind a foreign lock are told as long after they came, all of them`(
        engine: TestEngine
    ) async throws {
        let scratch = try Scratch(engine)
        let (store, first) = try scratch.school()
        let figures = WriteFigures()
        let school = SchoolStore(
            id: 42, path: first.path, engine: try #require(try store.engine.open(42)), crew: store.crew,
            figures: figures, patience: .milliseconds(500))
        let other =
            engine == .sqlite
            ? try Connection(path: first.path, readOnly: false) : try Connection(scratch.place)
        try other.script(
            engine == .sqlite ? "BEGIN IMMEDIATE" : "BEGIN; SELECT school_id FROM school_lock FOR UPDATE")
        let kinds = await withTaskGroup(of: Fault.Kind?.self) { group in
            for number in Int64(2)...9 {
                group.addTask {
                    do {
                        try await school.write(by: .command("test"), at: 5) { try scratch.add(person: number, to: $0) }
                        return nil
                    } catch {
                        return (error as? StoreError)?.kind
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(kinds == Array(repeating: .timedOut, count: 8))
        // One after another they would have taken up to four seconds, and 18 together.
        #expect(figures.now.times.sum < 8)
        #expect(figures.now.refused == 8)
        try other.script("ROLLBACK")
        try await school.write(by: .command("test"), at: 5) { try scratch.add(person: 2, to: $0) }
    }

    @Test func `whoever asks the directory of files does not wait for a change that waits`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        let other = try Connection(path: scratch.path + "/directory.sqlite", readOnly: false)
        try other.script("BEGIN IMMEDIATE")
        let change = Thread { _ = try? store.claim(login: "aida", school: 42, person: 1) }
        change.start()
        Thread.sleep(forTimeInterval: 0.1)
        let begun = ContinuousClock.now
        #expect(try store.schoolList().count == 1)
        let took = begun.duration(to: .now)
        #expect(took < .seconds(1))
        try other.script("ROLLBACK")
        while !change.isFinished { Thread.sleep(forTimeInterval: 0.005) }
        #expect(try store.person(signingInAs: "aida")?.school == 42)
    }
}
