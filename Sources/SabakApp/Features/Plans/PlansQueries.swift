import SchoolRules
import Store
import Web

/// A plan as it stands in a list.
struct FoundPlan: Sendable {
    let id: Int64
    let title: String
    let subject: Int64
    let subjectNames: Names
    let grade: Int
    let author: Int64
    let authorName: PersonName?
    let version: Int
    let rows: Int
    /// In hundredths.
    let hours: Int
}

/// A page of the teacher, with the plan attached to it.
struct PlanPageOfTeacher: Sendable {
    let id, subject: Int64
    let subjectNames: Names
    let grade: Int
    let className: ClassName?
    let group: String
    let plan: Int64

    /// A plan is for a subject and a grade; a group across classes takes the plan of any.
    func fits(_ plan: FoundPlan) -> Bool { subject == plan.subject && (grade == plan.grade || className == nil) }

    func name(_ language: Language) -> String {
        let place = LessonWords.place(className, group: group, language)
        return className == nil || group.isEmpty ? place : "\(place) · \(group)"
    }
}

/// The questions about plans; each ends at what the visitor may read.
enum PlansQueries {
    static func plans(for visit: Visit, in connection: Connection) throws -> [FoundPlan] {
        try connection.all(
            """
            \(columns) WHERE plan.school_id = \(visit.school.id) AND \(visible(to: visit))
            ORDER BY subject.position, subject.id, plan.grade, plan.title, plan.id
            """, plan)
    }

