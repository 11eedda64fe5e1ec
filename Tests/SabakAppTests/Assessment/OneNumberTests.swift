import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// The number of a student in a subject and term is the same in the journal, the answer to a save, the count, the sheet
/// of final marks and the diary.
@Suite struct OneNumberTests {
    /// A small generator with a seed, so that a failure can be repeated.
    struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let days = [
        "2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13", "2026-11-16", "2026-11-17", "2026-11-18",
        "2026-11-19",
    ]

    private func cell(_ country: Country, points: Int?, _ dice: inout Dice) -> String {
        let marks = country == .KZ ? (1...10).map(String.init) : ["5", "4", "3", "2"]
        if let points { return dice.next() % 4 == 0 ? "н" : String(Int(dice.next() % UInt64(points + 1))) }
        switch dice.next() % 6 {
        case 0: return "н"
        case 1: return "\(marks.randomElement(using: &dice)!)/\(marks.randomElement(using: &dice)!)"
        default: return marks.randomElement(using: &dice)!
        }
    }

    /// What a page shows between two texts.
    private func part(_ text: String, after start: String, until end: String) -> String? {
        guard let from = text.range(of: start),
            let to = text[from.upperBound...].range(of: end)
        else { return nil }
        return String(text[from.upperBound..<to.lowerBound])
    }

    @Test(arguments: [Country.KG, .KZ, .RU], [1, 2, 3, 4] as [UInt64])
    func `five pages show one number`(country: Country, seed: UInt64) async throws {
        var dice = Dice(state: seed &* 7919)
        let world = PointsWorld(school: try await TestSchool.make(students: 3, country: country))
        let school = world.school
        try world.run(
            """
            UPDATE page SET hours = 500 WHERE school_id = \(school.store.id);
            UPDATE kind_of_work SET weight = \(50 + Int(dice.next() % 5) * 75) WHERE school_id = \(school.store.id)
                AND id = 8;
            UPDATE kind_of_work SET counts = 0 WHERE school_id = \(school.store.id) AND id = 2;
            """)
        if dice.next() % 2 == 0 {
            try world.run(
                """
                UPDATE regime SET settings = '{"isWeighted":false,"criteria":{"sections":"mean"}}'
                WHERE school_id = \(school.store.id)
                """)
        }
        var answered = ""
        for day in Self.days where dice.next() % 4 > 0 {
            let kinds = country == .KZ ? [0, 0, 2, 22, 22, 23] : [0, 1, 2, 6, 8]
            let kind = kinds.randomElement(using: &dice)!
            let points = CriteriaKinds.givesPoints(kind) ? [7, 10, 15, 20, 25].randomElement(using: &dice)! : nil
            try world.work(kind, on: day, maximum: points ?? 0)
            let result = await world.set(cell(country, points: points, &dice), on: day)
            #expect(result.status == "saved", "\(result.message)")
            answered = result.average
        }
        let shown = answered
        let journal = await school.get("/pages/\(school.algebra)", as: .teacher).text
        let row = part(journal, after: "<tr data-s=\"\(world.child)\"", until: "</tr>") ?? ""
        #expect(part(row, after: "<td class=\"avg\">", until: "<svg") == shown)
        let target = "/pages/\(school.algebra)"
        let finals = await school.get(target + "/finals?term=2", as: .teacher).text
        let counts = "/counts/\(world.child)?term=2\">"
        #expect(shown == "—" || finals.contains("\(counts)\(shown)</a>"))
        let count = await school.get(target + "/counts/\(world.child)?term=2", as: .teacher).text
        #expect(shown == "—" || count.contains("<td class=\"num\"><b>\(shown)</b></td></tr></tfoot>"))
        let diary = await school.get("/diary/\(world.child)/marks", as: .mother).text
        let subject = part(diary, after: "Алгебра: </span>", until: "<svg")
        #expect(subject == shown)
    }
}
