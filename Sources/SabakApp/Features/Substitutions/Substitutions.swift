import SchoolRules
import Store
import Web

/// Substitutions: who holds a lesson instead of its teacher, by whose order and why.
enum Substitutions {
    static let routes: [Route] = [
        .get("/substitutions", .writeSubstitution, day),
        .post("/substitutions", .writeSubstitution, name),
        .post("/substitutions/withdraw", .writeSubstitution, withdraw),
    ]

    private static func day(_ visit: Visit) throws -> Answer {
        try show(visit, SubstitutionForms.View(visit.asked.query, today: visit.today))
    }

    private static func name(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let view = SubstitutionForms.View(form, today: visit.today)
        let wish = SubstitutionForms.Wish(form)
        if let problem = wish.problem { return try show(visit, view, problem: problem) }
        let problem = try await visit.write { writing -> Text? in
            let board = try SubstitutionBoard(view, visit, in: writing.connection)
            if let problem = board.problem(with: wish, visit.language) { return problem }
            try board.requireOpen(wish)
            for choice in wish.choices {
                try SubstitutionQueries.name(choice, wish, id: visit.app.ids.next(), in: writing)
            }
            return nil
        }
        if let problem { return try show(visit, view, problem: problem) }
        return .see("/substitutions?day=\(view.day)&teacher=\(view.teacher)&named=\(wish.choices.count)")
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let form = visit.asked.form
        let view = SubstitutionForms.View(form, today: visit.today)
        guard let lesson = form["lesson"].flatMap({ Int64($0) }), let id = form["id"].flatMap({ Int64($0) }) else {
            throw Refusal.notFound
        }
        try await visit.write { try SubstitutionQueries.withdraw(id, lesson: lesson, in: $0) }
        return .see("/substitutions?day=\(view.day)&teacher=\(view.teacher)&note=withdrawn")
    }

    private static func show(_ visit: Visit, _ view: SubstitutionForms.View, problem: Text? = nil) throws -> Answer {
        let board = try visit.read { try SubstitutionBoard(view, visit, in: $0) }
        return SubstitutionsPage(visit: visit, board: board, problem: problem).answer()
    }
}
