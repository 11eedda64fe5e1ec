import Foundation
import Synchronization
import Testing

@testable import Store

/// A school in a file with a clock that stands, whose queue can be held up.
private struct HeldSchool: Sendable {
    let engine: SQLiteSchool
    let school: SchoolStore
    let anchors: Anchors
    let scratch: Scratch
    let now = Seconds()

    /// Seconds that have passed.
    final class Seconds: Sendable {
        let seconds = Atomic<Int64>(0)
    }

    init() throws {
        scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        engine = try SQLiteSchool(path: scratch.path + "/42.sqlite")
        anchors = Anchors(path: scratch.path + "/42.anchors")
        let now = now
        school = SchoolStore(
            id: 42, path: scratch.path + "/42.sqlite", engine: engine, crew: nil, anchors: anchors,
            clock: { .seconds(now.seconds.load(ordering: .relaxed)) })
    }

    var commits: Int { engine.commits.load(ordering: .relaxed) }

    func count(_ table: SQL = "SELECT count(*) FROM person WHERE school_id = 42") throws -> Int {
        try school.read { try $0.count(table) }
    }

    /// Lets `number` changes come while another one is being made, then lets that one end.
    /// - Parameters:
    ///   - seconds: how long they have waited by then.
    ///   - fails: whether the one that is being made fails.
    ///   - closing: why the school is closed for changes meanwhile, if it is.
    func together(
        _ number: Int, seconds: Int64 = 0, fails: Bool = false, closing: String? = nil,
        _ write: @escaping @Sendable (SchoolStore, Int) async -> Void
    ) async throws {
        let gate = DispatchSemaphore(value: 0)
        let school = school
        await withTaskGroup(of: Void.self) { group in
            let begun = Seconds()
            group.addTask {
                _ = try? await school.write(by: .command("test"), at: 1) { _ in
                    begun.seconds.store(1, ordering: .sequentiallyConsistent)
                    gate.wait()
                    if fails { throw SharedCommitTests.Stop() }
                }
            }
            while begun.seconds.load(ordering: .sequentiallyConsistent) == 0 { await Task.yield() }
            for index in 0..<number {
                group.addTask { await write(school, index) }
                while school.changesWaiting <= index { await Task.yield() }
            }
            now.seconds.store(seconds, ordering: .sequentiallyConsistent)
            if let closing { school.refuseChanges(because: closing) }
            gate.signal()
        }
    }

    @Sendable static func add(_ person: Int, _ writing: Writing) throws -> Int {
        try writing.connection.run(
            """
            INSERT INTO person (school_id, id, surname, given, sort_key, search)
            VALUES (42, \(person), 'А', 'Б', 'a', 'a')
            """)
        try writing.audit("person.add", "person/\(person)")
        return person * 10
    }
}

@Suite struct SharedCommitTests {
    struct Stop: Error, Equatable {}

    @Test func `fifty changes that wait share few commits, and each gets its own answer`() async throws {
        let held = try HeldSchool()
        let answers = Mutex<[Int: Int]>([:])
        let before = held.commits
        try await held.together(50) { school, index in
            let answer = try? await school.write(by: .command("test"), at: 2) { try HeldSchool.add(index + 1, $0) }
            answers.withLock { $0[index + 1] = answer }
        }
        #expect(held.commits - before == 1)
        let expected = Dictionary(uniqueKeysWithValues: (1...50).map { (number: Int) in (number, number * 10) })
        #expect(answers.withLock { $0 } == expected)
        #expect(try held.count() == 50)
        let chain = try held.school.read { try AuditVerification.of($0, school: 42, anchors: held.anchors.heads()) }
        #expect(chain.isSound)
        #expect(chain.rows == 50)
        #expect(try held.anchors.heads().last == chain.head)
    }

    @Test func `the file of the newest head is made anew where a restore took it away`() throws {
        let held = try HeldSchool()
        for person in 1...3 {
            _ = try held.school.writeNow(by: .command("test"), at: 3) { try HeldSchool.add(person, $0) }
            let head = try held.school.read { try AuditHead.read($0, school: 42) }
            #expect(try held.anchors.heads() == [head])
            if person == 2 { try FileManager.default.removeItem(atPath: held.anchors.newest) }
        }
    }

