import SchoolRules
import Store
import Web

/// A change that is asked for: whose data, which field, the new value, words to it.
struct ChangeWish: Sendable {
    let typed: Form
    let field: ChangeField?
    let value, words: String
    /// Whose data: the student's, or a representative's.
    let person: Int64?
    private(set) var problems: [String: Text] = [:]

    /// - Parameter people: whose data the sender may speak of.
    init(_ form: Form, people: [Int64], on today: Day) {
        typed = form
        field = form["field"].flatMap(ChangeField.init)
        words = String((form["words"] ?? "").prefix(500))
        person = form["person"].flatMap(Int64.init).flatMap { people.contains($0) ? $0 : nil } ?? people.first
        let given = String((form["value"] ?? "").prefix(300))
        value = field == .born ? DateReading.day(given)?.description ?? given : given
        guard let field else {
            problems["field"] = ChangeWords.chooseField
            return
        }
        if field == .words {
            if words.isEmpty { problems["words"] = ChangeWords.sayIt }
        } else if value.isEmpty {
            problems["value"] = ChangeWords.sayIt
        } else if let problem = problem(of: field, on: today) {
            problems["value"] = problem
        }
    }

    /// Puts a refusal beside the value.
    mutating func mark(_ refusal: Refusal) { problems["value"] = refusal.title }

    /// The card's own rules, for the one field.
    private func problem(of field: ChangeField, on today: Day) -> Text? {
        let known = RosterWriting.PersonFacts(name: PersonName(surname: "—", given: "—", patronymic: ""))
        let facts = field.put(value, into: known)
        var fields = PersonForm.filled(facts, version: 0).fields
        fields.append(("nationalID", facts.nationalID))
        return PersonForm(Form(fields: fields), on: today).problems[field.rawValue]
    }

    /// - Parameter isPassed: whether the sender is the class teacher, so that it goes to the clerk at once.
    func send(about student: Int64, isPassed: Bool, id: Int64, in writing: Writing) throws {
        guard let field, let person,
            let facts = try RosterWriting.PersonFacts.read(
                person, school: writing.school, in: writing.connection)?.facts
        else { throw Refusal.notFound }
        let old = field.value(of: facts)
        if field != .words, old == value { throw Refusal.invalid("same_value", ChangeWords.sameValue, at: "/value") }
        let state = isPassed ? ChangeRequest.State.passed : .sent
        try writing.connection.run(
            """
            INSERT INTO change_request (school_id, id, student_id, person_id, field, old_value, new_value, words, state,
                sent_at, sent_by, passed_at, passed_by)
            VALUES (\(writing.school), \(id), \(student), \(person), \(field.rawValue), \(old), \(value), \(words),
                \(state.rawValue), \(writing.instant), \(writing.author.person),
                \(isPassed ? writing.instant : 0), \(isPassed ? writing.author.person : 0))
            """)
        try writing.audit(
            "request.send", "request/\(id)", after: "\(field.rawValue) person/\(person)",
            text: "\(field.shown(old, inFull: false)) → \(field.shown(value, inFull: false)) \(words)")
    }
}

/// The steps of a request, each with its person and its audit row.
struct ChangeDeciding {
    let request: ChangeRequest
    let writing: Writing

    func pass() throws {
        try step(from: .sent, to: .passed, answer: "")
        try writing.audit("request.pass", "request/\(request.id)", before: "sent", after: "passed")
    }

    func `return`(because answer: String) throws {
        try step(from: .sent, to: .returned, answer: answer)
        try writing.audit("request.return", "request/\(request.id)", before: "sent", after: "returned", text: answer)
    }

    func withdraw() throws {
        guard request.state.isOpen else { throw Refusal.changedMeanwhile }
        try step(from: request.state, to: .withdrawn, answer: "")
        try writing.audit(
            "request.withdraw", "request/\(request.id)", before: request.state.rawValue, after: "withdrawn")
    }

    func reject(because answer: String) throws {
        try step(from: .passed, to: .rejected, answer: answer)
        try writing.audit("request.reject", "request/\(request.id)", before: "passed", after: "rejected", text: answer)
    }

    /// The card changes now, in the same transaction.
    /// - Parameter seen: what the clerk saw on the card.
    func accept(seen: String, ids: Identity) throws {
        guard seen == request.shownNow else { throw Refusal.changedMeanwhile }
        try step(from: .passed, to: .accepted, answer: "")
        if request.field != .words,
            let known = try RosterWriting.PersonFacts.read(
                request.person, school: writing.school, in: writing.connection)
        {
            try RosterWriting(writing: writing, ids: ids)
                .changePerson(request.person, to: request.field.put(request.newValue, into: known.facts))
        }
        try writing.audit(
            "request.accept", "request/\(request.id)", before: "passed",
            after: "accepted \(request.field.rawValue) person/\(request.person)",
            text: "\(request.shownNow) → \(request.field.shown(request.newValue, inFull: false))")
    }

    private func step(from old: ChangeRequest.State, to new: ChangeRequest.State, answer: String) throws {
        let isPassing = new == .passed
        let changed = try writing.connection.run(
            """
            UPDATE change_request SET state = \(new.rawValue), answer = \(answer),
                passed_at = CASE WHEN \(isPassing) = 1 THEN \(writing.instant) ELSE passed_at END,
                passed_by = CASE WHEN \(isPassing) = 1 THEN \(writing.author.person) ELSE passed_by END,
                decided_at = CASE WHEN \(isPassing) = 1 THEN 0 ELSE \(writing.instant) END,
                decided_by = CASE WHEN \(isPassing) = 1 THEN 0 ELSE \(writing.author.person) END
            WHERE school_id = \(writing.school) AND id = \(request.id) AND state = \(old.rawValue)
            """)
        guard changed == 1 else { throw Refusal.changedMeanwhile }
    }
}
