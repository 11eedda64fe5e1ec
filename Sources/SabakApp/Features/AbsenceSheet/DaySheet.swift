import SchoolRules
import Store

/// The attendance of a day, class by class.
struct DaySheet: Sendable {
    /// A student who missed something on the day.
    struct Absentee: Sendable {
        let student: Int64
        let name: PersonName
        let code: AbsenceCode?
        /// What counts for the day: the class teacher's reason, or else the last code of the roll.
        let category: AbsenceCategory
    }

    struct Line: Sendable {
        let row: DaySheetQueries.ClassRow
        let absentees: [Absentee]

        var isConfirmed: Bool { row.confirmed > 0 }
        var present: Int { row.students - absentees.filter { $0.category.isAbsent }.count }

        func count(_ category: AbsenceCategory) -> Int { absentees.filter { $0.category == category }.count }
    }

    static let categories: [AbsenceCategory] = [.unknown, .ill, .excused, .unexcused, .late]

    let lines: [Line]
    /// A code of each category as this school writes it.
    let codes: [AbsenceCategory: AbsenceCode]

    var confirmed: [Line] { lines.filter(\.isConfirmed) }

    static func read(_ visit: Visit, on day: Day, led: Set<Int64>, in connection: Connection) throws -> DaySheet {
        let school = visit.school.id
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let year = SchoolCalendar.schoolYear(containing: day)
        let rows = try DaySheetQueries.classes(of: school, year: year, on: visit.moment, day: day, in: connection)
            .filter { visit.may(.readDaySheet, inClass: $0.id, led: led) }
        let entries = try DaySheetQueries.entries(of: school, on: day, in: connection)
        let byClass = Dictionary(grouping: entries, by: \.classID)
        let lines = rows.map { row in
            let maySeeReasons = visit.may(.readAbsenceReason, inClass: row.id, led: led)
            return Line(row: row, absentees: absentees(byClass[row.id] ?? [], codes, reasons: maySeeReasons))
        }
        return DaySheet(
            lines: lines,
            codes: Dictionary(codes.map { ($0.category, $0) }) { first, _ in first })
    }

    /// One absentee a student, from entries in the order of students and lessons.
    static func absentees(_ entries: [DaySheetQueries.Entry], _ codes: [AbsenceCode], reasons: Bool) -> [Absentee] {
        var last: [DaySheetQueries.Entry] = []
        for entry in entries {
            if last.last?.student == entry.student { last.removeLast() }
            last.append(entry)
        }
        return last.compactMap { entry in
            let code = codes.first { $0.id == entry.code }
            guard var category = code?.category, category != .present else { return nil }
            if reasons, category.isAbsent { category = AbsenceCategory(rawValue: entry.reason) ?? category }
            return Absentee(student: entry.student, name: entry.name, code: code, category: category)
        }
    }
}

/// The attendance of one class on a day, lesson by lesson.
struct ClassDay: Sendable {
    /// The lessons of the class at one time: one, or those of its subgroups side by side.
    struct Hour: Sendable {
        let number: Int
        var lessons: [DaySheetQueries.Lesson]

        var subjects: [Names] {
            lessons.reduce(into: []) { if !$0.contains($1.subject) { $0.append($1.subject) } }
        }
    }

    let students: [DaySheetQueries.Student]
    let lessons: [DaySheetQueries.Lesson]
    /// By student and lesson.
    let entries: [Int64: [Int64: DaySheetQueries.Entry]]
    let reasons: [Int64: DaySheetQueries.Reason]
    let notices: [Int64: DaySheetQueries.Notice]
    let codes: [AbsenceCode]
    let maySeeReasons, mayWrite: Bool

    /// The lessons in the order of the day, those that begin together as one.
    var hours: [Hour] {
        lessons.reduce(into: []) { hours, lesson in
            if hours.last?.lessons.last?.start == lesson.start {
                hours[hours.count - 1].lessons.append(lesson)
            } else {
                hours.append(Hour(number: lesson.number, lessons: [lesson]))
            }
        }
    }

    static func read(
        _ visit: Visit, of classID: Int64, on day: Day, led: Set<Int64>, in connection: Connection
    ) throws -> ClassDay {
        let school = visit.school.id
        let maySeeReasons = visit.may(.readAbsenceReason, inClass: classID, led: led)
        var entries: [Int64: [Int64: DaySheetQueries.Entry]] = [:]
        for entry in try DaySheetQueries.entries(of: school, on: day, in: connection) where entry.classID == classID {
            entries[entry.student, default: [:]][entry.lesson] = entry
        }
        let reasons = try DaySheetQueries.reasons(of: classID, school: school, on: day, in: connection)
        let notices = try DaySheetQueries.notices(of: classID, school: school, on: day, in: connection)
        return ClassDay(
            students: try DaySheetQueries.students(of: classID, school: school, on: day, in: connection),
            lessons: try DaySheetQueries.lessons(of: classID, school: school, on: day, in: connection),
            entries: entries, reasons: maySeeReasons ? reasons : [:],
            notices: maySeeReasons ? Dictionary(notices.map { ($0.student, $0) }) { first, _ in first } : [:],
            codes: try SchoolFacts.absenceCodes(school: school, in: connection), maySeeReasons: maySeeReasons,
            mayWrite: visit.may(.writeAbsenceReason, inClass: classID, led: led))
    }
}