    @Test func `the chain goes in the order in which the changes came`() async throws {
        let held = try HeldSchool()
        try await held.together(30) { school, index in
            _ = try? await school.write(by: .command("test"), at: 2) { try HeldSchool.add(index + 1, $0) }
        }
        let objects = try held.school.read {
            try $0.all("SELECT object FROM audit WHERE school_id = 42 ORDER BY seq") { $0.text(0) }
        }
        #expect(objects == (1...30).map { "person/\($0)" })
    }

    @Test func `a change that fails among others leaves nothing and harms none`() async throws {
        let held = try HeldSchool()
        let faults = Mutex<[Int: String]>([:])
        try await held.together(20) { school, index in
            do {
                _ = try await school.write(by: .command("test"), at: 2) { writing in
                    let answer = try HeldSchool.add(index == 7 ? 1 : index + 1, writing)
                    if index == 12 { throw Stop() }
                    return answer
                }
            } catch let error as StoreError {
                faults.withLock { $0[index] = error.isDuplicate ? "duplicate" : "\(error)" }
            } catch {
                faults.withLock { $0[index] = "\(error)" }
            }
        }
        #expect(faults.withLock { $0 } == [7: "duplicate", 12: "Stop()"])
        #expect(try held.count() == 18)
        #expect(try held.count("SELECT count(*) FROM audit WHERE object IN ('person/8', 'person/13')") == 0)
        let chain = try held.school.read { try AuditVerification.of($0, school: 42) }
        #expect(chain.isSound)
        #expect(chain.rows == 18)
    }

    @Test func `when the one before those that wait fails, they go on without it`() async throws {
        let held = try HeldSchool()
        let before = held.commits
        try await held.together(10, fails: true) { school, index in
            _ = try? await school.write(by: .command("test"), at: 2) { writing in
                _ = try HeldSchool.add(index + 1, writing)
                if index == 0 { throw Stop() }
            }
        }
        #expect(held.commits - before == 1)
        #expect(try held.count() == 9)
        #expect(try held.school.read { try AuditVerification.of($0, school: 42) }.rows == 9)
    }

    @Test func `when the commit fails, all are told so and nothing is kept`() async throws {
        let held = try HeldSchool()
        let faults = Mutex<[String]>([])
        try await held.together(8) { school, index in
            do {
                _ = try await school.write(by: .command("test"), at: 2) { writing in
                    if index == 5 { try writing.connection.run("PRAGMA defer_foreign_keys = ON") }
                    if index == 5 {
                        try writing.connection.run(
                            "INSERT INTO staff (school_id, person_id, from_day) VALUES (42, 99, '2026-09-01')")
                    }
                    if index == 6 { throw Stop() }
                    return try HeldSchool.add(index + 1, writing)
                }
            } catch {
                faults.withLock { $0.append((error as? StoreError)?.kind == .reference ? "reference" : "\(error)") }
            }
        }
        #expect(faults.withLock { $0 } == Array(repeating: "reference", count: 8))
        #expect(try held.count() == 0)
        #expect(try held.anchors.heads().isEmpty)
        #expect(try held.school.writeNow(by: .command("test"), at: 3) { try HeldSchool.add(1, $0) } == 10)
    }

    @Test func `a transaction that the engine has undone keeps nothing of those before, and the next ones go on`()
        async throws
    {
        let held = try HeldSchool()
        let faults = Mutex<[Int: String]>([:])
        try await held.together(6) { school, index in
            do {
                _ = try await school.write(by: .command("test"), at: 2) { writing in
                    _ = try HeldSchool.add(index + 1, writing)
                    guard index == 3 else { return }
                    try writing.connection.run("ROLLBACK")
                    throw Stop()
                }
            } catch {
                faults.withLock { $0[index] = (error as? StoreError)?.kind == .lost ? "undone" : "\(error)" }
            }
        }
        #expect(faults.withLock { $0 } == [0: "undone", 1: "undone", 2: "undone", 3: "Stop()"])
        #expect(try held.count() == 2)
        #expect(try held.school.read { try AuditVerification.of($0, school: 42) }.rows == 2)
    }

