import SchoolRules

/// The week of every class as a grid of hours filled with activities. It begins full and with clashes; swapping two
/// hours of one class at a time removes them.
struct WeekGrid {
    /// What a class does in one hour: one course, or two side by side.
    private struct Activity {
        let classIndex: Int
        let courses: [Int]
        let teachers: [Int]
        let subject: Int
        /// How many of it may fall on one day.
        let mostADay: Int
        let isHalf: Bool
    }

    private struct ClassWeek {
        var hours: [Int]
        var content: [Int]
        var isPinned: [Bool]
    }

    private struct Step {
        let classIndex, one, other: Int
    }

    private let plan: SchoolPlan
    private var chance: Chance
    private var activities: [Activity] = []
    private var weeks: [ClassWeek] = []
    /// How many activities a teacher has in an hour.
    private var busy: [Int]
    /// How often a class has a subject on a day.
    private var daily: [Int]
    private let subjectCount: Int

    init(_ plan: SchoolPlan, chance: Chance) {
        self.plan = plan
        self.chance = chance
        let codes = Curriculum.lines(of: plan.country).map(\.subject)
        subjectCount = codes.count
        busy = Array(repeating: 0, count: plan.staff.count * 80)
        daily = Array(repeating: 0, count: plan.classes.count * 5 * codes.count)
        collectActivities(codes)
        for index in plan.classes.indices { weeks.append(firstWeek(of: index)) }
        pinCast()
        countAll()
    }

    /// Swaps until there is no clash; false if that took too long.
    mutating func settle() -> Bool {
        var bad: [Step] = []
        for step in 0..<60_000 {
            if step % 8 == 0 || bad.isEmpty {
                bad = badHours()
                if bad.isEmpty { return true }
            }
            let place = bad[chance.below(bad.count)]
            if let swap = bestSwap(for: place) { apply(swap) }
        }
        return badHours().isEmpty
    }

    /// The filled hours as slots of courses.
    func slots() -> [WeekSlot] {
        weeks.indices.flatMap { index in
            weeks[index].content.indices.flatMap { place -> [WeekSlot] in
                let activity = activities[weeks[index].content[place]]
                let hour = hour(weeks[index].hours[place])
                return activity.courses.map { course in
                    WeekSlot(
                        course: course, weekday: hour.weekday, number: hour.number, shift: hour.shift,
                        parity: activity.isHalf ? .odd : .every)
                }
            }
        }
    }
}

// Making the first week.
extension WeekGrid {
    private mutating func collectActivities(_ codes: [String]) {
        struct Key: Hashable {
            let classIndex: Int
            let subject: String
        }
        var order: [Key] = []
        var courses: [Key: [Int]] = [:]
        for (index, course) in plan.courses.enumerated() {
            if case .single = course.group { continue }
            let key = Key(classIndex: course.classIndex, subject: course.subject)
            if courses[key] == nil { order.append(key) }
            courses[key, default: []].append(index)
        }
        for key in order {
            let own = courses[key] ?? []
            let hours = plan.courses[own[0]].hours
            activities.append(
                Activity(
                    classIndex: key.classIndex, courses: own, teachers: own.map { plan.courses[$0].teacher },
                    subject: codes.firstIndex(of: key.subject) ?? 0, mostADay: max(1, (hours + 499) / 500),
                    isHalf: hours == 50))
        }
    }

    private mutating func firstWeek(of index: Int) -> ClassWeek {
        let own = activities.indices.filter { activities[$0].classIndex == index }
        let halves = own.filter { activities[$0].isHalf }
        var content = own.filter { !activities[$0].isHalf }.flatMap { activity in
            Array(repeating: activity, count: plan.courses[activities[activity].courses[0]].hours / 100)
        }
        chance.shuffle(&content)
        let shift = plan.classes[index].shift
        let count = content.count + halves.count
        var hours: [Int] = []
        for weekday in 1...5 {
            let most = count / 5 + ((weekday + index) % 5 < count % 5 ? 1 : 0)
            for number in 1...max(most, 1) where number <= most {
                hours.append(WeekHour(weekday: weekday, shift: shift, number: number).index)
            }
        }
        // Lessons of every second week end a day, so that the other week has no gap.
        var pinned = Array(repeating: false, count: hours.count)
        for half in halves {
            let place = hours.indices.last { place in
                !pinned[place] && (place + 1 == hours.count || hour(hours[place + 1]).number == 1)
            }
            guard let place else { continue }
            pinned[place] = true
            content.insert(half, at: min(place, content.count))
        }
        return ClassWeek(hours: hours, content: content, isPinned: pinned)
    }

