import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// The way of the test school into its next year, as the tests of its rooms go it.
protocol NextYearSteps {}

extension NextYearSteps {
    /// The administrator keeps the plan: both classes go up with their letters and teachers, but for the changes.
    func prepare(_ school: TestSchool, version: Int = 0, _ changes: [String: String] = [:]) async -> TestAnswer {
        var fields = ["version": "\(version)", "leaving": "2027-05-28"]
        for (id, letter) in [(school.class7A, "А"), (school.class8B, "Б")] {
            fields["deed-\(id)"] = "up"
            fields["letter-\(id)"] = letter
            fields["keeps-\(id)"] = "1"
        }
        return await school.post(
            "/next-year", form: fields.merging(changes) { $1 }.map { ($0.key, $0.value) }, as: .administrator)
    }

    func confirm(_ school: TestSchool, version: Int) async -> Int {
        await school.post("/next-year/confirm", form: [("version", "\(version)")], as: .director).status
    }

    /// The classes of the next year with the number of their students.
    func newClasses(_ school: TestSchool) throws -> [String: Int] {
        let rows = try school.read { connection in
            try connection.all(
                """
                SELECT class.grade, class.letter, count(enrolment.student_id) FROM class
                LEFT JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
                WHERE class.school_id = \(school.store.id) AND class.year = 2027
                GROUP BY class.grade, class.letter ORDER BY class.grade, class.letter
                """
            ) { ("\($0.int(0))\($0.text(1))", $0.int(2)) }
        }
        return Dictionary(rows) { first, _ in first }
    }
}
