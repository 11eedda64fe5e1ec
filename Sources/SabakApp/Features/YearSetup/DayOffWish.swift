import SchoolRules
import Web

/// A day off as it is kept, with its name in every language.
struct DayOffRow: Sendable, Identifiable {
    let id: Int64
    let dayOff: DayOff
    let names: Names
}

/// A day off to be added or changed, as typed.
struct DayOffWish: Sendable {
    /// 0 for a new one.
    var id: Int64 = 0
    var kind = DayOffKind.holiday.rawValue
    var from = ""
    var to = ""
    var grades = ""
    var name = ""
    private(set) var problems = FormProblems()
    private(set) var dayOff: DayOff?

    /// One to be edited, or an empty form.
    init(_ row: DayOffRow?, language: Language) {
        guard let row else { return }
        id = row.id
        kind = row.dayOff.kind.rawValue
        from = row.dayOff.from.description
        to = row.dayOff.to.description
        grades = GradeRange.words(row.dayOff.gradeFrom, row.dayOff.gradeTo)
        name = row.names[language]
    }

    init(_ form: Form, year: Int, closed: Day?) {
        id = form["id"].flatMap { Int64($0) } ?? 0
        kind = form["kind"] ?? ""
        from = form["from"] ?? ""
        to = form["to"] ?? ""
        grades = form["grades"] ?? ""
        name = form["name"] ?? ""
        read(year: year, closed: closed)
    }

    private mutating func read(year: Int, closed: Day?) {
        guard let dayKind = DayOffKind(rawValue: kind) else {
            problems["kind"] = YearSetupTexts.noDay
            return
        }
        guard let first = Day(from) else {
            problems["from"] = YearSetupTexts.noDay
            return
        }
        guard let last = to.isEmpty ? first : Day(to) else {
            problems["to"] = YearSetupTexts.noDay
            return
        }
        guard let range = GradeRange.read(grades) else {
            problems["grades"] = YearSetupTexts.badGrades
            return
        }
        if last < first { problems["to"] = YearSetupTexts.reversed }
        if [first, last].contains(where: { SchoolCalendar.schoolYear(containing: $0) != year }) {
            problems["from"] = YearSetupTexts.outsideYear(year)
        }
        if let closed, first <= closed { problems["from"] = YearSetupTexts.closed }
        if name.isEmpty { problems["name"] = YearSetupTexts.noName }
        if name.count > 80 { problems["name"] = YearSetupTexts.nameTooLong }
        guard problems.isEmpty else { return }
        dayOff = DayOff(
            from: first, to: last, kind: dayKind, gradeFrom: range.lowerBound, gradeTo: range.upperBound, name: name)
    }
}

/// The days of the week with lessons, and how A and B weeks are counted.
struct WeekWish: Sendable {
    let days: Set<Int>
    let count: WeekCount

    init(days: Set<Int>, count: WeekCount) {
        self.days = days
        self.count = count
    }

    init(_ form: Form) {
        days = Set(form.all("day").compactMap { Int($0) }.filter { (1...7).contains($0) })
        count = form["count"].flatMap(WeekCount.init) ?? .calendarWeeks
    }
}
