import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct LessonRollTests {
    private let codes = AbsenceCode.standard
    private let ill = LessonRoll.Notice(category: .ill, at: 500, isByFamily: true)
    private let wasAbsent = LessonRoll.Earlier(number: 2, rollAt: 1000, code: 1)
    private let wasThere = LessonRoll.Earlier(number: 2, rollAt: 1000, code: nil)

    @Test func `who was absent at the lesson before is proposed as absent`() {
        let proposal = LessonRoll.proposal(nil, wasAbsent, codes: codes)
        #expect(proposal?.code.category == .unknown)
        #expect(proposal?.why == .absentAt(lesson: 2))
    }

    @Test func `an announced illness is proposed with its reason`() {
        #expect(LessonRoll.proposal(ill, nil, codes: codes)?.code.category == .ill)
        #expect(LessonRoll.proposal(ill, wasAbsent, codes: codes)?.why == .family(.ill))
    }

    @Test func `who was seen at the lesson before is not asked about, unless announced after it`() {
        #expect(LessonRoll.proposal(nil, wasThere, codes: codes) == nil)
        #expect(LessonRoll.proposal(ill, wasThere, codes: codes) == nil)
        let after = LessonRoll.Notice(category: .excused, at: 2000, isByFamily: true)
        #expect(LessonRoll.proposal(after, wasThere, codes: codes)?.code.category == .excused)
    }

    @Test func `who came late to the lesson before is not proposed as absent`() {
        let late = LessonRoll.Earlier(number: 1, rollAt: 1000, code: 5)
        #expect(LessonRoll.proposal(nil, late, codes: codes) == nil)
    }
}

@Suite struct LessonPlanTests {
    private let rows = (1...5).map { PlanRow(number: $0, topic: "Тема \($0)", hours: $0 == 2 ? 200 : 100) }

    private func proposals(_ lessons: [(row: Int, hasTopic: Bool)]) -> [Int] {
        let places = lessons.enumerated().map {
            LessonPlan.Place(id: Int64($0.offset), page: 7, row: $0.element.row, hasTopic: $0.element.hasTopic)
        }
        let found = LessonPlan.proposals(plans: [7: rows], lessons: places)
        return places.map { found[$0.id]?.number ?? 0 }
    }

    @Test func `lessons without a topic take the rows in order, a row of two hours twice`() {
        #expect(proposals(Array(repeating: (0, false), count: 7)) == [1, 2, 2, 3, 4, 5, 0])
    }

    @Test func `the row after the last one taught comes next`() {
        #expect(proposals([(3, true), (0, false)]) == [0, 4])
    }

    @Test func `a topic of the teacher's own moves nothing on`() {
        #expect(proposals([(1, true), (0, true), (0, false)]) == [0, 0, 2])
    }

    @Test func `a repetition of an earlier row moves nothing back`() {
        #expect(proposals([(4, true), (1, true), (0, false)]) == [0, 0, 5])
    }

    @Test func `a topic is known by its words, with something added too`() {
        #expect(LessonPlan.row(meantBy: "Тема 3", in: rows, after: 0) == 3)
        #expect(LessonPlan.row(meantBy: "Тема 3. Решение задач", in: rows, after: 0) == 3)
        #expect(LessonPlan.row(meantBy: "Своя тема", in: rows, after: 0) == 0)
    }
}
