import Foundation
import Store
import Synchronization
import Web

@testable import SabakApp
@testable import SchoolRules

/// A demo school in a directory of its own, which goes with it.
final class DemoWorld {
    let path: String
    let school: SchoolStore
    let made: DemoSchool
    private(set) var said: [String] = []

    init(_ country: Country = .KG, students: Int = 60, seed: UInt64 = 1, today: String = "2026-11-20") throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)").path
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

    deinit {
        // What is left over lies in the directory for temporary files.
        try? FileManager.default.removeItem(atPath: path)
    }

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
