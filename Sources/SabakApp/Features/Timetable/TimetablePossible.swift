import SchoolRules
import Web

/// Where lessons that are in the hand could stand: one picture of the whole week.
struct TimetablePossible: Sendable {
    enum State: String, Sendable {
        /// Nothing is in the way.
        case free
        /// Lessons of the same students stand there, and would make room.
        case swap
        /// A teacher or a room is needed twice.
        case clash
        /// No bell rings then for these students.
        case silent
    }

    private let cells: [(place: TimetableForms.Place, state: State, why: [String])]

    /// - Parameter from: where the lessons are lifted from, if they stand in the week already.
    init(
        _ lessons: [TimetableForms.Lesson], room: String?, from: TimetableForms.Place?, board: TimetableBoard,
        words: Language
    ) throws {
        let week = board.week
        let pages = try lessons.map { lesson -> (TimetableForms.Lesson, TaughtPage) in
            guard let page = week.page(lesson.page) else { throw Refusal.notFound }
            return (lesson, page)
        }
        let lifted = week.slots.filter { slot in
            week.place(of: slot) == from && lessons.contains { $0.page == slot.page && $0.parity == slot.parity }
        }
        let own = Dictionary(lifted.map { ($0.page, $0.room) }) { first, _ in first }
        let gone = Set(lifted.map(\.id))
        let days = Dictionary(grouping: week.slots.filter { !gone.contains($0.id) }, by: \.weekday)
        let clashWords = TimetableClashWords(week: week, words: words)
        cells = board.rows.flatMap { row in
            board.weekdays.map { weekday in
                let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
                var clashes: [Clash] = []
                for (lesson, page) in pages {
                    let slot = place.slot(lesson.page, lesson.parity, room: room ?? own[lesson.page] ?? "")
                    guard week.hasBell(slot, grade: page.grade) else {
                        return (place, .silent, [TimetableTexts.noBellThere[words]])
                    }
                    clashes += Clash.of(
                        week.placed(slot, of: page), among: days[weekday] ?? [], sharing: week.sharing)
                }
                // The lessons of the same students at this very hour make room; at an overlapping hour they do not.
                let yielding = Set(
                    clashes.filter {
                        $0.cause == .students && week.values[$0.other].map(TimetableForms.Place.init) == place
                    }
                    .map(\.other))
                let inTheWay = clashes.filter { !yielding.contains($0.other) }
                if inTheWay.isEmpty { clashes.removeAll { $0.cause != .students } }
                var why: [String] = []
                for said in (inTheWay.isEmpty ? clashes : inTheWay).compactMap(clashWords.say)
                where !why.contains(said) { why.append(said) }
                return (place, !inTheWay.isEmpty ? .clash : clashes.isEmpty ? .free : .swap, why)
            }
        }
    }

    var json: JSON {
        .object(
            cells.map { cell in
                (
                    cell.place.address,
                    ["state": .string(cell.state.rawValue), "why": .string(cell.why.joined(separator: "; "))]
                )
            })
    }
}
