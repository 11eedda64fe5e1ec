import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct SectionResultsTests {
    @Test func `results by section of the plan name who is below the threshold`() async throws {
        let world = try await FinalsWorld.make(["2", "3", "2"])
        let school = world.school
        let address = "/pages/\(school.algebra)/results?term=2"
        #expect(!(await school.get(address, as: .teacher).text.contains("По разделам плана")))
        try school.write { writing in
            let id = Int64(77)
            for statement: SQL in [
                """
                INSERT INTO plan (school_id, id, title, subject_id, grade, author_id)
                SELECT \(writing.school), \(id), 'Алгебра', subject_id, 7, \(school.id(.teacher)) FROM page
                WHERE school_id = \(writing.school) AND id = \(school.algebra)
                """,
                """
                INSERT INTO plan_row (school_id, plan_id, number, section, topic)
                VALUES (\(writing.school), \(id), 1, 'Степени', 'Степень'), (\(writing.school), \(id), 2, 'Корни',
                    'Корень')
                """,
                "DELETE FROM page_plan WHERE school_id = \(writing.school) AND page_id = \(school.algebra)",
                """
                INSERT INTO page_plan (school_id, page_id, plan_id)
                VALUES (\(writing.school), \(school.algebra), \(id))
                """,
                """
                UPDATE lesson SET plan_row = CASE WHEN day = '2026-11-20' THEN 2 ELSE 1 END
                WHERE school_id = \(writing.school) AND page_id = \(school.algebra) AND day > '2026-11-15'
                """,
            ] { _ = try writing.connection.run(statement) }
        }
        let page = await school.get(address, as: .teacher).text
        let table = try #require(page.range(of: "По разделам плана").map { page[$0.lowerBound...].prefix(2000) })
        // A two and a three make 2.50, which the borders round up to a three; the two alone is a fail.
        #expect(table.contains("Степени</th><td class=\"num\">2</td><td class=\"num\">100 % <small>1/1</small>"))
        #expect(table.contains("Корни</th><td class=\"num\">1</td><td class=\"num\">0 % <small>0/1</small>"))
        #expect(table.contains("Асанова Айпери"))
    }
}