    @Test func `a fact that one change makes is not told as it was to the next in the same transaction`() async throws {
        let held = try HeldSchool()
        _ = try held.school.writeNow(by: .command("test"), at: 2) { try HeldSchool.add(1, $0) }
        @Sendable func people(_ connection: Connection) throws -> Int {
            try connection.fact("people") { try connection.count("SELECT count(*) FROM person WHERE school_id = 42") }
        }
        #expect(try held.school.read(people) == 1)
        let seen = Mutex<[Int?]>([])
        let before = held.commits
        try await held.together(3) { school, index in
            let told = try? await school.write(by: .command("test"), at: 2) { writing in
                if index == 1 { return try HeldSchool.add(2, writing) }
                writing.touchesOnly([])
                return try people(writing.connection)
            }
            seen.withLock { $0.append(told) }
        }
        #expect(held.commits - before == 1)
        #expect(Set(seen.withLock { $0 }) == [1, 20, 2])
    }

    @Test func `a change that goes back on its own word leaves what is known standing`() throws {
        let held = try HeldSchool()
        let moment = held.school.moment
        #expect(throws: Stop.self) { try held.school.writeNow(by: .command("test"), at: 2) { _ in throw Stop() } }
        #expect(held.school.isUnchanged([.student(1)], since: moment))
        #expect(throws: StoreError.self) {
            try held.school.writeNow(by: .command("test"), at: 2) { try $0.connection.run("UPDATE nothing SET a = 1") }
        }
        #expect(!held.school.isUnchanged([.student(1)], since: moment))
    }

    @Test func `more than a transaction takes are made in several`() async throws {
        let held = try HeldSchool()
        let before = held.commits
        try await held.together(150) { school, index in
            _ = try? await school.write(by: .command("test"), at: 2) { try HeldSchool.add(index + 1, $0) }
        }
        #expect(try held.count() == 150)
        #expect(held.commits - before == 3)
    }

    @Test func `commands take part as the others do`() async throws {
        let held = try HeldSchool()
        let before = held.commits
        let school = held.school
        let sums = Mutex<Int>(0)
        try await held.together(10) { school, index in
            _ = try? await school.write(by: .command("test"), at: 2) { try HeldSchool.add(index + 1, $0) }
        }
        DispatchQueue.concurrentPerform(iterations: 20) { index in
            let answer = try? school.writeNow(by: .command("test"), at: 3) { try HeldSchool.add(index + 11, $0) }
            sums.withLock { $0 += answer ?? 0 }
        }
        #expect(sums.withLock { $0 } == 4100)
        #expect(try held.count() == 30)
        #expect(held.commits - before <= 21)
        #expect(try held.school.read { try AuditVerification.of($0, school: 42) }.isSound)
    }

    @Test func `who has waited longer than ten seconds gets no turn`() async throws {
        let held = try HeldSchool()
        let ran = Atomic<Int>(0)
        let kinds = Mutex<[Fault.Kind?]>([])
        try await held.together(3, seconds: 11) { school, index in
            do {
                _ = try await school.write(by: .command("test"), at: 2) { _ in ran.add(1, ordering: .relaxed) }
            } catch {
                kinds.withLock { $0.append((error as? StoreError)?.kind) }
            }
        }
        #expect(kinds.withLock { $0 } == [.timedOut, .timedOut, .timedOut])
        #expect(ran.load(ordering: .relaxed) == 0)
        #expect(try held.school.writeNow(by: .command("test"), at: 3) { try HeldSchool.add(1, $0) } == 10)
    }

    @Test func `a school that is closed for changes while they wait lets only coming and going through`() async throws {
        let held = try HeldSchool()
        let refused = Atomic<Int>(0)
        try await held.together(6, closing: "the chain is broken") { school, index in
            do {
                _ = try await school.write(by: .command("test"), at: 2, alsoWhenReadOnly: index == 4) {
                    try HeldSchool.add(index + 1, $0)
                }
            } catch StoreError.readOnly {
                refused.add(1, ordering: .relaxed)
            } catch {}
        }
        #expect(refused.load(ordering: .relaxed) == 5)
        #expect(try held.count() == 1)
        #expect(try held.count("SELECT count(*) FROM audit") == 0)
    }
}
