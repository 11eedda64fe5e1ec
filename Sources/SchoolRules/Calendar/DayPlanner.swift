/// Turns the slots of one day into lessons and remembers what repeats: day kinds, week parities and bells.
struct DayPlanner {
    private let calendar: SchoolCalendar
    private let weeks: WeekCount
    private let bells: [Bell]
    private let pages: [Int64: TimetablePage]
    private var parities: [GradeDay: SlotParity] = [:]
    private var rung: [BellKey: Bell?] = [:]

    private struct GradeDay: Hashable {
        let grade: Int
        let day: Day
    }

    private struct BellKey: Hashable {
        let number, shift, weekday, grade: Int
        let kind: DayKind
    }

    init(calendar: SchoolCalendar, bells: [Bell], pages: [TimetablePage], weeks: WeekCount) {
        self.calendar = calendar
        self.bells = bells
        self.weeks = weeks
        self.pages = Dictionary(pages.map { ($0.id, $0) }) { first, _ in first }
    }

    mutating func lessons(on day: Day, slots: [Slot]) -> [PlannedLesson] {
        var kinds: [Int: DayKind] = [:]
        for grade in Set(pages.values.map(\.grade)) where calendar.isSchoolDay(day, grade: grade) {
            kinds[grade] = calendar.dayKind(day, grade: grade)
        }
        guard !kinds.isEmpty else { return [] }
        return slots.compactMap { lesson(of: $0, on: day, kinds: kinds) }.sorted {
            ($0.start, $0.page, $0.number) < ($1.start, $1.page, $1.number)
        }
    }

    private mutating func lesson(of slot: Slot, on day: Day, kinds: [Int: DayKind]) -> PlannedLesson? {
        guard slot.weekday == day.weekday, let page = pages[slot.page], page.from <= day, day <= page.to,
            let kind = kinds[page.grade], isHeld(slot, on: day, grade: page.grade)
        else { return nil }
        let shift = slot.shift == 0 ? page.shift : slot.shift
        let key = BellKey(number: slot.number, shift: shift, weekday: day.weekday, grade: page.grade, kind: kind)
        guard let bell = ring(key) else { return nil }
        return PlannedLesson(
            page: slot.page, day: day, number: slot.number, shift: shift,
            start: bell.start, end: bell.end, room: slot.room)
    }

    private mutating func isHeld(_ slot: Slot, on day: Day, grade: Int) -> Bool {
        if slot.parity == .every {
            return true
        } else {
            return parity(of: day.monday, grade: grade) == slot.parity
        }
    }

    private mutating func parity(of monday: Day, grade: Int) -> SlotParity {
        let key = GradeDay(grade: weeks == .calendarWeeks ? 0 : grade, day: monday)
        if let known = parities[key] { return known }
        let found = weekParity(of: monday, calendar: calendar, grade: grade, weeks: weeks)
        parities[key] = found
        return found
    }

    private mutating func ring(_ key: BellKey) -> Bell? {
        if let known = rung[key] { return known }
        let found = bell(
            in: bells, number: key.number, shift: key.shift, weekday: key.weekday, dayKind: key.kind, grade: key.grade)
        rung[key] = .some(found)
        return found
    }
}
