import HTTPTypes
import SchoolRules
import Store
import Web

/// Marks that newcomers bring from their former school, entered by the teacher of the page.
enum Transfers {
    static let routes: [Route] = [
        .get("/pages/{page}/transferred", .readPage, list),
        .post("/pages/{page}/transferred", .writeMark, add),
        .post("/pages/{page}/transferred/{mark}/withdraw", .writeMark, withdraw),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        let id = try visit.id("page")
        return try visit.read { try TransfersPage.read(visit, page: visit.page(id, in: $0), in: $0) }.answer()
    }

    private static func add(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("page"), visit.asked.form)
        do {
            try await visit.write { writing in
                let page = try visit.ownPage(id, in: writing.connection)
                let sheet = try TransfersPage.read(visit, page: page, in: writing.connection)
                try TransfersQueries.add(TransferForm(form, among: sheet), to: page, by: visit, in: writing)
            }
            return .see("/pages/\(id)/transferred?note=saved")
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            var page = try visit.read { try TransfersPage.read(visit, page: visit.page(id, in: $0), in: $0) }
            page.typed = (form, refusal)
            return page.answer(status: refusal.status)
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let (id, mark) = (try visit.id("page"), try visit.id("mark"))
        try await visit.write { writing in
            let page = try visit.ownPage(id, in: writing.connection)
            try TransfersQueries.withdraw(mark, of: page, by: visit, in: writing)
        }
        return .see("/pages/\(id)/transferred?note=withdrawn")
    }
}
