import SchoolRules
import Web

/// The bells of one shift on one kind of day, for some grades.
struct BellSet: Sendable {
    struct Key: Hashable, Sendable {
        let shift, weekday, gradeFrom, gradeTo: Int
        let kind: DayKind

        init(shift: Int, weekday: Int, kind: DayKind, gradeFrom: Int, gradeTo: Int) {
            self.shift = shift
            self.weekday = weekday
            self.kind = kind
            self.gradeFrom = gradeFrom
            self.gradeTo = gradeTo
        }

        /// From `1.0.normal.0.99`.
        init?(_ text: String) {
            let parts = text.split(separator: ".").map(String.init)
            guard parts.count == 5, let shift = Int(parts[0]), let weekday = Int(parts[1]),
                let kind = DayKind(rawValue: parts[2]), let from = Int(parts[3]), let to = Int(parts[4]),
                (1...3).contains(shift), (0...7).contains(weekday), from <= to
            else { return nil }
            self.init(shift: shift, weekday: weekday, kind: kind, gradeFrom: from, gradeTo: to)
        }

        var text: String { "\(shift).\(weekday).\(kind.rawValue).\(gradeFrom).\(gradeTo)" }
    }

    struct Row: Sendable, Hashable {
        let number: Int
        let start, end: ClockTime
    }

    let key: Key
    let rows: [Row]
}

/// The bells of one set as somebody wishes them.
struct BellsChange: Sendable {
    let key: BellSet.Key
    let from: Day
    private(set) var rows: [BellSet.Row] = []
    /// What was typed: number, start, end.
    private(set) var typed: [(number: Int, start: String, end: String)] = []
    private(set) var problems = FormProblems()

    init(_ form: Form, today: Day) throws {
        guard let key = form["set"].flatMap(BellSet.Key.init) else { throw Refusal.notFound }
        self.key = key
        let wished = form["valid"].flatMap { Day($0) }
        from = wished ?? today
        if from < today || SchoolCalendar.schoolYear(containing: from) != SchoolCalendar.schoolYear(containing: today) {
            problems["valid"] = YearSetupTexts.notBeforeToday
        }
        for number in 0...14 {
            guard let start = form["start-\(number)"], let end = form["end-\(number)"] else { continue }
            typed.append((number, start, end))
            read(number, start, end)
        }
        if rows.isEmpty, problems.isEmpty { problems[""] = YearSetupTexts.noBells }
        check()
    }

    private mutating func read(_ number: Int, _ start: String, _ end: String) {
        if start.isEmpty, end.isEmpty { return }
        guard let begin = ClockTime(start), let finish = ClockTime(end) else {
            problems["start-\(number)"] = YearSetupTexts.noTime
            return
        }
        if finish <= begin {
            problems["end-\(number)"] = YearSetupTexts.reversedTime
        } else {
            rows.append(BellSet.Row(number: number, start: begin, end: finish))
        }
    }

    private mutating func check() {
        for (one, next) in zip(rows, rows.dropFirst()) where next.start < one.end {
            problems["start-\(next.number)"] = YearSetupTexts.lessonsOverlap(next.number, one.number)
        }
    }
}

/// A set of bells to be made from its first start, the length of a lesson and the breaks.
struct NewBells: Sendable {
    let shift, weekday, kind, grades, start, length, breaks: String
    private(set) var key: BellSet.Key?
    private(set) var rows: [BellSet.Row] = []
    private(set) var problems = FormProblems()

    init(_ form: Form, among sets: [BellSet]) {
        shift = form["shift"] ?? ""
        weekday = form["weekday"] ?? ""
        kind = form["kind"] ?? ""
        grades = form["grades"] ?? ""
        start = form["start"] ?? ""
        length = form["length"] ?? ""
        breaks = form["breaks"] ?? ""
        read(among: sets)
    }

    private mutating func read(among sets: [BellSet]) {
        guard let range = GradeRange.read(grades) else {
            problems["grades"] = YearSetupTexts.badGrades
            return
        }
        guard let key = BellSet.Key("\(shift).\(weekday).\(kind).\(range.lowerBound).\(range.upperBound)") else {
            problems["shift"] = YearSetupTexts.badNumber
            return
        }
        guard let first = ClockTime(start) else {
            problems["start"] = YearSetupTexts.noTime
            return
        }
        guard let minutes = Int(length), (20...90).contains(minutes) else {
            problems["length"] = YearSetupTexts.badLength
            return
        }
        let pauses = breaks.split { " ,;".contains($0) }.map { Int($0) }
        guard pauses.count <= 13, pauses.allSatisfy({ (0...120).contains($0 ?? -1) }) else {
            problems["breaks"] = YearSetupTexts.badBreaks
            return
        }
        if sets.contains(where: { $0.key == key }) {
            problems["shift"] = YearSetupTexts.setExists
            return
        }
        rows = Self.ring(first, minutes, pauses.compactMap { $0 })
        if rows.last.map({ $0.end.minutes > 1439 }) ?? true {
            problems["start"] = YearSetupTexts.pastMidnight
            return
        }
        self.key = key
    }

    private static func ring(_ first: ClockTime, _ length: Int, _ breaks: [Int]) -> [BellSet.Row] {
        var begin = first.minutes
        return (0...breaks.count).map { index in
            let row = BellSet.Row(
                number: index + 1, start: ClockTime(minutes: begin), end: ClockTime(minutes: begin + length))
            begin += length + (index < breaks.count ? breaks[index] : 0)
            return row
        }
    }
}
