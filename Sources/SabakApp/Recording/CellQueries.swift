import SchoolRules
import Store

/// Which cell: a lesson and a student.
struct CellPlace: Hashable, Sendable {
    let lesson: Int64
    let student: Int64
}

/// A lesson as far as its cells need it.
struct CellLesson: Sendable {
    let id: Int64
    let day: Day
    let start, end: Int
    let kind: Int
    let checkedOn: Day?
    let isCancelled: Bool
    /// The maximum of its work; 0 where the kind of work decides.
    let maximum: Int

    var startMoment: Moment { Moment(day: day, minute: start) }
    var endMoment: Moment { Moment(day: day, minute: end) }
}

/// From when to when somebody is in a group; both days are within it.
struct Stay: Sendable, Equatable {
    let from, to: String

    func contains(_ day: String) -> Bool { from <= day && day <= to }
}

/// Another page of the same subject and year that a student of this page is or was on.
struct OtherPage: Sendable, Equatable {
    let student: Int64
    let page: Int64
    let scale: String
    let isIndividual: Bool
    let stay: Stay
}

/// What the cells of a page are decided by, each asked once for a whole batch.
enum CellQueries {
    static func lessons(_ ids: [Int64], page: Int64, school: Int64, in connection: Connection) throws
        -> [Int64: CellLesson]
    {
        var lessons: [Int64: CellLesson] = [:]
        try connection.each(
            """
            SELECT id, day, start_minute, end_minute, kind_id, checked_on, is_cancelled, maximum FROM lesson
            WHERE school_id = \(school) AND id IN \(list: ids) AND page_id = \(page) ORDER BY id
            """
        ) { row in
            let id = row.integer(0)
            lessons[id] = CellLesson(
                id: id, day: Day(row.text(1)) ?? .forever, start: row.int(2), end: row.int(3),
                kind: max(row.int(4), 1), checkedOn: Day(row.text(5)), isCancelled: row.bool(6),
                maximum: row.int(7))
        }
        return lessons
    }

    /// The cells of these lessons, of these students or of all.
    static func cells(lessons: [Int64], students: [Int64]?, school: Int64, in connection: Connection) throws
        -> [CellPlace: StandingCell]
    {
        var cells: [CellPlace: StandingCell] = [:]
        let only: SQL = students.map { "AND student_id IN \(list: $0)" } ?? ""
        try connection.each(
            """
            SELECT lesson_id, student_id, slot, value, kind_id, weight, minutes, comment, is_late, previous,
                changed_at, version, maximum, scale
            FROM entry WHERE school_id = \(school) AND lesson_id IN \(list: lessons) \(only)
            ORDER BY lesson_id, student_id, slot
            """
        ) { row in
            let place = CellPlace(lesson: row.integer(0), student: row.integer(1))
            cells[place, default: StandingCell()].put(
                CellRow(
                    slot: row.int(2), value: row.text(3), kind: row.int(4), weight: row.int(5), minutes: row.int(6),
                    comment: row.text(7), isLate: row.bool(8), previous: row.text(9), changedAt: row.integer(10),
                    version: row.integer(11), maximum: row.int(12), scale: row.text(13)))
        }
        return cells
    }

    /// When these students are in the group of a page.
    static func stays(of students: [Int64], group: Int64, school: Int64, in connection: Connection) throws
        -> [Int64: [Stay]]
    {
        var stays: [Int64: [Stay]] = [:]
        try connection.each(
            """
            SELECT student_id, from_day, to_day FROM enrolment
            WHERE school_id = \(school) AND group_id = \(group) AND student_id IN \(list: students)
            ORDER BY student_id, from_day
            """
        ) { row in
            stays[row.integer(0), default: []].append(Stay(from: row.text(1), to: row.text(2)))
        }
        return stays
    }

    /// Where else students of a page have the same subject in the same year; nil asks for all of them.
    static func otherPages(of page: Int64, students: [Int64]?, school: Int64, in connection: Connection) throws
        -> [OtherPage]
    {
        try connection.fact("other pages \(page) \(students ?? [])") {
            let only: SQL = students.map { "AND here.student_id IN \(list: $0)" } ?? ""
            return try connection.all(
                """
                SELECT there.student_id, other.id, other.scale, study_group.kind, there.from_day, there.to_day
                FROM page AS this
                JOIN enrolment AS here ON here.school_id = this.school_id AND here.group_id = this.group_id
                JOIN enrolment AS there ON there.school_id = here.school_id AND there.student_id = here.student_id
                    AND there.group_id <> here.group_id
                JOIN page AS other ON other.school_id = there.school_id AND other.year = this.year
                    AND other.subject_id = this.subject_id AND other.group_id = there.group_id
                JOIN study_group ON study_group.school_id = other.school_id AND study_group.id = other.group_id
                WHERE this.school_id = \(school) AND this.id = \(page) \(only)
                ORDER BY there.student_id, there.from_day, other.id
                """
            ) { row in
                OtherPage(
                    student: row.integer(0), page: row.integer(1), scale: row.text(2),
                    isIndividual: row.text(3) == "individual", stay: Stay(from: row.text(4), to: row.text(5)))
            }
        }
    }

