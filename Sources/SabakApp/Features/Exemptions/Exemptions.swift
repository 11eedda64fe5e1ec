import HTTPTypes
import SchoolRules
import Store
import Web

/// Who of a class is freed from a subject, from when until when, and by which paper.
enum Exemptions {
    /// By order the clerk writes them, by medical paper the class teacher.
    static let routes: [Route] = [
        .needs(
            .anyOf([.writeAbsenceReason, .writeStudentCard, .readClassRanking]), .get, "/classes/{class}/exemptions",
            bodyLimit: nil, list),
        .needs(.anyOf([.writeAbsenceReason, .writeStudentCard]), .post, "/classes/{class}/exemptions", add),
        .needs(
            .anyOf([.writeAbsenceReason, .writeStudentCard]), .post,
            "/classes/{class}/exemptions/{exemption}/withdraw", withdraw),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        let id = try visit.id("class")
        return try visit.read { try ExemptionsPage.read(visit, classID: id, in: $0) }.answer()
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("class"), visit.asked.form)
        do {
            try await visit.write { writing in
                let page = try ExemptionsPage.read(visit, classID: id, in: writing.connection)
                guard page.mayWrite else { throw Refusal.readOnly }
                try ExemptionsQueries.add(
                    ExemptionForm(form, among: page), id: visit.app.ids.next(), in: writing)
            }
            return .see("/classes/\(id)/exemptions?note=saved")
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            var page = try visit.read { try ExemptionsPage.read(visit, classID: id, in: $0) }
            page.typed = (form, refusal)
            return page.answer(status: refusal.status)
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let (id, exemption) = (try visit.id("class"), try visit.id("exemption"))
        try await visit.write { writing in
            let page = try ExemptionsPage.read(visit, classID: id, in: writing.connection)
            guard page.exemptions.contains(where: { $0.id == exemption }) else { throw Refusal.notFound }
            guard page.mayWrite else { throw Refusal.readOnly }
            try ExemptionsQueries.withdraw(exemption, in: writing)
        }
        return .see("/classes/\(id)/exemptions?note=withdrawn")
    }
}
