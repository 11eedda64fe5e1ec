/// A lesson row as it stands before a timetable, term, holiday or bell change is published.
public struct ExistingLesson: Hashable, Sendable, Identifiable {
    public let id: Int64
    public let page: Int64
    public let day: Day
    public let start: ClockTime
    /// Nil fields are not compared with the plan.
    public let number: Int?
    public let end: ClockTime?
    public let room: String?
    /// Has a topic, homework, a roll, a mark or another trace of a person.
    public let touched: Bool
    /// Added or moved by hand; the timetable has no say over it.
    public let byHand: Bool

    public init(
        id: Int64, page: Int64, day: Day, start: ClockTime, number: Int? = nil, end: ClockTime? = nil,
        room: String? = nil, touched: Bool, byHand: Bool
    ) {
        self.id = id
        self.page = page
        self.day = day
        self.start = start
        self.number = number
        self.end = end
        self.room = room
        self.touched = touched
        self.byHand = byHand
    }
}

/// What publishing does to the lesson rows. Every existing row is in exactly one of `keep`, `move`, `remove` and
/// `unplaced`; every planned lesson from the day on is taken by a row or in `add`.
public struct Publication: Hashable, Sendable {
    public struct Move: Hashable, Sendable {
        public let id: Int64
        public let to: PlannedLesson
    }

    /// Rows left alone.
    public private(set) var keep: [Int64] = []
    /// Rows that keep their id and take the place, number, end and room of a planned lesson.
    public private(set) var move: [Move] = []
    /// Untouched rows without a place.
    public private(set) var remove: [Int64] = []
    /// Planned lessons that need a new row.
    public private(set) var add: [PlannedLesson] = []
    /// Touched rows for which the page has no free slot left: they stay where they are, and the deputy decides.
    public private(set) var unplaced: [Int64] = []

    /// Nothing would change.
    public var isEmpty: Bool { move.isEmpty && remove.isEmpty && add.isEmpty && unplaced.isEmpty }

    /// Compares rows with the plan from a day on.
    ///
    /// Rows before the day never change, rows made by hand stay and hold their slot, and so do touched rows that are
    /// on a planned slot. Other touched rows take, in order, the page's next slot of their day or later that is not
    /// held so. Then untouched rows on a free slot stay, the others go, and free slots get new rows.
    /// Planning again after the changes are made changes nothing.
    public static func plan(existing: [ExistingLesson], planned: [PlannedLesson], from: Day) -> Publication {
        var publication = Publication()
        publication.keep = existing.filter { $0.day < from }.map(\.id)
        let rows = Dictionary(grouping: existing.filter { $0.day >= from }, by: \.page)
        let slots = Dictionary(grouping: planned.filter { $0.day >= from }, by: \.page)
        for page in Set(rows.keys).union(slots.keys).sorted() {
            publication.place(rows[page] ?? [], into: slots[page] ?? [])
        }
        return publication
    }

    private mutating func place(_ rows: [ExistingLesson], into planned: [PlannedLesson]) {
        var free = FreeSlots(planned)
        let ordered = rows.sorted { ($0.day, $0.start, $0.id) < ($1.day, $1.start, $1.id) }
        for row in ordered where row.byHand {
            free.take(row)
            keep.append(row.id)
        }
        var homeless: [ExistingLesson] = []
        for row in ordered where row.touched && !row.byHand {
            if let slot = free.take(row) { settle(row, in: slot) } else { homeless.append(row) }
        }
        for row in homeless {
            if let slot = free.takeNext(from: row.day) {
                move.append(Move(id: row.id, to: slot))
            } else {
                unplaced.append(row.id)
            }
        }
        for row in ordered where !row.touched && !row.byHand {
            if let slot = free.take(row) { settle(row, in: slot) } else { remove.append(row.id) }
        }
        add += free.rest
    }

    private mutating func settle(_ row: ExistingLesson, in slot: PlannedLesson) {
        let isSame =
            (row.number ?? slot.number) == slot.number && (row.end ?? slot.end) == slot.end
            && (row.room ?? slot.room) == slot.room
        if isSame { keep.append(row.id) } else { move.append(Move(id: row.id, to: slot)) }
    }
}

/// The planned lessons of one page that no row holds yet, in order of time.
private struct FreeSlots {
    private var slots: [PlannedLesson]
    private var isTaken: [Bool]
    private var place: [Moment: Int] = [:]

    init(_ planned: [PlannedLesson]) {
        slots = []
        for slot in planned.sorted(by: { ($0.day, $0.start) < ($1.day, $1.start) }) {
            let moment = Moment(slot.day, slot.start)
            if place[moment] == nil {
                place[moment] = slots.count
                slots.append(slot)
            }
        }
        isTaken = Array(repeating: false, count: slots.count)
    }

    /// The free slot at exactly the row's day and start.
    @discardableResult
    mutating func take(_ row: ExistingLesson) -> PlannedLesson? {
        guard let index = place[Moment(row.day, row.start)], !isTaken[index] else { return nil }
        isTaken[index] = true
        return slots[index]
    }

    mutating func takeNext(from day: Day) -> PlannedLesson? {
        guard let index = slots.indices.first(where: { !isTaken[$0] && slots[$0].day >= day }) else { return nil }
        isTaken[index] = true
        return slots[index]
    }

    var rest: [PlannedLesson] { slots.indices.filter { !isTaken[$0] }.map { slots[$0] } }
}
