import SchoolRules
import Store

enum ExemptionsQueries {
    struct Choice: Sendable {
        let id: Int64
        let words: Names
    }

    struct Pupil: Sendable {
        let id: Int64
        let name: PersonName
    }

    static func students(ofClass id: Int64, on day: Day, school: Int64, in connection: Connection) throws -> [Pupil] {
        try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM enrolment
            JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
            WHERE enrolment.school_id = \(school) AND enrolment.group_id = \(id)
                AND enrolment.from_day <= \(day.description) AND enrolment.to_day >= \(day.description)
            ORDER BY person.sort_key, person.id
            """
        ) { Pupil(id: $0.integer(0), name: PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
    }

    static func subjects(ofClass id: Int64, school: Int64, in connection: Connection) throws -> [Choice] {
        try connection.all(
            """
            SELECT DISTINCT subject.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en,
                subject.position
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE page.school_id = \(school) AND page.class_id = \(id) ORDER BY subject.position, subject.id
            """
        ) {
            Choice(
                id: $0.integer(0),
                words: Names(ky: $0.text(1), ru: $0.text(2), kk: $0.text(3), en: $0.text(4)))
        }
    }

    static func add(_ form: ExemptionForm, id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO exemption (school_id, id, student_id, subject_id, from_day, to_day, basis, at, by_person)
            VALUES (\(writing.school), \(id), \(form.student), \(form.subject), \(form.from.description),
                \(form.to.description), \(form.basis), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "exemption.add", "exemption/\(id)/\(form.student)/\(form.subject)", after: "\(form.from) \(form.to)",
            text: form.basis)
        try touch(subject: form.subject, in: writing)
    }

    static func withdraw(_ id: Int64, in writing: Writing) throws {
        let subject = try writing.connection.first(
            """
            UPDATE exemption SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person)
            WHERE school_id = \(writing.school) AND id = \(id) AND withdrawn_at = 0 RETURNING subject_id
            """
        ) { $0.integer(0) }
        guard let subject else { return }
        try writing.audit("exemption.withdraw", "exemption/\(id)")
        try touch(subject: subject, in: writing)
    }

    private static func touch(subject: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE page SET changed = changed + 1 WHERE school_id = \(writing.school) AND subject_id = \(subject)
            """)
    }
}
