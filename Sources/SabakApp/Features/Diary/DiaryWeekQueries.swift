import SchoolRules
import Store
import Web

/// The questions behind a student's week. Each takes all lessons at once, so that their number stays the same.
struct DiaryWeekQueries {
    let school: Int64
    let student: Int64
    let language: Language
    let country: Country
    let connection: Connection
    let today: Day

    struct Membership: Sendable, Equatable {
        let group: Int64
        let kind: String
        let from, to: Day

        func holds(on day: Day) -> Bool { from <= day && day <= to }
    }

    init(_ student: Int64, for visit: Visit, in connection: Connection) {
        school = visit.school.id
        self.student = student
        language = visit.language
        country = visit.school.country
        self.connection = connection
        today = visit.today
    }

    /// Everything the family may know of the lessons of these days.
    func week(from: Day, to: Day) throws -> DiaryWeek {
        let groups = try memberships(from: from, to: to)
        var week = DiaryWeek(
            lessons: try lessons(of: groups, from: from, to: to),
            kinds: try DiaryKind.all(school: school, language: language, in: connection))
        try addTeachers(to: &week.lessons, from: from, to: to)
        try explainAbsences(of: &week.lessons, from: from, to: to)
        try addReasons(to: &week.lessons)
        return week
    }

    /// The groups of the student, each with its days: the class, subgroups, groups across classes, individual ones.
    func memberships(from: Day, to: Day) throws -> [Membership] {
        try connection.fact("memberships \(student) \(from) \(to)") {
            try connection.all(
                """
                SELECT enrolment.group_id, study_group.kind, enrolment.from_day, enrolment.to_day FROM enrolment
                JOIN study_group ON study_group.school_id = enrolment.school_id AND study_group.id = enrolment.group_id
                WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
                    AND enrolment.from_day <= \(to.description) AND enrolment.to_day >= \(from.description)
                ORDER BY enrolment.from_day, enrolment.group_id
                """
            ) { row in
                Membership(
                    group: row.integer(0), kind: row.text(1), from: Day(row.text(2)) ?? .forever,
                    to: Day(row.text(3)) ?? .forever)
            }
        }
    }

    /// The subjects that a student of an individual curriculum learns alone, by group.
    func individualSubjects(of groups: [Membership]) throws -> [Int64: Set<Int64>] {
        let alone = groups.filter { $0.kind == "individual" }.map(\.group)
        guard !alone.isEmpty else { return [:] }
        var subjects: [Int64: Set<Int64>] = [:]
        try connection.each(
            """
            SELECT group_id, subject_id FROM page
            WHERE school_id = \(school) AND group_id IN \(list: alone) ORDER BY group_id, subject_id
            """
        ) { subjects[$0.integer(0), default: []].insert($0.integer(1)) }
        return subjects
    }

    /// Whether a lesson of a group is the student's: a member on that day, who does not learn the subject alone.
    static func belongs(
        group: Int64, subject: Int64, on day: Day, _ groups: [Membership], alone: [Int64: Set<Int64>]
    ) -> Bool {
        guard let own = groups.first(where: { $0.group == group && $0.holds(on: day) }) else { return false }
        guard own.kind == "class", !alone.isEmpty else { return true }
        return !groups.contains { $0.holds(on: day) && alone[$0.group]?.contains(subject) == true }
    }

