import Foundation

/// The demo schools with those who can sign in, as `sabak demo --json` prints them.
struct Cast: Decodable, Sendable {
    struct School: Decodable, Sendable {
        let id: String
        let cast: [String: Member]
    }

    struct Member: Decodable, Sendable {
        let login, password, person: String
    }

    let schools: [School]

    static let teachers = ["teacher", "classTeacher", "otherTeacher", "substitute", "teacherParent"]
    static let families = ["student", "parent", "parentOfTwo", "otherParent"]
    static let deputies = ["deputy"]

    init(file: String) throws {
        self = try JSONDecoder().decode(Cast.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }
}

/// The server's answers, as far as they are followed.
enum Answers {
    struct SignedIn: Decodable { let token: String }
    struct Items<Item: Decodable>: Decodable { let items: [Item] }
    struct Child: Decodable { let id: String }

    struct Page: Decodable {
        let id: String
        let mayWrite: Bool
    }

    struct Sheet: Decodable {
        let students: [Student]
        let lessons: [Lesson]
        let cells: [Cell]
    }

    struct Student: Decodable {
        let id, from: String
        let to: String?
    }

    struct Lesson: Decodable {
        let id, date, state: String
        let mayWrite: Bool
        let version: Int
    }

    struct Cell: Decodable {
        let lesson, student: String
        let marks: [Mark]
        let version: Int
    }

    struct Mark: Decodable { let value: String }

    struct Saved: Decodable { let results: [SavedCell] }

    struct SavedCell: Decodable {
        let status: String
        let version: Int
        let code: String?
    }

    static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
