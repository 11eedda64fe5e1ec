import SchoolRules
import Web

/// A student's lessons from one day to another, as the family sees them.
struct DiaryWeek: Sendable {
    var lessons: [DiaryLesson] = []
    var kinds: [KindOfWork] = []

    func lessons(on day: Day) -> [DiaryLesson] { lessons.filter { $0.day == day } }

    func kind(_ id: Int) -> KindOfWork? { kinds.first { $0.id == id } }
}

struct DiaryLesson: Sendable {
    let id, page, group, subjectID: Int64
    let day: Day
    let number, start, end: Int
    let room, origin: String
    /// The day the lesson was moved from.
    let movedFrom: Day?
    let isCancelled: Bool
    let kind: Int
    let topic, material, homework: String
    let hasNoHomework, isRollConfirmed: Bool
    let subject: String
    let recordLanguage: RecordLanguage
    var teacher = ""
    var substitute: String?
    /// Why the lesson was cancelled or moved.
    var reason = ""
    var marks: [DiaryMark] = []
    var absence: DiaryAbsence?
    var ownHomework = ""
    var remark: DiaryRemark?

    var startMoment: Moment { Moment(day: day, minute: start) }
    var isMoved: Bool { origin == "moved" }

    func state(at now: Moment) -> LessonState {
        lessonState(
            start: startMoment, now: now, topic: !topic.isEmpty, rollConfirmed: isRollConfirmed,
            homeworkDecided: hasNoHomework || !homework.isEmpty, isCancelled: isCancelled,
            isMovedAway: isMoved && now < startMoment)
    }
}

struct DiaryMark: Sendable {
    let value: String
    let kind: Int
    /// In hundredths.
    let weight: Int
    let comment: String
    /// The value before the last change; empty where there was none.
    let previous: String

    var changedFrom: String? { previous.isEmpty || previous == value ? nil : previous }
}

struct DiaryAbsence: Sendable {
    /// The sign in the journal.
    let code: String
    /// What it means, after the class teacher has given the reason.
    let category: AbsenceCategory
    let minutes: Int?
    let words: Names
}

struct DiaryRemark: Sendable {
    let content: String
    let author: String
}

extension AbsenceCategory {
    /// The category in words, where there is no code to name it.
    var names: Names {
        AbsenceCode.standard.first { $0.category == self }?.names ?? Names(ky: "", ru: "", kk: "", en: "")
    }
}
