import SchoolRules

/// The week against the load: hours of classes and teachers, and teachers' free hours in between.
struct TimetableCheck: Sendable {
    struct Line: Sendable {
        let id: Int64
        /// Hundredths of an hour a week.
        var load = 0
        var placed = 0
        var days: Set<Int> = []
        var windows = 0
        /// The pages whose hours are not all placed, or too many of them.
        var pages: [(page: TaughtPage, rest: Int)] = []
    }

    let classes: [Line]
    let teachers: [Line]

    init(_ week: TimetableWeek) {
        let placed = week.hours
        var byClass: [Int64: Line] = [:]
        var byTeacher: [Int64: Line] = [:]
        for page in week.pages {
            let has = placed[page.id] ?? 0
            let rest = page.hours - has
            for id in week.columns[page.id] ?? [] {
                Self.add(page, page.hours, has, rest, to: &byClass[id, default: Line(id: id)])
            }
            for teacher in page.teachers {
                // Two teachers of one page share its hours as the load says.
                let has = page.teachers.count > 1 && page.hours > 0 ? has * teacher.hours / page.hours : has
                Self.add(page, teacher.hours, has, rest, to: &byTeacher[teacher.id, default: Line(id: teacher.id)])
            }
        }
        for teacher in byTeacher.keys {
            let values = week.slots.filter { $0.teachers.contains(teacher) }.compactMap { week.values[$0.id] }
            byTeacher[teacher]?.days = Set(values.map(\.weekday))
            byTeacher[teacher]?.windows = Self.windows(values)
        }
        classes = week.classes.map { byClass[$0.id] ?? Line(id: $0.id) }
        teachers = byTeacher.values.sorted { $0.id < $1.id }
    }

    private static func add(_ page: TaughtPage, _ hours: Int, _ has: Int, _ rest: Int, to line: inout Line) {
        line.load += hours
        line.placed += has
        if rest != 0 { line.pages.append((page, rest)) }
    }

    /// Of A and B weeks the one with more windows counts; shifts are counted apart.
    static func windows(_ slots: [Slot]) -> Int {
        [SlotParity.odd, .even].map { parity in
            let held = slots.filter { $0.parity.meets(parity) }
            let days = Dictionary(grouping: held) { [$0.weekday, $0.shift] }
            return days.values.reduce(0) { $0 + SchoolRules.windows(in: Set($1.map(\.number))) }
        }.max() ?? 0
    }
}
