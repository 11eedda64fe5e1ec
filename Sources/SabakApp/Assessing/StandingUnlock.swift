import SchoolRules
import Store

/// An unlock as it is kept: on its way, open, over or refused.
struct StandingUnlock: Sendable {
    let id: Int64
    let unlock: Unlock
    /// Epoch milliseconds.
    let askedAt: Int64
    let refusedAt: Int64
    let refusedBy: Int64
    let refusal: String

    var request: UnlockRequest { unlock.request }
    var isRefused: Bool { refusedAt > 0 }

    func isOpen(at now: Moment) -> Bool {
        !isRefused && unlock.isOpen(for: request.teacher, page: request.page, at: now)
    }

    /// Whether somebody must still agree.
    var isWaiting: Bool { !isRefused && unlock.until == nil }

    /// The unlocks of a page, of a teacher, or of the whole school, the newest first.
    static func all(
        page: Int64? = nil, teacher: Int64? = nil, id: Int64? = nil, school: Int64, time: LocalTime,
        in connection: Connection
    ) throws -> [StandingUnlock] {
        var only: SQL = ""
        if let page { only = "\(only) AND unlock.page_id = \(page)" }
        if let teacher { only = "\(only) AND unlock.teacher_id = \(teacher)" }
        if let id { only = "\(only) AND unlock.id = \(id)" }
        let approvals = try approvals(only, school: school, time: time, in: connection)
        return try connection.all(
            """
            SELECT unlock.id, unlock.page_id, unlock.teacher_id, unlock.is_final, unlock.reason, unlock.at,
                unlock.refused_at, unlock.refused_by, unlock.refusal
            FROM unlock WHERE unlock.school_id = \(school) \(only) ORDER BY unlock.at DESC, unlock.id DESC LIMIT 200
            """
        ) { row in
            let request = UnlockRequest(
                teacher: row.integer(2), page: row.integer(1), isFinal: row.bool(3), reason: row.text(4))
            return StandingUnlock(
                id: row.integer(0), unlock: try unlock(request, approvals[row.integer(0)] ?? []),
                askedAt: row.integer(5), refusedAt: row.integer(6), refusedBy: row.integer(7), refusal: row.text(8))
        }
    }

    private struct Approval {
        let person: Int64
        let role: Role
        let minutes: Int
        let at: Moment
    }

    /// The same steps again: the wish was judged by the regime of its page when it was made.
    private static func unlock(_ request: UnlockRequest, _ approvals: [Approval]) throws -> Unlock {
        var unlock = try Unlock(request, by: AssessmentSettings())
        for approval in approvals {
            try unlock.approve(
                by: approval.person, as: [approval.role], minutes: approval.minutes, at: approval.at)
        }
        return unlock
    }

    private static func approvals(_ only: SQL, school: Int64, time: LocalTime, in connection: Connection) throws
        -> [Int64: [Approval]]
    {
        var found: [Int64: [Approval]] = [:]
        try connection.each(
            """
            SELECT unlock_approval.unlock_id, unlock_approval.person_id, unlock_approval.role,
                unlock_approval.minutes, unlock_approval.at
            FROM unlock_approval
            JOIN unlock ON unlock.school_id = unlock_approval.school_id AND unlock.id = unlock_approval.unlock_id
            WHERE unlock_approval.school_id = \(school) \(only)
            ORDER BY unlock_approval.unlock_id, unlock_approval.at, unlock_approval.person_id
            """
        ) { row in
            guard let role = Role(rawValue: row.text(2)) else { return }
            found[row.integer(0), default: []].append(
                Approval(
                    person: row.integer(1), role: role, minutes: row.int(3), at: time.moment(row.integer(4))))
        }
        return found
    }
}

/// What closed terms let one person write on one page. The one place that decides it for the journal.
struct PageFreeze: Sendable {
    private let closed: [Stay]
    private let unlocks: [StandingUnlock]
    private let page, person: Int64
    private let now: Moment

    /// - Parameter grade: the grade that the page's terms go by.
    init(_ page: FoundPage, grade: Int, for person: Int64, at instant: Int64, school: Int64, in connection: Connection)
        throws
    {
        closed = try CellQueries.closedTerms(year: page.year, grade: grade, school: school, in: connection)
        let time = try closed.isEmpty ? LocalTime(zone: "UTC") : LocalTime.of(school, in: connection)
        now = time.moment(instant)
        unlocks =
            try closed.isEmpty
            ? []
            : StandingUnlock.all(page: page.id, teacher: person, school: school, time: time, in: connection)
                .filter { !$0.isRefused }
        self.page = page.id
        self.person = person
    }

