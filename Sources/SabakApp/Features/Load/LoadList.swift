import SchoolRules
import Store
import Web

/// One row of the load list.
struct LoadRow: Sendable {
    let page, teacher: Int64
    let name: PersonName
    let from, to: Day
    /// Hundredths of an hour a week.
    let hours: Int

    func isValid(on day: Day) -> Bool { from <= day && day <= to }
}

/// The load list as the visitor may see it, filtered as asked.
struct LoadList: Sendable {
    struct Line: Sendable {
        let page: TaughtPage
        /// Nothing for a page that nobody teaches.
        let row: LoadRow?
        /// Hundredths of an hour that the timetable gives the page.
        let placed: Int
    }

    struct Sum: Sendable {
        let teacher: Int64
        let name: PersonName
        let pages, hours: Int
    }

    let lines: [Line]
    let sums: [Sum]
    let classes: [ListedClass]
    let teachers: [ListedTeacher]
    let classID, teacherID: Int64?
    let search: String
    let today: Day
    /// Whether the visitor sees the whole school.
    let isWhole: Bool
    let hasTimetable: Bool

    init(_ visit: Visit, in connection: Connection) throws {
        let (school, query) = (visit.school.id, visit.asked.query)
        today = visit.today
        isWhole = visit.mayInSchool(.readLoad)
        classID = query["class"].flatMap { Int64($0) }
        teacherID = query["teacher"].flatMap { Int64($0) }
        search = query["q"] ?? ""
        classes = try ListedClass.all(year: visit.year, school: school, in: connection)
        teachers = try ListedTeacher.all(on: visit.today, school: school, in: connection)
        let pages = try TaughtPages.all(year: visit.year, on: visit.today, school: school, in: connection)
        let rows = try LoadQueries.rows(year: visit.year, school: school, in: connection)
        let placed = try PlacedHours.byPage(year: visit.year, on: visit.today, school: school, in: connection)
        hasTimetable = !placed.isEmpty
        let led = isWhole ? [] : try visit.classesLed(in: connection)
        let person = visit.person.id
        let all = Self.lines(pages, rows, placed).filter { [isWhole] line in
            isWhole || line.row?.teacher == person || led.contains(line.page.classID)
        }
        let folded = searchFold(search)
        lines = all.filter { [classID, teacherID] line in
            (classID == nil || line.page.classID == classID) && (teacherID == nil || line.row?.teacher == teacherID)
                && (folded.isEmpty || line.row.map { searchFold($0.name.full).contains(folded) } ?? false)
        }
        sums = Self.sums(all, on: visit.today)
    }

    /// Hours of today's rows that are shown.
    var hours: Int { lines.compactMap(\.row).filter { $0.isValid(on: today) }.reduce(0) { $0 + $1.hours } }

    var vacancies: Int { lines.count { $0.row == nil } }

    private static func lines(_ pages: [TaughtPage], _ rows: [LoadRow], _ placed: [Int64: Int]) -> [Line] {
        let byPage = Dictionary(grouping: rows, by: \.page)
        return pages.flatMap { page -> [Line] in
            let placed = placed[page.id] ?? 0
            let rows = (byPage[page.id] ?? []).map { Line(page: page, row: $0, placed: placed) }
            return page.teachers.isEmpty ? rows + [Line(page: page, row: nil, placed: placed)] : rows
        }
    }

    private static func sums(_ lines: [Line], on day: Day) -> [Sum] {
        let valid = lines.compactMap(\.row).filter { $0.isValid(on: day) }
        var seen: Set<Int64> = []
        let byTeacher = Dictionary(grouping: valid, by: \.teacher)
        return valid.filter { seen.insert($0.teacher).inserted }.map { first in
            let rows = byTeacher[first.teacher] ?? []
            return Sum(
                teacher: first.teacher, name: first.name, pages: rows.count, hours: rows.reduce(0) { $0 + $1.hours })
        }.sorted { $0.hours > $1.hours }
    }
}

/// What may be chosen for a new row of the load.
struct LoadOffer: Sendable {
    struct Group: Sendable {
        let id: Int64
        let name: String
    }

    /// 0: a group across classes.
    let classID: Int64
    let className: ClassName?
    let subjects: [(id: Int64, names: Names)]
    /// Subgroups of the class, or groups across classes.
    let groups: [Group]
    let students: [(id: Int64, name: PersonName)]
    let teachers: [ListedTeacher]
    let classes: [ListedClass]

    init(_ visit: Visit, _ form: Form, in connection: Connection) throws {
        let school = visit.school.id
        let id = form["class"].flatMap { Int64($0) } ?? 0
        classID = id
        classes = try ListedClass.all(year: visit.year, school: school, in: connection)
        className = classes.first { $0.id == id }?.name
        guard id == 0 || className != nil else { throw Refusal.notFound }
        subjects = try LoadQueries.subjects(school: school, in: connection)
        groups = try LoadQueries.groups(of: id, year: visit.year, school: school, in: connection)
        students =
            id == 0
            ? [] : try LoadQueries.students(of: id, on: visit.today, school: school, in: connection)
        teachers = try ListedTeacher.all(on: visit.today, school: school, in: connection)
    }
}
