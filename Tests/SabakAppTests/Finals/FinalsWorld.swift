import Foundation
import HTTPTypes
import TestSchool
import Web

@testable import SabakApp
@testable import SchoolRules

/// Algebra of 7А near the end of the second quarter, with marks of Айпери.
struct FinalsWorld {
    let school: TestSchool
    var child: Int64 { school.id(.student) }
    var sheet: String { "/pages/\(school.algebra)/finals?term=2" }

    /// Marks given one a day to Айпери, the last of them today.
    static func make(_ marks: [String] = ["5", "5", "4", "5", "5", "4", "5"], students: Int = 3) async throws
        -> FinalsWorld
    {
        let world = FinalsWorld(school: try await TestSchool.make(students: students))
        let days = (9...20).filter { ![14, 15].contains($0) }.map { "2026-11-\($0 < 10 ? "0" : "")\($0)" }
        for (day, mark) in zip(days.suffix(marks.count), marks) {
            let result = await Entries(school: world.school).set(mark, for: world.child, on: day)
            guard result.status == "saved" else { throw Refusal.notFound }
        }
        return world
    }

    func page(_ person: TestSchool.Person = .teacher) async -> TestAnswer { await school.get(sheet, as: person) }

    /// Sets a final mark as the form does.
    func post(
        _ set: String, reason: String = "", version: Int = 0, student: Int64? = nil, key: String = "2",
        term: String = "2", as person: TestSchool.Person = .teacher
    ) async -> TestAnswer {
        let student = student ?? child
        return await school.post(
            "/pages/\(school.algebra)/finals",
            form: [
                ("term", term), ("do", "save"), ("set-\(key)-\(student)", set), ("reason-\(key)-\(student)", reason),
                ("version-\(key)-\(student)", "\(version)"),
            ], as: person)
    }

    /// Sets final marks as a program does.
    func api(_ entries: [String], key: String = UUID().uuidString, as person: TestSchool.Person = .teacher) async
        -> TestAnswer
    {
        await school.api(
            .post, "/api/v1\(sheet)", json: #"{"finals":[\#(entries.joined(separator: ","))]}"#, as: person,
            headers: [.idempotencyKey: key, .acceptLanguage: "en"])
    }

    func entry(_ set: String, version: Int = 0, reason: String = "", student: Int64? = nil) -> String {
        #"{"student":"\#(student ?? child)","set":"\#(set)","version":\#(version),"reason":"\#(reason)"}"#
    }

    /// What stands, as it is stored.
    func stands(_ period: String = "2") throws -> String? {
        try school.read { connection in
            try connection.first(
                """
                SELECT value FROM final_mark WHERE school_id = \(school.store.id) AND page_id = \(school.algebra)
                    AND student_id = \(child) AND period = \(period)
                """
            ) { $0.text(0) }
        }
    }

    /// What the final mark of Айпери is held against, as the table of indicators reads it on a day.
    func expected(on day: String) throws -> String? {
        try school.read { connection in
            let terms = try FinalQueries.terms(year: 2026, school: school.store.id, in: connection)
            guard let term = terms.first(where: { $0.number == 2 && $0.kind == .quarter }) else { return nil }
            let roll = try FinalRoll.read(.term(term), year: 2026, on: Day(day)!, of: school.store.id, in: connection)
            return roll.seats.first { $0.page == school.algebra && $0.student == child }?.rule?.value
        }
    }

    /// The id of the second quarter.
    func term() throws -> Int64 {
        try school.read {
            try $0.first(
                "SELECT id FROM term WHERE school_id = \(school.store.id) AND number = 2 AND kind = 'quarter'"
            ) { $0.integer(0) }
        } ?? 0
    }

    /// Closes the second quarter as a signature does.
    func closeTerm() throws {
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE term SET closed_at = \(writing.instant), closed_by = \(school.id(.deputy))
                WHERE school_id = \(writing.school) AND number = 2 AND kind = 'quarter'
                """)
        }
    }
}
