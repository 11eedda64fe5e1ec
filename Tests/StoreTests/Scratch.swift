import Foundation
import Store

/// A scratch folder of one test, removed when the test run ends.
struct Scratch {
    let path: String

    private static let root: String = {
        atexit { Scratch.removeAll() }
        return NSTemporaryDirectory() + "sabak-store-\(ProcessInfo.processInfo.processIdentifier)"
    }()

    init() { path = Self.root + "/" + UUID().uuidString }

    private static func removeAll() {
        // What stays, the system clears.
        try? FileManager.default.removeItem(atPath: root)
    }

    func store() throws -> Store { try Store(path: path) }

    /// A store with one school in it that has one person.
    func school() throws -> (store: Store, school: SchoolStore) {
        let store = try store()
        let school = try store.add(school: 42, name: "№ 7", country: "KG", at: 1)
        try school.writeNow(by: .command("test"), at: 1_000) { writing in
            try add(person: 1, to: writing)
            try writing.audit("person.add", "person/1", text: "Асанова Айпери")
        }
        return (store, school)
    }

    func add(person: Int64, to writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO person (school_id, id, surname, given, sort_key, search)
            VALUES (\(writing.school), \(person), 'Асанова', 'Айпери', 'a', 'a')
            """)
    }
}
