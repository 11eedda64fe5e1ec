import Foundation
import Synchronization
import TestEngines
import Testing

@testable import Store

@Suite struct MakingTests {
    @Test(arguments: TestEngine.asked) func `a school that was made waits for the disk again and is in its file`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        let waited = try school.whileMaking {
            for person in 2...40 {
                try school.writeNow(by: .command("test"), at: 2) { writing in
                    try scratch.add(person: Int64(person), to: writing)
                    try writing.audit("person.add", "person/\(person)")
                }
            }
            return try school.waitsForDisk()
        }
        #expect(waited == (engine == .postgres))
        #expect(try school.waitsForDisk())
        #expect(try school.read { try AuditVerification.of($0, school: 42) }.rows == 40)
        if engine == .sqlite {
            let log = try FileManager.default.attributesOfItem(atPath: school.path + "-wal")[.size] as? Int
            #expect(log == 0)
        }
    }

    @Test(arguments: TestEngine.asked) func `a making that fails passes its fault on and waits for the disk again`(
        engine: TestEngine
    ) throws {
        struct Stop: Error {}
        let (_, school) = try Scratch(engine).school()
        #expect(throws: Stop.self) { try school.whileMaking { throw Stop() } }
        #expect(try school.waitsForDisk())
        #expect(school.changesRefusedBecause == nil)
    }
}

@Suite struct IdleReadersTests {
    private final class Owner {}

    private func connections(_ number: Int) throws -> [Connection] {
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return try (0..<number).map { _ in try Connection(path: path + "/one.sqlite", readOnly: false) }
    }

    @Test func `a school keeps a few readers, and gets the one used last`() throws {
        let readers = IdleReaders(.init(perSchool: 2, total: 10), clock: { .zero })
        let school = Owner()
        let lent = try connections(3)
        for connection in lent { readers.giveBack(connection, of: ObjectIdentifier(school)) }
        #expect(readers.count == 2)
        #expect(readers.take(of: ObjectIdentifier(school)) === lent[2])
        #expect(readers.take(of: ObjectIdentifier(school)) === lent[1])
        #expect(readers.take(of: ObjectIdentifier(school)) == nil)
    }

    @Test func `over all schools the reader idle longest goes first`() throws {
        let readers = IdleReaders(.init(perSchool: 2, total: 2), clock: { .zero })
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
        let readers = IdleReaders(.init(perSchool: 4, total: 10, rest: .seconds(300))) {
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

    @Test func `a reader maps nothing and keeps a megabyte of pages`() throws {
        let (_, school) = try Scratch().school()
        #expect(try school.read { try $0.count("PRAGMA cache_size") } == -1024)
        #expect(try school.read { try $0.count("PRAGMA mmap_size") } == 0)
    }

    @Test func `a school that is given up leaves no reader behind`() throws {
        let readers = IdleReaders()
        let path = try Scratch().path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        do {
            let school = try SQLiteSchool(path: path + "/42.sqlite", readers: readers)
            #expect(try school.read { try $0.count("SELECT count(*) FROM person") } == 0)
            #expect(readers.count == 1)
        }
        #expect(readers.count == 0)
    }
}
