import SchoolRules
import Web

/// A lesson as programs see it: the same wherever it is answered.
struct LessonJSON {
    let now: Moment
    let time: LocalTime

    init(_ visit: Visit) {
        now = visit.moment
        time = visit.school.time
    }

    /// - Parameter mayWrite: whether the visitor may write it and its term is open.
    func fields(_ lesson: LessonRow, mayWrite: Bool) -> [(String, JSON)] {
        [
            ("id", .id(lesson.id)), ("date", .string(lesson.day.description)),
            ("number", .integer(Int64(lesson.number))), ("start", .string(time.iso(lesson.startMoment))),
            ("end", .string(time.iso(lesson.endMoment))), ("kind", .string(KindCode.of(lesson.kind))),
            ("topic", .string(lesson.topic)), ("material", .string(lesson.material)),
            ("homework", .string(lesson.homework)), ("noHomework", .bool(lesson.noHomework)),
            ("homeworkMinutes", .integer(Int64(lesson.homeworkMinutes))),
            ("state", .string(lesson.state(at: now).rawValue)), ("late", .bool(lesson.isLate)),
            ("substitute", .optional(lesson.substitute?.full)), ("rollConfirmed", .bool(lesson.isRollConfirmed)),
            ("mayWrite", .bool(mayWrite && !lesson.isCancelled)), ("version", .integer(Int64(lesson.version))),
        ]
    }

    func json(_ lesson: LessonRow, mayWrite: Bool) -> JSON { .object(fields(lesson, mayWrite: mayWrite)) }
}
