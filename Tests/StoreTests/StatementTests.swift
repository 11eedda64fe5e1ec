import Synchronization
import TestEngines
import Testing

@testable import Store

@Suite struct StatementTests {
    @Test func `an interpolated value becomes a parameter, numbered in order of appearance`() {
        let name = "'; DROP TABLE person; --"
        let sql: SQL = "SELECT \(2) WHERE surname = \(name) AND id IN \(list: [7, 8])"
        #expect(sql.text == "SELECT $1 WHERE surname = $2 AND id IN ($3, $4)")
        #expect(sql.values == [.integer(2), .text(name), .integer(7), .integer(8)])
    }

    @Test func `a fragment keeps its values in their places`() {
        let condition: SQL = "a = \(1) AND b = \("x")"
        let sql: SQL = "SELECT \(0) WHERE \(condition) AND c = \(2)"
        #expect(sql.text == "SELECT $1 WHERE a = $2 AND b = $3 AND c = $4")
        #expect(sql.values == [.integer(0), .integer(1), .text("x"), .integer(2)])
    }

    @Test(arguments: TestEngine.asked) func `an empty list matches nothing`(engine: TestEngine) throws {
        let (_, school) = try Scratch(engine).school()
        let none: [Int64] = []
        let found = try school.read {
            try $0.count("SELECT count(*) FROM person WHERE school_id = 42 AND id IN \(list: none)")
        }
        #expect(found == 0)
    }

    @Test(arguments: TestEngine.asked) func `text, bytes, numbers and nothing come back as they went in`(
        engine: TestEngine
    ) throws {
        let (_, school) = try Scratch(engine).school()
        let bytes: [UInt8] = [0, 255, 3]
        let nothing: String? = nil
        let row = try school.read { connection in
            try connection.first("SELECT \("ңөү"), \(bytes), \(Int64.min), \(nothing as String?), \(""), \([UInt8]())")
            { row in
                (row.text(0), row.bytes(1), row.integer(2), row.isNull(3), row.isNull(4), row.bytes(5))
            }
        }
        #expect(row?.0 == "ңөү")
        #expect(row?.1 == bytes)
        #expect(row?.2 == Int64.min)
        #expect(row?.3 == true)
        #expect(row?.4 == false)
        #expect(row?.5 == [])
    }
}

@Suite struct IdentityTests {
    @Test func `ids made in one millisecond differ and rise`() {
        let identity = Identity(node: 5) { 1_790_000_000_000 }
        let ids = (0..<100_000).map { _ in identity.next() }
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted())
    }

    @Test func `two nodes never make the same id`() {
        let one = Identity(node: 1) { 1_790_000_000_000 }
        let two = Identity(node: 2) { 1_790_000_000_000 }
        let ids = Set((0..<1_000).flatMap { _ in [one.next(), two.next()] })
        #expect(ids.count == 2_000)
    }

    @Test func `a clock that is put back does not bring an id back`() {
        let now = Mutex<Int64>(1_790_000_000_000)
        let identity = Identity(node: 1) { now.withLock { $0 } }
        let before = identity.next()
        now.withLock { $0 -= 60_000 }
        #expect(identity.next() > before)
    }
}
