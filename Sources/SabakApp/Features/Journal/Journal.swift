import SchoolRules
import Store
import Web

/// The journal: its pages, each a grid of students by lessons, and the history of a cell.
enum Journal {
    static let routes: [Route] =
        [
            .get("/pages", .readPage, list),
            .get("/pages/{page}", .readPage, page),
            .get("/pages/{page}/cells/{lesson}/{student}", .readPage, cellHistory),
        ] + JournalAPI.routes

    /// Pages drawn before; rights are asked for at every request.
    private static let kept = KeptAnswers(limit: 8 << 20)

    private static func list(_ visit: Visit) throws -> Answer {
        let chosen = visit.asked.query["class"].flatMap { Int64($0) }
        let pages = try visit.read { try PageList.read(for: visit, in: $0) }
        return PageListPage(visit: visit, pages: pages, chosen: chosen).answer
    }

    private static func page(_ visit: Visit) throws -> Answer {
        let (id, term) = (try visit.id("page"), visit.asked.query["term"])
        let moment = visit.store.moment
        return try visit.read { connection in
            let opening = try JournalOpening(id, term: term, for: visit, in: connection)
            return try kept.answer(to: visit, since: moment, in: connection) {
                let (from, to, school) = (opening.term.from, opening.term.to, visit.school.id)
                let sheet = try JournalSheet.read(opening, for: visit, in: connection)
                let page = JournalPage(
                    visit: visit, sheet: sheet, terms: opening.terms,
                    teachers: try JournalQueries.teachers(of: id, from: from, to: to, school: school, in: connection),
                    beside: try PageList.beside(opening.page, for: visit, in: connection),
                    head: try AuditHead.read(connection, school: school))
                return .init(
                    answer: page.answer, about: Set(sheet.students.map { .student($0.id) }).union([.page(id)]))
            }
        }
    }

    private static func cellHistory(_ visit: Visit) throws -> Answer {
        let (id, lesson, student) = (try visit.id("page"), try visit.id("lesson"), try visit.id("student"))
        let history = try visit.read { connection in
            let page = try visit.page(id, in: connection)
            guard try mayReadHistory(of: page, visit, in: connection) else { throw Refusal.forbidden }
            return try CellHistory.read(page, lesson: lesson, student: student, for: visit, in: connection)
        }
        return CellHistoryPage(visit: visit, history: history).answer
    }

    /// The whole school's, those of the pages one writes, and those of the classes one leads.
    private static func mayReadHistory(of page: FoundPage, _ visit: Visit, in connection: Connection) throws -> Bool {
        if visit.mayInSchool(.readMarkHistory) || page.writable == .everything || page.classes != nil { return true }
        return try visit.classesLed(in: connection).contains(page.classID)
    }
}
