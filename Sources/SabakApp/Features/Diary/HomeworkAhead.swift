import SchoolRules
import Store
import Web

/// What is to be done for the coming days: homework by the day it is due, and announced works.
struct HomeworkAhead: Sendable {
    struct Task: Sendable {
        /// The lesson at which it was given.
        let lesson: Int64
        let due: Day
        let subject: String
        let text: String
        /// Given to this student only.
        let own: String
        let isDone: Bool
    }

    struct Work: Sendable {
        let day: Day
        let subject: String
        let kind: String
        let topic: String
    }

    var tasks: [Task] = []
    var works: [Work] = []
    var debts: [OpenDebt] = []

    /// The days with tasks, the nearest first.
    var days: [Day] { Array(Set(tasks.map(\.due))).sorted() }
}

extension DiaryWeekQueries {
    private struct Coming {
        let page, group, subjectID: Int64
        let day: Day
        let kind: Int
        let topic, subject: String
    }

    /// Homework is given at the last day of a page before `day` and due at the page's next one.
    func ahead(from day: Day, kinds: [DiaryKind]) throws -> HomeworkAhead {
        let groups = try memberships(from: day.adding(-60), to: day.adding(14))
        let alone = try individualSubjects(of: groups)
        let coming = try coming(from: day, to: day.adding(14), groups: groups).filter {
            Self.belongs(group: $0.group, subject: $0.subjectID, on: $0.day, groups, alone: alone)
        }
        var due: [Int64: Day] = [:]
        var ahead = HomeworkAhead()
        for lesson in coming {
            if due[lesson.page] == nil { due[lesson.page] = lesson.day }
            if let kind = kinds.first(where: { $0.id == lesson.kind }), kind.isAnnounced {
                ahead.works.append(
                    .init(day: lesson.day, subject: lesson.subject, kind: kind.name, topic: lesson.topic))
            }
        }
        ahead.tasks = try given(before: day, due: due, groups: groups)
        ahead.debts = try OpenDebt.all(
            .student(student), year: SchoolCalendar.schoolYear(containing: today), on: today, school: school,
            in: connection)
        return ahead
    }

    private func coming(from: Day, to: Day, groups: [Membership]) throws -> [Coming] {
        try connection.all(
            """
            SELECT lesson.page_id, lesson.group_id, page.subject_id, lesson.day,
                coalesce(planned_work.kind_id, lesson.kind_id), coalesce(planned_work.title, lesson.topic),
                \(language.subjectName)
            FROM lesson
            LEFT JOIN planned_work ON planned_work.school_id = lesson.school_id
                AND planned_work.lesson_id = lesson.id AND planned_work.withdrawn_at = 0
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE lesson.school_id = \(school) AND lesson.group_id IN \(list: Self.padded(groups.map(\.group)))
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description) AND lesson.is_cancelled = 0
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """
        ) { row in
            Coming(
                page: row.integer(0), group: row.integer(1), subjectID: row.integer(2),
                day: Day(row.text(3)) ?? .forever, kind: row.int(4), topic: row.text(5), subject: row.text(6))
        }
    }

    private func given(before day: Day, due: [Int64: Day], groups: [Membership]) throws -> [HomeworkAhead.Task] {
        var tasks: [HomeworkAhead.Task] = []
        try connection.each(
            """
            SELECT lesson.id, lesson.page_id, lesson.group_id, lesson.day, \(language.subjectName), lesson.homework,
                coalesce(own_homework.content, ''), coalesce(homework_done.at, 0)
            FROM page
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
                AND lesson.day = (SELECT max(last.day) FROM lesson AS last
                    WHERE last.school_id = page.school_id AND last.page_id = page.id
                        AND last.day < \(day.description) AND last.is_cancelled = 0)
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN own_homework ON own_homework.school_id = lesson.school_id
                AND own_homework.lesson_id = lesson.id AND own_homework.student_id = \(student)
            LEFT JOIN homework_done ON homework_done.school_id = lesson.school_id
                AND homework_done.student_id = \(student) AND homework_done.lesson_id = lesson.id
            WHERE page.school_id = \(school) AND page.id IN \(list: Self.padded(due.keys.sorted()))
                AND lesson.is_cancelled = 0
            ORDER BY subject.position, subject.id, lesson.start_minute, lesson.id
            """
        ) { row in
            guard let due = due[row.integer(1)], let day = Day(row.text(3)),
                groups.contains(where: { $0.group == row.integer(2) && $0.holds(on: day) }),
                !(row.text(5).isEmpty && row.text(6).isEmpty)
            else { return }
            tasks.append(
                .init(
                    lesson: row.integer(0), due: due, subject: row.text(4), text: row.text(5), own: row.text(6),
                    isDone: row.integer(7) > 0))
        }
        return tasks
    }
}
