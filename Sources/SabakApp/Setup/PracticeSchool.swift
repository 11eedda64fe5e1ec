import SchoolRules
import Store
import Web

/// The practice class of a school: invented students, a page a teacher, lessons of last week and this one.
///
/// It is a school of its own beside the real one, so that no count, list, report, archive or export of the real school
/// can hold anything of it; the real school only knows its id. Nobody can sign in to it: people enter from their own
/// session and go back to it. Nobody's parents are in it.
struct PracticeSchool: Sendable {
    static let students = 24
    private static let key = "practice.school"
    private static let backKey = "practice.of"

    let store: SchoolStore

    /// The practice class of the visitor's school, if there is one.
    static func find(_ visit: Visit, in connection: Connection) throws -> PracticeSchool? {
        guard let text = try SchoolFacts.setting(key, school: visit.school.id, in: connection), let id = Int64(text)
        else { return nil }
        do {
            return PracticeSchool(store: try visit.app.store.school(id))
        } catch StoreError.missing {
            // A school restored without its practice class may make another one.
            return nil
        }
    }

    /// Makes it, in one act.
    /// - Throws: ``Refusal/changedMeanwhile`` if somebody else has made one meanwhile.
    static func make(_ visit: Visit) async throws {
        let (app, now) = (visit.app, visit.now)
        let title = SetupTexts.practiceOf(visit.school.name)[visit.language]
        let founding = SchoolFounding(name: title, country: visit.school.country, year: visit.year, isDemo: true)
        let school = try App.found(founding, in: app.store, ids: app.ids, at: now)
        do {
            try await school.write(by: visit.author, at: now) { try fill(visit, in: $0) }
            try await visit.write { writing in
                guard try find(visit, in: writing.connection) == nil else { throw Refusal.changedMeanwhile }
                try writing.connection.run(
                    """
                    INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(key), \("\(school.id)"))
                    ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
                    """)
                try writing.audit("practice.make", "practice/\(school.id)")
            }
        } catch {
            try app.store.discard(school: school.id)
            throw error
        }
    }

    /// Removes it with everything that was tried in it, in one act.
    static func remove(_ visit: Visit) async throws {
        let id = try await visit.write { writing in
            guard let found = try find(visit, in: writing.connection) else { throw Refusal.notFound }
            try writing.connection.run(
                "DELETE FROM setting WHERE school_id = \(writing.school) AND name = \(key)")
            try writing.audit("practice.remove", "practice/\(found.store.id)")
            return found.store.id
        }
        try visit.app.store.discard(school: id)
    }

    private static func fill(_ visit: Visit, in writing: Writing) throws {
        let (connection, school) = (writing.connection, writing.school)
        let first = SchoolCalendar.firstDay(of: visit.year).description
        try connection.run(
            """
            INSERT INTO setting (school_id, name, value)
            VALUES (\(school), \(backKey), \("\(visit.school.id)"))
            """)
        // One term without breaks: whoever wishes to practise may do so in August too.
        try connection.run("DELETE FROM term WHERE school_id = \(school)")
        try connection.run("DELETE FROM day_off WHERE school_id = \(school)")
        try connection.run(
            """
            INSERT INTO term (school_id, id, year, number, kind, grade_from, grade_to, from_day, to_day)
            VALUES (\(school), \(visit.app.ids.next()), \(visit.year), 1, 'quarter', 0, 12,
                \(first), \(SchoolCalendar.lastDay(of: visit.year).description))
            """)
        let roster = try RosterWriting(writing: writing, ids: visit.app.ids)
        let name = ClassName(grade: 7, letter: SetupTexts.practiceLetter[visit.language])
        let group = try roster.addClass(name, year: visit.year)
        for name in invented(visit.school.country) {
            let student = try roster.addPerson(.init(name: name))
            try roster.enrol(student, in: group, from: first)
        }
    }

    /// Names of nobody, the same in every practice class of a country.
    private static func invented(_ country: Country) -> [PersonName] {
        let (book, naming) = (NameBook.of(country), Naming(country: country))
        var chance = Chance(seed: 7, for: "practice class")
        var names: Set<PersonName> = []
        while names.count < students {
            let sex: Sex = names.count % 2 == 0 ? .f : .m
            let (given, surname) = (chance.pick(sex == .f ? book.women : book.men), chance.pick(book.surnames))
            guard !book.isWellKnown(given: given, surname: surname) else { continue }
            names.insert(
                PersonName(
                    surname: naming.surname(surname, sex), given: given,
                    patronymic: naming.patronymic(of: chance.pick(book.men), sex)))
        }
        return Array(names).sorted { $0.full < $1.full }
    }
}

