import SchoolRules
import Store

/// The newest changes of the journal, as the chain holds them.
enum AuditQueries {
    static let pageLength = 60

    struct Change: Sendable {
        let seq, at: Int64
        let actor: PersonName?
        let action, object, before, after, reason: String
        var lesson: Lesson?
        var student: PersonName?
    }

    struct Lesson: Sendable {
        let day: Day
        let number: Int
        let page: Int64
        let subject: Names
        let className: ClassName?
        let groupName: String
    }

    /// Changes of lessons, marks, absences and lists; sign-ins, codes and roles belong to the security log.
    static func changes(before seq: Int64, of school: Int64, in connection: Connection) throws -> [Change] {
        var changes = try connection.all(
            """
            SELECT audit.seq, audit.at, person.surname, person.given, person.patronymic, audit.action, audit.object,
                audit.before, audit.after, audit.reason
            FROM audit
            LEFT JOIN person ON person.school_id = audit.school_id AND person.id = audit.actor
            WHERE audit.school_id = \(school) AND audit.seq < \(seq) AND audit.action NOT LIKE 'session.%'
                AND audit.action NOT LIKE 'password.%' AND audit.action NOT LIKE 'code.%'
                AND audit.action NOT LIKE 'account.%' AND audit.action NOT LIKE 'right.%'
                AND audit.action NOT LIKE 'audit.%'
            ORDER BY audit.seq DESC LIMIT \(pageLength)
            """, change)
        let lessons = try lessons(
            changes.compactMap { id(in: $0.object, at: lessonPlace($0.object)) }, school, connection)
        let people = try people(
            changes.compactMap { id(in: $0.object, at: studentPlace($0.object)) }, school, connection)
        for position in changes.indices {
            let object = changes[position].object
            changes[position].lesson = id(in: object, at: lessonPlace(object)).flatMap { lessons[$0] }
            changes[position].student = id(in: object, at: studentPlace(object)).flatMap { people[$0] }
        }
        return changes
    }

    private static func change(_ row: Row) -> Change {
        let actor = PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
        return Change(
            seq: row.integer(0), at: row.integer(1), actor: row.isNull(2) ? nil : actor, action: row.text(5),
            object: row.text(6), before: CellTrace.shown(row.text(7)), after: CellTrace.shown(row.text(8)),
            reason: row.text(9))
    }

    private static func lessonPlace(_ object: String) -> Int? {
        object.hasPrefix("cell/") || object.hasPrefix("lesson/") ? 1 : nil
    }

    private static func studentPlace(_ object: String) -> Int? {
        switch object.prefix(while: { $0 != "/" }) {
        case "cell", "enrolment", "guardian": 2
        case "person", "absence": 1
        default: nil
        }
    }

    private static func id(in object: String, at place: Int?) -> Int64? {
        let parts = object.split(separator: "/")
        guard let place, parts.indices.contains(place) else { return nil }
        return Int64(parts[place])
    }

    private static func lessons(_ ids: [Int64], _ school: Int64, _ connection: Connection) throws -> [Int64: Lesson] {
        var found: [Int64: Lesson] = [:]
        try connection.each(
            """
            SELECT lesson.id, lesson.day, lesson.number, lesson.page_id, subject.name_ky, subject.name_ru,
                subject.name_kk, subject.name_en, page.class_id, coalesce(class.grade, 0),
                coalesce(class.letter, ''), study_group.name
            FROM lesson
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE lesson.school_id = \(school) AND lesson.id IN \(list: Set(ids).sorted()) ORDER BY lesson.id
            """
        ) { row in
            let className = ClassName(grade: row.int(9), letter: row.text(10))
            found[row.integer(0)] = Lesson(
                day: Day(row.text(1)) ?? .forever, number: row.int(2), page: row.integer(3),
                subject: Names(ky: row.text(4), ru: row.text(5), kk: row.text(6), en: row.text(7)),
                className: row.integer(8) == 0 ? nil : className, groupName: row.text(11))
        }
        return found
    }

    private static func people(_ ids: [Int64], _ school: Int64, _ connection: Connection) throws
        -> [Int64: PersonName]
    {
        var found: [Int64: PersonName] = [:]
        try connection.each(
            """
            SELECT id, surname, given, patronymic FROM person
            WHERE school_id = \(school) AND id IN \(list: Set(ids).sorted()) ORDER BY id
            """
        ) { row in
            found[row.integer(0)] = PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3))
        }
        return found
    }
}