    /// The cast's teacher has the first two lessons of today's weekday with the cast's class.
    private mutating func pinCast() {
        let index = plan.castClass
        for (offset, course) in plan.castCourses.enumerated() {
            let wanted = WeekHour(
                weekday: plan.year.weekday, shift: plan.classes[index].shift, number: offset + 1
            ).index
            let activity = activities.firstIndex { $0.courses.contains(course) }
            guard let place = weeks[index].hours.firstIndex(of: wanted), let activity else { continue }
            let from = weeks[index].content.indices.first { there in
                weeks[index].content[there] == activity && !weeks[index].isPinned[there]
            }
            guard let from, !weeks[index].isPinned[place] else { continue }
            weeks[index].content.swapAt(from, place)
            weeks[index].isPinned[place] = true
        }
    }

    private mutating func countAll() {
        for index in weeks.indices {
            for place in weeks[index].content.indices { count(index, place, by: 1) }
        }
    }
}

// Searching.
extension WeekGrid {
    private func hour(_ index: Int) -> WeekHour {
        WeekHour(weekday: index / 16 + 1, shift: index / 8 % 2 + 1, number: index % 8 + 1)
    }

    private mutating func count(_ index: Int, _ place: Int, by step: Int) {
        let activity = activities[weeks[index].content[place]]
        let hour = weeks[index].hours[place]
        for teacher in activity.teachers { busy[teacher * 80 + hour] += step }
        daily[(index * 5 + hour / 16) * subjectCount + activity.subject] += step
    }

    /// What is wrong with an activity in its hour: clashes weigh more than repetition.
    private func faults(_ index: Int, _ place: Int) -> Int {
        let activity = activities[weeks[index].content[place]]
        let hour = weeks[index].hours[place]
        var faults = 0
        for teacher in activity.teachers { faults += max(0, busy[teacher * 80 + hour] - 1) * 10 }
        let times = daily[(index * 5 + hour / 16) * subjectCount + activity.subject]
        return faults + max(0, times - activity.mostADay) * 3
    }

    private func badHours() -> [Step] {
        var bad: [Step] = []
        for index in weeks.indices {
            for place in weeks[index].content.indices where !weeks[index].isPinned[place] {
                if faults(index, place) > 0 { bad.append(Step(classIndex: index, one: place, other: place)) }
            }
        }
        return bad
    }

    private mutating func bestSwap(for place: Step) -> Step? {
        let (index, one) = (place.classIndex, place.one)
        guard faults(index, one) > 0 else { return nil }
        var best: (Step, Int)?
        for other in weeks[index].content.indices where other != one && !weeks[index].isPinned[other] {
            guard weeks[index].content[one] != weeks[index].content[other] else { continue }
            let step = Step(classIndex: index, one: one, other: other)
            let before = faults(index, one) + faults(index, other)
            apply(step)
            let gain = before - faults(index, one) - faults(index, other)
            apply(step)
            // A little noise leads out of dead ends.
            let score = gain * 4 + chance.below(5)
            if best.map({ score > $0.1 }) ?? true { best = (step, score) }
        }
        return best?.0
    }

    private mutating func apply(_ step: Step) {
        count(step.classIndex, step.one, by: -1)
        count(step.classIndex, step.other, by: -1)
        weeks[step.classIndex].content.swapAt(step.one, step.other)
        count(step.classIndex, step.one, by: 1)
        count(step.classIndex, step.other, by: 1)
    }
}
