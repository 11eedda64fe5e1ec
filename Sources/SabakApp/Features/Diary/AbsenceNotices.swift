import SchoolRules
import Store
import Web

/// An absence announced ahead of the fact.
struct AbsenceNotice: Sendable, Equatable {
    let id: Int64
    let from, to: Day
    let category: AbsenceCategory
    let content: String
    let at: Int64
    let isOwn, isWithdrawn: Bool

    func covers(_ day: Day) -> Bool { from <= day && day <= to }
}

/// What the family announces.
struct AbsenceWish: Sendable {
    /// As it was typed, to be shown again.
    struct Typed: Sendable {
        var day = ""
        var from = ""
        var to = ""
        var reason = "ill"
        var words = ""
    }

    let from, to: Day
    let category: AbsenceCategory
    let words: String

    /// - Throws: 422 for days that are none, past, in the wrong order or too many.
    init(_ typed: Typed, today: Day) throws {
        let isSpan = typed.day == "other" || typed.day.isEmpty
        guard let from = Day(isSpan ? typed.from : typed.day) else {
            throw Refusal.invalid("no_day", AbsenceTexts.noDay, at: isSpan ? "from" : "day")
        }
        let to = isSpan && !typed.to.isEmpty ? Day(typed.to) : from
        guard let to, from <= to, to.days(since: from) <= 60 else {
            throw Refusal.invalid("wrong_span", AbsenceTexts.wrongSpan, at: "to")
        }
        guard from >= today, from.days(since: today) <= 366 else {
            throw Refusal.invalid("past_day", AbsenceTexts.pastDay, at: isSpan ? "from" : "day")
        }
        guard let category = AbsenceCategory(rawValue: typed.reason), [.ill, .excused].contains(category) else {
            throw Refusal.invalid("no_reason", AbsenceTexts.noReason, at: "reason")
        }
        self.from = from
        self.to = to
        self.category = category
        words = String(typed.words.prefix(300))
    }
}

extension AbsenceWish.Typed {
    init(_ form: Form) {
        day = form["day"] ?? ""
        from = form["from"] ?? ""
        to = form["to"] ?? ""
        reason = form["reason"] ?? ""
        words = form["words"] ?? ""
    }
}

enum AbsenceNotices {
    /// What was announced for a student, the latest first.
    static func all(
        of student: Int64, from day: Day, for visit: Visit, in connection: Connection
    ) throws -> [AbsenceNotice] {
        try connection.fact("notices \(student) \(day) \(visit.person.id)") {
            try connection.all(
                """
                SELECT id, from_day, to_day, category, content, at, by_person, withdrawn_at FROM absence_notice
                WHERE school_id = \(visit.school.id) AND student_id = \(student) AND to_day >= \(day.description)
                ORDER BY from_day DESC, at DESC, id
                LIMIT 50
                """
            ) { row in
                AbsenceNotice(
                    id: row.integer(0), from: Day(row.text(1)) ?? .forever, to: Day(row.text(2)) ?? .forever,
                    category: AbsenceCategory(rawValue: row.text(3)) ?? .unknown, content: row.text(4),
                    at: row.integer(5), isOwn: row.integer(6) == visit.person.id, isWithdrawn: row.integer(7) > 0)
            }
        }
    }

    /// Keeps the announcement; the same one sent twice is one.
    static func announce(_ wish: AbsenceWish, of student: Int64, id: Int64, in writing: Writing) throws {
        let known = try writing.connection.count(
            """
            SELECT count(*) FROM absence_notice
            WHERE school_id = \(writing.school) AND student_id = \(student) AND from_day = \(wish.from.description)
                AND to_day = \(wish.to.description) AND category = \(wish.category.rawValue)
                AND content = \(wish.words) AND by_person = \(writing.author.person) AND withdrawn_at = 0
            """)
        guard known == 0 else { return }
        try writing.connection.run(
            """
            INSERT INTO absence_notice (school_id, id, student_id, from_day, to_day, category, content, at, by_person)
            VALUES (\(writing.school), \(id), \(student), \(wish.from.description), \(wish.to.description),
                \(wish.category.rawValue), \(wish.words), \(writing.instant), \(writing.author.person))
            """)
        try writing.audit(
            "absence.announce", "student/\(student)",
            after: "\(id) \(wish.category.rawValue) \(wish.from)/\(wish.to)", text: wish.words)
    }

    /// Takes an announcement of the visitor's own back.
    /// - Throws: ``Refusal/notFound`` for another one, or one withdrawn before.
    static func withdraw(_ notice: Int64, of student: Int64, in writing: Writing) throws {
        let changed = try writing.connection.run(
            """
            UPDATE absence_notice SET withdrawn_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND id = \(notice) AND student_id = \(student)
                AND by_person = \(writing.author.person) AND withdrawn_at = 0
            """)
        guard changed == 1 else { throw Refusal.notFound }
        try writing.audit("absence.withdraw", "student/\(student)", before: "\(notice)")
    }
}
