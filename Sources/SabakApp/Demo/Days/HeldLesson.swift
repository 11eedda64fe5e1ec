import SchoolRules
import Store

/// A lesson row as the demo needs it.
struct HeldLesson {
    let id: Int64
    let course: Int
    var day: Day
    var number, shift, start, end: Int
    /// Which lesson of its page it is, from 0.
    let ordinal: Int
    var version = 0
    /// The place in the staff of whoever stands in for the teacher.
    var substitute: Int?
    var isCancelled = false
}

/// Reads the published lessons back, as far ahead as somebody may have planned.
struct TimetableReading {
    let plan: SchoolPlan
    let year: DemoYear

    init(_ plan: SchoolPlan, year: DemoYear) {
        self.plan = plan
        self.year = year
    }

    /// In order of time.
    func lessons(of school: SchoolStore) throws -> [HeldLesson] {
        let courses = Dictionary(
            plan.courses.enumerated().map { ($0.element.page, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let until = year.today.adding(10).description
        var ordinals = Array(repeating: 0, count: plan.courses.count)
        return try school.read { connection in
            try connection.all(
                """
                SELECT id, page_id, day, number, shift, start_minute, end_minute FROM lesson
                WHERE school_id = \(school.id) AND day <= \(until) ORDER BY day, start_minute, id
                """
            ) { row in
                let course = courses[row.integer(1)] ?? 0
                defer { ordinals[course] += 1 }
                return HeldLesson(
                    id: row.integer(0), course: course, day: Day(row.text(2)) ?? year.today, number: row.int(3),
                    shift: row.int(4), start: row.int(5), end: row.int(6), ordinal: ordinals[course])
            }
        }
    }
}

/// Who is in which lesson when, so that nobody stands in for somebody while teaching.
struct BusyTeachers {
    private struct TeacherDay: Hashable {
        let teacher: Int
        let day: Day
    }

    private var hours: [TeacherDay: [ClosedRange<Int>]] = [:]

    init(_ lessons: [HeldLesson], _ plan: SchoolPlan) {
        for lesson in lessons { note(plan.courses[lesson.course].teacher, lesson) }
    }

    mutating func note(_ teacher: Int, _ lesson: HeldLesson) {
        hours[TeacherDay(teacher: teacher, day: lesson.day), default: []].append(lesson.start...lesson.end)
    }

    func isFree(_ teacher: Int, at lesson: HeldLesson) -> Bool {
        isFree(teacher, on: lesson.day, lesson.start...lesson.end)
    }

    func isFree(_ teacher: Int, on day: Day, _ minutes: ClosedRange<Int>) -> Bool {
        !(hours[TeacherDay(teacher: teacher, day: day)] ?? []).contains { $0.overlaps(minutes) }
    }
}
