import Foundation
import Synchronization
import TestEngines
import Testing

@testable import Store

@Suite struct BackupScheduleTests {
    private static let bishkek = TimeZone(identifier: "Asia/Bishkek") ?? .gmt

    /// A moment in Bishkek, which is six hours ahead of Greenwich.
    private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Int64 {
        Int64((20_776 + day) * 86_400 + (hour - 6) * 3_600 + minute * 60) * 1_000
    }

    private func schedule(_ text: String) throws -> BackupSchedule {
        try #require(BackupSchedule(text, zone: Self.bishkek))
    }

    @Test(arguments: ["", "3", "24:00", "03:60", "3:0", "-1:00", "03:00:00", "aa:bb"])
    func `what is no time of day is refused`(text: String) {
        #expect(BackupSchedule(text, zone: .gmt) == nil)
    }

    @Test func `the planned instants are those of the server's own zone`() throws {
        let three = try schedule("03:00")
        #expect(three.planned(before: at(1, 3)) == at(1, 3))
        #expect(three.planned(before: at(1, 2, 59)) == at(0, 3))
        #expect(three.planned(before: at(1, 23)) == at(1, 3))
        #expect(three.planned(after: at(1, 2)) == at(1, 3))
        #expect(three.planned(after: at(1, 3)) == at(2, 3))
    }

    @Test func `a backup is due once a day, after its time, also when the server was off at that time`() throws {
        let three = try schedule("03:00")
        #expect(three.isDue(at: at(1, 3), lastMade: at(0, 3), lastFailed: nil))
        #expect(!three.isDue(at: at(1, 2, 59), lastMade: at(0, 3), lastFailed: nil))
        #expect(!three.isDue(at: at(1, 3, 1), lastMade: at(1, 3), lastFailed: nil))
        #expect(three.isDue(at: at(1, 8), lastMade: at(0, 3), lastFailed: nil))
        #expect(three.isDue(at: at(1, 8), lastMade: nil, lastFailed: nil))
    }

    @Test func `after a failure half an hour passes before the next try`() throws {
        let three = try schedule("03:00")
        #expect(!three.isDue(at: at(1, 3, 29), lastMade: at(0, 3), lastFailed: at(1, 3)))
        #expect(three.isDue(at: at(1, 3, 30), lastMade: at(0, 3), lastFailed: at(1, 3)))
        #expect(!three.isDue(at: at(1, 3, 30), lastMade: at(1, 3, 10), lastFailed: at(1, 3)))
    }

