import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct DemoFinalsTests {
    @Test(arguments: Country.allCases) func `finished terms have closed finals in the country's way`(
        _ country: Country
    ) throws {
        let world = try DemoWorld.of(country)
        let school = world.school.id
        #expect(try world.count("SELECT count(*) FROM term WHERE school_id = \(school) AND closed_at > 0") > 0)
        let open = try world.count(
            """
            SELECT count(*) FROM term
            WHERE school_id = \(school) AND closed_at = 0 AND to_day < '2026-11-01' AND kind = 'quarter'
            """)
        #expect(open == 0)
        #expect(try world.count("SELECT count(*) FROM final_mark WHERE school_id = \(school)") > 100)
        let passes = try world.count(
            "SELECT count(*) FROM final_mark WHERE school_id = \(school) AND scale = 'pass'")
        #expect((passes > 0) == (country == .KZ))
    }

    @Test func `some finals of Kyrgyzstan differ from the rule, each with its reason`() throws {
        let world = try DemoWorld.of(.KG)
        let different: SQL = """
            SELECT count(*) FROM final_mark WHERE school_id = \(world.school.id) AND value <> proposed
            """
        #expect(try world.count("\(different) AND proposed <> '' AND reason = ''") == 0)
        #expect(try world.count("\(different) AND proposed <> ''") > 0)
    }

    @Test(arguments: Country.allCases) func `works ahead, debts, exemptions and marks of newcomers are there to see`(
        _ country: Country
    ) throws {
        let world = try DemoWorld.of(country)
        let school = world.school.id
        for table: SQL in ["planned_work", "exemption", "transferred_mark"] {
            #expect(try world.count("SELECT count(*) FROM \(table) WHERE school_id = \(school)") > 0)
        }
        let debts: SQL = "SELECT count(*) FROM entry WHERE school_id = \(school) AND substr(value, 1, 1) = '•'"
        #expect(try world.count("\(debts) AND substr(value, 2) < '2026-11-20'") > 0)
        #expect(try world.count("\(debts) AND substr(value, 2) >= '2026-11-20'") > 0)
        #expect(try world.count("SELECT count(*) FROM final_mark WHERE value = 'exempt'") > 0)
        #expect(try AuditProof.verify(school, in: try Store(path: world.path)).isSound)
    }
}
