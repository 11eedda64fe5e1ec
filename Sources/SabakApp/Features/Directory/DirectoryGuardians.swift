import SchoolRules
import Store
import Web

extension Directory {
    static let guardianRoutes: [Route] = [
        .post("/students/{person}/guardians", .linkParent, addGuardian),
        .post("/students/{person}/guardians/{guardian}", .linkParent, changeGuardian),
    ]

    private static func addGuardian(_ visit: Visit) async throws -> Answer {
        let child = try visit.id("person")
        let form = GuardianForm(visit.asked.form, on: visit.today)
        var forms = StudentCardForms(language: visit.language, guardian: form.inputs(visit.language))
        guard form.existing != nil || form.problems.isEmpty else { return try redraw(visit, child, forms) }
        if form.existing == nil, !form.isKnownToBeNew {
            let same = try visit.read { try DirectoryQueries.namesakes(of: form.person, visit, in: $0) }
            if !same.isEmpty {
                forms.namesakes = same
                return try redraw(visit, child, forms)
            }
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let card = try StudentCard.read(visit, of: child, in: writing.connection)
            let roster = try RosterWriting(writing: writing, ids: ids)
            let guardian = try form.existing ?? roster.addPerson(form.person.facts)
            try GuardianQueries.requireAdult(guardian, visit, in: writing.connection)
            try roster.addGuardian(
                guardian, of: card.id, relation: form.relation, from: visit.today.description, isConfirmed: false)
        }
        return .see("/students/\(child)?note=linked")
    }

    private static func changeGuardian(_ visit: Visit) async throws -> Answer {
        let (child, guardian) = (try visit.id("person"), try visit.id("guardian"))
        let form = GuardianForm(visit.asked.form, on: visit.today)
        if form.isEnd {
            try await visit.write { writing in
                try GuardianQueries.end(guardian, of: child, on: visit.today, in: writing)
            }
            return .see("/students/\(child)?note=unlinked")
        }
        guard form.problems.isEmpty else {
            let inputs = form.inputs(visit.language, prefix: "g\(guardian)-")
            return try redraw(visit, child, StudentCardForms(language: visit.language, guardian: inputs))
        }
        let ids = visit.app.ids
        try await visit.write { writing in
            let facts = try GuardianQueries.facts(of: guardian, child: child, visit, in: writing.connection)
            try RosterWriting(writing: writing, ids: ids).changePerson(guardian, to: form.person.over(facts))
            try GuardianQueries.keep(relation: form.relation, of: guardian, child: child, in: writing)
        }
        return .see("/students/\(child)?note=saved")
    }
}
