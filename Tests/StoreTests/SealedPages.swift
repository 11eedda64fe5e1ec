import Foundation
import Testing

@testable import Store

/// What the tests of pages and their seals have in common.
protocol SealedPages {}

extension SealedPages {
    /// A school of some pages, at rest in its file.
    func atRest() throws -> String {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: scratch.path, withIntermediateDirectories: true)
        let path = scratch.path + "/42.sqlite"
        let school = try SQLiteSchool(path: path)
        let store = SchoolStore(id: 42, path: path, engine: school, crew: nil)
        try store.writeNow(by: .command("test"), at: 1_000) { writing in
            for person in 1...400 { try scratch.add(person: Int64(person), to: writing) }
            try writing.audit("person.add", "person/1", text: "Асанова Айпери")
        }
        try school.settle()
        return path
    }

    func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    func put(_ bytes: [UInt8], as path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }

    /// Looks through a file as the check does; a file that cannot be opened is damaged.
    func look(_ path: String) -> PagesFound {
        var found = PagesFound()
        do {
            let connection = try Connection(path: path, readOnly: true)
            defer { connection.close() }
            found = try connection.lookThrough()
        } catch {
            found.damage = "\(error)"
        }
        return found
    }

    func surnames(_ path: String) throws -> Set<String> {
        let connection = try Connection(path: path, readOnly: true)
        defer { connection.close() }
        return Set(try connection.all("SELECT surname FROM person WHERE school_id = 42") { $0.text(0) })
    }

    /// Makes a name in the file another one, behind everybody's back.
    func overwriteAName(_ path: String) throws {
        var content = try bytes(path)
        // Two columns of a person's row, which stand together there and nowhere else.
        let place = content.firstRange(of: Array("АсановаАйпери".utf8))
        let name = try #require(place)
        content.replaceSubrange(name, with: Array("ИвановаАйпери".utf8))
        try put(content, as: path)
    }

    func sealed(_ content: [UInt8], at page: Int) -> Bool {
        content.withUnsafeBytes {
            PageSeal.state(of: $0.baseAddress! + page * 4096, length: 4096, offset: Int64(page * 4096)) == .right
        }
    }
}
