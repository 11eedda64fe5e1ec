import SchoolRules
import Store

/// One lesson as it is stored, with the name of whoever takes it instead of the page's teacher.
struct LessonRow: Sendable, Equatable {
    let id, page, group: Int64
    let day: Day
    let number, shift, start, end: Int
    let room: String
    let origin: String
    let isCancelled: Bool
    /// The day and time the lesson was moved from; empty for one in its place.
    let movedFrom: String
    var kind: Int
    var topic, material, homework: String
    var noHomework: Bool
    var planRow: Int
    var checkedOn: Day?
    var topicAt, rollAt, homeworkAt: Int64
    var rollBy: Int64
    var topicIsLate, rollIsLate, homeworkIsLate: Bool
    var version: Int
    /// The most points of its work; 0 where the kind of work decides, or there are none.
    var maximum: Int
    /// How long its homework takes; 0 where nobody said so.
    var homeworkMinutes: Int
    let substitute: PersonName?
    let substituteID: Int64

    var startMoment: Moment { Moment(day: day, minute: start) }
    var endMoment: Moment { Moment(day: day, minute: end) }
    var hasTopic: Bool { !topic.isEmpty }
    var isRollConfirmed: Bool { rollAt > 0 }
    var isHomeworkDecided: Bool { noHomework || !homework.isEmpty }
    var isLate: Bool { topicIsLate || rollIsLate || homeworkIsLate }

    var missing: [LessonPart] {
        missingParts(topic: hasTopic, rollConfirmed: isRollConfirmed, homeworkDecided: isHomeworkDecided)
    }

    /// How far the lesson has come. A lesson that has been moved says so until it begins.
    func state(at now: Moment) -> LessonState {
        lessonState(
            start: startMoment, now: now, topic: hasTopic, rollConfirmed: isRollConfirmed,
            homeworkDecided: isHomeworkDecided, isCancelled: isCancelled,
            isMovedAway: origin == "moved" && now < startMoment)
    }
}

extension LessonRow {
    /// The columns that ``init(_:)`` reads, for a statement that names ``tables``.
    static let columns: SQL = """
        lesson.id, lesson.page_id, lesson.group_id, lesson.day, lesson.number, lesson.shift, lesson.start_minute,
        lesson.end_minute, lesson.room, lesson.origin, lesson.is_cancelled, lesson.moved_from, lesson.kind_id,
        lesson.topic, lesson.material, lesson.homework, lesson.no_homework, lesson.plan_row, lesson.checked_on,
        lesson.topic_at, lesson.roll_at, lesson.homework_at, lesson.roll_by, lesson.topic_late, lesson.roll_late,
        lesson.homework_late, lesson.version, substitution.substitute_id, stand_in.surname, stand_in.given,
        stand_in.patronymic, lesson.maximum, lesson.homework_minutes
        """

    /// How many columns these are: the next one of a longer statement has this number.
    static let columnCount = 33

    /// The lesson with the substitution that holds.
    static let tables: SQL = """
        lesson
        LEFT JOIN substitution ON substitution.school_id = lesson.school_id AND substitution.lesson_id = lesson.id
            AND substitution.id = (SELECT max(held.id) FROM substitution AS held
                WHERE held.school_id = lesson.school_id AND held.lesson_id = lesson.id AND held.withdrawn_at = 0)
        LEFT JOIN person AS stand_in ON stand_in.school_id = substitution.school_id
            AND stand_in.id = substitution.substitute_id
        """

    init(_ row: Row) {
        id = row.integer(0)
        page = row.integer(1)
        group = row.integer(2)
        day = Day(row.text(3)) ?? .forever
        number = row.int(4)
        shift = row.int(5)
        start = row.int(6)
        end = row.int(7)
        room = row.text(8)
        origin = row.text(9)
        isCancelled = row.bool(10)
        movedFrom = row.text(11)
        kind = row.int(12)
        topic = row.text(13)
        material = row.text(14)
        homework = row.text(15)
        noHomework = row.bool(16)
        planRow = row.int(17)
        checkedOn = Day(row.text(18))
        topicAt = row.integer(19)
        rollAt = row.integer(20)
        homeworkAt = row.integer(21)
        rollBy = row.integer(22)
        topicIsLate = row.bool(23)
        rollIsLate = row.bool(24)
        homeworkIsLate = row.bool(25)
        version = row.int(26)
        maximum = row.int(31)
        homeworkMinutes = row.int(32)
        substituteID = row.integer(27)
        substitute =
            row.isNull(28)
            ? nil : PersonName(stored: row.text(28), given: row.text(29), patronymic: row.text(30))
    }

    /// One lesson.
    static func one(_ id: Int64, school: Int64, in connection: Connection) throws -> LessonRow? {
        try connection.first(
            "SELECT \(columns) FROM \(tables) WHERE lesson.school_id = \(school) AND lesson.id = \(id)",
            LessonRow.init)
    }

    /// The lessons of a page from one day to another, in order.
    static func all(
        of page: Int64, from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [LessonRow] {
        try connection.all(
            """
            SELECT \(columns) FROM \(tables)
            WHERE lesson.school_id = \(school) AND lesson.page_id = \(page) AND lesson.day >= \(from.description)
                AND lesson.day <= \(to.description)
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """, LessonRow.init)
    }
}
