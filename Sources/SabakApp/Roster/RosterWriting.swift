import SchoolRules
import Store

/// Rows of people, classes, groups and load: each written in one place, with its audit row.
///
/// Days are text `YYYY-MM-DD`; `to` days are the last day; an open end is 9999-12-31.
public struct RosterWriting {
    public let writing: Writing
    public let ids: Identity
    public let alphabet: Alphabet
    private var school: Int64 { writing.school }
    private var connection: Connection { writing.connection }

    public init(writing: Writing, ids: Identity, alphabet: Alphabet) {
        self.writing = writing
        self.ids = ids
        self.alphabet = alphabet
    }

    /// For the school of a transaction, with its alphabet.
    public init(writing: Writing, ids: Identity) throws {
        let country = try writing.connection.first(
            "SELECT country FROM school WHERE school_id = \(writing.school)"
        ) { Country(rawValue: $0.text(0)) }
        self.init(writing: writing, ids: ids, alphabet: (country ?? nil)?.profile.alphabet ?? .kyrgyz)
    }

    public func addPerson(_ facts: PersonFacts) throws -> Int64 {
        let id = ids.next()
        try connection.run(
            """
            INSERT INTO person (school_id, id, surname, given, patronymic, sort_key, search, sex, birth_day,
                national_id, phone, email, address, external_id)
            VALUES (\(school), \(id), \(facts.name.surname), \(facts.name.given), \(facts.name.patronymic),
                \(facts.name.sortKey(alphabet)), \(facts.name.searchText), \(facts.sex), \(facts.birthDay),
                \(facts.nationalID), \(facts.phone), \(facts.email), \(facts.address), \(facts.externalID))
            """)
        try writing.audit("person.add", "person/\(id)", text: facts.name.full)
        return id
    }

    /// Replaces what is known of a person.
    public func changePerson(_ id: Int64, to facts: PersonFacts) throws {
        try connection.run(
            """
            UPDATE person SET surname = \(facts.name.surname), given = \(facts.name.given),
                patronymic = \(facts.name.patronymic), sort_key = \(facts.name.sortKey(alphabet)),
                search = \(facts.name.searchText), sex = \(facts.sex), birth_day = \(facts.birthDay),
                national_id = \(facts.nationalID), phone = \(facts.phone), email = \(facts.email),
                address = \(facts.address), external_id = \(facts.externalID), version = version + 1
            WHERE school_id = \(school) AND id = \(id)
            """)
        try writing.audit("person.change", "person/\(id)", text: facts.name.full)
    }

    /// Employs a person, or changes the position and the days.
    public func employ(_ person: Int64, position: String, from: String, to: String = "9999-12-31") throws {
        try connection.run(
            """
            INSERT INTO staff (school_id, person_id, position, from_day, to_day)
            VALUES (\(school), \(person), \(position), \(from), \(to))
            ON CONFLICT (school_id, person_id) DO UPDATE
            SET position = excluded.position, from_day = excluded.from_day, to_day = excluded.to_day
            """)
        try writing.audit("staff.employ", "person/\(person)", after: "\(from)/\(to)")
    }

    /// Gives one of the granted roles: director, deputy, administrator, responsible, clerk.
    public func grant(
        _ role: Role, to person: Int64, from: String, until: String = "9999-12-31", order: String = "",
        orderDay: String = ""
    ) throws {
        let id = ids.next()
        try connection.run(
            """
            INSERT INTO role_grant (school_id, id, person_id, role, from_day, to_day, order_number, order_day,
                granted_by)
            VALUES (\(school), \(id), \(person), \(role.rawValue), \(from), \(until), \(order), \(orderDay),
                \(writing.author.person))
            """)
        try writing.audit("right.grant", "person/\(person)", after: "\(role.rawValue) \(from)/\(until)", reason: order)
    }

    /// Adds a class, which is also the study group of the same id.
    public func addClass(
        _ name: ClassName, year: Int, shift: Int = 1, language: String = "", room: String = "",
        externalID: String = ""
    ) throws -> Int64 {
        let id = ids.next()
        try connection.run(
            """
            INSERT INTO class (school_id, id, year, grade, letter, sort_key, shift, language, room, external_id)
            VALUES (\(school), \(id), \(year), \(name.grade), \(name.letter), \(name.sortKey(alphabet)), \(shift),
                \(language), \(room), \(externalID))
            """)
        try connection.run(
            """
            INSERT INTO study_group (school_id, id, year, class_id, kind, name, external_id)
            VALUES (\(school), \(id), \(year), \(id), 'class', '', \(externalID))
            """)
        try writing.audit("class.add", "class/\(id)", after: name.compact)
        return id
    }

