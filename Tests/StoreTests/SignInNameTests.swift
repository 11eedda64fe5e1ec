import TestEngines
import Testing

@testable import Store

@Suite struct SignInNameTests {
    @Test(arguments: [
        ("osmonova", "0smonova"), ("kim", "klm"), ("alieva", "a1ieva"), ("asanov2", "asan0v2"), ("il", "11"),
    ])
    func `names that look the same on paper are one name to whoever signs in`(login: String, typed: String) throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        #expect(try store.claim(login: login, school: 42, person: 5))
        #expect(try store.person(signingInAs: typed)?.person == 5)
        #expect(try store.person(signingInAs: "zzz") == nil)
        #expect(try !store.claim(login: typed, school: 42, person: 6))
        #expect(try store.free(of: [typed, login, "free"]) == ["free"])
    }

    @Test func `the name as it is typed goes before the one that looks like it`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        #expect(try store.claim(login: "pet", school: 42, person: 5))
        #expect(try store.claim(login: "ret", school: 42, person: 6))
        #expect(try store.person(signingInAs: ["ret", "pet"])?.login == "ret")
        #expect(try store.person(signingInAs: ["net", "pet"])?.login == "pet")
    }

    @Test(arguments: TestEngine.asked) func `a name is given once, also after its school is removed`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school(42)
        _ = try scratch.school(43, in: store)
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        try store.discard(school: 42)
        #expect(try store.person(signingInAs: "asanova") == nil)
        #expect(try !store.claim(login: "asanova", school: 43, person: 2))
        #expect(try !store.claim(login: "asan0va", school: 43, person: 2))
        #expect(try store.free(of: ["asanova", "asanova2"]) == ["asanova2"])
        #expect(try store.schoolList().map(\.id) == [43])
    }

    @Test(arguments: TestEngine.asked)
    func `names kept for nobody go along into a backup of everything, and into none of one school`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school(42)
        _ = try scratch.school(43, in: store)
        #expect(try store.claim(login: "asanova", school: 42, person: 1))
        #expect(try store.claim(login: "kim", school: 43, person: 2))
        try store.discard(school: 42)
        let (whole, part) = (scratch.path + "/whole.sabak", scratch.path + "/part.sabak")
        _ = try Backup.make(of: store, to: whole, at: 5)
        _ = try Backup.make(of: store, to: part, only: 43, at: 6)
        let everything = try Scratch()
        _ = try Backup.restore(from: whole, to: everything.path, who: "admin", why: "test", at: 7)
        #expect(try !everything.store().claim(login: "asanova", school: 43, person: 9))
        let one = try Scratch()
        _ = try Backup.restore(from: part, to: one.path, who: "admin", why: "test", at: 8)
        #expect(try one.store().claim(login: "asanova", school: 43, person: 9))
    }
}
