import Sheets
import Store
import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// A person who brings lists, step by step, as the pages ask.
struct ImportDeskWorld {
    let school: TestSchool

    /// The address of a list that was uploaded.
    func upload(
        _ kind: ImportKind, _ bytes: [UInt8], named name: String = "list.csv", day: String = "2026-11-30",
        as person: TestSchool.Person
    ) async throws -> String {
        let answer = await school.upload(
            "/imports/new/\(kind.rawValue)", [(name, bytes)], form: kind.takesDay ? [("first-day", day)] : [],
            as: person)
        #expect(answer.status == 303, "\(answer.text)")
        await school.app.imports.rest()
        return try #require(answer.headers[.location])
    }

    func upload(_ kind: ImportKind, _ text: String, as person: TestSchool.Person) async throws -> String {
        try await upload(kind, Array(text.utf8), as: person)
    }

    /// Sends the columns as the page shows them, with some said otherwise.
    func check(_ address: String, _ columns: [(String, String)] = [], as person: TestSchool.Person) async throws {
        let page = await school.get(address + "?step=columns", as: person)
        #expect(page.status == 200)
        let form = Self.fields(of: page.text, with: columns)
        _ = await school.post(address + "/columns", form: form + [("do", "check")], as: person)
        await school.app.imports.rest()
    }

    /// Sends the answers, and waits until the list is in or refused.
    func write(_ address: String, _ answers: [(String, String)] = [], as person: TestSchool.Person) async throws {
        let answer = await school.post(address + "/answers", form: answers + [("do", "write")], as: person)
        let page = await school.get(address, as: person)
        #expect(answer.status == 303, "\(page.text)")
        await school.app.imports.rest()
    }

    /// Brings a list through all steps.
    func bring(
        _ kind: ImportKind, _ bytes: [UInt8], named name: String = "list.csv", _ answers: [(String, String)] = [],
        as person: TestSchool.Person
    ) async throws -> String {
        let address = try await upload(kind, bytes, named: name, as: person)
        if kind.list != nil { try await check(address, as: person) }
        try await write(address, answers, as: person)
        return address
    }

    /// The hidden, number and checked fields and the selects of a page as a browser would send them.
    static func fields(of page: String, with typed: [(String, String)]) -> [(String, String)] {
        var found: [(String, String)] = []
        for input in page.matches(of: /<input[^>]*>/) {
            let tag = String(input.0)
            guard let name = attribute("name", tag), name != "csrf" else { continue }
            let isBox = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"")
            if !isBox || tag.contains(" checked") { found.append((name, attribute("value", tag) ?? "")) }
        }
        for select in page.matches(of: /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines()) {
            let chosen = String(select.2).firstMatch(of: /value="([^"]*)" selected/).map { String($0.1) }
            found.append((String(select.1), chosen ?? ""))
        }
        return found.filter { field in !typed.contains { $0.0 == field.0 } } + typed
    }

    private static func attribute(_ name: String, _ tag: String) -> String? {
        guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
        return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    func state(_ address: String) throws -> String {
        let id = Int64(address.split(separator: "/").last ?? "") ?? 0
        return try school.read { connection in
            try connection.first(
                "SELECT state FROM list_import WHERE school_id = \(school.store.id) AND id = \(id)"
            ) { $0.text(0) } ?? ""
        }
    }

    func count(_ question: SQL) throws -> Int { try school.read { try $0.count(question) } }
}
