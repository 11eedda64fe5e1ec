import SchoolRules

/// A weekly place of a course.
struct WeekSlot {
    let course: Int
    let weekday, number, shift: Int
    let parity: SlotParity
    var room = ""
}

/// Finds a week without clashes: whoever is divided learns side by side, nobody is in two places.
struct WeekPlanning {
    private let plan: SchoolPlan
    private let seed: UInt64

    init(_ plan: SchoolPlan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
    }

    /// - Throws: ``DemoRefusal`` if no such week was found, which another seed mends.
    func slots(for plan: inout SchoolPlan) throws -> [WeekSlot] {
        for attempt in 0..<8 {
            var grid = WeekGrid(plan, chance: Chance(seed: seed, for: "week \(attempt)"))
            guard grid.settle() else { continue }
            var slots = grid.slots()
            var rooms = WeekRooms(plan)
            rooms.assign(&slots)
            slots += OwnPlanHours(plan, slots: slots).slots(&rooms)
            for index in plan.classes.indices { plan.classes[index].room = rooms.home(of: index) }
            return slots.sorted {
                ($0.course, $0.weekday, $0.shift, $0.number) < ($1.course, $1.weekday, $1.shift, $1.number)
            }
        }
        throw DemoRefusal(words: "no timetable without clashes was found; try another --seed.")
    }
}

/// A lesson hour of the week: 0…79, five days of two shifts of up to eight lessons.
struct WeekHour: Hashable {
    let index: Int

    init(weekday: Int, shift: Int, number: Int) { index = ((weekday - 1) * 2 + shift - 1) * 8 + number - 1 }

    var weekday: Int { index / 16 + 1 }
    var shift: Int { index / 8 % 2 + 1 }
    var number: Int { index % 8 + 1 }

    /// The seventh hour of the first shift runs into the first of the second.
    var overlapping: [WeekHour] {
        switch (shift, number) {
        case (1, 7): [self, WeekHour(weekday: weekday, shift: 2, number: 1)]
        case (2, 1): [self, WeekHour(weekday: weekday, shift: 1, number: 7)]
        case _: [self]
        }
    }
}

/// Hours of individual plans: after the lessons of the class, when the teacher is free.
struct OwnPlanHours {
    private let plan: SchoolPlan
    private var busy: Set<[Int]> = []
    private var lastNumber: [[Int]: Int] = [:]

    init(_ plan: SchoolPlan, slots: [WeekSlot]) {
        self.plan = plan
        for slot in slots { note(slot) }
    }

    mutating private func note(_ slot: WeekSlot) {
        let course = plan.courses[slot.course]
        for hour in WeekHour(weekday: slot.weekday, shift: slot.shift, number: slot.number).overlapping {
            busy.insert([course.teacher, hour.index])
        }
        let day = [course.classIndex, slot.weekday]
        lastNumber[day] = max(lastNumber[day] ?? 0, slot.number)
    }

    func slots(_ rooms: inout WeekRooms) -> [WeekSlot] {
        var search = self
        return plan.courses.indices.compactMap { index in
            guard case .single = plan.courses[index].group else { return nil }
            return search.place(index, &rooms)
        }
    }

    private mutating func place(_ index: Int, _ rooms: inout WeekRooms) -> WeekSlot? {
        let course = plan.courses[index]
        let shift = plan.classes[course.classIndex].shift
        for number in 4...7 {
            for weekday in 1...5 where number > lastNumber[[course.classIndex, weekday]] ?? 0 {
                let hour = WeekHour(weekday: weekday, shift: shift, number: number)
                guard !busy.contains([course.teacher, hour.index]) else { continue }
                var slot = WeekSlot(course: index, weekday: weekday, number: number, shift: shift, parity: .every)
                slot.room = rooms.free(at: hour)
                note(slot)
                return slot
            }
        }
        return nil
    }
}
