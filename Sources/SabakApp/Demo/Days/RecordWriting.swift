import SchoolRules
import Store
import Web

/// Writes what people did, in order of time: one transaction for everything that one person did at one moment.
struct RecordWriting {
    let school: SchoolStore
    let year: DemoYear
    let ids: Identity

    /// - Returns: how many records there were.
    func write(_ records: [DemoRecord], report: (String) -> Void) throws -> Int {
        let ordered = records.indices.sorted { one, other in
            (records[one].instant, records[one].author, one) < (records[other].instant, records[other].author, other)
        }
        var first = 0
        var month = ""
        while first < ordered.count {
            let start = records[ordered[first]]
            var end = first
            while end < ordered.count, records[ordered[end]].instant == start.instant,
                records[ordered[end]].author == start.author
            {
                end += 1
            }
            try school.writeNow(by: Author(person: start.author, session: "demo"), at: start.instant) { writing in
                for place in ordered[first..<end] { try write(records[place].deed, in: writing) }
            }
            let now = year.time.moment(start.instant).day.description.prefix(7)
            if now != month {
                month = String(now)
                report("journal of \(month)")
            }
            first = end
        }
        return records.count
    }

    private func confirmData(_ classID: Int64, _ month: String, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO data_check (school_id, class_id, month, gaps, confirmed_at, confirmed_by)
            SELECT \(writing.school), \(classID), \(month), count(*), \(writing.instant), \(writing.author.person)
            FROM enrolment JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(writing.school) AND enrolment.group_id = \(classID)
                AND enrolment.to_day = '9999-12-31' AND person.address = ''
            """)
        try writing.audit("check.confirm", "check/\(classID)/\(month)")
    }

    private func write(_ deed: DemoRecord.Deed, in writing: Writing) throws {
        switch deed {
        case .lesson(let deed): try write(deed, in: writing)
        case .cell(let deed): try write(deed, in: writing)
        case .enrol(let student, let group):
            try RosterWriting(writing: writing, ids: ids, alphabet: year.country.profile.alphabet)
                .enrol(student, in: group, from: day(writing), by: MovementOrder(number: "12", day: day(writing)))
        case .leave(let student, let group, let to, let reason):
            var order = MovementOrder(number: "14", day: to.description)
            order.note = reason
            order.reason = .town
            try RosterWriting(writing: writing, ids: ids, alphabet: year.country.profile.alphabet)
                .endEnrolment(of: student, in: group, to: to.description, by: order)
        case .confirmData(let classID, let month): try confirmData(classID, month, in: writing)
        case .announce(let student, let from, let to, let category, let words):
            try announce(student, from, to, category, words, in: writing)
        case .explain(let student, let day, let category): try explain(student, day, category, in: writing)
        case .cancel(let lessons, let reason):
            _ = try LessonChanging(writing: writing, ids: ids, reason: reason.rawValue).cancel(lessons)
        case .move(let lesson, let place):
            try LessonChanging(writing: writing, ids: ids, reason: LessonReason.otherDay.rawValue)
                .move(lesson, to: place)
        case .substitute(let lesson, let teacher): try substitute(lesson, teacher, in: writing)
        case .remark(let lesson, let student, let words):
            try note("remark", "remark.set", lesson, student, words, in: writing)
        case .ownHomework(let lesson, let student, let words):
            try note("own_homework", "homework.own", lesson, student, words, in: writing)
        case .lookAtDiary(let student): try lookAtDiary(student, in: writing)
        case .planWork(let lesson, let page, let kind, let day, let title):
            try planWork(lesson, page, kind, day, title, in: writing)
        case .exempt(let student, let subject, let from, let to, let basis):
            try exempt(student, subject, from, to, basis, in: writing)
        case .bring(let student, let page, let values, let day, let source):
            try bring(values, of: student, to: page, day, source, in: writing)
        case .finals(let pages, let term):
            for page in pages { try FinalWriting(year: year, ids: ids, writing: writing).decide(page, term: term) }
        case .close(let term): try FinalWriting(year: year, ids: ids, writing: writing).close(term)
        }
    }

    private func day(_ writing: Writing) -> String { year.time.moment(writing.instant).day.description }

    private func write(_ deed: LessonDeed, in writing: Writing) throws {
        let at = writing.instant
        let isDecided = deed.noHomework || !deed.homework.isEmpty
        let (topicAt, homeworkAt) = (deed.topic.isEmpty ? 0 : at, isDecided ? at : 0)
        let rollAt = deed.isRollConfirmed ? at : 0
        try writing.connection.run(
            """
            UPDATE lesson SET kind_id = \(deed.kind), topic = \(deed.topic), material = \(deed.material),
                homework = \(deed.homework), no_homework = \(deed.noHomework), plan_row = \(deed.planRow),
                topic_at = \(topicAt), topic_late = \(deed.isLate && topicAt > 0), roll_at = \(rollAt),
                roll_by = \(rollAt > 0 ? writing.author.person : 0), roll_late = \(deed.isLate && rollAt > 0),
                homework_at = \(homeworkAt), homework_late = \(deed.isLate && isDecided), is_touched = 1,
                version = \(deed.version + 1)
            WHERE school_id = \(writing.school) AND id = \(deed.lesson)
            """)
        let texts = [("topic", deed.topic), ("material", deed.material), ("homework", deed.homework)]
        let changed = texts.filter { !$0.1.isEmpty }.map { ($0.0, JSON.array(["", .string($0.1)])) }
        try writing.audit(
            "lesson.record", "lesson/\(deed.lesson)", before: flags(LessonDeed(lesson: 0, version: deed.version - 1)),
            after: flags(deed), text: changed.isEmpty ? "" : JSON.object(changed).string)
    }

    /// As the recording of lessons writes it into the chain.
    private func flags(_ deed: LessonDeed) -> String {
        """
        topic=\(deed.topic.isEmpty ? 0 : 1) material=\(deed.material.isEmpty ? 0 : 1) \
        homework=\(deed.homework.isEmpty ? 0 : 1) none=\(deed.noHomework ? 1 : 0) \
        roll=\(deed.isRollConfirmed ? 1 : 0) kind=\(deed.kind) plan=\(deed.planRow) version=\(deed.version + 1)
        """
    }

    private func write(_ deed: CellDeed, in writing: Writing) throws {
        for row in deed.rows {
            guard try CellQueries.keep(row, at: deed.place, over: deed.over, in: writing) else {
                throw StoreError.missing("the version of \(deed.place.object)")
            }
        }
        try writing.audit(
            "cell.set", deed.place.object, before: deed.before, after: deed.after, text: deed.comment)
    }

    private func announce(
        _ student: Int64, _ from: Day, _ to: Day, _ category: AbsenceCategory, _ words: String, in writing: Writing
    ) throws {
        let id = ids.next()
        try writing.connection.run(
            """
            INSERT INTO absence_notice (school_id, id, student_id, from_day, to_day, category, content, at, by_person)
            VALUES (\(writing.school), \(id), \(student), \(from.description), \(to.description),
                \(category.rawValue), \(words), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "absence.announce", "student/\(student)", after: "\(id) \(category.rawValue) \(from)/\(to)", text: words)
    }

