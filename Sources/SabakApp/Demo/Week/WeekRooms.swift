import SchoolRules

/// Gives every hour a room of its own: the class's, a special one, or any that is free.
struct WeekRooms {
    private struct RoomHour: Hashable {
        let room: String
        let hour: Int
    }

    private let plan: SchoolPlan
    private var homes: [String] = []
    private let extras: [String]
    private var taken: Set<RoomHour> = []

    init(_ plan: SchoolPlan) {
        self.plan = plan
        // Two classes share a room, one in each shift.
        var next = [1: 0, 2: 0]
        for schoolClass in plan.classes {
            homes.append(Self.room(next[schoolClass.shift] ?? 0))
            next[schoolClass.shift, default: 0] += 1
        }
        let first = next.values.max() ?? 0
        extras = (first..<first + plan.classes.count * 2 + 4).map(Self.room)
    }

    func home(of classIndex: Int) -> String { homes[classIndex] }

    mutating func assign(_ slots: inout [WeekSlot]) {
        // Whole classes first: their own room is always free for them.
        let order = slots.indices.sorted { one, other in
            (rank(slots[one]), one) < (rank(slots[other]), other)
        }
        for index in order {
            let slot = slots[index]
            let hour = WeekHour(weekday: slot.weekday, shift: slot.shift, number: slot.number)
            slots[index].room = take(wishes(of: plan.courses[slot.course]), at: hour)
        }
    }

    /// Any free room for a few people.
    mutating func free(at hour: WeekHour) -> String { take([], at: hour) }

    private func rank(_ slot: WeekSlot) -> Int {
        switch plan.courses[slot.course].group {
        case .whole: 0
        case .half(0), .girls: 1
        case .half, .boys, .single: 2
        }
    }

    private func wishes(of course: Course) -> [String] {
        let home = homes[course.classIndex]
        func room(_ room: DemoWords.Room) -> String { DemoWords.room(room, plan.mainLanguage) }
        switch (course.department, course.group) {
        case (.sport, _):
            let grounds = (2...9).map { room(.ground) + " \($0)" }
            return [room(.hall), room(.smallHall), room(.ground)] + grounds
        case (.computing, .half(0)), (.computing, .whole): return [room(.computers) + " 1", home]
        case (.computing, _): return [room(.computers) + " 2"]
        case (.craft, .boys): return [room(.workshop)]
        case (.craft, .girls): return [room(.sewing), home]
        case (.physics, _): return [room(.physics), home]
        case (.chemistry, _): return [room(.chemistry), home]
        case (.biology, _): return [room(.biology), home]
        case (_, .half(1)), (_, .single): return []
        case _: return [home]
        }
    }

    private mutating func take(_ wishes: [String], at hour: WeekHour) -> String {
        let hours = hour.overlapping.map(\.index)
        let room = (wishes + extras).first { room in
            hours.allSatisfy { !taken.contains(RoomHour(room: room, hour: $0)) }
        }
        guard let room else { return "" }
        for hour in hours { taken.insert(RoomHour(room: room, hour: hour)) }
        return room
    }

    private static func room(_ number: Int) -> String {
        let door = number % 12 + 1
        return "\(number / 12 + 1)\(door < 10 ? "0" : "")\(door)"
    }
}
