import SchoolRules
import Store

/// The school year that is being set up: in June and July the next one, if it has classes, else the present one.
struct SetupYear: Sendable {
    let year: Int
    /// The day on which things have to hold: today, or the first day of the next year.
    let day: Day

    init(_ visit: Visit, in connection: Connection) throws {
        let next = visit.year + 1
        let isSummer = Day(year: next, month: 6, day: 1).map { visit.today >= $0 } ?? false
        let hasNext =
            try !isSummer
            ? 0
            : connection.count(
                """
                SELECT count(*) FROM (SELECT 1 FROM class
                    WHERE school_id = \(visit.school.id) AND year = \(next) LIMIT 1) AS found
                """)
        year = hasNext > 0 ? next : visit.year
        day = hasNext > 0 ? SchoolCalendar.firstDay(of: next) : visit.today
    }
}

/// How much of each section is there, counted in one statement.
struct SetupCounts: Sendable {
    private(set) var grades = 0
    private(set) var gradesWithTerms = 0
    private(set) var terms = 0
    private(set) var shifts = 0
    private(set) var shiftsWithBells = 0
    private(set) var bells = 0
    private(set) var classes = 0
    private(set) var classesLed = 0
    private(set) var classesFilled = 0
    private(set) var classesTaught = 0
    private(set) var students = 0
    private(set) var studentsWithFamily = 0
    private(set) var studentsWithAccess = 0
    private(set) var staff = 0
    private(set) var staffWithAccount = 0
    /// Staff beyond the people of the office: those without a granted role, or with load.
    private(set) var teachers = 0
    private(set) var pages = 0
    private(set) var pagesTaught = 0
    private(set) var pagesPlanned = 0
    private(set) var proposed = 0
    /// Pages of subgroups, and those to which students are assigned.
    private(set) var groupPages = 0
    private(set) var groupPagesFilled = 0
    private(set) var lessonsSoon = 0
    private(set) var lessonsWithRoom = 0
    private(set) var roles = 0
    /// Hours a week of the load and how much of them the timetable places, in hundredths.
    private(set) var hours = 0
    private(set) var hoursPlaced = 0

    static let weeksAhead = 2

    init(_ at: SetupYear, school: Int64, today: Day, in connection: Connection) throws {
        try connection.each(Self.counting(at, school: school, today: today)) { row in
            (grades, gradesWithTerms, terms) = (row.int(0), row.int(1), row.int(2))
            (shifts, shiftsWithBells, bells) = (row.int(3), row.int(4), row.int(5))
            (classes, classesLed, classesFilled, classesTaught) = (row.int(6), row.int(7), row.int(8), row.int(9))
            (students, studentsWithFamily, studentsWithAccess) = (row.int(10), row.int(11), row.int(12))
            (staff, staffWithAccount, teachers) = (row.int(13), row.int(14), row.int(15))
            (pages, pagesTaught, pagesPlanned, proposed) = (row.int(16), row.int(17), row.int(18), row.int(19))
            (lessonsSoon, lessonsWithRoom, roles) = (row.int(20), row.int(21), row.int(22))
            (groupPages, groupPagesFilled) = (row.int(23), row.int(24))
        }
        let placed = try PlacedHours.byPage(year: at.year, on: at.day, school: school, in: connection)
        try connection.each(
            "SELECT id, hours FROM page WHERE school_id = \(school) AND year = \(at.year) ORDER BY id"
        ) { row in
            hours += row.int(1)
            hoursPlaced += min(placed[row.integer(0)] ?? 0, row.int(1))
        }
    }

