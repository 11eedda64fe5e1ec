import SchoolRules
import Store

// What assessment has beside marks, as the rooms write it.
extension RecordWriting {
    func planWork(
        _ lesson: Int64, _ page: Int64, _ kind: Int, _ day: Day, _ title: String, in writing: Writing
    ) throws {
        let id = ids.next()
        try writing.connection.run(
            """
            INSERT INTO planned_work (school_id, id, page_id, lesson_id, kind_id, title, planned_on, at, by_person,
                changed_at)
            VALUES (\(writing.school), \(id), \(page), \(lesson), \(kind), \(title), \(day.description),
                \(writing.instant), \(writing.author.person), \(writing.instant))
            """)
        try writing.audit("work.plan", "work/\(id)", after: "\(day) kind=\(kind)", text: title)
    }

    func exempt(
        _ student: Int64, _ subject: String, _ from: Day, _ to: Day, _ basis: String, in writing: Writing
    ) throws {
        let code = "SELECT id FROM subject WHERE school_id = \(writing.school) AND code = \(subject)" as SQL
        guard let found = try writing.connection.first(code, { $0.integer(0) }) else { return }
        let id = ids.next()
        try writing.connection.run(
            """
            INSERT INTO exemption (school_id, id, student_id, subject_id, from_day, to_day, basis, at, by_person)
            VALUES (\(writing.school), \(id), \(student), \(found), \(from.description), \(to.description),
                \(basis), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit("exemption.add", "exemption/\(id)/\(student)/\(found)", after: "\(from) \(to)", text: basis)
    }

    func bring(
        _ values: [String], of student: Int64, to page: Int64, _ day: Day, _ source: String, in writing: Writing
    ) throws {
        let kind = year.country == .KZ ? CriteriaKinds.formative : 1
        for value in values {
            let id = ids.next()
            try writing.connection.run(
                """
                INSERT INTO transferred_mark (school_id, id, page_id, student_id, period, day, value, scale, kind_id,
                    weight, source, at, by_person)
                VALUES (\(writing.school), \(id), \(page), \(student), '', \(day.description), \(value),
                    \(year.country.profile.scale.id), \(kind), 100, \(source), \(writing.instant),
                    \(writing.author.person))
                """)
            try writing.audit(
                "transfer.add", "transfer/\(id)/\(page)/\(student)", after: "\(day) \(value)", text: source)
        }
    }
}
