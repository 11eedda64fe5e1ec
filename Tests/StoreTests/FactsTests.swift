import TestEngines
import Testing

@testable import Store

/// What is kept of a school between views, whichever engine is behind.
@Suite struct FactsTests {
    private static func readPhone(in connection: Connection) throws -> String? {
        try connection.fact("phone") {
            try connection.first("SELECT phone FROM person WHERE school_id = 42 AND id = 1") { $0.text(0) }
        }
    }

    /// What is told, and by how many statements.
    private static func phone(of school: SchoolStore) throws -> (phone: String?, asked: Int) {
        let before = school.statementsRead
        let phone = try school.read { try readPhone(in: $0) }
        return (phone, school.statementsRead - before)
    }

    /// Changes the phone, and answers what the change itself was told of it afterwards.
    @discardableResult
    private static func change(_ school: SchoolStore, to phone: String) throws -> String? {
        try school.writeNow(by: .command("test"), at: 5) { writing in
            try writing.connection.run("UPDATE person SET phone = \(phone) WHERE school_id = 42")
            return try readPhone(in: writing.connection)
        }
    }

    @Test(arguments: TestEngine.asked) func `a fact is read once and told again`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        try Self.change(school, to: "1")
        let (first, again) = (try Self.phone(of: school), try Self.phone(of: school))
        #expect(first.phone == "1")
        #expect(again.phone == "1")
        #expect(again.asked == first.asked - 1)
    }

    @Test(arguments: TestEngine.asked)
    func `a change that says nothing of itself has the facts read anew`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        for phone in ["1", "2", "3"] {
            try Self.change(school, to: phone)
            #expect(try Self.phone(of: school).phone == phone)
        }
    }

    @Test(arguments: TestEngine.asked)
    func `a change that names what it touches leaves the facts standing`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        let asked = try Self.phone(of: school).asked
        try school.writeNow(by: .command("test"), at: 5) { $0.touchesOnly([.student(7)]) }
        #expect(try Self.phone(of: school).asked == asked - 1)
    }

    @Test(arguments: TestEngine.asked) func `what another program changes is seen at once`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        let other = try scratch.store().school(42)
        for phone in ["1", "2"] {
            try Self.change(other, to: phone)
            #expect(try Self.phone(of: school).phone == phone)
        }
    }

    @Test(arguments: TestEngine.asked) func `a change that failed leaves the data as they are told`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        try Self.change(school, to: "1")
        #expect(try Self.phone(of: school).phone == "1")
        #expect(throws: StoreError.self) {
            try school.writeNow(by: .command("test"), at: 5) { writing in
                _ = try writing.connection.run("UPDATE person SET phone = '2' WHERE school_id = 42")
                try writing.connection.run("UPDATE nothing SET a = 1")
            }
        }
        #expect(try Self.phone(of: school).phone == "1")
    }

    @Test(arguments: TestEngine.asked)
    func `a change under way is asked for and not remembered`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        try Self.change(school, to: "1")
        #expect(try Self.phone(of: school).phone == "1")
        #expect(try Self.change(school, to: "2") == "2")
        #expect(try Self.phone(of: school).phone == "2")
    }

    @Test(arguments: TestEngine.asked)
    func `a change is told facts once it has named what it touches`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        _ = try Self.phone(of: school)
        let asked = try school.writeNow(by: .command("test"), at: 5) { writing in
            let counts = try [true, false].map { isNamed in
                if !isNamed { writing.touchesOnly([]) }
                let before = writing.connection.statementCount
                _ = try (Self.readPhone(in: writing.connection), Self.readPhone(in: writing.connection))
                return writing.connection.statementCount - before
            }
            return counts
        }
        // On SQLite the second time it is asked whether another program was here.
        #expect(asked == [2, engine == .sqlite ? 1 : 0])
    }

    @Test func `a school made anew under the same number has none of the facts of the one before`() throws {
        let scratch = try Scratch(.postgres)
        let (store, _) = try scratch.school()
        let watching = try scratch.store().school(42)
        for phone in ["1", "2", "3"] { try Self.change(watching, to: phone) }
        #expect(try Self.phone(of: watching).phone == "3")
        try store.discard(school: 42)
        let (_, again) = try scratch.school(in: store)
        for phone in ["4", "5", "6", "7"] {
            try Self.change(again, to: phone)
            #expect(try Self.phone(of: watching).phone == phone)
        }
    }

    @Test func `a question without an answer is a fact too`() throws {
        let scratch = try Scratch(.sqlite)
        let (_, school) = try scratch.school()
        func nobody() throws -> String? {
            try school.read { connection in
                try connection.fact("nobody") {
                    try connection.first("SELECT phone FROM person WHERE school_id = 42 AND id = 99") { $0.text(0) }
                }
            }
        }
        #expect(try nobody() == nil)
        let before = school.statementsRead
        #expect(try nobody() == nil)
        #expect(school.statementsRead - before == 1, "but for the question whether another program was here")
    }

    @Test func `who comes while the home connection is lent asks for himself`() throws {
        let scratch = try Scratch(.sqlite)
        let (_, school) = try scratch.school()
        let known = try (Self.phone(of: school), Self.phone(of: school)).1.asked
        let further = try school.read { _ in try Self.phone(of: school) }
        // The fact, and not whether another program was here.
        #expect(further.asked == known)
    }

    @Test func `there is a bound to what is kept`() {
        let facts = Facts(most: 3)
        let edition = Facts.Edition(own: 1)
        for number in 1...3 { facts.keep(number, as: "\(number)", of: edition) }
        #expect(facts.count == 3)
        facts.keep(4, as: "4", of: edition)
        #expect(facts.count == 1)
        #expect(facts.value("4", of: edition) as? Int == 4)
    }

    @Test func `who looks at an older state neither gets nor takes away newer facts`() {
        let facts = Facts()
        facts.keep("new", as: "fact", of: .init(own: 2))
        facts.keep("old", as: "fact", of: .init(own: 1))
        #expect(facts.value("fact", of: .init(own: 1)) == nil)
        #expect(facts.value("fact", of: .init(own: 2)) as? String == "new")
    }
}
