import SchoolRules
import Store

/// What the visitor may see of how the journals are kept, as far as it was asked for.
struct ControlReport: Sendable {
    /// The lessons of one page that one teacher has to record.
    struct Line: Sendable {
        let page: ControlQueries.PageRow
        let teachers: [ControlQueries.Teacher]
        let isSubstituted: Bool
        let tally: ControlQueries.Tally
    }

    struct LateLine: Sendable {
        let page: ControlQueries.PageRow
        let tally: ControlQueries.LateTally
    }

    /// How many lessons of a class are not recorded, and since when.
    struct Square: Sendable {
        let id: Int64
        let name: ClassName
        let letterKey: String
        var open = 0
        var oldest: Day?
    }

    struct Single: Sendable {
        let lesson: ControlQueries.OpenLesson
        let line: Line
    }

    static let lateDays = 30

    /// The classes of the school; empty for those who see only their own pages.
    var squares: [Square] = []
    /// Lessons of groups across classes that are not recorded.
    var openAcross = 0
    var lines: [Line] = []
    var late: [LateLine] = []
    var singles: [Single] = []
    /// Written work past its days for checking.
    var unchecked: [UncheckedWork] = []
    var kinds: [KindOfWork] = []
    var teacherName: PersonName?
    var className: ClassName?

    static func read(_ visit: Visit, _ wish: ControlWish, in connection: Connection) throws -> ControlReport {
        let school = visit.school.id
        let first = Day(year: visit.year, month: 9, day: 1) ?? visit.today
        let classes = try ControlQueries.classes(of: school, year: visit.year, in: connection)
        let pages = try ControlQueries.pages(of: school, year: visit.year, on: visit.today, in: connection)
        let led = try visit.classesLed(in: connection)
        let substitutes = try ControlQueries.substitutes(of: school, since: first, in: connection)
        let tallies = try ControlQueries.tallies(
            of: school, since: first, until: visit.moment, wholeToo: wish.view == .all, in: connection)
        var report = ControlReport()
        let lines = tallies.compactMap { line($0, pages, substitutes) }
            .filter { visit.may(.readControlReport, on: $0, led: led) }
        if visit.mayInSchool(.readControlReport) {
            report.draw(classes, lines)
        }
        report.lines = lines.filter { $0.fits(wish) && (wish.view == .all || $0.tally.open > 0) }
            .sorted(by: wish.view == .all ? Line.byClass : Line.byAge)
        report.className = wish.classID.flatMap { id in classes.first { $0.id == id }?.name }
        if let teacher = wish.teacher {
            report.teacherName = try VisitQueries.name(of: teacher, school: school, in: connection)
        }
        if wish.view == .late {
            try report.readLate(visit, wish, pages, led, in: connection)
        } else if wish.view == .unchecked {
            try report.readUnchecked(visit, wish, led, since: first, in: connection)
        } else if wish.isNarrowed {
            try report.readSingles(visit, since: first, in: connection)
        }
        return report
    }

    private mutating func draw(_ classes: [ControlQueries.ClassRow], _ lines: [Line]) {
        var found: [Int64: Square] = [:]
        for row in classes {
            found[row.id] = Square(id: row.id, name: row.name, letterKey: String(row.sortKey.dropFirst(3)))
        }
        for line in lines where line.tally.open > 0 {
            guard found[line.page.classID] != nil else {
                openAcross += line.tally.open
                continue
            }
            found[line.page.classID]?.open += line.tally.open
            let oldest = [found[line.page.classID]?.oldest, line.tally.oldest].compactMap { $0 }.min()
            found[line.page.classID]?.oldest = oldest
        }
        squares = classes.compactMap { found[$0.id] }
    }

    private mutating func readLate(
        _ visit: Visit, _ wish: ControlWish, _ pages: [Int64: ControlQueries.PageRow], _ led: Set<Int64>,
        in connection: Connection
    ) throws {
        let first = visit.today.adding(-Self.lateDays)
        let tallies = try ControlQueries.late(
            of: visit.school.id, since: first, until: visit.moment, in: connection)
        late = tallies.compactMap { tally in pages[tally.page].map { LateLine(page: $0, tally: tally) } }
            .filter { visit.may(.readControlReport, onPageOf: $0.page.classID, $0.page.teachers, led: led) }
            .filter { wish.classID == nil || $0.page.classID == wish.classID }
            .filter { line in wish.teacher == nil || line.page.teachers.contains { $0.id == wish.teacher } }
        lines = []
    }

    private mutating func readUnchecked(
        _ visit: Visit, _ wish: ControlWish, _ led: Set<Int64>, since first: Day, in connection: Connection
    ) throws {
        lines = []
        kinds = try SchoolFacts.kindsOfWork(school: visit.school.id, in: connection)
        unchecked = try UncheckedWork.all(
            by: nil, since: first, on: visit.today, school: visit.school.id, in: connection
        ).filter { work in
            let isSeen =
                visit.may(.readControlReport, inClass: work.classID, led: led)
                || work.teachers.contains { $0.id == visit.person.id }
            return isSeen && (wish.classID == nil || work.classID == wish.classID)
                && (wish.teacher == nil || work.teachers.contains { $0.id == wish.teacher })
        }
    }

    private mutating func readSingles(_ visit: Visit, since first: Day, in connection: Connection) throws {
        let open = lines.filter { $0.tally.open > 0 }
        let lessons = try ControlQueries.openLessons(
            of: Set(open.map(\.page.id)).sorted(), school: visit.school.id, since: first, until: visit.moment,
            in: connection)
        singles = lessons.compactMap { lesson in
            open.first { $0.page.id == lesson.page && $0.tally.substitute == lesson.substitute }
                .map { Single(lesson: lesson, line: $0) }
        }
    }

    private static func line(
        _ tally: ControlQueries.Tally, _ pages: [Int64: ControlQueries.PageRow], _ substitutes: [Int64: PersonName]
    ) -> Line? {
        guard let page = pages[tally.page] else { return nil }
        let substitute = substitutes[tally.substitute].map { ControlQueries.Teacher(id: tally.substitute, name: $0) }
        return Line(
            page: page, teachers: substitute.map { [$0] } ?? page.teachers, isSubstituted: substitute != nil,
            tally: tally)
    }
}

extension ControlReport.Line {
    func fits(_ wish: ControlWish) -> Bool {
        (wish.classID == nil || page.classID == wish.classID)
            && (wish.teacher == nil || teachers.contains { $0.id == wish.teacher })
    }

    static func byAge(_ one: Self, _ other: Self) -> Bool {
        let (left, right) = (one.tally.oldest ?? .forever, other.tally.oldest ?? .forever)
        return left == right ? byClass(one, other) : left < right
    }

    static func byClass(_ one: Self, _ other: Self) -> Bool {
        let (left, right) = (one.page.className?.grade ?? 99, other.page.className?.grade ?? 99)
        guard left == right else { return left < right }
        let (first, second) = (one.page.className?.letter ?? "", other.page.className?.letter ?? "")
        return first == second ? one.page.id < other.page.id : first < second
    }
}

extension Visit {
    fileprivate func may(_ right: Right, on line: ControlReport.Line, led: Set<Int64>) -> Bool {
        may(right, onPageOf: line.page.classID, line.page.teachers + line.teachers, led: led)
    }

    /// Whether a page lies within the right: of the school, of the own class, or of the own load.
    fileprivate func may(
        _ right: Right, onPageOf classID: Int64, _ teachers: [ControlQueries.Teacher], led: Set<Int64>
    ) -> Bool {
        may(right, inClass: classID, led: led) || teachers.contains { $0.id == person.id }
    }
}