    private static func counting(_ at: SetupYear, school: Int64, today: Day) -> SQL {
        let (year, day) = (at.year, at.day.description)
        let soon = at.day.adding(7 * weeksAhead - 1).description
        let classes: SQL = "FROM class WHERE class.school_id = \(school) AND class.year = \(year)"
        let pupils: SQL = pupils(year: year, on: day, school: school)
        let groupPages: SQL = """
            FROM page
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            WHERE page.school_id = \(school) AND page.year = \(year) AND study_group.kind = 'subgroup'
            """
        return """
            SELECT (SELECT count(DISTINCT class.grade) \(classes)),
                (SELECT count(DISTINCT class.grade) \(classes) AND EXISTS (SELECT 1 FROM term
                    WHERE term.school_id = \(school) AND term.year = \(year) AND term.grade_from <= class.grade
                        AND term.grade_to >= class.grade)),
                (SELECT count(*) FROM term WHERE school_id = \(school) AND year = \(year)),
                (SELECT count(DISTINCT class.shift) \(classes)),
                (SELECT count(DISTINCT class.shift) \(classes) AND EXISTS (SELECT 1 FROM bell
                    WHERE bell.school_id = \(school) AND bell.shift = class.shift)),
                (SELECT count(*) FROM bell WHERE school_id = \(school)),
                (SELECT count(*) \(classes)),
                (SELECT count(*) \(classes) AND EXISTS (SELECT 1 FROM class_teacher
                    WHERE class_teacher.school_id = \(school) AND class_teacher.class_id = class.id
                        AND class_teacher.to_day >= \(day))),
                (SELECT count(*) \(classes) AND EXISTS (SELECT 1 FROM enrolment
                    WHERE enrolment.school_id = \(school) AND enrolment.group_id = class.id
                        AND enrolment.to_day >= \(day))),
                (SELECT count(*) \(classes) AND EXISTS (SELECT 1 FROM page
                    WHERE page.school_id = \(school) AND page.class_id = class.id)),
                \(people(pupils, school: school, day: day)),
                \(pages(year: year, school: school, day: day)),
                (SELECT count(*) FROM lesson WHERE school_id = \(school) AND day >= \(day) AND day <= \(soon)
                    AND is_cancelled = 0),
                (SELECT count(*) FROM lesson WHERE school_id = \(school) AND day >= \(day) AND day <= \(soon)
                    AND is_cancelled = 0 AND room <> ''),
                (SELECT count(DISTINCT role) FROM role_grant WHERE school_id = \(school)
                    AND from_day <= \(today.description) AND to_day >= \(today.description)),
                (SELECT count(*) \(groupPages)),
                (SELECT count(*) \(groupPages) AND EXISTS (SELECT 1 FROM enrolment
                    WHERE enrolment.school_id = \(school) AND enrolment.group_id = page.group_id
                        AND enrolment.to_day >= \(day)))
            """
    }

    /// The students of a year's classes, once each.
    private static func pupils(year: Int, on day: String, school: Int64) -> SQL {
        """
        (SELECT DISTINCT enrolment.student_id FROM class
        JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
        WHERE class.school_id = \(school) AND class.year = \(year) AND enrolment.to_day >= \(day)) AS pupil
        """
    }

    private static func people(_ pupils: SQL, school: Int64, day: String) -> SQL {
        """
        (SELECT count(*) FROM \(pupils)),
        (SELECT count(*) FROM \(pupils) WHERE EXISTS (SELECT 1 FROM guardian
            WHERE guardian.school_id = \(school) AND guardian.student_id = pupil.student_id
                AND guardian.to_day >= \(day) AND guardian.confirmed_at > 0)),
        (SELECT count(*) FROM \(pupils) WHERE EXISTS (SELECT 1 FROM account
                WHERE account.school_id = \(school) AND account.person_id = pupil.student_id)
            OR EXISTS (SELECT 1 FROM guardian
                JOIN account ON account.school_id = guardian.school_id
                    AND account.person_id = guardian.guardian_id
                WHERE guardian.school_id = \(school) AND guardian.student_id = pupil.student_id
                    AND guardian.to_day >= \(day) AND guardian.confirmed_at > 0)),
        (SELECT count(*) FROM staff WHERE school_id = \(school) AND to_day >= \(day)),
        (SELECT count(*) FROM staff WHERE staff.school_id = \(school) AND staff.to_day >= \(day)
            AND EXISTS (SELECT 1 FROM account
                WHERE account.school_id = \(school) AND account.person_id = staff.person_id)),
        (SELECT count(*) FROM staff WHERE staff.school_id = \(school) AND staff.to_day >= \(day)
            AND (NOT EXISTS (SELECT 1 FROM role_grant
                    WHERE role_grant.school_id = \(school) AND role_grant.person_id = staff.person_id)
                OR EXISTS (SELECT 1 FROM load
                    WHERE load.school_id = \(school) AND load.teacher_id = staff.person_id)))
        """
    }

    private static func pages(year: Int, school: Int64, day: String) -> SQL {
        """
        (SELECT count(*) FROM page WHERE school_id = \(school) AND year = \(year)),
        (SELECT count(*) FROM page WHERE page.school_id = \(school) AND page.year = \(year)
            AND EXISTS (SELECT 1 FROM load WHERE load.school_id = \(school) AND load.page_id = page.id
                AND load.to_day >= \(day))),
        (SELECT count(*) FROM page WHERE page.school_id = \(school) AND page.year = \(year)
            AND EXISTS (SELECT 1 FROM page_plan WHERE page_plan.school_id = \(school)
                AND page_plan.page_id = page.id)),
        (SELECT count(*) FROM proposed_page
            JOIN page ON page.school_id = proposed_page.school_id AND page.id = proposed_page.page_id
            WHERE proposed_page.school_id = \(school) AND proposed_page.checked_at = 0 AND page.year = \(year))
        """
    }
}