    /// The lessons with what stands in the student's cells, a row for each mark and absence. They are put in order
    /// here: asked of the database, the order would lead it through all lessons of these days.
    private func lessons(of groups: [Membership], from: Day, to: Day) throws -> [DiaryLesson] {
        let alone = try individualSubjects(of: groups)
        let debts = try DebtReading(.student(student), on: today, school: school, in: connection)
        var lessons: [DiaryLesson] = []
        var places: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT lesson.id, lesson.page_id, lesson.group_id, page.subject_id, lesson.day, lesson.number,
                lesson.start_minute, lesson.end_minute, lesson.room, lesson.origin, lesson.moved_from,
                lesson.is_cancelled, lesson.kind_id, lesson.topic, lesson.material, lesson.homework,
                lesson.no_homework, lesson.roll_at, \(language.subjectName), page.record_language,
                own_homework.content, remark.content, author.surname, author.given, author.patronymic,
                stand_in.surname, stand_in.given, stand_in.patronymic,
                entry.slot, entry.value, entry.kind_id, entry.weight, entry.minutes, entry.comment, entry.previous,
                substitution.id, entry.maximum
            FROM lesson
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                AND entry.student_id = \(student) AND entry.value <> ''
            LEFT JOIN own_homework ON own_homework.school_id = lesson.school_id
                AND own_homework.lesson_id = lesson.id AND own_homework.student_id = \(student)
            LEFT JOIN remark ON remark.school_id = lesson.school_id AND remark.lesson_id = lesson.id
                AND remark.student_id = \(student) AND remark.content <> ''
            LEFT JOIN person AS author ON author.school_id = remark.school_id AND author.id = remark.by_person
            LEFT JOIN substitution ON substitution.school_id = lesson.school_id
                AND substitution.lesson_id = lesson.id AND substitution.withdrawn_at = 0
            LEFT JOIN person AS stand_in ON stand_in.school_id = substitution.school_id
                AND stand_in.id = substitution.substitute_id
            WHERE lesson.school_id = \(school) AND lesson.group_id IN \(list: Self.padded(groups.map(\.group)))
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description)
            """
        ) { row in
            let id = row.integer(0)
            let place: Int
            if let known = places[id] {
                place = known
            } else {
                let lesson = DiaryLesson(row)
                let isOwn = Self.belongs(
                    group: lesson.group, subject: lesson.subjectID, on: lesson.day, groups, alone: alone)
                place = isOwn ? lessons.count : -1
                if isOwn { lessons.append(lesson) }
                places[id] = place
            }
            if place >= 0 { lessons[place].add(row, debts) }
        }
        lessons.sort { ($0.day, $0.start, $0.id) < ($1.day, $1.start, $1.id) }
        return lessons
    }

    private struct Teaching: Equatable {
        let from, to: Day
        let name: String
    }

    private func addTeachers(to lessons: inout [DiaryLesson], from: Day, to: Day) throws {
        let pages = Set(lessons.map(\.page)).sorted()
        let load = try connection.fact("teaching \(pages) \(from) \(to)") {
            try teaching(Self.padded(pages), from: from, to: to)
        }
        for place in lessons.indices {
            let day = lessons[place].day
            let teachers = (load[lessons[place].page] ?? []).filter { $0.from <= day && day <= $0.to }
            lessons[place].teacher =
                teachers.count == 1
                ? teachers[0].name : teachers.map(\.name).joined(separator: ", ")
        }
    }

    private func teaching(_ pages: [Int64], from: Day, to: Day) throws -> [Int64: [Teaching]] {
        var load: [Int64: [Teaching]] = [:]
        try connection.each(
            """
            SELECT load.page_id, load.from_day, load.to_day, person.surname, person.given, person.patronymic FROM load
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE load.school_id = \(school) AND load.page_id IN \(list: pages)
                AND load.from_day <= \(to.description) AND load.to_day >= \(from.description)
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            load[row.integer(0), default: []].append(
                Teaching(
                    from: Day(row.text(1)) ?? .forever, to: Day(row.text(2)) ?? .forever, name: row.shortName(3)))
        }
        return load
    }

    private func addReasons(to lessons: inout [DiaryLesson]) throws {
        let changed = lessons.filter { $0.isCancelled || $0.isMoved }.map(\.id)
        guard !changed.isEmpty else { return }
        var reasons: [Int64: String] = [:]
        try connection.each(
            """
            SELECT lesson_id, reason FROM lesson_change
            WHERE school_id = \(school) AND lesson_id IN \(list: Self.padded(changed))
            ORDER BY lesson_id, at, id
            """
        ) { reasons[$0.integer(0)] = $0.text(1) }
        for place in lessons.indices { lessons[place].reason = reasons[lessons[place].id] ?? "" }
    }

    /// Rounds the list up to a multiple of eight, so that few statements have to be prepared.
    static func padded(_ ids: [Int64]) -> [Int64] {
        guard let last = ids.last else { return [] }
        return ids + Array(repeating: last, count: (8 - ids.count % 8) % 8)
    }
}

extension DiaryLesson {
    fileprivate init(_ row: Row) {
        id = row.integer(0)
        page = row.integer(1)
        group = row.integer(2)
        subjectID = row.integer(3)
        day = Day(row.text(4)) ?? .forever
        number = row.int(5)
        start = row.int(6)
        end = row.int(7)
        room = row.text(8)
        origin = row.text(9)
        movedFrom = Day(String(row.text(10).prefix(10)))
        isCancelled = row.bool(11)
        kind = row.int(12)
        topic = row.text(13)
        material = row.text(14)
        homework = row.text(15)
        hasNoHomework = row.bool(16)
        isRollConfirmed = row.integer(17) > 0
        subject = row.text(18)
        recordLanguage = RecordLanguage(rawValue: row.text(19)) ?? .ru
        ownHomework = row.text(20)
        remark = row.isNull(21) ? nil : DiaryRemark(content: row.text(21), author: row.shortName(22))
    }

    /// Adds what a row says of the cell; of two substitutions the later one holds.
    fileprivate mutating func add(_ row: Row, _ debts: DebtReading) {
        if row.integer(35) > substitution {
            substitution = row.integer(35)
            substitute = row.shortName(25)
        }
        guard !row.isNull(28), slots.insert(row.int(28)).inserted else { return }
        if row.int(28) == 0 {
            absence = DiaryAbsence(codeID: Int(row.text(29)) ?? 0, minutes: row.int(32))
        } else {
            let mark = DiaryMark(
                stored: row.text(29), of: day, kind: row.int(30), weight: row.int(31), comment: row.text(33),
                previous: row.text(34), maximum: row.int(36), debts, recordLanguage)
            marks.insert(mark, at: row.int(28) == 1 ? 0 : marks.count)
        }
    }
}

extension DiaryMark {
    /// A mark as it stands today: a debt shows its sign, or what it has turned into.
    init(
        stored: String, of lesson: Day, kind: Int, weight: Int, comment: String, previous: String, maximum: Int,
        _ debts: DebtReading, _ language: RecordLanguage
    ) {
        let before = previous.hasPrefix(DebtSign.sign) ? DebtSign.sign : previous
        self.init(
            value: DebtSign.shown(debts.standing(stored, of: lesson), language), kind: kind, weight: weight,
            comment: comment, previous: before, due: debts.debt(stored, of: lesson)?.due, maximum: maximum)
    }
}

extension Row {
    /// A name of three columns, short: `Осмонова Г. Т.`
    func shortName(_ column: Int) -> String {
        PersonName(stored: text(column), given: text(column + 1), patronymic: text(column + 2)).short
    }
}

extension Language {
    /// The column of a subject's name.
    var subjectName: SQL {
        switch self {
        case .ky: "subject.name_ky"
        case .ru: "subject.name_ru"
        case .kk: "subject.name_kk"
        case .en: "subject.name_en"
        }
    }
}