/// A teacher's own page of the practice class, made when the teacher first comes and kept up to this week.
struct PracticePage: Sendable {
    let visit: Visit
    let practice: PracticeSchool

    /// What the teacher teaches really, so that the page looks like an own one.
    struct Subject: Sendable { let name: String }

    static func subject(of visit: Visit, in connection: Connection) throws -> Subject {
        let name = try connection.first(
            """
            SELECT subject.name_ru FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE load.school_id = \(visit.school.id) AND load.teacher_id = \(visit.person.id)
            ORDER BY page.year DESC, page.hours DESC, page.id LIMIT 1
            """
        ) { $0.text(0) }
        return Subject(name: name ?? "Алгебра")
    }

    /// Brings the person and the page into the practice class.
    func prepare(_ subject: Subject) async throws {
        let language = visit.language
        try await practice.store.write(by: visit.author, at: visit.now) { writing in
            let roster = try RosterWriting(writing: writing, ids: visit.app.ids)
            let known = try writing.connection.count(
                "SELECT count(*) FROM person WHERE school_id = \(writing.school) AND id = \(visit.person.id)")
            if known == 0 { try bring(subject, language, roster) }
            try addLessons(in: writing)
        }
    }

    private func bring(_ subject: Subject, _ language: Language, _ roster: RosterWriting) throws {
        let (writing, me) = (roster.writing, visit.person)
        let from = SchoolCalendar.firstDay(of: visit.year).description
        try writing.connection.run(
            """
            INSERT INTO person (school_id, id, surname, given, patronymic, sort_key, search)
            VALUES (\(writing.school), \(me.id), \(me.name.surname), \(me.name.given), \(me.name.patronymic),
                \(me.name.sortKey(roster.alphabet)), \(me.name.searchText))
            """)
        try writing.connection.run(
            """
            INSERT INTO account (school_id, person_id, login, language, created_at)
            VALUES (\(writing.school), \(me.id), \("practice.\(me.id)"), \(language.rawValue), \(writing.instant))
            """)
        try roster.employ(me.id, position: ShellTexts.role(.subjectTeacher)[language], from: from)
        // Whoever trains sees what all the others do.
        if visit.mayTrain { try roster.grant(.deputy, to: me.id, from: from) }
        let year = visit.year
        let classID = try writing.connection.first(
            "SELECT id FROM class WHERE school_id = \(writing.school) ORDER BY id LIMIT 1"
        ) { $0.integer(0) }
        guard let classID else { throw Refusal.notFound }
        let group = try roster.addGroup(kind: "subgroup", name: me.name.short, year: year, class: classID)
        try writing.connection.run(
            """
            INSERT INTO enrolment (school_id, group_id, student_id, from_day)
            SELECT school_id, \(group), student_id, from_day FROM enrolment
            WHERE school_id = \(writing.school) AND group_id = \(classID)
            """)
        let page = try roster.page(
            subject: try roster.subject(named: subject.name), group: group, class: classID, year: year, hours: 500)
        try roster.addLoad(page: page, teacher: me.id, hours: 500, from: from)
    }

    /// One lesson on every weekday of last week and this one.
    private func addLessons(in writing: Writing) throws {
        let (connection, school) = (writing.connection, writing.school)
        let own = try connection.first(
            """
            SELECT page.id, page.group_id FROM load
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            WHERE load.school_id = \(school) AND load.teacher_id = \(visit.person.id) ORDER BY page.id LIMIT 1
            """
        ) { ($0.integer(0), $0.integer(1)) }
        guard let (page, group) = own else { return }
        let bell = try SchoolFacts.bells(school: school, in: connection).first {
            $0.shift == 1 && $0.number == 2 && $0.dayKind == .normal && $0.gradeFrom <= 7 && $0.gradeTo >= 7
        }
        let (start, end) = (bell?.start.minutes ?? 535, bell?.end.minutes ?? 580)
        let first = visit.today.monday.adding(-7)
        let there = Set(
            try connection.all(
                """
                SELECT day FROM lesson WHERE school_id = \(school) AND page_id = \(page)
                    AND day >= \(first.description) ORDER BY day
                """
            ) { $0.text(0) })
        for day in (0..<14).map(first.adding) where day.weekday <= 5 && !there.contains(day.description) {
            try connection.run(
                """
                INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute)
                VALUES (\(school), \(visit.app.ids.next()), \(page), \(group), \(day.description), 2, 1, \(start),
                    \(end))
                """)
        }
        try writing.audit("practice.enter", "person/\(visit.person.id)")
    }
}
