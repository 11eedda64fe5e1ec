import Testing

@testable import SchoolRules

@Suite struct WorkRulesTests {
    private let wished: Int64 = 0

    private func work(
        _ id: Int64, _ sort: PlannedWork.Sort, _ date: String, subject: String = "algebra", atEdge: Bool = false
    ) -> PlannedWork {
        PlannedWork(id: id, sort: sort, subject: subject, group: 7, day: day(date), isAtEdge: atEdge)
    }

    /// The wished work among others of its subject in the term, and of the class.
    private func findings(
        _ own: [PlannedWork], ofClass: [PlannedWork] = [], country: Country = .KZ, lessonsInYear: Int = 68
    ) -> [WorkRules.Finding] {
        let place = WorkRules.Surroundings(
            ofTerm: own, ofYear: own, ofClass: ofClass + own.filter { $0.id == wished }, lastDay: day("2026-12-25"),
            lessonsInYear: lessonsInYear)
        return WorkRules.standard(of: country).findings(of: wished, in: place)
    }

    @Test func `in Kazakhstan a fourth work for a section is refused`() {
        let three = [work(1, .section, "2026-11-10"), work(2, .section, "2026-11-20"), work(0, .section, "2026-12-01")]
        #expect(findings(three).isEmpty)
        let four = three + [work(3, .section, "2026-12-10")]
        #expect(findings(four).map(\.isRefused) == [true])
    }

    @Test func `a fourth work for the term on a day of the class is refused, groups of a subject count once`() {
        let subjects = ["physics", "biology", "history"]
        let three = subjects.enumerated().map { work(Int64($0.offset + 1), .term, "2026-12-18", subject: $0.element) }
        let mine = [work(0, .term, "2026-12-18")]
        #expect(findings(mine, ofClass: three).map(\.isRefused) == [true])
        #expect(findings(mine, ofClass: Array(three.dropLast())).isEmpty)
        let twoGroups = [
            work(1, .term, "2026-12-18", subject: "english"), work(2, .term, "2026-12-18", subject: "english"),
        ]
        #expect(findings(mine, ofClass: twoGroups + [three[0]]).isEmpty)
        #expect(findings(mine, ofClass: twoGroups + [three[0], three[1]]).count == 1)
    }

    @Test func `no work for the term is on the last day or on the day of a section of the subject`() {
        #expect(findings([work(0, .term, "2026-12-25")]).map(\.warning) == [.termWorkOnLastDay([0])])
        let beside = [work(0, .term, "2026-12-18"), work(1, .section, "2026-12-18")]
        #expect(findings(beside).map(\.warning) == [.termWorkBesideSection(day("2026-12-18"), [0, 1])])
    }

    @Test func `what is wrong with other works is not said of this one`() {
        let works = [work(0, .term, "2026-12-17"), work(1, .term, "2026-12-25")]
        #expect(findings(works).isEmpty)
    }

    @Test func `in Russia the limits of load warn and refuse nothing, in Kyrgyzstan nothing is checked`() {
        let near = [work(0, .control, "2026-10-18"), work(1, .control, "2026-10-01")]
        #expect(findings(near, country: .RU) == [.init(warning: .tooClose([1, 0]), isRefused: false)])
        #expect(findings([work(0, .control, "2026-10-01", atEdge: true)], country: .RU, lessonsInYear: 9).count == 2)
        #expect(findings(near, country: .KG).isEmpty)
    }
}
