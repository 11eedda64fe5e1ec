import Testing

@testable import SchoolRules

@Suite struct ClosingTests {
    private let now = moment("2026-12-28T10:00")

    private func page(_ page: Int64, _ teacher: Int64, _ marks: String) -> PageFinals {
        PageFinals(
            page: page, teacher: teacher,
            finals: finals(marks).enumerated().map { PageFinal(student: Int64($0.offset + 1), mark: $0.element) })
    }

    @Test func `a period is complete when nobody is left without mark, н/а or осв`() throws {
        let pages = [page(1, 10, "5 н/а осв"), page(2, 11, "4 вр.н/а 3")]
        #expect(Closing.missing(pages).isEmpty)
        let closing = try Closing.close(.term, pages, closed: nil, by: 1, as: [.deputy], at: now)
        #expect(closing == PeriodClosing(by: 1, at: now))
    }

    @Test func `what is missing is listed by teacher and page`() {
        let pages = [page(3, 11, "- 4 -"), page(2, 10, "5 -"), page(1, 11, "5 5")]
        let missing = [
            MissingFinals(teacher: 10, page: 2, students: [2]), MissingFinals(teacher: 11, page: 3, students: [1, 3]),
        ]
        #expect(Closing.missing(pages) == missing)
        #expect(throws: ClosingProblem.incomplete(missing)) {
            try Closing.close(.term, pages, closed: nil, by: 1, as: [.deputy], at: now)
        }
    }

    @Test func `closing twice changes nothing`() throws {
        let first = try Closing.close(.term, [page(1, 10, "5")], closed: nil, by: 1, as: [.deputy], at: now)
        let again = try Closing.close(
            .term, [page(1, 10, "-")], closed: first, by: 2, as: [.director], at: now.adding(minutes: 60))
        #expect(again == first)
    }

    @Test(arguments: [
        (FinalPeriod.term, Role.deputy, true), (.term, .director, true), (.term, .subjectTeacher, false),
        (.year, .director, true), (.year, .deputy, false), (.final, .director, true), (.exam, .deputy, false),
    ])
    func `the deputy signs the period, the director the year`(period: FinalPeriod, role: Role, signs: Bool) {
        let closing = try? Closing.close(period, [page(1, 10, "5")], closed: nil, by: 1, as: [role], at: now)
        #expect((closing != nil) == signs)
    }
}

@Suite struct UnlockTests {
    private let now = moment("2026-12-28T10:00")

    private func unlock(isFinal: Bool = false, reason: String = "ошибка", country: Country = .KG) throws -> Unlock {
        try Unlock(
            UnlockRequest(teacher: 10, page: 3, isFinal: isFinal, reason: reason), by: .standard(of: country))
    }

    @Test func `a deputy opens a page for current marks`() throws {
        var unlock = try unlock()
        #expect(!unlock.isOpen(for: 10, page: 3, at: now))
        try unlock.approve(by: 1, as: [.deputy], minutes: 60, at: now)
        #expect(unlock.isOpen(for: 10, page: 3, at: now.adding(minutes: 60)))
        #expect(!unlock.isOpen(for: 10, page: 3, at: now.adding(minutes: 61)))
        #expect(!unlock.isOpen(for: 10, page: 4, at: now) && !unlock.isOpen(for: 11, page: 3, at: now))
    }

    @Test func `a final mark needs the deputy and the director, in any order`() throws {
        for roles in [[Role.deputy, .director], [.director, .deputy]] {
            var unlock = try unlock(isFinal: true)
            try unlock.approve(by: 1, as: [roles[0]], minutes: 60, at: now)
            #expect(unlock.until == nil && unlock.waitsFor == [roles[1]])
            #expect(throws: UnlockProblem.notYours) {
                try unlock.approve(by: 3, as: [roles[0]], minutes: 60, at: now)
            }
            try unlock.approve(by: 2, as: [roles[1]], minutes: 60, at: now.adding(minutes: 30))
            #expect(unlock.until == now.adding(minutes: 90))
        }
    }

    @Test func `one person is not two`() throws {
        var unlock = try unlock(isFinal: true)
        try unlock.approve(by: 1, as: [.deputy, .director], minutes: 60, at: now)
        #expect(throws: UnlockProblem.samePerson) {
            try unlock.approve(by: 1, as: [.deputy, .director], minutes: 60, at: now)
        }
        try unlock.approve(by: 2, as: [.deputy], minutes: 60, at: now)
        #expect(unlock.until != nil)
    }

    @Test func `nobody unlocks for himself`() throws {
        var unlock = try unlock()
        #expect(throws: UnlockProblem.ownPage) {
            try unlock.approve(by: 10, as: [.deputy, .subjectTeacher], minutes: 60, at: now)
        }
    }

    @Test(arguments: [(0, false), (1, true), (2880, true), (2881, false)])
    func `an unlock lasts at most forty-eight hours`(minutes: Int, isGiven: Bool) throws {
        var unlock = try unlock()
        if isGiven {
            try unlock.approve(by: 1, as: [.deputy], minutes: minutes, at: now)
        } else {
            #expect(throws: UnlockProblem.hours) {
                try unlock.approve(by: 1, as: [.deputy], minutes: minutes, at: now)
            }
        }
        #expect((unlock.until != nil) == isGiven)
    }

    @Test func `a teacher or class teacher opens nothing, and an open one is not opened again`() throws {
        var unlock = try unlock()
        #expect(throws: UnlockProblem.notYours) {
            try unlock.approve(by: 1, as: [.subjectTeacher, .classTeacher], minutes: 60, at: now)
        }
        try unlock.approve(by: 1, as: [.deputy], minutes: 60, at: now)
        #expect(throws: UnlockProblem.alreadyOpen) {
            try unlock.approve(by: 2, as: [.deputy], minutes: 60, at: now)
        }
    }

    @Test func `a closed period is written to only under an unlock, a final mark under one for finals`() throws {
        let closed = PeriodClosing(by: 1, at: now)
        var current = try unlock()
        var final = try unlock(isFinal: true)
        let allows = { (isFinal: Bool, unlocks: [Unlock]) in
            Freeze.allows(writingFinal: isFinal, closed: closed, unlocks: unlocks, teacher: 10, page: 3, at: now)
        }
        #expect(Freeze.allows(writingFinal: true, closed: nil, unlocks: [], teacher: 10, page: 3, at: now))
        #expect(!allows(false, []) && !allows(false, [current, final]))
        try current.approve(by: 1, as: [.deputy], minutes: 60, at: now)
        #expect(allows(false, [current]) && !allows(true, [current]))
        try final.approve(by: 1, as: [.deputy], minutes: 60, at: now)
        #expect(!allows(true, [current, final]))
        try final.approve(by: 2, as: [.director], minutes: 60, at: now)
        #expect(allows(true, [final]) && allows(false, [final]))
    }

    @Test func `an unlock needs a reason, and in Kazakhstan finals are not reviewed`() throws {
        #expect(throws: UnlockProblem.reasonMissing) { try unlock(reason: " ") }
        #expect(throws: UnlockProblem.noReview) { try unlock(isFinal: true, country: .KZ) }
        #expect(throws: Never.self) { try unlock(country: .KZ) }
    }
}
