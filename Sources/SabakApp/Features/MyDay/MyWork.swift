import SchoolRules
import Store

/// What a person teaches, with the days, and the lessons of others that the person takes.
struct MyWork {
    private struct Load: Equatable {
        let page: Int64
        let from, to: Day
    }

    private let loads: [Load]
    /// The lessons taken for others, with their days.
    let stoodIn: [Int64: Day]
    /// The right of a substitute ends by itself a week after the lesson.
    let earliest: Day
    private let today: Day
    private let person, school: Int64

    init(of visit: Visit, in connection: Connection) throws {
        let (school, me) = (visit.school.id, visit.person.id)
        (person, self.school, today, earliest) = (me, school, visit.today, visit.today.adding(-7))
        loads = try connection.fact("load of \(me)") {
            try connection.all(
                """
                SELECT page_id, from_day, to_day FROM load
                WHERE school_id = \(school) AND teacher_id = \(me) ORDER BY page_id, from_day
                """
            ) { Load(page: $0.integer(0), from: Day($0.text(1)) ?? .forever, to: Day($0.text(2)) ?? .forever) }
        }
        stoodIn = try connection.fact("stood in \(me)") {
            var days: [Int64: Day] = [:]
            try connection.each(
                """
                SELECT stood.lesson_id, lesson.day FROM substitution AS stood
                JOIN lesson ON lesson.school_id = stood.school_id AND lesson.id = stood.lesson_id
                WHERE stood.school_id = \(school) AND stood.substitute_id = \(me) AND stood.withdrawn_at = 0
                ORDER BY stood.lesson_id
                """
            ) { days[$0.integer(0)] = Day($0.text(1)) ?? .forever }
            return days
        }
    }

    /// The pages taught at some time between two days.
    func pages(from: Day, to: Day) -> [Int64] {
        Set(loads.filter { $0.from <= to && from <= $0.to }.map(\.page)).sorted()
    }

    /// The lessons taken for others on days that fit.
    func stood(_ fits: (Day) -> Bool) -> [Int64] { stoodIn.filter { fits($0.value) }.keys.sorted() }

    /// Whether the page of a lesson was the person's on its day.
    func taught(_ lesson: LessonRow) -> Bool { holds(lesson.page, on: lesson.day) }

    private func holds(_ page: Int64, on day: Day) -> Bool {
        loads.contains { $0.page == page && $0.from <= day && day <= $0.to }
    }

    /// The lessons with their classes and subjects, and whether the person may still write them.
    func named(_ rows: [LessonRow], in connection: Connection) throws -> [MyLesson] {
        let spots = try PageSpot.all(Set(rows.map(\.page)).sorted(), school: school, in: connection)
        return rows.compactMap { row in
            spots[row.page].map { spot in
                MyLesson(
                    row: row, spot: spot, isOwn: taught(row),
                    mayWrite: holds(row.page, on: today) || row.substituteID == person && row.day >= earliest)
            }
        }
    }
}
