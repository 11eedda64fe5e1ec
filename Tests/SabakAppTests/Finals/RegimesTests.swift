import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RegimesTests {
    private func regimes(_ school: TestSchool, year: Int = 2026) throws -> Regimes {
        try school.read { try Regimes(school: school.store.id, year: year, in: $0) }
    }

    private let day = Day("2026-11-20")!

    @Test(arguments: Country.allCases)
    func `a new school has its country's regimes as rows`(country: Country) async throws {
        let school = try await TestSchool.make(students: 3, country: country)
        let found = try regimes(school)
        #expect(found.list.count == country.profile.regimes(schoolYear: 2026, unmarked: []).count)
        let seventh = found.regime(grade: 7, subject: "algebra", scale: country.profile.scale.id, on: day)
        #expect(seventh.settings == .standard(of: country))
        #expect(seventh.way == (country == .KZ ? .criteria : .marks))
    }

    @Test func `a school without rows has the country's, and a later year takes over the last one's`() async throws {
        let school = try await TestSchool.make(students: 3)
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE regime SET settings = '{"isWeighted":false}'
                WHERE school_id = \(writing.school) AND grade_from = 7
                """)
        }
        let next = try regimes(school, year: 2027)
        let regime = next.regime(grade: 7, subject: "algebra", scale: "five", on: Day("2027-11-20")!)
        #expect(!regime.settings.isWeighted)
        #expect(regime.settings.borders == .mathematical)
        try school.write { writing in
            _ = try writing.connection.run("DELETE FROM regime WHERE school_id = \(writing.school)")
        }
        #expect(try regimes(school).list.count == 11)
    }

    @Test func `a page without a scale is one without marks`() async throws {
        let school = try await TestSchool.make(students: 3)
        let regime = try regimes(school).regime(grade: 1, subject: "mathematics", scale: "none", on: day)
        #expect(regime.way == .words && !regime.needsFinals)
    }

    @Test func `the same settings always make the same text`() throws {
        let texts = try (0..<20).map { _ in try RegimeSettings.text(.standard(of: .KZ)) }
        #expect(Set(texts).count == 1)
        #expect(try RegimeSettings.read(texts[0], of: .KZ) == .standard(of: .KZ))
    }
}
