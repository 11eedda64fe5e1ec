import Foundation
import TestEngines
import Testing

@testable import Store

/// A server that takes every question and says nothing, as one does whose machine is frozen or whose line is cut.
@Suite(.serialized, .enabled(if: TestEngine.asksPostgres)) struct SilentServerTests {
    private static let server = Result { try TestPostgres.another() }

    private let server: TestPostgres
    private let scratch: Scratch
    private let place: PostgresPlace
    private let pool: PostgresPool
    private let clock = ContinuousClock()

    init() throws {
        server = try Self.server.get()
        scratch = try Scratch(on: server)
        var place = scratch.place
        place.statementSeconds = 1
        place.graceSeconds = 1
        place.connectSeconds = 2
        place.waitSeconds = 3
        self.place = place
        pool = PostgresPool(place)
    }

    private func isLost(within seconds: Int, _ ask: () throws -> Void) -> Bool {
        var kind: Fault.Kind?
        let took = clock.measure {
            do { try ask() } catch { kind = (error as? StoreError)?.kind }
        }
        return kind == .lost && took < .seconds(seconds)
    }

    @Test func `a question without an answer is given up, and the connection with it`() throws {
        _ = try scratch.school()
        let silent = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT pg_backend_pid()") }
        #expect(kill(pid_t(silent), SIGSTOP) == 0)
        defer { kill(pid_t(silent), SIGCONT) }
        #expect(isLost(within: 4) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } })
        #expect(pool.hearing.silences == 1)
        Thread.sleep(forTimeInterval: 1)
        #expect(try pool.transaction(.reading(school: nil)) { try $0.count("SELECT pg_backend_pid()") } != silent)
        #expect(pool.figuresNow.retries == 0)
    }

    @Test func `a commit without an answer is said to be unknown`() throws {
        let store = try Store(postgres: place, path: scratch.path)
        let school = try scratch.school(in: store).school
        var backend: pid_t = 0
        defer { if backend != 0 { kill(backend, SIGCONT) } }
        let error = #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                backend = pid_t(try writing.connection.count("SELECT pg_backend_pid()"))
                kill(backend, SIGSTOP)
            }
        }
        // The head of the chain has not moved, so that the commit is the next thing said.
        guard case .outcomeUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `when the server is silent the second one is told at once, and it is found again when it is back`()
        throws
    {
        _ = try scratch.school()
        try server.freeze()
        defer { #expect(throws: Never.self) { try server.thaw() } }
        #expect(isLost(within: 5) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } })
        #expect(isLost(within: 1) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } })
        try server.thaw()
        Thread.sleep(forTimeInterval: 1.1)
        #expect(try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } == 1)
        #expect(try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } == 1)
    }

    @Test func `whoever asks whether it is ready hears no within three seconds`() async throws {
        let store = try Store(postgres: place, path: scratch.path)
        #expect(await store.whyNotReady() == nil)
        try server.freeze()
        defer { #expect(throws: Never.self) { try server.thaw() } }
        for _ in 0..<2 {
            let took = await clock.measure {
                async let first = store.whyNotReady()
                async let second = store.whyNotReady()
                #expect(await first != nil)
                #expect(await second != nil)
            }
            #expect(took < .seconds(3))
        }
        try server.thaw()
        var answer: String? = ""
        for _ in 0..<5 where answer != nil { answer = await store.whyNotReady() }
        #expect(answer == nil)
    }

    @Test func `a program that ends waits no longer than it says`() async throws {
        var place = place
        place.statementSeconds = 60
        let pool = PostgresPool(place)
        let backend = try pool.transaction(.reading(school: nil)) { pid_t(try $0.count("SELECT pg_backend_pid()")) }
        #expect(kill(backend, SIGSTOP) == 0)
        defer { kill(backend, SIGCONT) }
        let asked = Task.detached { [self] in
            isLost(within: 3) { _ = try pool.transaction(.owning(school: nil)) { try $0.count("SELECT 1") } }
        }
        pool.end(within: .seconds(1))
        #expect(await asked.value)
        #expect(isLost(within: 1) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } })
    }

    @Test func `a program that ends does not wait for a connection either`() async throws {
        var place = place
        place.connectSeconds = 8
        let pool = PostgresPool(place)
        try server.freeze()
        defer { #expect(throws: Never.self) { try server.thaw() } }
        let asked = Task.detached { [self] in
            isLost(within: 3) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } }
        }
        pool.end(within: .seconds(1))
        #expect(await asked.value)
    }

    @Test func `whoever has waited for a connection waits that much less for the server`() throws {
        var place = place
        place.connections = 1
        place.connectSeconds = 8
        let pool = PostgresPool(place)
        let isHeld = DispatchSemaphore(value: 0)
        let holder = Thread {
            _ = try? pool.transaction(.reading(school: nil)) { connection in
                isHeld.signal()
                Thread.sleep(forTimeInterval: 2.8)
                connection.postgres?.isSilent = true
            }
        }
        holder.start()
        isHeld.wait()
        try server.freeze()
        defer { #expect(throws: Never.self) { try server.thaw() } }
        let took = clock.measure {
            #expect(isLost(within: 6) { _ = try pool.transaction(.reading(school: nil)) { try $0.count("SELECT 1") } })
        }
        // Three for its turn, and one for a server to let it in and to begin.
        #expect(took < .seconds(4.5))
    }

    @Test func `a request has one time for all its answers`() throws {
        var place = place
        place.statementSeconds = 8
        let pool = PostgresPool(place)
        var backend: pid_t = 0
        defer { if backend != 0 { kill(backend, SIGCONT) } }
        Arrival.$instant.withValue(.now - .seconds(2)) {
            #expect(
                isLost(within: 5) {
                    try pool.transaction(.reading(school: nil)) { connection in
                        backend = pid_t(try connection.count("SELECT pg_backend_pid()"))
                        kill(backend, SIGSTOP)
                        _ = try connection.count("SELECT 1")
                    }
                })
        }
    }

    @Test func `a change of a request has no more time than the request`() async throws {
        var place = place
        place.statementSeconds = 8
        let (store, first) = try scratch.school(in: Store(postgres: place, path: scratch.path))
        let school = SchoolStore(
            id: 42, path: first.path, engine: try #require(try store.engine.open(42)), crew: store.crew,
            patience: .seconds(3))
        let (backends, tell) = AsyncStream.makeStream(of: pid_t.self)
        defer { tell.finish() }
        let error = await #expect(throws: StoreError.self) {
            let begun = clock.now
            defer { #expect(begun.duration(to: clock.now) < .seconds(6)) }
            try await Arrival.$instant.withValue(.now) {
                try await school.write(by: .command("test"), at: 5) { writing in
                    let backend = pid_t(try writing.connection.count("SELECT pg_backend_pid()"))
                    tell.yield(backend)
                    kill(backend, SIGSTOP)
                }
            }
        }
        for await backend in backends {
            kill(backend, SIGCONT)
            break
        }
        guard case .outcomeUnknown = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a server that answers late is waited for when a program starts`() throws {
        try server.freeze()
        let late = Thread { [server] in
            Thread.sleep(forTimeInterval: 3)
            #expect(throws: Never.self) { try server.thaw() }
        }
        late.start()
        var told = 0
        let store = try Store(postgres: place, path: scratch.path, within: .seconds(15)) { _ in told += 1 }
        #expect(told == 1)
        #expect(try store.schoolList().isEmpty)
    }

    @Test func `a server that never answers is not waited for for ever`() throws {
        try server.freeze()
        defer { #expect(throws: Never.self) { try server.thaw() } }
        #expect(isLost(within: 6) { _ = try Store(postgres: place, path: scratch.path, within: .seconds(1)) })
    }
}

@Suite struct HearingTests {
    @Test func `a silence is the server's only if nobody was answered meanwhile`() {
        let hearing = Hearing(rest: .seconds(1_000))
        let asked = ContinuousClock.now
        hearing.heard()
        hearing.noAnswer(since: asked)
        #expect(hearing.mayTry())
        hearing.noAnswer(since: .now)
        #expect(!hearing.mayTry())
        hearing.heard()
        #expect(hearing.mayTry())
        #expect(hearing.silences == 2)
    }

    @Test func `after its rest a silent server is tried by one, while the others are told at once`() {
        let hearing = Hearing(rest: .milliseconds(20))
        hearing.noAnswer(since: .now)
        Thread.sleep(forTimeInterval: 0.03)
        #expect(hearing.mayTry())
        #expect(!hearing.mayTry())
    }
}
