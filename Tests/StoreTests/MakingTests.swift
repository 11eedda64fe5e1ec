import Foundation
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
