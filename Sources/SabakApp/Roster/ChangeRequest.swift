import SchoolRules
import Store
import Web

/// What of a person a parent or the class teacher may ask to change.
enum ChangeField: String, CaseIterable, Sendable {
    case phone, email, address, surname, given, patronymic, born, nationalID
    /// Said in words: the clerk changes by hand what they ask for.
    case words

    /// What the card says now.
    func value(of facts: RosterWriting.PersonFacts) -> String {
        switch self {
        case .phone: facts.phone
        case .email: facts.email
        case .address: facts.address
        case .surname: facts.name.surname
        case .given: facts.name.given
        case .patronymic: facts.name.patronymic
        case .born: facts.birthDay
        case .nationalID: facts.nationalID
        case .words: ""
        }
    }

    /// The card with the new value in this field.
    func put(_ value: String, into facts: RosterWriting.PersonFacts) -> RosterWriting.PersonFacts {
        var facts = facts
        let name = facts.name
        switch self {
        case .phone: facts.phone = value
        case .email: facts.email = value
        case .address: facts.address = value
        case .surname: facts.name = PersonName(surname: value, given: name.given, patronymic: name.patronymic)
        case .given: facts.name = PersonName(surname: name.surname, given: value, patronymic: name.patronymic)
        case .patronymic: facts.name = PersonName(surname: name.surname, given: name.given, patronymic: value)
        case .born: facts.birthDay = value
        case .nationalID: facts.nationalID = value
        case .words: break
        }
        return facts
    }

    /// A value as it is read: days short, the personal number only by its end unless the reader keeps the cards.
    func shown(_ value: String, inFull: Bool) -> String {
        switch self {
        case .born: Day(value)?.short ?? value
        case .nationalID:
            inFull ? value : String(repeating: "•", count: max(value.count - 4, 0)) + value.suffix(4)
        case .phone, .email, .address, .surname, .given, .patronymic, .words: value
        }
    }
}

/// A change of somebody's data on its way: parent → class teacher → clerk.
struct ChangeRequest: Sendable {
    enum State: String, CaseIterable, Sendable {
        /// With the class teacher.
        case sent
        /// With the clerk.
        case passed
        /// Sent back by the class teacher, with a reason.
        case returned
        case accepted
        /// Refused by the clerk, with a reason.
        case rejected
        /// Taken back by the sender.
        case withdrawn

        var isOpen: Bool { self == .sent || self == .passed }
    }

    let id, student, person: Int64
    let field: ChangeField
    let oldValue, newValue, words, answer: String
    let state: State
    let sentAt, sentBy, passedAt, passedBy, decidedAt, decidedBy: Int64
    let studentName, personName, senderName: PersonName
    /// The student's class of today; 0 where there is none.
    let classID: Int64
    let className: ClassName?
    /// What the card says now.
    let nowValue: String

    /// What the card says now, as somebody may read it who is not to see a personal number.
    var shownNow: String { field.shown(nowValue, inFull: false) }

    /// Whether the card was changed after the request was written.
    var isOutdated: Bool { field != .words && nowValue != oldValue && nowValue != newValue }
}

extension ChangeRequest {
    enum Asked: Sendable {
        case id(Int64)
        /// What the sender has asked for about one student.
        case sentBy(Int64, about: Int64)
        case inState(State, classes: Set<Int64>?)
        /// What was decided lately.
        case decided(since: Int64, classes: Set<Int64>?)
    }

    static func find(_ asked: Asked, school: Int64, on today: Day, in connection: Connection) throws -> [ChangeRequest]
    {
        let day = today.description
        let condition: SQL =
            switch asked {
            case .id(let id): "change_request.id = \(id)"
            case .sentBy(let sender, let student):
                "change_request.student_id = \(student) AND change_request.sent_by = \(sender)"
            case .inState(let state, _): "change_request.state = \(state.rawValue)"
            case .decided(let since, _):
                "change_request.state IN ('accepted', 'rejected', 'returned') AND change_request.decided_at >= \(since)"
            }
        let found = try connection.all(
            """
            SELECT change_request.id, change_request.student_id, change_request.person_id, change_request.field,
                change_request.old_value, change_request.new_value, change_request.words, change_request.answer,
                change_request.state, change_request.sent_at, change_request.sent_by, change_request.passed_at,
                change_request.passed_by, change_request.decided_at, change_request.decided_by,
                student.surname, student.given, student.patronymic,
                person.surname, person.given, person.patronymic, person.birth_day, person.national_id, person.phone,
                person.email, person.address,
                coalesce(sender.surname, ''), coalesce(sender.given, ''), coalesce(sender.patronymic, ''),
                coalesce((SELECT class.id FROM enrolment
                    JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                    WHERE enrolment.school_id = change_request.school_id
                        AND enrolment.student_id = change_request.student_id
                        AND enrolment.from_day <= \(day) AND enrolment.to_day >= \(day)
                    ORDER BY enrolment.from_day DESC LIMIT 1), 0)
            FROM change_request
            JOIN person AS student ON student.school_id = change_request.school_id
                AND student.id = change_request.student_id
            JOIN person ON person.school_id = change_request.school_id AND person.id = change_request.person_id
            LEFT JOIN person AS sender ON sender.school_id = change_request.school_id
                AND sender.id = change_request.sent_by
            WHERE change_request.school_id = \(school) AND \(condition)
            ORDER BY change_request.sent_at DESC, change_request.id DESC
            """, Self.read)
        let names = found.isEmpty ? [:] : try ClassNames.all(school: school, in: connection)
        let named = found.map { $0.named(names[$0.classID]) }
        switch asked {
        case .inState(_, let classes), .decided(_, let classes):
            return named.filter { classes?.contains($0.classID) ?? true }
        case .id, .sentBy: return named
        }
    }

    private static func read(_ row: Row) -> ChangeRequest {
        let field = ChangeField(rawValue: row.text(3)) ?? .words
        var facts = RosterWriting.PersonFacts(
            name: PersonName(stored: row.text(18), given: row.text(19), patronymic: row.text(20)))
        (facts.birthDay, facts.nationalID, facts.phone) = (row.text(21), row.text(22), row.text(23))
        (facts.email, facts.address) = (row.text(24), row.text(25))
        return ChangeRequest(
            id: row.integer(0), student: row.integer(1), person: row.integer(2), field: field, oldValue: row.text(4),
            newValue: row.text(5), words: row.text(6), answer: row.text(7),
            state: State(rawValue: row.text(8)) ?? .sent,
            sentAt: row.integer(9), sentBy: row.integer(10), passedAt: row.integer(11), passedBy: row.integer(12),
            decidedAt: row.integer(13), decidedBy: row.integer(14),
            studentName: PersonName(stored: row.text(15), given: row.text(16), patronymic: row.text(17)),
            personName: facts.name,
            senderName: PersonName(stored: row.text(26), given: row.text(27), patronymic: row.text(28)),
            classID: row.integer(29), className: nil, nowValue: field.value(of: facts))
    }

    private func named(_ className: ClassName?) -> ChangeRequest {
        ChangeRequest(
            id: id, student: student, person: person, field: field, oldValue: oldValue, newValue: newValue,
            words: words, answer: answer, state: state, sentAt: sentAt, sentBy: sentBy, passedAt: passedAt,
            passedBy: passedBy, decidedAt: decidedAt, decidedBy: decidedBy, studentName: studentName,
            personName: personName, senderName: senderName, classID: classID, className: className, nowValue: nowValue)
    }
}
