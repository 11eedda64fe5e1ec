import SchoolRules

/// Who is absent on which days, and why: illnesses of some days, single days, and what families announced.
struct AbsencePlan {
    /// A stretch of school days on which a pupil is absent for one reason.
    struct Stretch {
        let pupil: Int
        let days: [Day]
        let code: Int
        let isAnnounced: Bool
    }

    private(set) var stretches: [Stretch] = []
    private var codes: [PupilDay: Int] = [:]
    private let truants: Set<Int>

    struct PupilDay: Hashable {
        let pupil: Int
        let day: Day
    }

    /// Codes of the country profiles.
    static let (unknown, ill, excused, unexcused, late) = (1, 2, 3, 4, 5)

    /// - Parameter spared: somebody who is well and in school in the last week.
    init(_ plan: SchoolPlan, year: DemoYear, seed: UInt64, sparing spared: Int) {
        var chance = Chance(seed: seed, for: "absences")
        var truants: Set<Int> = []
        for pupil in plan.pupils.indices where chance.happens(40) && pupil != spared { truants.insert(pupil) }
        self.truants = truants
        var days: [Int: [Day]] = [:]
        for pupil in plan.pupils.indices {
            let grade = plan.classes[plan.pupils[pupil].classIndex].name.grade
            let all = days[grade] ?? year.schoolDays(grade: grade, from: year.first, to: year.today)
            days[grade] = all
            let open = pupil == spared ? all.filter { $0 < year.today.adding(-7) } : all
            addStretches(of: pupil, among: open, &chance)
        }
        addToday(plan, year, sparing: spared, &chance)
    }

    func code(of pupil: Int, on day: Day) -> Int? { codes[PupilDay(pupil: pupil, day: day)] }

    /// Whether somebody who comes to school stays away from single lessons.
    func isTruant(_ pupil: Int) -> Bool { truants.contains(pupil) }

    private mutating func addStretches(of pupil: Int, among days: [Day], _ chance: inout Chance) {
        guard !days.isEmpty else { return }
        let roll = chance.below(100)
        let illnesses = roll < 9 ? 2 : roll < 42 ? 1 : 0
        for _ in 0..<illnesses * max(1, days.count / 60) {
            let first = chance.below(days.count)
            let length = min(chance.within(2...6), days.count - first)
            let code = chance.happens(850) ? Self.ill : Self.unknown
            add(pupil, Array(days[first..<first + length]), code, chance.happens(650))
        }
        if chance.happens(140) { add(pupil, [chance.pick(days)], Self.excused, chance.happens(700)) }
        if chance.happens(90) { add(pupil, [chance.pick(days)], Self.unknown, false) }
    }

    private mutating func add(_ pupil: Int, _ days: [Day], _ code: Int, _ isAnnounced: Bool) {
        stretches.append(
            Stretch(pupil: pupil, days: days, code: code, isAnnounced: isAnnounced && code != Self.unknown))
        for day in days { codes[PupilDay(pupil: pupil, day: day)] = code }
    }

    /// A few are missing this morning, and one of them in the cast's class was announced.
    private mutating func addToday(
        _ plan: SchoolPlan, _ year: DemoYear, sparing spared: Int, _ chance: inout Chance
    ) {
        let missing = plan.pupils.indices.filter { $0 != spared && chance.happens(14) }
        let classmate = plan.pupils.indices.first { index in
            let pupil = plan.pupils[index]
            return index != spared && pupil.classIndex == plan.castClass && pupil.to == .forever
                && code(of: index, on: year.today) == nil
        }
        for index in missing where code(of: index, on: year.today) == nil && index != classmate {
            let isAnnounced = chance.happens(600)
            add(index, [year.today], isAnnounced ? Self.ill : Self.unknown, isAnnounced)
        }
        if let classmate { add(classmate, [year.today], Self.ill, true) }
    }

    /// What families announced in the morning, and what class teachers entered as reasons afterwards.
    func records(_ plan: SchoolPlan, _ year: DemoYear, seed: UInt64) -> [DemoRecord] {
        var chance = Chance(seed: seed, for: "notices")
        return stretches.flatMap { stretch -> [DemoRecord] in
            let pupil = plan.pupils[stretch.pupil]
            guard let first = stretch.days.first, let last = stretch.days.last, pupil.from <= first, last <= pupil.to,
                first <= year.today
            else { return [] }
            let category: AbsenceCategory = stretch.code == Self.ill ? .ill : .excused
            var records: [DemoRecord] = []
            let minute = chance.within(410...470)
            let words = chance.pick(DemoWords.illness(plan.classes[pupil.classIndex].language))
            if stretch.isAnnounced, let guardian = plan.households[pupil.household].guardians.first {
                records.append(
                    DemoRecord(
                        instant: year.instant(first, minute), author: guardian.id,
                        deed: .announce(
                            student: pupil.id, from: first, to: last, category: category,
                            words: category == .ill ? words : "")))
            }
            let leader = plan.classes[pupil.classIndex].leader
            if last < year.today, chance.happens(600), leader >= 0, pupil.movedTo == nil {
                records += stretch.days.map { day in
                    DemoRecord(
                        instant: year.instant(last, 1_190), author: plan.staff[leader].id,
                        deed: .explain(student: pupil.id, day: day, category: category))
                }
            }
            return records
        }
    }
}
