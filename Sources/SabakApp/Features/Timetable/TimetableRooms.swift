import SchoolRules

/// Which room a lesson is usually held in, and which are free at an hour.
struct TimetableRooms {
    private let week: TimetableWeek

    init(_ week: TimetableWeek) { self.week = week }

    /// The first of the usual rooms that is free; nothing if none is.
    func usual(for slot: Slot, _ page: TaughtPage) -> String {
        let busy = self.busy(at: slot, page)
        return usual(page).first { busy[$0.lowercased()] == nil } ?? ""
    }

    /// Every room the school uses, the usual ones and the free ones first, with the page that is held there then.
    func all(for slot: Slot, _ page: TaughtPage) -> [(room: String, page: TaughtPage?)] {
        let busy = self.busy(at: slot, page)
        var known: [String: String] = [:]
        for room in week.slots.map(\.room) + week.pages.map(\.room) where !room.isEmpty {
            known[room.lowercased()] = room
        }
        let usual = usual(page)
        let rest = known.values.filter { !usual.contains($0) }.sorted { ($0.count, $0) < ($1.count, $1) }
        let ordered = (usual + rest).map { ($0, busy[$0.lowercased()]) }
        return ordered.filter { $0.1 == nil } + ordered.filter { $0.1 != nil }
    }

    /// Where the page stands already, where its teacher teaches, the room of its class.
    private func usual(_ page: TaughtPage) -> [String] {
        let own = week.slots.filter { $0.page == page.id }.map(\.room)
        let teachers = Set(page.teachers.map(\.id))
        let taught = week.slots.filter { !teachers.isDisjoint(with: $0.teachers) }.map(\.room)
        var rooms: [String] = []
        for room in byUse(own) + byUse(taught) + [page.room] where !room.isEmpty && !rooms.contains(room) {
            rooms.append(room)
        }
        return rooms
    }

    private func byUse(_ rooms: [String]) -> [String] {
        Dictionary(grouping: rooms) { $0 }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.key)
    }

    private func busy(at slot: Slot, _ page: TaughtPage) -> [String: TaughtPage] {
        let wanted = week.placed(slot, of: page)
        var busy: [String: TaughtPage] = [:]
        for other in week.slots
        where !other.room.isEmpty && other.page != page.id && other.weekday == wanted.weekday
            && other.start < wanted.end && wanted.start < other.end && other.parity.meets(wanted.parity)
        {
            busy[other.roomKey] = week.page(other.page)
        }
        return busy
    }
}
