import SchoolRules
import Store
import Web

enum LoadQueries {
    /// All rows of a year, also past and coming ones.
    static func rows(year: Int, school: Int64, in connection: Connection) throws -> [LoadRow] {
        try connection.all(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic, load.from_day,
                load.to_day, load.hours
            FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(school) AND page.year = \(year)
            ORDER BY load.page_id, load.from_day, person.sort_key, person.id
            """
        ) { row in
            LoadRow(
                page: row.integer(0), teacher: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                from: Day(row.text(5)) ?? .forever, to: Day(row.text(6)) ?? .forever, hours: row.int(7))
        }
    }

    static func subjects(school: Int64, in connection: Connection) throws -> [(id: Int64, names: Names)] {
        try connection.all(
            """
            SELECT id, name_ky, name_ru, name_kk, name_en FROM subject WHERE school_id = \(school)
            ORDER BY position, id
            """
        ) { ($0.integer(0), Names(ky: $0.text(1), ru: $0.text(2), kk: $0.text(3), en: $0.text(4))) }
    }

    /// The subgroups of a class, or (0) the groups across classes.
    static func groups(of classID: Int64, year: Int, school: Int64, in connection: Connection) throws
        -> [LoadOffer.Group]
    {
        try connection.all(
            """
            SELECT id, name FROM study_group
            WHERE school_id = \(school) AND year = \(year) AND class_id = \(classID)
                AND kind IN ('subgroup', 'across')
            ORDER BY name, id
            """
        ) { LoadOffer.Group(id: $0.integer(0), name: $0.text(1)) }
    }

    static func students(of classID: Int64, on day: Day, school: Int64, in connection: Connection) throws
        -> [(id: Int64, name: PersonName)]
    {
        try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic
            FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(classID)
                AND enrolment.from_day <= \(day.description) AND enrolment.to_day >= \(day.description)
            ORDER BY person.sort_key, person.id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
    }

    /// Makes the page where there is none and gives it to the teacher; false where the teacher has it already.
    static func add(_ wish: LoadWish, year: Int, ids: Identity, in writing: Writing) throws -> Bool {
        let roster = try RosterWriting(writing: writing, ids: ids)
        let group = try group(wish, year: year, roster)
        let page = try roster.page(
            subject: wish.subject, group: group, class: wish.classID, year: year, hours: wish.hours)
        guard wish.teacher != 0 else { return true }
        guard try !hasLoad(page, wish.teacher, on: wish.from, in: writing) else { return false }
        try roster.addLoad(page: page, teacher: wish.teacher, hours: wish.hours, from: wish.from.description)
        return true
    }

    private static func group(_ wish: LoadWish, year: Int, _ roster: RosterWriting) throws -> Int64 {
        switch wish.group {
        case .wholeClass: return wish.classID
        case .known(let id): return id
        case .new(let name):
            return try roster.addGroup(
                kind: wish.classID == 0 ? "across" : "subgroup", name: name, year: year, class: wish.classID)
        case .student(let student): return try individual(student, wish, year: year, roster)
        }
    }

    /// The group of one student's own curriculum in the class, made if there is none.
    private static func individual(
        _ student: Int64, _ wish: LoadWish, year: Int, _ roster: RosterWriting
    ) throws -> Int64 {
        let (school, connection) = (roster.writing.school, roster.writing.connection)
        let known = try connection.first(
            """
            SELECT study_group.id FROM study_group
            JOIN enrolment ON enrolment.school_id = study_group.school_id AND enrolment.group_id = study_group.id
            WHERE study_group.school_id = \(school) AND study_group.year = \(year)
                AND study_group.class_id = \(wish.classID) AND study_group.kind = 'individual'
                AND enrolment.student_id = \(student) AND enrolment.to_day >= \(wish.from.description)
            ORDER BY study_group.id LIMIT 1
            """
        ) { $0.integer(0) }
        if let known { return known }
        let name = try VisitQueries.name(of: student, school: school, in: connection)
        let group = try roster.addGroup(kind: "individual", name: name?.short ?? "", year: year, class: wish.classID)
        try roster.enrol(student, in: group, from: wish.from.description)
        return group
    }

    private static func hasLoad(_ page: Int64, _ teacher: Int64, on day: Day, in writing: Writing) throws -> Bool {
        try writing.connection.count(
            """
            SELECT count(*) FROM load
            WHERE school_id = \(writing.school) AND page_id = \(page) AND teacher_id = \(teacher)
                AND to_day >= \(day.description)
            """) > 0
    }

    /// Gives a page to a teacher from a day; the old teacher's row ends the day before. Returns what is wrong, if
    /// something is.
    static func handOver(page: Int64, _ wish: HandOver, ids: Identity, in writing: Writing) throws -> Text? {
        let roster = try RosterWriting(writing: writing, ids: ids)
        let pageHours = try hours(of: page, in: writing)
        if try hasLoad(page, wish.teacher, on: wish.from, in: writing) { return LoadTexts.teachesAlready }
        var hours = wish.hours ?? pageHours
        if wish.old != 0 {
            guard let row = try openRow(page, wish.old, in: writing) else { throw Refusal.notFound }
            hours = wish.hours ?? row.hours
            if wish.from < row.from { return LoadTexts.beforeBeginning(row.from) }
            try close(page, wish.old, row, before: wish.from, roster)
        }
        try roster.addLoad(page: page, teacher: wish.teacher, hours: hours, from: wish.from.description)
        try PublishingQueries.touch(pages: [page], in: writing)
        return nil
    }

    /// Ends a teacher's row; `to` is the last day.
    static func end(page: Int64, teacher: Int64, to: Day, ids: Identity, in writing: Writing) throws -> Text? {
        guard let row = try openRow(page, teacher, in: writing) else { throw Refusal.notFound }
        if to < row.from { return LoadTexts.beforeBeginning(row.from) }
        try RosterWriting(writing: writing, ids: ids).endLoad(page: page, teacher: teacher, to: to.description)
        try PublishingQueries.touch(pages: [page], in: writing)
        return nil
    }

    private static func close(
        _ page: Int64, _ teacher: Int64, _ row: (from: Day, hours: Int), before day: Day, _ roster: RosterWriting
    ) throws {
        guard row.from == day else {
            return try roster.endLoad(page: page, teacher: teacher, to: day.adding(-1).description)
        }
        // A row that begins on the very day has never given a right; it was a slip.
        try roster.writing.connection.run(
            """
            DELETE FROM load
            WHERE school_id = \(roster.writing.school) AND page_id = \(page) AND teacher_id = \(teacher)
                AND from_day = \(row.from.description)
            """)
        try roster.writing.audit("load.withdraw", "load/\(page)/\(teacher)", before: "\(row.from)")
    }

    private static func openRow(_ page: Int64, _ teacher: Int64, in writing: Writing) throws
        -> (from: Day, hours: Int)?
    {
        try writing.connection.first(
            """
            SELECT from_day, hours FROM load
            WHERE school_id = \(writing.school) AND page_id = \(page) AND teacher_id = \(teacher)
            ORDER BY from_day DESC LIMIT 1
            """
        ) { (Day($0.text(0)) ?? .forever, $0.int(1)) }
    }

    private static func hours(of page: Int64, in writing: Writing) throws -> Int {
        let hours = try writing.connection.first(
            "SELECT hours FROM page WHERE school_id = \(writing.school) AND id = \(page)"
        ) { $0.int(0) }
        guard let hours else { throw Refusal.notFound }
        return hours
    }

    /// Sets the hours of a page, and of the teachers who had as many.
    static func set(hours: Int, of page: Int64, in writing: Writing) throws {
        let before = try self.hours(of: page, in: writing)
        try writing.connection.run(
            "UPDATE page SET hours = \(hours) WHERE school_id = \(writing.school) AND id = \(page)")
        try writing.connection.run(
            """
            UPDATE load SET hours = \(hours)
            WHERE school_id = \(writing.school) AND page_id = \(page) AND hours = \(before)
            """)
        try writing.audit("load.hours", "page/\(page)", before: "\(before)", after: "\(hours)")
    }
}