    /// Adds a subgroup of a class, a group across classes (class 0) or the group of one student's own curriculum.
    public func addGroup(kind: String, name: String, year: Int, class classID: Int64, externalID: String = "") throws
        -> Int64
    {
        let id = ids.next()
        try connection.run(
            """
            INSERT INTO study_group (school_id, id, year, class_id, kind, name, external_id)
            VALUES (\(school), \(id), \(year), \(classID), \(kind), \(name), \(externalID))
            """)
        try writing.audit("group.add", "group/\(id)", after: "\(kind) \(classID)", text: name)
        return id
    }

    /// Enrols a student in a class or group; a class also in the movement book.
    public func enrol(
        _ student: Int64, in group: Int64, from: String, to: String = "9999-12-31",
        by order: MovementOrder = MovementOrder()
    ) throws {
        let book = MovementWriting(writing: writing)
        let before = try book.stays(of: student, ifClass: group)
        try connection.run(
            """
            INSERT INTO enrolment (school_id, group_id, student_id, from_day, to_day, order_number, order_day, reason)
            VALUES (\(school), \(group), \(student), \(from), \(to), \(order.number), \(order.day), \(order.note))
            ON CONFLICT (school_id, group_id, student_id, from_day) DO UPDATE
            SET to_day = excluded.to_day, order_number = excluded.order_number, order_day = excluded.order_day,
                reason = excluded.reason, destination = ''
            """)
        try writing.audit(
            "enrolment.open", "enrolment/\(group)/\(student)", after: "\(from)/\(to)", reason: order.number)
        if let before { try book.opened(student, in: group, from: from, to: to, before: before, by: order) }
        try touchPages(of: group)
    }

    /// Ends a student's open enrolment in a group; `to` is the last day.
    public func endEnrolment(
        of student: Int64, in group: Int64, to: String, destination: String = "",
        by order: MovementOrder = MovementOrder()
    ) throws {
        let book = MovementWriting(writing: writing)
        let isClass = try book.stays(of: student, ifClass: group) != nil
        let ended = try connection.run(
            """
            UPDATE enrolment SET to_day = \(to), reason = \(order.note), destination = \(destination),
                order_number = CASE WHEN \(order.number) = '' THEN order_number ELSE \(order.number) END
            WHERE school_id = \(school) AND group_id = \(group) AND student_id = \(student) AND to_day > \(to)
                AND from_day <= \(to)
            """)
        let takenBack = try connection.run(
            """
            DELETE FROM enrolment
            WHERE school_id = \(school) AND group_id = \(group) AND student_id = \(student) AND from_day > \(to)
            """)
        try writing.audit("enrolment.close", "enrolment/\(group)/\(student)", after: to, reason: order.number)
        if isClass, takenBack > 0 { try book.takenBack(student, in: group, after: to) }
        if isClass, ended > 0 { try book.closed(student, in: group, to: to, by: order) }
        try touchPages(of: group)
    }

    /// Links a legal representative to a child. An unconfirmed link opens nothing (A32).
    public func addGuardian(
        _ guardian: Int64, of student: Int64, relation: String, from: String, isConfirmed: Bool
    ) throws {
        let confirmedAt = isConfirmed ? writing.instant : 0
        try connection.run(
            """
            INSERT INTO guardian (school_id, guardian_id, student_id, relation, from_day, confirmed_at, confirmed_by)
            VALUES (\(school), \(guardian), \(student), \(relation), \(from), \(confirmedAt),
                \(isConfirmed ? writing.author.person : 0))
            ON CONFLICT (school_id, guardian_id, student_id) DO UPDATE
            SET relation = excluded.relation, to_day = '9999-12-31',
                confirmed_at = CASE WHEN guardian.confirmed_at > 0 THEN guardian.confirmed_at
                    ELSE excluded.confirmed_at END
            """)
        try writing.audit(
            "guardian.link", "guardian/\(guardian)/\(student)", after: isConfirmed ? "confirmed" : "proposed")
    }

    /// Makes somebody the class teacher.
    public func lead(class classID: Int64, by person: Int64, from: String, to: String = "9999-12-31") throws {
        try connection.run(
            """
            INSERT INTO class_teacher (school_id, class_id, person_id, from_day, to_day)
            VALUES (\(school), \(classID), \(person), \(from), \(to))
            ON CONFLICT (school_id, class_id, person_id, from_day) DO UPDATE SET to_day = excluded.to_day
            """)
        try writing.audit("class.lead", "class/\(classID)", after: "\(person) \(from)/\(to)")
    }

