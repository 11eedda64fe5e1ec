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
}
