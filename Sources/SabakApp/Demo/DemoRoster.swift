import SchoolRules
import Store

/// Writes a planned school: its founding, people, classes, load, plans and timetable.
struct DemoRoster {
    let school: SchoolStore
    let ids: Identity
    let year: DemoYear
    let name: String
    private var start: String { year.start.description }

    func write(_ plan: inout SchoolPlan, slots: [WeekSlot]) throws {
        var drawn = plan
        try school.writeNow(by: .command("demo"), at: year.founded) { writing in
            let founding = SchoolFounding(name: name, country: year.country, year: year.number, isDemo: true)
            try founding.write(ids: ids, in: writing)
            try setUnmarkedGrades(in: writing)
            let roster = RosterWriting(writing: writing, ids: ids, alphabet: drawn.alphabet)
            try addStaff(&drawn, roster)
            try addFamilies(&drawn, roster)
            try addClasses(&drawn, roster)
        }
        try school.writeNow(by: .command("demo"), at: year.opened) { writing in
            let roster = RosterWriting(writing: writing, ids: ids, alphabet: drawn.alphabet)
            try addPages(&drawn, roster)
            try addPlans(drawn, in: writing)
        }
        let deputy = Author(person: drawn.staff[1].id, session: "demo")
        try school.writeNow(by: deputy, at: year.opened + 60_000) { try publish(drawn, slots, in: $0) }
        plan = drawn
    }

    /// Today's lessons of the cast, by hand, if today has none of its own.
    func addLessonsOfToday(_ plan: SchoolPlan, slots: [WeekSlot], report: (String) -> Void) throws {
        let grade = plan.classes[plan.castClass].name.grade
        guard !year.calendar.isSchoolDay(year.today, grade: grade) else { return }
        report("\(name): \(year.today) is not a day of lessons; a few extra ones were added by hand for the cast.")
        let bells = year.country.profile.bells
        let deputy = Author(person: plan.staff[1].id, session: "demo")
        try school.writeNow(by: deputy, at: year.opened + 120_000) { writing in
            let changing = LessonChanging(writing: writing, ids: ids, reason: LessonReason.extra.rawValue)
            for slot in slots where slot.weekday == year.weekday && slot.shift == 1 && slot.number <= 3 {
                let course = plan.courses[slot.course]
                let grade = plan.classes[course.classIndex].name.grade
                let bell = bell(
                    in: bells, number: slot.number, shift: 1, weekday: slot.weekday, dayKind: .normal, grade: grade)
                guard let bell else { continue }
                _ = try changing.add(
                    page: course.page, group: course.groupID,
                    at: .init(
                        day: year.today, number: slot.number, shift: 1, start: bell.start.minutes,
                        end: bell.end.minutes, room: slot.room))
            }
        }
    }

    /// Notes on every page that it has changed, and anchors the chain.
    func finish(store: Store) throws {
        try school.writeNow(by: .command("demo"), at: year.now) { writing in
            try writing.connection.run(
                "UPDATE page SET changed = \(year.now) WHERE school_id = \(writing.school)")
            try writing.audit("demo.finish", "school/\(writing.school)", after: year.today.description)
        }
        let head = try school.read { try AuditHead.read($0, school: school.id) }
        try store.anchors(of: school.id).keep(head, at: year.now)
    }

    private func setUnmarkedGrades(in writing: Writing) throws {
        let grades = year.country.profile.unmarkedGrades.sorted().map(String.init).joined(separator: ",")
        try writing.connection.run(
            """
            UPDATE setting SET value = \(grades)
            WHERE school_id = \(writing.school) AND name = 'grades.unmarked'
            """)
    }
}

