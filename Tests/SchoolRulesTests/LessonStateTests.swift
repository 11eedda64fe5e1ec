import Testing

@testable import SchoolRules

@Suite struct LessonStateTests {
    let start = moment("2026-11-20T09:00")

    func state(_ now: String, _ topic: Bool, _ roll: Bool, _ homework: Bool) -> LessonState {
        lessonState(
            start: start, now: moment(now), topic: topic, rollConfirmed: roll, homeworkDecided: homework)
    }

    @Test(arguments: 0..<8)
    func `a lesson is complete with topic, confirmed roll and homework decision`(recordedParts: Int) {
        let (topic, roll, homework) = (recordedParts & 1 > 0, recordedParts & 2 > 0, recordedParts & 4 > 0)
        let recorded = [topic, roll, homework].count { $0 }
        let expected: LessonState = recorded == 3 ? .complete : recorded == 0 ? .due : .incomplete
        #expect(state("2026-11-20T09:00", topic, roll, homework) == expected)
        #expect(state("2026-11-20T08:59", topic, roll, homework) == .planned)
    }

    @Test func `a cancelled or moved lesson is no debt`() {
        for now in [moment("2026-11-19T09:00"), moment("2026-11-21T09:00")] {
            let parts = (topic: true, roll: false, homework: false)
            #expect(
                lessonState(
                    start: start, now: now, topic: parts.topic, rollConfirmed: parts.roll,
                    homeworkDecided: parts.homework, isCancelled: true, isMovedAway: true) == .cancelled)
            #expect(
                lessonState(
                    start: start, now: now, topic: parts.topic, rollConfirmed: parts.roll,
                    homeworkDecided: parts.homework, isMovedAway: true) == .moved)
        }
    }

    @Test func `what is missing is named in the order of work`() {
        #expect(missingParts(topic: false, rollConfirmed: true, homeworkDecided: false) == [.topic, .homework])
        #expect(missingParts(topic: true, rollConfirmed: true, homeworkDecided: true).isEmpty)
    }

    @Test func `absences cannot be entered for a lesson not yet begun`() {
        #expect(!absenceMayBeEntered(start: start, now: moment("2026-11-20T08:59")))
        #expect(absenceMayBeEntered(start: start, now: start))
        #expect(absenceMayBeEntered(start: start, now: moment("2026-12-01T08:00")))
    }
}