    @Test func `the night on which clocks are put on has its backup too`() throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        let half = try #require(BackupSchedule("02:30", zone: berlin))
        let night: Int64 = 1_774_746_000_000
        #expect(half.planned(before: night + 12 * 3_600_000) > night - 12 * 3_600_000)
        #expect(half.planned(after: night - 12 * 3_600_000) < night + 12 * 3_600_000)
    }

    @Test func `the newest stay, and the newest of each month of a year`() {
        let days = (1...30).map { "sabak-2026-11-\($0 < 10 ? "0" : "")\($0)T0300.sabak" }
        let months = (1...10).map { "sabak-2026-\($0 < 10 ? "0" : "")\($0)-28T0300.sabak" }
        let old = ["sabak-2025-10-31T0300.sabak", "sabak-2025-12-30T0300.sabak", "sabak-2025-12-31T0300.sabak"]
        let doomed = BackupShelf.doomed(old + months + days, keeping: 14)
        #expect(Set(doomed) == Set(days.prefix(16) + [old[0], old[1]]))
        #expect(BackupShelf.doomed(["sabak-2026-11-01T0300.sabak"], keeping: 0) == [])
    }

    @Test func `the newest backup is found in a folder, or is the file itself`() throws {
        let folder = try Scratch().path + "/shelf"
        #expect(throws: BackupRefusal.noBackups(folder)) { try BackupShelf.newest(from: folder) }
        try Backup.makeFolder(folder)
        #expect(throws: BackupRefusal.noBackups(folder)) { try BackupShelf.newest(from: folder) }
        func put(_ name: String) throws { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
        try put("before-summer.sabak")
        #expect(try BackupShelf.newest(from: folder) == folder + "/before-summer.sabak")
        try put("sabak-2026-11-20T0300.sabak")
        try put("sabak-2026-11-19T0300.sabak")
        try put("sabak-2026-11-21T0300.sabak.unfinished")
        #expect(try BackupShelf.newest(from: folder) == folder + "/sabak-2026-11-20T0300.sabak")
        #expect(try BackupShelf.newest(from: folder + "/before-summer.sabak") == folder + "/before-summer.sabak")
    }

    private func nightly(_ scratch: Scratch, _ store: Store, keep: Int = 2) throws -> ScheduledBackup {
        try ScheduledBackup(
            store: store, shelf: BackupShelf(folder: scratch.path + "/shelf", zone: Self.bishkek),
            schedule: schedule("03:00"), keep: keep, key: testKey)
    }

    @Test(arguments: TestEngine.asked) func `a server makes its backup, knows of it, and clears the shelf`(
        engine: TestEngine
    ) throws {
        let scratch = try Scratch(engine)
        let (store, _) = try scratch.school()
        let nightly = try nightly(scratch, store)
        for day in 1...4 {
            #expect(nightly.takeTurn(at: at(day, 3)))
            #expect(!nightly.takeTurn(at: at(day, 3)))
            #expect(nightly.figures.isRunning)
            #expect(!nightly.run { at(day, 3) }.contains("ALARM"))
        }
        let files = try nightly.shelf.files()
        #expect(files.map(\.madeAt) == [at(3, 3), at(4, 3)])
        #expect(nightly.figures.lastSuccess == at(4, 3))
        #expect(nightly.figures.size == files.last?.size)
        #expect(nightly.figures.age(at: at(4, 5)) == Int64(2 * 3_600_000))
        #expect(nightly.figures.lastFailure == nil)
        #expect(try self.nightly(scratch, store).figures.lastSuccess == at(4, 3))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/shelf").count == 4)
    }

    @Test(arguments: TestEngine.asked) func `a backup that fails is known and leaves the good ones`(engine: TestEngine)
        throws
    {
        let scratch = try Scratch(engine)
        let (store, school) = try scratch.school()
        let nightly = try nightly(scratch, store, keep: 1)
        _ = nightly.run { at(1, 3) }
        try scratch.tamper(school, "UPDATE audit SET after = '4' WHERE school_id = 42 AND seq = 1")
        #expect(nightly.takeTurn(at: at(2, 3)))
        #expect(nightly.run { at(2, 3) }.contains("ALARM"))
        #expect(nightly.figures.lastSuccess == at(1, 3))
        #expect(nightly.figures.lastFailure == at(2, 3))
        #expect(nightly.figures.failure.contains("school 42 is not sound"))
        #expect(!nightly.figures.isRunning)
        #expect(!nightly.takeTurn(at: at(2, 3, 1)))
        #expect(try nightly.shelf.files().map(\.madeAt) == [at(1, 3)])
    }

    @Test func `the anchors beside the newest backup follow the chain`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        let nightly = try nightly(scratch, store)
        try nightly.keep([42: AuditHead(seq: 9, hash: [1])])
        _ = nightly.run { at(1, 3) }
        let head = AuditHead(seq: 9, hash: Digest.sha256([9]))
        try nightly.keep([42: head])
        #expect(try BackupAnchors(of: nightly.figures.file).read() == [42: head])
    }

    @Test func `a server that ends stops its backup and begins no other`() throws {
        let scratch = try Scratch()
        let (store, _) = try scratch.school()
        let nightly = try nightly(scratch, store)
        nightly.stop()
        #expect(nightly.run { at(1, 3) }.contains("CancellationError"))
        #expect(!nightly.takeTurn(at: at(2, 3)))
        #expect(try nightly.shelf.files().isEmpty)
    }
}