// People.
extension DemoRoster {
    private func addStaff(_ plan: inout SchoolPlan, _ roster: RosterWriting) throws {
        let roles: [DemoWords.Position: Role] = [
            .director: .director, .deputy: .deputy, .responsible: .responsible, .clerk: .clerk,
            .administrator: .administrator,
        ]
        for index in plan.staff.indices {
            let member = plan.staff[index]
            let id = try roster.addPerson(
                facts(member.name, member.sex, member.birth, number: index, mail: "staff"))
            plan.staff[index].id = id
            try roster.employ(
                id, position: DemoWords.position(member.position, plan.mainLanguage), from: start)
            if let role = roles[member.position] {
                try roster.grant(role, to: id, from: start, order: "\(index + 1)", orderDay: start)
            }
        }
    }

    private func addFamilies(_ plan: inout SchoolPlan, _ roster: RosterWriting) throws {
        for index in plan.pupils.indices {
            let pupil = plan.pupils[index]
            plan.pupils[index].id = try roster.addPerson(
                facts(pupil.name, pupil.sex, pupil.birth, number: index, mail: nil))
        }
        for index in plan.households.indices {
            for place in plan.households[index].guardians.indices {
                let guardian = plan.households[index].guardians[place]
                let id =
                    try guardian.staff.map { plan.staff[$0].id }
                    ?? roster.addPerson(
                        facts(
                            guardian.name, guardian.sex, guardian.birth, number: 1000 + index * 2 + place,
                            mail: index % 5 < 3 ? "family" : nil))
                plan.households[index].guardians[place].id = id
                for pupil in plan.households[index].pupils {
                    try roster.addGuardian(
                        id, of: plan.pupils[pupil].id, relation: guardian.sex == .f ? "mother" : "father",
                        from: start, isConfirmed: true)
                }
            }
        }
    }

    /// Telephone numbers that no operator gives, and addresses of mail that go nowhere.
    private func facts(_ name: PersonName, _ sex: Sex, _ birth: Day, number: Int, mail: String?)
        -> RosterWriting.PersonFacts
    {
        var facts = RosterWriting.PersonFacts(name: name)
        facts.sex = sex.rawValue
        facts.birthDay = birth.description
        guard mail != nil || number >= 1000 else { return facts }
        let digits = String(1_000_000 + number * 37 % 1_000_000).dropFirst()
        let code = year.country == .KG ? "+996 000" : "+7 000"
        facts.phone = "\(code) \(digits.prefix(3)) \(digits.suffix(3))"
        if let mail { facts.email = "\(mail)\(number)@example.org" }
        return facts
    }
}

// Classes, load and timetable.
extension DemoRoster {
    private func addClasses(_ plan: inout SchoolPlan, _ roster: RosterWriting) throws {
        for index in plan.classes.indices {
            let schoolClass = plan.classes[index]
            let id = try roster.addClass(
                schoolClass.name, year: year.number, shift: schoolClass.shift, language: schoolClass.language.rawValue,
                room: schoolClass.room)
            plan.classes[index].id = id
            if schoolClass.leader >= 0 {
                try roster.lead(class: id, by: plan.staff[schoolClass.leader].id, from: start)
            }
        }
        let groups = try addGroups(plan, roster)
        for index in plan.courses.indices {
            let place = plan.courses[index].place
            plan.courses[index].groupID = groups[place] ?? plan.classes[place.classIndex].id
        }
        for (index, pupil) in plan.pupils.enumerated() {
            // Whoever comes, goes or changes the class later is entered by the clerk on that day.
            for stay in plan.stays(of: index) where stay.from == year.start {
                let group = groups[stay.place] ?? plan.classes[stay.place.classIndex].id
                try roster.enrol(pupil.id, in: group, from: start)
            }
        }
    }

    private func addGroups(_ plan: SchoolPlan, _ roster: RosterWriting) throws -> [GroupPlace: Int64] {
        var groups: [GroupPlace: Int64] = [:]
        for (index, schoolClass) in plan.classes.enumerated() {
            groups[GroupPlace(classIndex: index, group: .whole)] = schoolClass.id
            guard schoolClass.isDivided else { continue }
            let language = schoolClass.language
            let parts: [(CourseGroup, String)] = [
                (.half(0), DemoWords.half(1, language)), (.half(1), DemoWords.half(2, language)),
                (.girls, DemoWords.girls(language)), (.boys, DemoWords.boys(language)),
            ]
            for (group, title) in parts {
                groups[GroupPlace(classIndex: index, group: group)] = try roster.addGroup(
                    kind: "subgroup", name: title, year: year.number, class: schoolClass.id)
            }
        }
        for (index, pupil) in plan.pupils.enumerated() where !pupil.ownSubjects.isEmpty {
            let place = GroupPlace(classIndex: pupil.classIndex, group: .single(index))
            groups[place] = try roster.addGroup(
                kind: "individual", name: pupil.name.list, year: year.number, class: plan.classes[pupil.classIndex].id)
        }
        return groups
    }

