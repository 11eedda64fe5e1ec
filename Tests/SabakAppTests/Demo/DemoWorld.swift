import Foundation
import Store
import Synchronization
import Web

@testable import SabakApp
@testable import SchoolRules

/// A demo school in a directory of its own. Those that tests share are made once; all go when the tests end.
final class DemoWorld: Sendable {
    let path: String
    let school: SchoolStore
    let made: DemoSchool
    let said: [String]

    init(_ country: Country = .KG, students: Int = 60, seed: UInt64 = 1, today: String = "2026-11-20") throws {
        path = Self.folder + "/" + UUID().uuidString
        var wish = DemoWish(today: Day(today)!)
        wish.country = country
        wish.students = students
        wish.seed = seed
        let lines = Mutex<[String]>([])
        let quick = Passwords(passes: 1, memory: 8192)
        made = try Demo.make(wish, in: path, passwords: quick) { line in lines.withLock { $0.append(line) } }[0]
        school = try Store(path: path).school(made.id)
        said = lines.withLock { $0 }
    }

    /// The school of usual size in Kyrgyzstan, smaller ones of the other countries.
    static func of(_ country: Country) throws -> DemoWorld {
        switch country {
        case .KG: try kyrgyz.get()
        case .KZ: try kazakh.get()
        case .RU: try russian.get()
        }
    }

    static let small = Result { try DemoWorld() }
    private static let kyrgyz = Result { try DemoWorld(students: 150) }
    private static let kazakh = Result { try DemoWorld(.KZ, students: 100) }
    private static let russian = Result { try DemoWorld(.RU, students: 100) }

    /// In memory where the system has such a place, because tests need no disk that remembers.
    private static let folder: String = {
        let memory = "/dev/shm"
        let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
        let folder = "\(place)/sabak-demo-tests-\(ProcessInfo.processInfo.processIdentifier)"
        atexit {
            // What cannot be removed lies in a place for temporary files.
            try? FileManager.default.removeItem(atPath: DemoWorld.folder)
        }
        return folder
    }()

    subscript(role: String) -> Int64 { made.cast.first { $0.role == role }?.person ?? 0 }

    func count(_ sql: SQL) throws -> Int { try school.read { try $0.count(sql) } }

    func ids(_ sql: SQL) throws -> [Int64] { try school.read { try $0.all(sql) { $0.integer(0) } } }

    /// Every row of a question as text.
    func rows(_ sql: SQL, columns: Int) throws -> [String] {
        try school.read { connection in
            try connection.all(sql) { row in (0..<columns).map(row.text).joined(separator: "|") }
        }
    }
}
