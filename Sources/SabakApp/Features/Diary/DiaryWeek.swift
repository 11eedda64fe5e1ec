import SchoolRules
import Web

/// A student's lessons from one day to another, as the family sees them.
struct DiaryWeek: Sendable {
    var lessons: [DiaryLesson] = []
    var kinds: [DiaryKind] = []

    func lessons(on day: Day) -> [DiaryLesson] { lessons.filter { $0.day == day } }

    func kind(_ id: Int) -> DiaryKind? { kinds.first { $0.id == id } }
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
    /// What was read already: the slots of the cell, and the substitution that holds, which is the newest.
    var slots: Set<Int> = []
    var substitution: Int64 = 0

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
    /// The day the work is due, where it is owed.
    var due: Day?
    /// Of points; 0 for a mark of a scale.
    var maximum = 0

    /// `18/25`, or the mark.
    var shown: String { maximum > 0 ? "\(value)/\(maximum)" : value }

    var changedFrom: String? { previous.isEmpty || previous == value ? nil : previous }
}

struct DiaryAbsence: Sendable {
    let codeID: Int
    /// Zero where the code takes none.
    let minutes: Int
    /// The sign in the journal.
    var code = ""
    /// What it means, after the class teacher has given the reason.
    var category = AbsenceCategory.unknown
    var words = AbsenceCategory.unknown.names
}

/// A kind of work by name.
struct DiaryKind: Sendable, Equatable {
    let id: Int
    let name: String
    /// Whether a lesson of this kind is announced to families.
    let isAnnounced: Bool
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