    func isClosed(_ day: Day) -> Bool { closed.contains { $0.contains(day.description) } }

    /// The unlock under which a current mark of a closed day may be changed now.
    func unlock(isFinal: Bool = false) -> StandingUnlock? {
        unlocks.first { (!isFinal || $0.request.isFinal) && $0.isOpen(at: now) }
    }

    /// Whether what was recorded on a day may be written now.
    func allows(_ day: Day) -> Bool {
        Freeze.allows(
            writingFinal: false, closed: isClosed(day) ? PeriodClosing(by: 0, at: now) : nil,
            unlocks: unlocks.map(\.unlock), teacher: person, page: page, at: now)
    }
}

/// What was changed under an unlock, for everybody whom it concerns.
struct Correction: Sendable {
    let page, student: Int64
    let studentName: PersonName
    let subject: Names
    let className: ClassName?
    let groupName: String
    /// Nil for a current mark.
    let key: FinalKey?
    /// The lesson's day of a current mark.
    let day: Day?
    let before, after, reason: String
    /// Epoch milliseconds.
    let at: Int64
    let by: PersonName

    /// Writes down a change under an unlock.
    static func note(
        _ unlock: StandingUnlock, page: Int64, student: Int64, key: FinalKey? = nil, day: Day? = nil, before: String,
        after: String, reason: String, id: Int64, in writing: Writing
    ) throws {
        try writing.connection.run(
            """
            INSERT INTO correction (school_id, id, unlock_id, page_id, student_id, period, day, before, after, reason,
                at, by_person)
            VALUES (\(writing.school), \(id), \(unlock.id), \(page), \(student), \(key?.stored ?? ""),
                \(day?.description ?? ""), \(before), \(after), \(reason.isEmpty ? unlock.request.reason : reason),
                \(writing.instant), \(writing.author.person))
            """)
    }

    enum Scope: Sendable {
        case school
        case student(Int64)
        case page(Int64)
        /// Pages taught by a person, and students of the classes led.
        case person(Int64, led: Set<Int64>)
    }

    /// The changes a scope is told of, the newest first.
    static func all(_ scope: Scope, year: Int, school: Int64, in connection: Connection) throws -> [Correction] {
        let only: SQL =
            switch scope {
            case .school: ""
            case .student(let id): "AND correction.student_id = \(id)"
            case .page(let id): "AND correction.page_id = \(id)"
            case .person(let id, let led):
                """
                AND (correction.page_id IN (SELECT load.page_id FROM load
                        WHERE load.school_id = \(school) AND load.teacher_id = \(id))
                    OR correction.student_id IN (SELECT pupil.student_id FROM enrolment AS pupil
                        WHERE pupil.school_id = \(school) AND pupil.group_id IN \(list: led.sorted())))
                """
            }
        return try connection.all(
            """
            SELECT correction.page_id, correction.student_id, student.surname, student.given, student.patronymic,
                subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, coalesce(class.grade, 0),
                coalesce(class.letter, ''), study_group.name, correction.period, correction.day, correction.before,
                correction.after, correction.reason, correction.at, author.surname, author.given, author.patronymic
            FROM correction
            JOIN person AS student ON student.school_id = correction.school_id AND student.id = correction.student_id
            JOIN person AS author ON author.school_id = correction.school_id AND author.id = correction.by_person
            JOIN page ON page.school_id = correction.school_id AND page.id = correction.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE correction.school_id = \(school) AND page.year = \(year) \(only)
            ORDER BY correction.at DESC, correction.id DESC LIMIT 100
            """, Correction.init)
    }

    private init(_ row: Row) {
        page = row.integer(0)
        student = row.integer(1)
        studentName = PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4))
        subject = Names(ky: row.text(5), ru: row.text(6), kk: row.text(7), en: row.text(8))
        let hasClass = row.int(9) > 0 || !row.text(10).isEmpty
        className = hasClass ? ClassName(grade: row.int(9), letter: row.text(10)) : nil
        groupName = row.text(11)
        key = FinalKey(row.text(12))
        day = Day(row.text(13))
        before = row.text(14)
        after = row.text(15)
        reason = row.text(16)
        at = row.integer(17)
        by = PersonName(stored: row.text(18), given: row.text(19), patronymic: row.text(20))
    }
}