    private func explain(_ student: Int64, _ day: Day, _ category: AbsenceCategory, in writing: Writing) throws {
        let known = try writing.connection.run(
            """
            INSERT INTO absence_reason (school_id, student_id, day, category, at, by_person)
            VALUES (\(writing.school), \(student), \(day.description), \(category.rawValue), \(writing.instant),
                \(writing.author.person))
            ON CONFLICT (school_id, student_id, day) DO NOTHING
            """)
        if known > 0 { try writing.audit("absence.reason", "absence/\(student)/\(day)", after: category.rawValue) }
    }

    private func substitute(_ lesson: Int64, _ teacher: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO substitution (school_id, lesson_id, id, substitute_id, reason, at, by_person)
            VALUES (\(writing.school), \(lesson), \(ids.next()), \(teacher), \(LessonReason.illness.rawValue),
                \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "substitution.name", "lesson/\(lesson)", after: "\(teacher)", reason: LessonReason.illness.rawValue)
    }

    private func note(
        _ table: SQL, _ action: String, _ lesson: Int64, _ student: Int64, _ words: String, in writing: Writing
    ) throws {
        try writing.connection.run(
            """
            INSERT INTO \(table) (school_id, lesson_id, student_id, content, at, by_person)
            VALUES (\(writing.school), \(lesson), \(student), \(words), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            action, "lesson/\(lesson)/\(student)", before: "0", after: "1",
            text: JSON.array(["", .string(words)]).string)
    }

    private func lookAtDiary(_ student: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO diary_visit (school_id, person_id, student_id, seen_until, opened_at)
            VALUES (\(writing.school), \(writing.author.person), \(student), \(writing.instant), \(writing.instant))
            """)
    }
}
