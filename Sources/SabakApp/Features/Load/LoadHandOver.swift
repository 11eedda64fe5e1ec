import HTTPTypes
import SchoolRules
import Store
import Web

extension Load {
    static let handOverRoutes: [Route] = [
        .get("/load/handover", .writeLoad, showHandOver),
        .post("/load/handover", .writeLoad, handOver),
    ]

    private static func showHandOver(_ visit: Visit) throws -> Answer {
        let visit = try visit.inAskedYear()
        let list = try visit.read { try LoadToHandOver(visit, in: $0) }
        return HandOverPage(visit: visit, list: list, wish: nil).answer()
    }

    private static func handOver(_ visit: Visit) async throws -> Answer {
        let visit = try visit.inAskedYear()
        let list = try visit.read { try LoadToHandOver(visit, in: $0) }
        var wish = HandOverWish(visit.asked.form, list, year: visit.year)
        guard wish.problems.isEmpty else {
            return HandOverPage(visit: visit, list: list, wish: wish).answer(status: .unprocessableContent)
        }
        let (given, ids, leaving) = (wish.given, visit.app.ids, wish.leaving)
        do {
            try await visit.write { writing in
                for page in given {
                    let problem = try LoadQueries.handOver(page: page.page, page.wish, ids: ids, in: writing)
                    if let problem { throw Refusal.invalid("not_given", problem, at: "/to-\(page.page)") }
                }
            }
        } catch let refusal as Refusal where !refusal.fields.isEmpty {
            wish.problems = FormProblems(refusal.problems)
            return HandOverPage(visit: visit, list: list, wish: wish).answer(status: .unprocessableContent)
        }
        return .see("/load/handover?note=given&teacher=\(leaving)\(visit.yearQuery)")
    }
}

/// The load that ends with a dismissal and that nobody has taken over yet.
struct LoadToHandOver: Sendable {
    struct Page: Sendable {
        let page: TaughtPage
        let hours: Int
    }

    struct Leaving: Sendable {
        let id: Int64
        let name: PersonName
        /// The day of the dismissal.
        let day: Day
        let pages: [Page]
        var hours: Int { pages.reduce(0) { $0 + $1.hours } }
    }

    let leaving: [Leaving]
    /// Whom it can be given to.
    let teachers: [ListedTeacher]

    init(_ visit: Visit, in connection: Connection) throws {
        let school = visit.school.id
        let open = try LoadQueries.openLoad(year: visit.year, school: school, in: connection)
        guard !open.isEmpty else {
            (leaving, teachers) = ([], [])
            return
        }
        let pages = try TaughtPages.all(year: visit.year, on: visit.today, school: school, in: connection)
        leaving = Dictionary(grouping: open, by: \.teacher).values.compactMap { rows in
            rows.first.map { first in
                Leaving(
                    id: first.teacher, name: first.name, day: first.to,
                    pages: pages.compactMap { page in
                        rows.first { $0.page == page.id }.map { Page(page: page, hours: $0.hours) }
                    })
            }
        }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
        let gone = Set(leaving.map(\.id))
        teachers = try ListedTeacher.all(on: visit.today, school: school, in: connection)
            .filter { !gone.contains($0.id) }
    }
}

extension LoadQueries {
    /// Rows that ended with the dismissal of their teacher, of pages that nobody keeps afterwards.
    static func openLoad(year: Int, school: Int64, in connection: Connection) throws -> [LoadRow] {
        try connection.all(
            """
            SELECT load.page_id, person.id, person.surname, person.given, person.patronymic, load.from_day,
                load.to_day, load.hours
            FROM staff
            JOIN load ON load.school_id = staff.school_id AND load.teacher_id = staff.person_id
                AND load.to_day = staff.to_day
            JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(school) AND staff.to_day < '9999-12-31' AND page.year = \(year)
                AND NOT EXISTS (SELECT 1 FROM load AS next WHERE next.school_id = load.school_id
                    AND next.page_id = load.page_id AND next.to_day > load.to_day)
            ORDER BY load.to_day, person.sort_key, person.id, load.page_id
            """
        ) { row in
            LoadRow(
                page: row.integer(0), teacher: row.integer(1),
                name: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)),
                from: Day(row.text(5)) ?? .forever, to: Day(row.text(6)) ?? .forever, hours: row.int(7))
        }
    }
}

/// All pages of somebody who leaves, each given to somebody else from a day on.
struct HandOverWish: Sendable {
    let typed: Form
    let leaving: Int64
    private(set) var given: [(page: Int64, wish: HandOver)] = []
    var problems = FormProblems()

    init(_ form: Form, _ list: LoadToHandOver, year: Int) {
        typed = form
        leaving = form["teacher"].flatMap { Int64($0) } ?? 0
        guard let one = list.leaving.first(where: { $0.id == leaving }) else {
            problems[""] = LoadTexts.nothingToHandOver
            return
        }
        guard let from = form["from"].flatMap({ Day($0) }), SchoolCalendar.schoolYear(containing: from) == year else {
            problems["from"] = LoadTexts.noDay
            return
        }
        let known = Set(list.teachers.map(\.id))
        let toAll = form["all"].flatMap { Int64($0) }
        for page in one.pages {
            let typed = form["to-\(page.page.id)"] ?? ""
            guard let teacher = typed.isEmpty ? toAll : Int64(typed) else { continue }
            guard known.contains(teacher) else {
                problems["to-\(page.page.id)"] = LoadTexts.noTeacherChosen
                continue
            }
            // From the day of the dismissal on nobody else keeps the page: there is nothing of the old row to end.
            let old = from <= one.day ? one.id : 0
            given.append((page.page.id, HandOver(old: old, teacher: teacher, from: from, hours: page.hours)))
        }
        if given.isEmpty, problems.isEmpty { problems["all"] = LoadTexts.noTeacherChosen }
    }
}
