import Foundation
import Synchronization
import Testing

@testable import Store

@Suite struct IdleConnectionsTests {
    private final class Owner {}

    private func connections(_ number: Int) throws -> [Connection] {
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return try (0..<number).map { _ in try Connection(path: path + "/one.sqlite", readOnly: false) }
    }

    @Test func `a school keeps a few readers, and gets the one used last`() throws {
        let readers = IdleConnections(.init(perSchool: 2, total: 10), clock: { .zero })
        let school = Owner()
        let lent = try connections(3)
        for connection in lent { readers.giveBack(connection, of: ObjectIdentifier(school)) }
        #expect(readers.count == 2)
        #expect(readers.take(of: ObjectIdentifier(school)) === lent[2])
        #expect(readers.take(of: ObjectIdentifier(school)) === lent[1])
        #expect(readers.take(of: ObjectIdentifier(school)) == nil)
    }

    @Test func `over all schools the reader idle longest goes first`() throws {
        let readers = IdleConnections(.init(perSchool: 2, total: 2), clock: { .zero })
        let schools = [Owner(), Owner(), Owner()]
        for (school, connection) in zip(schools, try connections(3)) {
            readers.giveBack(connection, of: ObjectIdentifier(school))
        }
        #expect(readers.count == 2)
        #expect(readers.take(of: ObjectIdentifier(schools[0])) == nil)
        #expect(readers.take(of: ObjectIdentifier(schools[1])) != nil)
    }

    @Test func `a school that nobody asks lets its readers go when another is asked`() throws {
        let seconds = Atomic<Int64>(0)
        let readers = IdleConnections(.init(perSchool: 4, total: 10, rest: .seconds(300))) {
            .seconds(seconds.load(ordering: .relaxed))
        }
        let (quiet, busy) = (Owner(), Owner())
        let lent = try connections(3)
        readers.giveBack(lent[0], of: ObjectIdentifier(quiet))
        readers.giveBack(lent[1], of: ObjectIdentifier(quiet))
        seconds.store(301, ordering: .relaxed)
        readers.giveBack(lent[2], of: ObjectIdentifier(busy))
        #expect(readers.count == 1)
        #expect(readers.take(of: ObjectIdentifier(quiet)) == nil)
    }

    @Test func `a connection maps nothing, and keeps four megabytes of pages at home and one elsewhere`() throws {
        let (_, school) = try Scratch().school()
        try school.read { home in
            let pages = try home.count("PRAGMA cache_size")
            let further = try school.read { try $0.count("PRAGMA cache_size") }
            let mapped = try home.count("PRAGMA mmap_size")
            #expect((pages, further) == (-4096, -1024))
            #expect(mapped == 0)
        }
    }

    @Test func `a school that is given up leaves no reader behind`() throws {
        let readers = IdleConnections()
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        do {
            let school = try SQLiteSchool(path: path + "/42.sqlite", idle: readers)
            // The one at home is not among those that rest here.
            try school.read { _ in
                let people = try school.read { try $0.count("SELECT count(*) FROM person") }
                #expect(people == 0)
            }
            #expect(readers.count == 1)
        }
        #expect(readers.count == 0)
    }
}

/// The connection that reads and writes as long as nobody else has it.
@Suite struct HomeConnectionTests {
    private static let oneSchool: SQL = """
        INSERT INTO school (school_id, name, country, time_zone, language, record_language, created_at)
        VALUES (42, '№ 7', 'KG', 'Asia/Bishkek', 'ky', 'ky', 1)
        """

    private func school() throws -> SQLiteSchool {
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return try SQLiteSchool(path: path + "/42.sqlite")
    }

    @Test func `one connection reads and writes as long as nobody else has it`() throws {
        let school = try school()
        let reader = try school.read { $0 }
        #expect(try school.write { $0 } === reader)
        #expect(try school.read { $0 } === reader)
    }

    @Test func `who reads or writes while another one reads does not wait`() throws {
        let school = try school()
        try school.read { first in
            #expect(try first.count("SELECT count(*) FROM person") == 0)
            try school.write { second in
                #expect(second !== first)
                try second.run(Self.oneSchool)
            }
            try school.read { #expect($0 !== first) }
            // It sees what was there when it began.
            #expect(try first.count("SELECT count(*) FROM school") == 0)
        }
        #expect(try school.read { try $0.count("SELECT count(*) FROM school") } == 1)
    }

    @Test func `a statement that changes something is refused in a reading, and not after it`() throws {
        let school = try school()
        #expect {
            try school.read { try $0.run("DELETE FROM person") }
        } throws: {
            if case StoreError.engine(let fault, _, _) = $0 { fault.kind == .readOnly } else { false }
        }
        #expect(try school.write { try $0.run("DELETE FROM person") } == 0)
    }

    @Test func `only the version at home compares, and it moves with what others change`() throws {
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let school = try SQLiteSchool(path: path + "/42.sqlite")
        func version() throws -> Int? { try school.read { try $0.foreignVersion() } }
        let first = try version()
        #expect(first != nil)
        try school.write { try $0.script("CREATE TABLE a (school_id bigint)") }
        #expect(try version() == first)
        try school.read { _ in
            let elsewhere = try version()
            #expect(elsewhere == nil)
        }
        let other = try SQLiteSchool(path: path + "/42.sqlite")
        try other.write { try $0.script("CREATE TABLE b (school_id bigint)") }
        #expect(try version() != first)
    }

    @Test func `who waits for the home connection gets it before those who could take another`() throws {
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let home = HomeConnection(try Connection(path: path + "/one.sqlite", readOnly: false))
        let lent = try #require(home.takeIfFree())
        #expect(home.take(within: 0) == nil)
        let isTaken = DispatchSemaphore(value: 0)
        let taken = Mutex(false)
        Thread.detachNewThread {
            let connection = home.take(within: 600)
            taken.withLock { $0 = connection != nil }
            isTaken.signal()
        }
        while !home.isWaitedFor { Thread.sleep(forTimeInterval: 0.000_1) }
        #expect(home.giveBack(lent))
        isTaken.wait()
        #expect(taken.withLock { $0 })
        #expect(home.takeIfFree() == nil)
        #expect(home.giveBack(lent))
        #expect(home.takeIfFree() === lent)
    }
}
