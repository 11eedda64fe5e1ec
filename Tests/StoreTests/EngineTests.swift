import Foundation
import Synchronization
import TestEngines
import Testing

@testable import Store

/// What the rooms rely on, whichever engine is behind.
@Suite struct EngineTests {
    @Test(arguments: TestEngine.asked) func `a row that a key refuses is told apart from one that a check refuses`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        func fault(_ sql: SQL) -> StoreError? {
            #expect(throws: StoreError.self) {
                try school.writeNow(by: .command("test"), at: 5) { _ = try $0.connection.run(sql) }
            }
        }
        let same: SQL =
            "INSERT INTO person (school_id, id, surname, given, sort_key, search) VALUES (42, 1, 'a', 'b', 'c', 'd')"
        #expect(fault(same)?.isDuplicate == true)
        #expect(fault("UPDATE person SET sex = 'x' WHERE school_id = 42")?.kind == .check)
        let reference = fault("INSERT INTO staff (school_id, person_id, from_day) VALUES (42, 99, '2026-09-01')")
        #expect(reference?.kind == .reference)
        #expect(reference?.isConstraint == true)
        #expect(fault("UPDATE person SET surname = NULL WHERE school_id = 42")?.kind == .missingValue)
        #expect(fault("UPDATE nothing SET a = 1")?.isConstraint == false)
    }

    @Test(arguments: TestEngine.asked) func `a failed statement undoes the whole change`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                try scratch.add(person: 2, to: writing)
                try scratch.add(person: 1, to: writing)
            }
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM person WHERE school_id = 42") } == 1)
    }

    @Test(arguments: TestEngine.asked) func `writers of two programs take turns`(engine: TestEngine) async throws {
        let scratch = try Scratch(engine)
        _ = try scratch.school()
        let programs = [try scratch.store(), try scratch.store()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                let school = try programs[number % 2].school(42)
                group.addTask {
                    try await school.write(by: .command("test"), at: 5) { writing in
                        let seen = try writing.connection.count(
                            "SELECT count(*) FROM person WHERE school_id = \(writing.school)")
                        try scratch.add(person: Int64(seen + 1), to: writing)
                        try writing.audit("person.add", "person/\(seen + 1)")
                    }
                }
            }
            try await group.waitForAll()
        }
        let found = try programs[0].school(42).read { try AuditVerification.of($0, school: 42) }
        #expect(found.isSound)
        #expect(found.rows == 41)
    }

    @Test(arguments: TestEngine.asked)
    func `what has changed is told, whoever has changed it`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        let other = try scratch.store().school(42)
        func version() throws -> Int? { try school.read { try $0.foreignVersion() } }
        func change(_ school: SchoolStore, to phone: String) throws {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                _ = try writing.connection.run("UPDATE person SET phone = \(phone) WHERE school_id = 42")
            }
        }
        let (before, moment) = (try version(), school.moment)
        #expect(try version() == before)
        #expect(school.isUnchanged([.student(1)], since: moment))
        try change(school, to: "1")
        #expect(!school.isUnchanged([.student(1)], since: moment))
        let (between, later) = (try version(), school.moment)
        try change(other, to: "2")
        #expect(school.isUnchanged([.student(1)], since: later))
        #expect(try version() != between)
    }

    @Test(arguments: TestEngine.asked) func `a question may wait on another thread than the caller's`(
        engine: TestEngine
    ) async throws {
        let (store, school) = try Scratch(engine).school()
        #expect((store.crew == nil) == (engine == .sqlite))
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await school.ask { try $0.count("SELECT count(*) FROM person WHERE school_id = 42") }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(counts == 50)
    }

    @Test(arguments: TestEngine.asked) func `a whole task may prefer the threads that wait`(engine: TestEngine)
        async throws
    {
        let (store, school) = try Scratch(engine).school()
        let count = try await withTaskExecutorPreference(store.crew) {
            try await school.write(by: .command("test"), at: 5) { try $0.audit("a", "b") }
            return try school.read { try $0.count("SELECT count(*) FROM audit WHERE school_id = 42") }
        }
        #expect(count == 2)
    }

    // The servers of the tests are made without them.
    @Test(arguments: TestEngine.asked) func `a server without checksums of its pages is remarked on`(engine: TestEngine)
        async throws
    {
        let (store, _) = try Scratch(engine).school()
        #expect(try store.remarks().map { $0.contains("--data-checksums") } == (engine == .sqlite ? [] : [true]))
        #expect(await store.whyNotReady() == nil)
    }

    @Test(arguments: TestEngine.asked) func `changes are counted as kept or refused, with the commits they shared`(
        engine: TestEngine
    ) throws {
        let (store, school) = try Scratch(engine).school()
        let before = store.figures.writes
        try school.writeNow(by: .command("test"), at: 5) { try $0.audit("a", "b") }
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { _ in throw StoreError.undone }
        }
        let now = store.figures.writes
        #expect(now.kept == before.kept + 1)
        #expect(now.refused == before.refused + 1)
        #expect(now.times.count == before.times.count + 2)
        #expect(now.together.sum == before.together.sum + 1)
        #expect(store.figures.servers.map(\.name) == (engine == .sqlite ? [] : ["primary"]))
    }

    @Test(arguments: TestEngine.asked) func `statements of readers are counted`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        let before = school.statementsRead
        _ = try school.read { try $0.count("SELECT 1") + $0.count("SELECT 2") }
        #expect(school.statementsRead == before + 2)
    }

    @Test(arguments: TestEngine.asked) func `a statement shows its plan`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        let plan = try school.read {
            try $0.plan(of: "SELECT surname FROM person WHERE school_id = \(42) AND id = \(1)")
        }
        #expect(plan.contains { $0.contains("person") })
    }

    @Test(arguments: TestEngine.asked) func `what is empty of a kind is bound as that kind`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        let number: Int64? = nil
        let text: String? = nil
        let found = try school.read { connection in
            try connection.count(
                """
                SELECT count(*) FROM person
                WHERE school_id = \(42) AND (\(number as Int64?) IS NULL OR id = \(number as Int64?))
                    AND coalesce(\(text as String?), surname) = surname
                """)
        }
        #expect(found == 1)
    }
}

