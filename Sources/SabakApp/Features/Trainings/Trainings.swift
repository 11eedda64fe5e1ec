import SchoolRules
import Web

/// What the staff was taught about keeping the journal, and who was there (002 VI.2: the responsible person trains the
/// teachers).
enum Trainings {
    static let routes: [Route] = [
        .get("/trainings", .readControlReport, list),
        .post("/trainings", .readControlReport, add),
        .get("/trainings/{training}", .readControlReport, one),
        .post("/trainings/{training}", .readControlReport, keep),
        .post("/trainings/{training}/remove", .readControlReport, remove),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        try requireTrainer(visit)
        let form = Inputs(typed: Form(fields: [("day", visit.today.description)]), language: visit.language)
        return try show(visit, form)
    }

    private static func show(_ visit: Visit, _ form: Inputs) throws -> Answer {
        let rows = try visit.read { try TrainingQueries.all(visit.school.id, in: $0) }
        return TrainingsPage(visit: visit, rows: rows, form: form).answer
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        try requireTrainer(visit)
        let wish = TrainingWish(visit.asked.form, today: visit.today)
        guard wish.problems.isEmpty else {
            var answer = try show(
                visit, Inputs(typed: visit.asked.form, problems: wish.problems, language: visit.language))
            answer.status = .unprocessableContent
            return answer
        }
        let id = visit.app.ids.next()
        try await visit.write { try TrainingQueries.add(id, wish, in: $0) }
        return .see("/trainings/\(id)")
    }

    private static func one(_ visit: Visit) throws -> Answer {
        try requireTrainer(visit)
        let id = try visit.id("training")
        let (training, people) = try visit.read { connection in
            (
                try TrainingQueries.one(id, visit.school.id, in: connection),
                try TrainingQueries.people(id, visit, in: connection)
            )
        }
        return TrainingPage(visit: visit, training: training, people: people).answer
    }

    private static func keep(_ visit: Visit) async throws -> Answer {
        try requireTrainer(visit)
        let id = try visit.id("training")
        let there = Set(visit.asked.form.all("person").compactMap { Int64($0) })
        try await visit.write { writing in
            _ = try TrainingQueries.one(id, writing.school, in: writing.connection)
            let known = Set(try TrainingQueries.people(id, visit, in: writing.connection).map(\.id))
            try TrainingQueries.keep(there.intersection(known), of: id, in: writing)
        }
        return .see("/trainings/\(id)?note=saved")
    }

    private static func remove(_ visit: Visit) async throws -> Answer {
        try requireTrainer(visit)
        let id = try visit.id("training")
        try await visit.write { writing in
            _ = try TrainingQueries.one(id, writing.school, in: writing.connection)
            try TrainingQueries.remove(id, in: writing)
        }
        return .see("/trainings")
    }

    private static func requireTrainer(_ visit: Visit) throws {
        guard visit.mayTrain else { throw Refusal.notFound }
    }
}

/// A training as typed.
struct TrainingWish: Sendable {
    let day: Day
    let topic, note: String
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form, today: Day) {
        let typed = form["day"].flatMap { Day($0) }
        day = typed ?? today
        topic = String((form["topic"] ?? "").prefix(200))
        note = String((form["note"] ?? "").prefix(500))
        if typed == nil { problems["day"] = TrainingTexts.noDay }
        if topic.isEmpty { problems["topic"] = TrainingTexts.noTopic }
    }
}