    private func addPages(_ plan: inout SchoolPlan, _ roster: RosterWriting) throws {
        let connection = roster.writing.connection
        let subjects = Dictionary(
            try connection.all("SELECT code, id FROM subject WHERE school_id = \(school.id) ORDER BY position, id") {
                ($0.text(0), $0.integer(1))
            }, uniquingKeysWith: { first, _ in first })
        for index in plan.courses.indices {
            let course = plan.courses[index]
            guard let subject = subjects[course.subject] else { throw StoreError.missing("subject \(course.subject)") }
            let page = try roster.page(
                subject: subject, group: course.groupID, class: plan.classes[course.classIndex].id, year: year.number,
                hours: course.hours)
            plan.courses[index].page = page
            try roster.addLoad(page: page, teacher: plan.staff[course.teacher].id, hours: course.hours, from: start)
        }
    }

    private func addPlans(_ plan: SchoolPlan, in writing: Writing) throws {
        var plans = TeachingPlans(year.country)
        var kept: [TeachingPlans.Key: Int64] = [:]
        for course in plan.courses where TeachingPlans.isKept(course) {
            let key = TeachingPlans.key(course, plan)
            let rows = plans.rows(key)
            guard !rows.isEmpty else { continue }
            let id = try kept[key] ?? addPlan(key, rows, author: plan.staff[course.teacher].id, in: writing)
            kept[key] = id
            try writing.connection.run(
                "INSERT INTO page_plan (school_id, page_id, plan_id) VALUES (\(school.id), \(course.page), \(id))")
        }
    }

    private func addPlan(
        _ key: TeachingPlans.Key, _ rows: [PlanRow], author: Int64, in writing: Writing
    ) throws -> Int64 {
        let id = ids.next()
        let subject = Subject.named(key.subject)
        let language = InterfaceLanguage(rawValue: key.language.rawValue) ?? .ru
        let grade = ClassName(grade: key.grade, letter: "").titled(language)
        let title = "\(subject?.names[language] ?? key.subject), \(grade)"
        try writing.connection.run(
            """
            INSERT INTO plan (school_id, id, title, subject_id, grade, author_id)
            SELECT school_id, \(id), \(title), id, \(key.grade), \(author) FROM subject
            WHERE school_id = \(school.id) AND code = \(key.subject)
            """)
        for row in rows {
            try writing.connection.run(
                """
                INSERT INTO plan_row (school_id, plan_id, number, section, topic, hours, kind_id)
                VALUES (\(school.id), \(id), \(row.number), \(row.section), \(row.topic), \(row.hours), \(row.kind))
                """)
        }
        try writing.audit("plan.import", "plan/\(id)", after: "\(rows.count)")
        return id
    }

    private func publish(_ plan: SchoolPlan, _ slots: [WeekSlot], in writing: Writing) throws {
        let version = ids.next()
        try writing.connection.run(
            """
            INSERT INTO timetable_version (school_id, id, from_day)
            VALUES (\(school.id), \(version), \(year.first.description))
            """)
        for slot in slots {
            try writing.connection.run(
                """
                INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift, parity, room)
                VALUES (\(school.id), \(version), \(ids.next()), \(plan.courses[slot.course].page), \(slot.weekday),
                    \(slot.number), \(slot.shift), \(slot.parity.rawValue), \(slot.room))
                """)
        }
        _ = try Publishing.publish(version: version, ids: ids, in: writing)
    }
}
