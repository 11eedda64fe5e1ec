/// Makes bells from the first start, the length of lessons and the breaks between them, all in minutes.
struct BellSchedule {
    let shift: Int
    let start: ClockTime
    let length: Int
    let breaks: [Int]
    var dayKind: DayKind = .normal
    var grades = 0...12

    /// One lesson more than there are breaks.
    var bells: [Bell] {
        var begin = start
        return (0...breaks.count).map { index in
            let end = begin.adding(minutes: length)
            defer { begin = end.adding(minutes: index < breaks.count ? breaks[index] : 0) }
            return Bell(
                shift: shift, dayKind: dayKind, number: index + 1, start: begin, end: end,
                gradeFrom: grades.lowerBound, gradeTo: grades.upperBound)
        }
    }

    /// Two shifts, on normal days and on short ones of 35 minutes, and own bells for grade 1, which learns in the first
    /// shift. Shift 1 begins at 8:00, shift 2 at 13:30 (12:30 on short days).
    static func twoShifts(length: Int, firstGrade: Int) -> [Bell] {
        let morning = [10, 10, 15, 10, 5, 5, 5]
        let noon = [5, 10, 15, 5, 5, 5]
        // Grade 1 starts with the school, and its breaks take up what its lessons are shorter.
        let small = morning.prefix(4).map { $0 + length - firstGrade }
        return [
            BellSchedule(shift: 1, start: ClockTime(minutes: 480), length: length, breaks: morning),
            BellSchedule(shift: 2, start: ClockTime(minutes: 810), length: length, breaks: noon),
            BellSchedule(
                shift: 1, start: ClockTime(minutes: 480), length: firstGrade, breaks: Array(small), grades: 0...1),
            BellSchedule(
                shift: 1, start: ClockTime(minutes: 480), length: 35, breaks: Array(repeating: 5, count: 7),
                dayKind: .short),
            BellSchedule(
                shift: 2, start: ClockTime(minutes: 750), length: 35, breaks: Array(repeating: 5, count: 6),
                dayKind: .short),
        ].flatMap(\.bells)
    }
}