extension Store {
    /// How many rows PostgreSQL believes the table of people to have; -1 while it was never told.
    func peopleKnownToPlanner() throws -> Int {
        try engine.read {
            try $0.count(
                """
                SELECT CAST(reltuples AS bigint) FROM pg_class
                WHERE relname = 'person' AND relnamespace = CAST(current_schema() AS regnamespace)
                """)
        }
    }
}

@Suite struct MigrationTests {
    /// A school with something in tables that point to each other, and with an anchor.
    private func filled(_ engine: TestEngine) throws -> (scratch: Scratch, store: Store) {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        try school.writeNow(by: Author(person: 7, session: "s"), at: 5) { writing in
            for number in Int64(2)...2500 { try scratch.add(person: number, to: writing) }
            try writing.connection.script(
                """
                INSERT INTO staff (school_id, person_id, from_day) VALUES (42, 2, '2026-09-01');
                INSERT INTO session (school_id, token_hash, person_id, created_at, seen_at, expires_at, idle_minutes,
                    csrf)
                VALUES (42, '', 2, 1, 1, 1, 1, 'ө,''"');
                """)
            try writing.connection.run("UPDATE session SET token_hash = \([0, 255, 7] as [UInt8]) WHERE school_id = 42")
            for number in 0..<30 {
                try writing.audit("cell.set", "cell/\(number)", after: "5", text: "Жакшы \(number)")
            }
        }
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        try store.anchors(of: 42).keep(try school.read { try AuditHead.read($0, school: 42) }, at: 6)
        return (scratch, store)
    }

    @Test(arguments: TestEngine.asked, TestEngine.asked)
    func `a school moves between engines and back, bit for bit`(from: TestEngine, to: TestEngine) throws {
        let (_, store) = try filled(from)
        let there = try Scratch(to).store()
        let out = try Migration.copy(school: 42, from: store, to: there, at: 9)
        let home = try Scratch(from).store()
        let back = try Migration.copy(school: 42, from: there, to: home, at: 9)
        #expect(out.tables.sorted { $0.name < $1.name } == back.tables.sorted { $0.name < $1.name })
        #expect(out.chain == back.chain)
        #expect(out.chain.isSound && out.chain.rows == 31)
        #expect(out.tables.first { $0.name == "person" }?.rows == 2500)
        #expect(try home.person(signingInAs: "asanova")?.school == 42)
        #expect(try home.schoolList().map(\.name) == ["№ 7"])
        #expect(try home.anchors(of: 42).heads() == store.anchors(of: 42).heads())
        try home.school(42).writeNow(by: .command("test"), at: 10) { try $0.audit("a", "b") }
    }

    @Test(.enabled(if: TestEngine.asksPostgres))
    func `after a move PostgreSQL is told what its tables hold`() throws {
        let (_, store) = try filled(.sqlite)
        let there = try Scratch(.postgres).store()
        _ = try Migration.copy(school: 42, from: store, to: there, at: 9)
        try there.describeToPlanner()
        #expect(try there.peopleKnownToPlanner() == 2500)
    }

    @Test(arguments: TestEngine.asked) func `a school that is there already is not overwritten`(engine: TestEngine)
        throws
    {
        let (_, store) = try filled(.sqlite)
        let there = try Scratch(engine).store()
        _ = try Migration.copy(school: 42, from: store, to: there, at: 9)
        #expect(throws: StoreError.self) { try Migration.copy(school: 42, from: store, to: there, at: 9) }
    }

    @Test(arguments: TestEngine.asked) func `a school whose chain is broken is not moved, and nothing of it stays`(
        engine: TestEngine
    ) throws {
        let (scratch, store) = try filled(.sqlite)
        try scratch.tamper(store.school(42), "UPDATE audit SET after = '4' WHERE school_id = 42 AND seq = 5")
        let there = try Scratch(engine).store()
        #expect(throws: StoreError.self) { try Migration.copy(school: 42, from: store, to: there, at: 9) }
        #expect(try there.schoolList().isEmpty)
        try scratch.tamper(store.school(42), "UPDATE audit SET after = '5' WHERE school_id = 42 AND seq = 5")
        #expect(try Migration.copy(school: 42, from: store, to: there, at: 9).chain.isSound)
    }

    @Test(arguments: TestEngine.asked) func `a sign-in name that another school has stops the move`(engine: TestEngine)
        throws
    {
        let (_, store) = try filled(.sqlite)
        let scratch = try Scratch(engine)
        let (there, _) = try scratch.school(43)
        #expect(try there.claim(login: "asanova", school: 43, person: 1))
        #expect(throws: StoreError.self) { try Migration.copy(school: 42, from: store, to: there, at: 9) }
        #expect(try there.schoolList().map(\.id) == [43])
    }
}
