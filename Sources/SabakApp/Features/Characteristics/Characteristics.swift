import HTTPTypes
import SchoolRules
import Store
import Web

/// What a teacher writes of a student in a period, in words: knowledge, skills, interest (003 3.2). Families read it.
enum Characteristics {
    static let routes: [Route] = [
        .get("/pages/{page}/words", .readPage, sheet),
        .post("/pages/{page}/words", .writePeriodMark, bodyLimit: 262_144, save),
    ]

    static let longest = 600

    private static func sheet(_ visit: Visit) throws -> Answer {
        let (id, wish) = (try visit.id("page"), try WishedPeriod(visit.asked.query))
        return try visit.read { connection in
            let page = try visit.page(id, in: connection)
            return try open(page, wish.key, for: visit, in: connection).answer()
        }
    }

    private static func open(_ page: FoundPage, _ key: FinalKey?, for visit: Visit, in connection: Connection) throws
        -> CharacteristicsPage
    {
        let school = visit.school.id
        let place = try FinalPlace(
            page, key, on: visit.today, school: school, time: visit.school.time, in: connection)
        let members = try FinalQueries.members(
            of: page.group, on: place.to, classes: page.classes, school: school, in: connection)
        return CharacteristicsPage(
            visit: visit, place: place, students: members.map { ($0.id, $0.name) },
            texts: try CharacteristicQueries.texts(
                on: page.id, period: place.key.stored, school: school, in: connection),
            mayWrite: page.writable == .everything && place.closing == nil)
    }

    private static func save(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("page"), visit.asked.form)
        let wish = try WishedPeriod(form)
        let (key, problems) = try await visit.write { writing in
            let page = try visit.ownPage(id, in: writing.connection)
            let sheet = try open(page, wish.key, for: visit, in: writing.connection)
            guard sheet.mayWrite else { throw Refusal.termClosed }
            let wishes = CharacteristicWish.all(form, of: sheet.students.map(\.id))
            let long = wishes.filter { $0.text.count > longest }.map(\.student)
            let stale = try wishes.filter { !long.contains($0.student) }.filter {
                try !CharacteristicQueries.keep($0, page: id, period: sheet.place.key.stored, in: writing)
            }.map(\.student)
            return (sheet.place.key, (long: Set(long), stale: Set(stale)))
        }
        guard !problems.long.isEmpty || !problems.stale.isEmpty else {
            return .see("/pages/\(id)/words?term=\(key.stored)&note=saved")
        }
        return try visit.read { connection in
            var page = try open(visit.page(id, in: connection), key, for: visit, in: connection)
            page.typed = form
            page.long = problems.long
            page.stale = problems.stale
            return page.answer(status: .unprocessableContent)
        }
    }
}

/// A text somebody wants to stand for a student.
struct CharacteristicWish: Sendable {
    let student: Int64
    let text: String
    /// The version it was written over; 0 where there was none.
    let version: Int64

    static func all(_ form: Form, of students: [Int64]) -> [CharacteristicWish] {
        students.compactMap { student in
            guard let typed = form["text-\(student)"] else { return nil }
            let lines = typed.split(whereSeparator: \.isNewline).map { line in
                line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            return CharacteristicWish(
                student: student, text: composed(lines.joined(separator: "\n")),
                version: form["version-\(student)"].flatMap { Int64($0) } ?? 0)
        }
    }
}
