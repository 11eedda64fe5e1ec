import Testing

@testable import SchoolRules

@Suite struct PlannedWorkTests {
    private func work(
        _ id: Int64, _ sort: PlannedWork.Sort, _ date: String, subject: String = "algebra", group: Int64 = 7,
        atEdge: Bool = false
    ) -> PlannedWork {
        PlannedWork(id: id, sort: sort, subject: subject, group: group, day: day(date), isAtEdge: atEdge)
    }

    private func warnings(_ works: [PlannedWork]) -> [WorkWarning] {
        CriteriaCalendar().warnings(works, lastDay: day("2026-12-25"))
    }

    @Test func `at most three works for sections are planned in a quarter`() {
        let works = (1...4).map { work($0, .section, "2026-11-0\(1 + $0)") }
        #expect(warnings(Array(works.dropLast())).isEmpty)
        #expect(warnings(works.reversed()) == [.tooManySections([1, 2, 3, 4])])
        let other = work(5, .section, "2026-11-20", subject: "physics")
        #expect(warnings(Array(works.dropLast()) + [other]).isEmpty)
    }

    @Test func `at most three works for the term are on one day of a class`() {
        let subjects = ["algebra", "physics", "biology", "history"]
        let works = subjects.enumerated().map {
            work(Int64($0.offset + 1), .term, "2026-12-18", subject: $0.element)
        }
        #expect(warnings(Array(works.dropLast())).isEmpty)
        #expect(warnings(works) == [.tooManyTermWorks(day("2026-12-18"), [1, 2, 3, 4])])
        let elsewhere = work(9, .term, "2026-12-18", group: 8)
        #expect(warnings(Array(works.dropLast()) + [elsewhere]).isEmpty)
    }

    @Test func `no work for the term is on the last day of the quarter`() {
        #expect(warnings([work(1, .term, "2026-12-24")]).isEmpty)
        #expect(warnings([work(1, .term, "2026-12-25")]) == [.termWorkOnLastDay([1])])
        #expect(warnings([work(1, .section, "2026-12-25")]).isEmpty)
    }

    @Test func `no work for the term is on the day of a section of the subject`() {
        let term = work(1, .term, "2026-12-18")
        #expect(
            warnings([term, work(2, .section, "2026-12-18")])
                == [.termWorkBesideSection(day("2026-12-18"), [1, 2])])
        #expect(warnings([term, work(2, .section, "2026-12-18", subject: "physics")]).isEmpty)
        #expect(warnings([term, work(2, .section, "2026-12-17")]).isEmpty)
    }

    @Test func `in Russia control works take a tenth of the hours and keep two and a half weeks apart`() {
        let near = [work(1, .control, "2026-10-01"), work(2, .control, "2026-10-18")]
        let apart = [work(1, .control, "2026-10-01"), work(2, .control, "2026-10-19")]
        #expect(LoadLimits.warnings(near, lessonsInYear: 68) == [.tooClose([1, 2])])
        #expect(LoadLimits.warnings(apart, lessonsInYear: 68).isEmpty)
        #expect(LoadLimits.warnings(apart, lessonsInYear: 19) == [.tooManyControls(allowed: 1, [1, 2])])
        #expect(
            LoadLimits.warnings([work(3, .control, "2026-10-01", atEdge: true)], lessonsInYear: 34)
                == [.atEdgeOfDay([3])])
    }

    @Test(arguments: [(1, 60), (2, 90), (3, 90), (4, 120), (5, 120), (6, 150), (8, 150), (9, 210), (11, 210)])
    func `homework has a limit a day`(grade: Int, minutes: Int) {
        #expect(LoadLimits.homeworkMinutes(grade: grade) == minutes)
    }

    @Test func `no homework over a weekend up to grade 6 and none over a break`() {
        let calendar = Country.RU.profile.calendar(schoolYear: 2026, language: .ru)
        func warnings(_ grade: Int, _ given: String, _ due: String, minutes: Int = 0) -> [HomeworkWarning] {
            LoadLimits.homework(
                grade: grade, given: Day(given)!, due: Day(due)!, minutes: minutes, in: calendar)
        }
        let monday = Day("2026-11-23")!
        #expect(warnings(6, "2026-11-20", "2026-11-23").contains(.overWeekend(due: monday)))
        #expect(warnings(7, "2026-11-20", "2026-11-23").isEmpty)
        #expect(warnings(6, "2026-11-19", "2026-11-23").isEmpty)
        #expect(warnings(6, "2026-11-24", "2026-11-25").isEmpty)
        let term = calendar.terms(of: 11).sorted { $0.from < $1.from }
        let (last, first) = (lastSchoolDay(term[0], calendar), nextSchoolDay(term[1], calendar))
        #expect(warnings(11, last.description, first.description) == [.overBreak(due: first)])
        #expect(
            warnings(7, "2026-11-24", "2026-11-25", minutes: 160)
                == [.tooLong(due: Day("2026-11-25")!, minutes: 160, allowed: 150)])
        #expect(warnings(7, "2026-11-24", "2026-11-25", minutes: 150).isEmpty)
    }

    private func lastSchoolDay(_ term: Term, _ calendar: SchoolCalendar) -> Day {
        (0..<30).map { term.to.adding(-$0) }.first { calendar.isSchoolDay($0, grade: 11) }!
    }

    private func nextSchoolDay(_ term: Term, _ calendar: SchoolCalendar) -> Day {
        (0..<30).map { term.from.adding($0) }.first { calendar.isSchoolDay($0, grade: 11) }!
    }
}
