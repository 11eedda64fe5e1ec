import SchoolRules
import Store

/// What the school does with work that is not handed in, and the day on which somebody looks.
struct DebtReading: Sendable {
    /// Whose marks are read: a closed term stands as it was on the day of its signature.
    enum Scope: Sendable {
        case grade(Int)
        case student(Int64)
        case school
    }

    /// A term that is signed, with the day.
    private struct Signed: Sendable, Equatable {
        let grades: ClosedRange<Int>
        let from, to, on: Day
    }

    let rule: DebtRule
    private(set) var today: Day
    private var grade: Int?
    private let signed: [Signed]

    init(_ scope: Scope, on today: Day, school: Int64, in connection: Connection) throws {
        rule = try Self.rule(school: school, in: connection)
        self.today = today
        if case .grade(let own) = scope { grade = own } else { grade = nil }
        // A sign that stays a sign has nothing to be held back.
        signed = rule.turns ? try Self.signed(scope, school: school, in: connection) : []
    }

    static func rule(school: Int64, in connection: Connection) throws -> DebtRule {
        try connection.fact("debt rule") {
            var rule = DebtRule.standard
            try connection.each(
                "SELECT name, value FROM setting WHERE school_id = \(school) AND name IN ('debt.days', 'debt.turns')"
            ) { row in
                if row.text(0) == "debt.days" {
                    rule.days = Int(row.text(1)) ?? rule.days
                } else {
                    rule.turning = Dated(stored: row.text(1)) ?? rule.turning
                }
            }
            return rule
        }
    }

    private static func signed(_ scope: Scope, school: Int64, in connection: Connection) throws -> [Signed] {
        try connection.fact("signed terms \(scope)") {
            let only: SQL =
                switch scope {
                case .school: ""
                case .grade(let grade): "AND term.grade_from <= \(grade) AND term.grade_to >= \(grade)"
                case .student(let student):
                    """
                    AND EXISTS (SELECT 1 FROM enrolment
                        JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                        WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
                            AND class.year = term.year AND class.grade >= term.grade_from
                            AND class.grade <= term.grade_to)
                    """
                }
            let time = try LocalTime.of(school, in: connection)
            return try connection.all(
                """
                SELECT term.grade_from, term.grade_to, term.from_day, term.to_day, term.closed_at FROM term
                WHERE term.school_id = \(school) AND term.closed_at > 0 \(only)
                ORDER BY term.from_day, term.id
                """
            ) { row in
                Signed(
                    grades: row.int(0)...max(row.int(0), row.int(1)), from: Day(row.text(2)) ?? .forever,
                    to: Day(row.text(3)) ?? .forever, on: time.moment(row.integer(4)).day)
            }
        }
    }

    /// The same on another day.
    func looking(on day: Day) -> DebtReading {
        var later = self
        later.today = day
        return later
    }

    /// Of the school's, those of one grade.
    func narrowed(to grade: Int) -> DebtReading {
        var own = self
        own.grade = grade
        return own
    }

    /// The day on which a mark of a lesson stands as it is read: today, or that of the signature under its term.
    func day(of lesson: Day, grade: Int? = nil) -> Day {
        let grade = grade ?? self.grade
        let term = signed.first { term in
            term.from <= lesson && lesson <= term.to && grade.map(term.grades.contains) ?? true
        }
        return term.map { min($0.on, today) } ?? today
    }

    /// What a kept value of a lesson stands for; a mark that is no debt stands for itself.
    func standing(_ stored: String, of lesson: Day) -> String {
        stored.hasPrefix(DebtSign.sign) ? rule.standing(stored, of: lesson, on: day(of: lesson)) : stored
    }

    /// The debt behind a kept value of a lesson, if it is one.
    func debt(_ stored: String, of lesson: Day) -> Debt? {
        stored.hasPrefix(DebtSign.sign) ? DebtSign(stored: stored).flatMap { rule.debt($0, of: lesson) } : nil
    }
}

extension DebtSign {
    /// What stands in a cell, in the language of record: a code that a debt has turned into has its own sign.
    static func shown(_ standing: String, _ language: RecordLanguage) -> String {
        AssessmentCode(rawValue: standing)?.label[language] ?? standing
    }
}
