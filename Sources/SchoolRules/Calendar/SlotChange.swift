/// A step in the making of a timetable: weekly places that are given up, and such that are taken. What is undone is
/// the same step turned round.
public struct SlotChange: Hashable, Sendable {
    public let take: [Slot]
    public let put: [Slot]

    /// What stands on both sides is no part of the change. The shift of every slot is said: none is 0.
    public init(take: [Slot] = [], put: [Slot] = []) {
        let both = Set(take).intersection(put)
        self.take = take.filter { !both.contains($0) }
        self.put = put.filter { !both.contains($0) }
    }

    /// The change that leads back.
    public var inverse: SlotChange { SlotChange(take: put, put: take) }

    public var isEmpty: Bool { take.isEmpty && put.isEmpty }

    /// The slots after the change; nil if what should be given up is not there, or what should come has no room beside
    /// the same page. A change that was made already leaves the slots as they are, so it may be sent twice.
    public func applied(to slots: [Slot]) -> [Slot]? {
        let there = Set(slots)
        if put.allSatisfy(there.contains), take.allSatisfy({ !there.contains($0) }) { return slots }
        guard take.allSatisfy(there.contains) else { return nil }
        let gone = Set(take)
        return put.reduce(Optional(slots.filter { !gone.contains($0) })) { slots, new in
            slots.flatMap { $0.contains { $0.isSameHour(as: new) } ? nil : $0 + [new] }
        }
    }
}

extension Slot {
    /// Whether a page would be held twice at once, whatever the room.
    public func isSameHour(as other: Slot) -> Bool {
        page == other.page && weekday == other.weekday && number == other.number && shift == other.shift
            && parity.meets(other.parity)
    }

    /// The same lesson in another room or on other weeks, or at another place of the week.
    public func with(
        weekday: Int? = nil, number: Int? = nil, shift: Int? = nil, parity: SlotParity? = nil, room: String? = nil
    ) -> Slot {
        Slot(
            page: page, weekday: weekday ?? self.weekday, number: number ?? self.number, shift: shift ?? self.shift,
            parity: parity ?? self.parity, room: room ?? self.room)
    }
}

extension SlotParity {
    /// Whether there is a week in which both are held.
    public func meets(_ other: SlotParity) -> Bool { self == .every || other == .every || self == other }
}

/// Free hours between the first and the last lesson of a day, by numbers of lessons within one shift.
public func windows(in numbers: Set<Int>) -> Int {
    guard let first = numbers.min(), let last = numbers.max() else { return 0 }
    return last - first + 1 - numbers.count
}
