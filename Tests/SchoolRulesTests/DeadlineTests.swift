import Testing

@testable import SchoolRules

@Suite struct DeadlineTests {
    let rules = DeadlineRules.standard
    // A Friday in term.
    let lesson = moment("2026-11-20T09:00")

    func timeliness(
        _ kind: EntryKind, entered: String, checkedOn: String? = nil, rules: DeadlineRules = .standard,
        longest: Int? = nil
    ) -> Timeliness {
        rules.timeliness(
            of: kind, lesson: lesson, lessonEnd: lesson.adding(minutes: 45), entered: moment(entered),
            calendar: kyrgyzYear, grade: 7, checkedOn: checkedOn.map(day), longest: longest)
    }

    @Test(arguments: [
        ("2026-11-20T09:10", Timeliness.inTime), ("2026-11-20T23:59", .inTime), ("2026-11-21T00:00", .pastNorm),
        ("2026-11-23T11:59", .pastNorm), ("2026-11-23T12:00", .pastNorm), ("2026-11-23T12:01", .late),
    ])
    func `a mark is due on the day of the lesson and late after noon of the next working day`(
        entered: String, expected: Timeliness
    ) {
        #expect(timeliness(.mark, entered: entered) == expected)
    }

    @Test(arguments: [EntryKind.lesson, .attendance, .homework])
    func `lesson record, roll and homework are late on the next day`(kind: EntryKind) {
        #expect(timeliness(kind, entered: "2026-11-20T23:59") == .inTime)
        #expect(timeliness(kind, entered: "2026-11-21T00:00") == .late)
    }

    @Test func `what is entered ahead is in time`() {
        #expect(timeliness(.homework, entered: "2026-11-13T10:00") == .inTime)
    }

    @Test func `lateness of written work counts from the day its checking ended, and a week is the most`() {
        #expect(timeliness(.writtenMark, entered: "2026-11-24T20:00", checkedOn: "2026-11-24") == .inTime)
        #expect(timeliness(.writtenMark, entered: "2026-11-25T12:00", checkedOn: "2026-11-24") == .pastNorm)
        #expect(timeliness(.writtenMark, entered: "2026-11-25T12:01", checkedOn: "2026-11-24") == .late)
        #expect(timeliness(.writtenMark, entered: "2026-11-27T23:59") == .pastNorm)
        #expect(timeliness(.writtenMark, entered: "2026-11-28T00:00", checkedOn: "2026-11-28") == .late)
        #expect(timeliness(.writtenMark, entered: "2026-11-21T00:00") == .pastNorm)
    }

    @Test func `a kind of written work may have days of its own`() {
        #expect(timeliness(.writtenMark, entered: "2026-11-23T23:59", longest: 3) == .pastNorm)
        #expect(timeliness(.writtenMark, entered: "2026-11-24T00:00", longest: 3) == .late)
        #expect(timeliness(.writtenMark, entered: "2026-12-03T20:00", checkedOn: "2026-12-03", longest: 14) == .inTime)
        #expect(timeliness(.mark, entered: "2026-11-23T12:01", longest: 14) == .late)
    }

    @Test func `a school may count calendar days`() {
        var rules = rules
        rules.nextDayIs = .calendar
        #expect(timeliness(.mark, entered: "2026-11-21T12:00", rules: rules) == .pastNorm)
        #expect(timeliness(.mark, entered: "2026-11-21T12:01", rules: rules) == .late)
    }

    @Test func `a school may ask for an entry once a week`() {
        var rules = rules
        rules.lesson = DeadlineRule(norm: .sameDay, limit: .weekly)
        #expect(timeliness(.lesson, entered: "2026-11-27T23:59", rules: rules) == .pastNorm)
        #expect(timeliness(.lesson, entered: "2026-11-28T00:00", rules: rules).isLate)
    }

    @Test func `a norm laxer than the limit cannot excuse a late entry`() {
        var rules = rules
        rules.mark = DeadlineRule(norm: .weekly, limit: .sameDay)
        #expect(timeliness(.mark, entered: "2026-11-21T00:00", rules: rules) == .late)
        #expect(
            rules.norm(of: .mark, lesson: lesson, calendar: kyrgyzYear, grade: 7)
                == rules.due(.mark, lesson: lesson, calendar: kyrgyzYear, grade: 7))
    }

    @Test(arguments: [
        ("2026-11-19T09:00", "2026-11-20T12:00"), ("2026-11-20T09:00", "2026-11-23T12:00"),
        ("2027-03-05T09:00", "2027-03-09T12:00"), ("2026-12-30T09:00", "2026-12-31T12:00"),
    ])
    func `the deadline of a mark`(lesson: String, due: String) {
        #expect(rules.due(.mark, lesson: moment(lesson), calendar: kyrgyzYear, grade: 7) == moment(due))
    }

    @Test(arguments: ["same_day", "next_day 12:00", "days 7", "weekly", "next_day 08:30", "days 0"])
    func `limits are written in settings as they are read`(text: String) {
        #expect(Limit(text)?.text == text)
    }

    @Test(arguments: ["", "tomorrow", "next_day", "next_day 25:00", "next_day 24:00", "days", "days -1", "days 400"])
    func `a limit nobody can keep is refused`(text: String) {
        #expect(Limit(text) == nil)
    }
}