    static func plan(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> FoundPlan? {
        try connection.first(
            """
            \(columns) WHERE plan.school_id = \(visit.school.id) AND plan.id = \(id) AND \(visible(to: visit))
            """, plan)
    }

    /// A plan the visitor may change: the own one.
    static func planToWrite(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> FoundPlan {
        guard let plan = try plan(id, visit, in: connection) else { throw Refusal.notFound }
        guard plan.author == visit.person.id else { throw Refusal.readOnly }
        return plan
    }

    private static let columns: SQL = """
        SELECT plan.id, plan.title, plan.subject_id, subject.name_ky, subject.name_ru, subject.name_kk,
            subject.name_en, plan.grade, plan.author_id, person.surname, person.given, person.patronymic,
            plan.version,
            (SELECT count(*) FROM plan_row WHERE plan_row.school_id = plan.school_id AND plan_row.plan_id = plan.id),
            (SELECT coalesce(sum(plan_row.hours), 0) FROM plan_row
                WHERE plan_row.school_id = plan.school_id AND plan_row.plan_id = plan.id)
        FROM plan
        JOIN subject ON subject.school_id = plan.school_id AND subject.id = plan.subject_id
        LEFT JOIN person ON person.school_id = plan.school_id AND person.id = plan.author_id
        """

    private static func plan(_ row: Row) -> FoundPlan {
        FoundPlan(
            id: row.integer(0), title: row.text(1), subject: row.integer(2),
            subjectNames: Names(ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6)),
            grade: row.int(7), author: row.integer(8),
            authorName: row.isNull(9)
                ? nil : PersonName(stored: row.text(9), given: row.text(10), patronymic: row.text(11)),
            version: row.int(12), rows: row.int(13), hours: row.int(14))
    }

    /// Own plans, those of the subjects and grades one teaches, of the class one leads, of a lesson one takes over.
    private static func visible(to visit: Visit) -> SQL {
        if visit.mayInSchool(.readPlan) { return "1 = 1" }
        let (school, me, today) = (visit.school.id, visit.person.id, visit.today.description)
        return """
            (plan.author_id = \(me)
            OR (plan.subject_id, plan.grade) IN (SELECT page.subject_id, class.grade FROM load
                JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
                JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
                WHERE load.school_id = \(school) AND load.teacher_id = \(me) AND load.from_day <= \(today)
                    AND load.to_day >= \(today))
            OR plan.subject_id IN (SELECT page.subject_id FROM load
                JOIN page ON page.school_id = load.school_id AND page.id = load.page_id AND page.class_id = 0
                WHERE load.school_id = \(school) AND load.teacher_id = \(me) AND load.from_day <= \(today)
                    AND load.to_day >= \(today))
            OR plan.id IN (SELECT page_plan.plan_id FROM class_teacher
                JOIN page ON page.school_id = class_teacher.school_id AND page.class_id = class_teacher.class_id
                JOIN page_plan ON page_plan.school_id = page.school_id AND page_plan.page_id = page.id
                WHERE class_teacher.school_id = \(school) AND class_teacher.person_id = \(me)
                    AND class_teacher.from_day <= \(today) AND class_teacher.to_day >= \(today))
            OR plan.id IN (SELECT page_plan.plan_id FROM substitution
                JOIN lesson ON lesson.school_id = substitution.school_id AND lesson.id = substitution.lesson_id
                    AND lesson.day >= \(visit.today.adding(-7).description)
                JOIN page_plan ON page_plan.school_id = lesson.school_id AND page_plan.page_id = lesson.page_id
                WHERE substitution.school_id = \(school) AND substitution.substitute_id = \(me)
                    AND substitution.withdrawn_at = 0))
            """
    }

    static func rows(of plan: Int64, school: Int64, in connection: Connection) throws -> [PlanRow] {
        try connection.all(
            """
            SELECT number, section, topic, hours, kind_id, homework, note FROM plan_row
            WHERE school_id = \(school) AND plan_id = \(plan) ORDER BY number
            """
        ) { row in
            PlanRow(
                number: row.int(0), section: row.text(1), topic: row.text(2), hours: row.int(3), kind: row.int(4),
                homework: row.text(5), note: row.text(6))
        }
    }

    /// The pages the visitor teaches today.
    static func ownPages(of visit: Visit, in connection: Connection) throws -> [PlanPageOfTeacher] {
        let today = visit.today.description
        return try connection.all(
            """
            SELECT page.id, page.subject_id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name,
                coalesce(page_plan.plan_id, 0)
            FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id AND page.year = \(visit.year)
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            LEFT JOIN page_plan ON page_plan.school_id = page.school_id AND page_plan.page_id = page.id
            WHERE load.school_id = \(visit.school.id) AND load.teacher_id = \(visit.person.id)
                AND load.from_day <= \(today) AND load.to_day >= \(today)
            ORDER BY class.sort_key, subject.position, study_group.name, page.id
            """
        ) { row in
            PlanPageOfTeacher(
                id: row.integer(0), subject: row.integer(1),
                subjectNames: Names(ky: row.text(2), ru: row.text(3), kk: row.text(4), en: row.text(5)),
                grade: row.int(6),
                className: row.int(6) == 0 ? nil : ClassName(grade: row.int(6), letter: row.text(7)),
                group: row.text(8), plan: row.integer(9))
        }
    }

    struct Attached: Sendable {
        let plan: Int64
        let className: ClassName?
        let group: String
    }

    /// Which classes the plans are attached to.
    static func attached(to plans: [Int64], school: Int64, in connection: Connection) throws -> [Int64: [Attached]] {
        let rows = try connection.all(
            """
            SELECT page_plan.plan_id, coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name
            FROM page_plan
            JOIN page ON page.school_id = page_plan.school_id AND page.id = page_plan.page_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page_plan.school_id = \(school) AND page_plan.plan_id IN \(list: plans)
            ORDER BY page_plan.plan_id, class.sort_key, study_group.name
            """
        ) { row in
            Attached(
                plan: row.integer(0),
                className: row.int(1) == 0 ? nil : ClassName(grade: row.int(1), letter: row.text(2)),
                group: row.text(3))
        }
        return Dictionary(grouping: rows, by: \.plan)
    }

    struct Held: Sendable {
        let number: Int
        let day: Day
        let className: ClassName?
        let group: String
    }

    /// When each row was taught, on the pages the visitor may read.
    static func held(_ plan: Int64, for visit: Visit, in connection: Connection) throws -> [Int: [Held]] {
        let today = visit.today.description
        let rows = try connection.all(
            """
            SELECT lesson.plan_row, lesson.day, coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name
            FROM page_plan
            JOIN page ON page.school_id = page_plan.school_id AND page.id = page_plan.page_id
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id AND lesson.plan_row > 0
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page_plan.school_id = \(visit.school.id) AND page_plan.plan_id = \(plan)
                AND (\(visit.mayInSchool(.readPage)) = 1 OR EXISTS (SELECT 1 FROM load
                    WHERE load.school_id = page.school_id AND load.page_id = page.id
                        AND load.teacher_id = \(visit.person.id) AND load.from_day <= \(today)
                        AND load.to_day >= \(today)))
            ORDER BY lesson.plan_row, lesson.day, class.sort_key, study_group.name
            """
        ) { row in
            Held(
                number: row.int(0), day: Day(row.text(1)) ?? .forever,
                className: row.int(2) == 0 ? nil : ClassName(grade: row.int(2), letter: row.text(3)),
                group: row.text(4))
        }
        return Dictionary(grouping: rows, by: \.number)
    }

    /// A title that the person has no plan of yet: "Алгебра, 7 (2)".
    static func freeTitle(_ plan: FoundPlan, for person: Int64, in writing: Writing) throws -> String {
        let taken = Set(
            try writing.connection.all(
                """
                SELECT title FROM plan
                WHERE school_id = \(writing.school) AND author_id = \(person) AND subject_id = \(plan.subject)
                    AND grade = \(plan.grade)
                ORDER BY id
                """
            ) { $0.text(0) })
        let titles = [plan.title] + (2...taken.count + 2).map { "\(plan.title) (\($0))" }
        return titles.first { !taken.contains($0) } ?? plan.title
    }
}
