import SchoolRules
import Store
import Web

/// A control or summative work of a page: planned ahead, or a lesson whose record says so. It is where its lesson is.
struct AnnouncedWork: Sendable {
    /// 0 for a lesson of its kind that nobody planned as a work.
    let id: Int64
    let lesson, page, group, classID, subjectID: Int64
    let subjectCode: String
    let subject: Names
    let className: ClassName?
    let groupName: String
    let day: Day
    let number, start: Int
    let kind: Int
    let title: String
    /// The lesson was cancelled, or has no place in the timetable any more.
    let isUnplaced: Bool
    /// The day it was planned for; nil where it was not planned.
    let plannedOn: Day?
    let version: Int64

    /// Whether the lesson has moved since.
    var isMoved: Bool { plannedOn.map { $0 != day } ?? false }

    /// "7-А Алгебра", "7-А Английский язык · 1".
    func whom(_ language: Language) -> String {
        let place = className?.display(language) ?? groupName
        let part = className == nil || groupName.isEmpty ? "" : " · " + groupName
        return "\(place) \(subject[language])\(part)"
    }
}

extension AnnouncedWork {
    /// Whose works are asked for.
    enum Scope: Sendable {
        case school
        case pages([Int64])
        /// Of the own load, and of the classes led.
        case person(Int64, led: Set<Int64>, on: Day)
        /// Of the groups of one student.
        case groups([Int64])
        case lesson(Int64)
    }

    /// The kinds of work that are announced ahead.
    static func kinds(_ all: [KindOfWork]) -> [KindOfWork] { all.filter { $0.isRequired || $0.isWritten } }

    /// Works from one day to another, in order of time; those without a place among them.
    static func all(
        _ scope: Scope, from: Day, to: Day, kinds: [KindOfWork], school: Int64, in connection: Connection
    ) throws -> [AnnouncedWork] {
        let announced = self.kinds(kinds).map { Int64($0.id) }
        return try connection.all(
            """
            \(columns)
            WHERE lesson.school_id = \(school) AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
                AND (planned_work.id IS NOT NULL OR lesson.is_cancelled = 0 AND lesson.kind_id IN \(list: announced))
                \(only(scope, school))
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, AnnouncedWork.init)
    }

    /// One planned work of a page.
    static func one(_ id: Int64, page: Int64, school: Int64, in connection: Connection) throws -> AnnouncedWork? {
        try connection.first(
            """
            \(columns)
            WHERE lesson.school_id = \(school) AND planned_work.id = \(id) AND planned_work.page_id = \(page)
            """, AnnouncedWork.init)
    }

    private static let columns: SQL = """
        SELECT coalesce(planned_work.id, 0), lesson.id, lesson.page_id, lesson.group_id, page.class_id,
            page.subject_id, subject.code, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
            coalesce(class.grade, -1), coalesce(class.letter, ''), study_group.name, lesson.day, lesson.number,
            lesson.start_minute, coalesce(planned_work.kind_id, lesson.kind_id),
            coalesce(planned_work.title, lesson.topic), lesson.is_cancelled, coalesce(planned_work.planned_on, ''),
            coalesce(planned_work.version, 0),
            coalesce((SELECT last.kind FROM lesson_change AS last
                WHERE last.school_id = planned_work.school_id AND last.lesson_id = planned_work.lesson_id
                ORDER BY last.at DESC, last.id DESC LIMIT 1), '')
        FROM lesson
        LEFT JOIN planned_work ON planned_work.school_id = lesson.school_id AND planned_work.lesson_id = lesson.id
            AND planned_work.withdrawn_at = 0
        JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
        JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
        JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
        LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
        """

    private static func only(_ scope: Scope, _ school: Int64) -> SQL {
        switch scope {
        case .school: ""
        case .pages(let pages): "AND lesson.page_id IN \(list: pages)"
        case .groups(let groups): "AND lesson.group_id IN \(list: groups)"
        case .lesson(let lesson): "AND lesson.id = \(lesson)"
        case .person(let person, let led, let day):
            """
            AND (page.class_id IN \(list: led.sorted()) OR lesson.page_id IN (SELECT load.page_id FROM load
                WHERE load.school_id = \(school) AND load.teacher_id = \(person)
                    AND load.from_day <= \(day.description) AND load.to_day >= \(day.description)))
            """
        }
    }

    private init(_ row: Row) {
        id = row.integer(0)
        lesson = row.integer(1)
        page = row.integer(2)
        group = row.integer(3)
        classID = row.integer(4)
        subjectID = row.integer(5)
        subjectCode = row.text(6)
        subject = Names(ky: row.text(7), ru: row.text(8), kk: row.text(9), en: row.text(10))
        className = row.int(11) < 0 ? nil : ClassName(grade: row.int(11), letter: row.text(12))
        groupName = row.text(13)
        day = Day(row.text(14)) ?? .forever
        number = row.int(15)
        start = row.int(16)
        kind = row.int(17)
        title = row.text(18)
        isUnplaced = row.bool(19) || row.text(22) == "unplaced"
        plannedOn = Day(row.text(20))
        version = row.integer(21)
    }
}

extension PlannedWork.Sort {
    /// What a kind of work is to the rules of planning; nil for one that no rule counts, such as a laboratory work.
    init?(_ kind: KindOfWork?) {
        guard let kind, kind.isWritten else { return nil }
        switch kind.id {
        case CriteriaKinds.section: self = .section
        case CriteriaKinds.term: self = .term
        default:
            guard kind.isRequired else { return nil }
            self = .control
        }
    }
}
