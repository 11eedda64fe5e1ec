import SchoolRules
import Store
import Web

/// Changes of people's data on their way: the class teacher passes on or sends back, the clerk or the deputy decides.
enum Requests {
    static let routes: [Route] = [
        .needs(.anyOf([.requestRosterChange, .approveRosterChange]), .get, "/requests", bodyLimit: nil, list),
        .get("/requests/new", .requestRosterChange, new),
        .post("/requests", .requestRosterChange, send),
        .post("/requests/{request}/pass", .requestRosterChange, pass),
        .post("/requests/{request}/return", .requestRosterChange, sendBack),
        .post("/requests/{request}/accept", .approveRosterChange, accept),
        .post("/requests/{request}/reject", .approveRosterChange, reject),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        // A parent has the same right over the own child; those requests stand in the diary.
        guard visit.may(.requestRosterChange, over: .class) || visit.mayInSchool(.approveRosterChange) else {
            return .see("/diary/more")
        }
        return try visit.read { try RequestsPage.read(visit, in: $0).answer }
    }

    private static func new(_ visit: Visit) throws -> Answer {
        let query = visit.asked.query
        guard let student = query["student"].flatMap(Int64.init) else { throw Refusal.notFound }
        let subject = try visit.read { try RequestSubject.find(student, visit, in: $0) }
        let typed = Form(fields: [("field", query["field"] ?? "phone"), ("person", query["person"] ?? "")])
        return NewRequestPage(visit: visit, subject: subject, inputs: Inputs(typed: typed, language: visit.language))
            .answer
    }

    private static func send(_ visit: Visit) async throws -> Answer {
        guard let student = visit.asked.form["student"].flatMap(Int64.init) else { throw Refusal.notFound }
        let subject = try visit.read { try RequestSubject.find(student, visit, in: $0) }
        var wish = ChangeWish(visit.asked.form, people: subject.people.map(\.id), on: visit.today)
        let id = visit.app.ids.next()
        if wish.problems.isEmpty {
            do {
                let sent = wish
                try await visit.write { try sent.send(about: student, isPassed: true, id: id, in: $0) }
                return .see("/requests?note=passed")
            } catch let refusal as Refusal where refusal.code == "same_value" {
                wish.mark(refusal)
            }
        }
        let inputs = Inputs(typed: wish.typed, problems: wish.problems, language: visit.language)
        var answer = NewRequestPage(visit: visit, subject: subject, inputs: inputs).answer
        answer.status = .unprocessableContent
        return answer
    }

    private static func pass(_ visit: Visit) async throws -> Answer {
        try await step(visit, note: "passed") { deciding, _ in try deciding.pass() }
    }

    private static func sendBack(_ visit: Visit) async throws -> Answer {
        try await step(visit, note: "returned") { deciding, answer in
            guard !answer.isEmpty else { throw RequestTexts.needsReason }
            try deciding.return(because: answer)
        }
    }

    private static func accept(_ visit: Visit) async throws -> Answer {
        let (seen, ids) = (visit.asked.form["now"] ?? "", visit.app.ids)
        return try await step(visit, note: "accepted") { deciding, _ in try deciding.accept(seen: seen, ids: ids) }
    }

    private static func reject(_ visit: Visit) async throws -> Answer {
        try await step(visit, note: "rejected") { deciding, answer in
            guard !answer.isEmpty else { throw RequestTexts.needsReason }
            try deciding.reject(because: answer)
        }
    }

    private static func step(
        _ visit: Visit, note: String, _ decide: @escaping @Sendable (ChangeDeciding, String) throws -> Void
    ) async throws -> Answer {
        let id = try visit.id("request")
        let answer = String((visit.asked.form["answer"] ?? "").prefix(300))
        let isDecision = note == "accepted" || note == "rejected"
        try await visit.write { writing in
            let found = try ChangeRequest.find(
                .id(id), school: writing.school, on: visit.today, in: writing.connection)
            guard let request = found.first else { throw Refusal.notFound }
            if isDecision {
                guard visit.mayInSchool(.approveRosterChange) else { throw Refusal.notFound }
            } else {
                _ = try visit.classToRead(request.classID, by: .requestRosterChange, in: writing.connection)
            }
            try decide(ChangeDeciding(request: request, writing: writing), answer)
        }
        return .see("/requests?note=\(note)")
    }
}

/// A student of the own class, with those whose data may be spoken of.
struct RequestSubject: Sendable {
    let student: Int64
    let people: [(id: Int64, name: PersonName)]

    static func find(_ student: Int64, _ visit: Visit, in connection: Connection) throws -> RequestSubject {
        let (school, today) = (visit.school.id, visit.today.description)
        let led = try visit.classesLed(in: connection).sorted()
        let isOwn =
            try connection.count(
                """
                SELECT count(*) FROM enrolment
                WHERE school_id = \(school) AND student_id = \(student) AND group_id IN \(list: led)
                    AND from_day <= \(today) AND to_day >= \(today)
                """) > 0
        guard isOwn, visit.may(.requestRosterChange, over: .class),
            let own = try RosterWriting.PersonFacts.read(student, school: school, in: connection)?.facts
        else { throw Refusal.notFound }
        let guardians = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM guardian
            JOIN person ON person.school_id = guardian.school_id AND person.id = guardian.guardian_id
            WHERE guardian.school_id = \(school) AND guardian.student_id = \(student)
                AND guardian.to_day >= \(today) AND guardian.confirmed_at > 0
            ORDER BY person.sort_key, person.id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
        return RequestSubject(student: student, people: [(student, own.name)] + guardians)
    }
}