    public func addSubject(code: String, names: Names, position: Int = 999) throws -> Int64 {
        let id = ids.next()
        let search = [names.ky, names.ru, names.kk, names.en].map(searchFold).joined(separator: "|")
        try connection.run(
            """
            INSERT INTO subject (school_id, id, code, name_ky, name_ru, name_kk, name_en, search, position)
            VALUES (\(school), \(id), \(code), \(names.ky), \(names.ru), \(names.kk), \(names.en), \(search),
                \(position))
            """)
        try writing.audit("subject.add", "subject/\(id)", after: code, text: names.ru)
        return id
    }

    /// The subject of this name in any of the languages, added if the school has none.
    public func subject(named name: String) throws -> Int64 {
        let folded = searchFold(name)
        let found = try connection.all(
            "SELECT id, search FROM subject WHERE school_id = \(school) ORDER BY position, id"
        ) { ($0.integer(0), $0.text(1)) }
        if let match = found.first(where: { $0.1.split(separator: "|").contains { $0 == folded } }) { return match.0 }
        return try addSubject(code: "", names: Names(ky: name, ru: name, kk: name, en: name))
    }

    /// The journal page of a subject and group in a year, made if there is none.
    /// - Parameter hours: hours a week in hundredths.
    public func page(
        subject: Int64, group: Int64, class classID: Int64, year: Int, hours: Int, externalID: String = ""
    ) throws -> Int64 {
        let known = try connection.first(
            """
            SELECT id FROM page
            WHERE school_id = \(school) AND year = \(year) AND subject_id = \(subject) AND group_id = \(group)
            """
        ) { $0.integer(0) }
        if let known { return known }
        let id = ids.next()
        let (scale, language) = try recordRules(of: classID)
        try connection.run(
            """
            INSERT INTO page (school_id, id, year, subject_id, group_id, class_id, hours, scale, record_language,
                external_id)
            VALUES (\(school), \(id), \(year), \(subject), \(group), \(classID), \(hours), \(scale), \(language),
                \(externalID))
            """)
        try writing.audit("page.add", "page/\(id)", after: "\(subject) \(group) \(hours)")
        return id
    }

    /// Gives a page to a teacher: the source of the teacher's rights.
    public func addLoad(
        page: Int64, teacher: Int64, hours: Int, from: String, to: String = "9999-12-31"
    ) throws {
        try connection.run(
            """
            INSERT INTO load (school_id, page_id, teacher_id, from_day, to_day, hours)
            VALUES (\(school), \(page), \(teacher), \(from), \(to), \(hours))
            ON CONFLICT (school_id, page_id, teacher_id, from_day) DO UPDATE
            SET to_day = excluded.to_day, hours = excluded.hours
            """)
        try writing.audit("load.give", "load/\(page)/\(teacher)", after: "\(hours) \(from)/\(to)")
    }

    /// Ends a teacher's load of a page; `to` is the last day.
    public func endLoad(page: Int64, teacher: Int64, to: String) throws {
        try connection.run(
            """
            UPDATE load SET to_day = \(to)
            WHERE school_id = \(school) AND page_id = \(page) AND teacher_id = \(teacher) AND to_day > \(to)
            """)
        try writing.audit("load.end", "load/\(page)/\(teacher)", after: to)
    }

    private func recordRules(of classID: Int64) throws -> (scale: String, language: String) {
        let row = try connection.first(
            """
            SELECT school.country, school.record_language, coalesce(class.language, ''), coalesce(class.grade, 99),
                coalesce((SELECT value FROM setting WHERE school_id = \(school) AND name = 'grades.unmarked'), '1')
            FROM school LEFT JOIN class ON class.school_id = school.school_id AND class.id = \(classID)
            WHERE school.school_id = \(school)
            """
        ) { ($0.text(0), $0.text(1), $0.text(2), $0.int(3), $0.text(4)) }
        guard let (country, record, language, grade, unmarked) = row else { return (Scale.fivePoint.id, "ru") }
        let isUnmarked = unmarked.split(separator: ",").contains { Int($0) == grade }
        let scale = isUnmarked ? Scale.none : (Country(rawValue: country)?.profile.scale ?? .fivePoint)
        return (scale.id, RecordLanguage(rawValue: language)?.rawValue ?? record)
    }

    func touchPages(of group: Int64) throws {
        try connection.run(
            "UPDATE page SET changed = changed + 1 WHERE school_id = \(school) AND group_id = \(group)")
    }
}