    /// The terms of a year that are closed for a grade.
    static func closedTerms(year: Int, grade: Int, school: Int64, in connection: Connection) throws -> [Stay] {
        try connection.all(
            """
            SELECT from_day, to_day FROM term
            WHERE school_id = \(school) AND year = \(year) AND closed_at > 0 AND grade_from <= \(grade)
                AND grade_to >= \(grade)
            ORDER BY from_day
            """
        ) { Stay(from: $0.text(0), to: $0.text(1)) }
    }

    /// The grade that terms and deadlines go by: for a group across classes, the lowest of its members.
    /// The same within a statement that joins the class of its page, where it has one.
    static let gradeOfPage: SQL = """
        coalesce(class.grade, (SELECT min(home.grade) FROM enrolment AS member
            JOIN enrolment AS pupil ON pupil.school_id = member.school_id AND pupil.student_id = member.student_id
            JOIN class AS home ON home.school_id = pupil.school_id AND home.id = pupil.group_id
                AND home.year = page.year
            WHERE member.school_id = page.school_id AND member.group_id = page.group_id), 1)
        """

    static func grade(of page: FoundPage, school: Int64, in connection: Connection) throws -> Int {
        guard page.className == nil else { return page.grade }
        return try connection.count(
            """
            SELECT coalesce(min(class.grade), 1) FROM enrolment AS member
            JOIN enrolment AS pupil ON pupil.school_id = member.school_id AND pupil.student_id = member.student_id
            JOIN class ON class.school_id = pupil.school_id AND class.id = pupil.group_id AND class.year = \(page.year)
            WHERE member.school_id = \(school) AND member.group_id = \(page.group)
            """)
    }

    /// Who made the last change of each of these cells.
    static func lastAuthors(of places: [CellPlace], school: Int64, in connection: Connection) throws
        -> [CellPlace: PersonName]
    {
        var authors: [CellPlace: PersonName] = [:]
        let objects = Dictionary(places.map { ($0.object, $0) }) { first, _ in first }
        try connection.each(
            """
            SELECT audit.object, person.surname, person.given, person.patronymic FROM audit
            JOIN person ON person.school_id = audit.school_id AND person.id = audit.actor
            WHERE audit.school_id = \(school) AND audit.object IN \(list: objects.keys.sorted())
            ORDER BY audit.seq
            """
        ) { row in
            guard let place = objects[row.text(0)] else { return }
            authors[place] = PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3))
        }
        return authors
    }

    /// Writes one row of a cell, if it still has the version it was decided on.
    static func keep(
        _ row: CellRow, at place: CellPlace, over version: Int64, in writing: Writing
    ) throws -> Bool {
        try writing.connection.first(
            """
            INSERT INTO entry (school_id, lesson_id, student_id, slot, value, kind_id, weight, minutes, comment,
                is_late, previous, changed_at, entered_at, entered_by, version, maximum, scale)
            VALUES (\(writing.school), \(place.lesson), \(place.student), \(row.slot), \(row.value), \(row.kind),
                \(row.weight), \(row.minutes), \(row.comment), \(row.isLate), \(row.previous), \(row.changedAt),
                \(writing.instant), \(writing.author.person), \(row.version), \(row.maximum), \(row.scale))
            ON CONFLICT (school_id, lesson_id, student_id, slot) DO UPDATE SET value = excluded.value,
                kind_id = excluded.kind_id, weight = excluded.weight, minutes = excluded.minutes,
                comment = excluded.comment, previous = excluded.previous, changed_at = excluded.changed_at,
                entered_by = CASE WHEN entry.value = excluded.value THEN entry.entered_by
                    ELSE excluded.entered_by END, version = excluded.version, maximum = excluded.maximum,
                scale = excluded.scale
            WHERE entry.version = \(version)
            RETURNING version
            """
        ) { $0.integer(0) } != nil
    }

    static func touch(lessons: [Int64], in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE lesson SET is_touched = 1
            WHERE school_id = \(writing.school) AND id IN \(list: lessons) AND is_touched = 0
            """)
    }
}

extension CellPlace {
    /// As the audit chain names the cell.
    var object: String { "cell/\(lesson)/\(student)" }
}

/// The page as a whole, whatever of it has changed.
enum CellPage {
    /// Keeps when the page was last changed; it only ever grows.
    static func noteChange(of page: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE page
            SET changed = CASE WHEN changed >= \(writing.instant) THEN changed + 1 ELSE \(writing.instant) END
            WHERE school_id = \(writing.school) AND id = \(page)
            """)
    }
}
