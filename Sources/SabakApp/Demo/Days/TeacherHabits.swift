import SchoolRules

/// How punctually each teacher keeps the journal.
struct TeacherHabits {
    /// What becomes of a lesson's record by nine o'clock of today.
    enum Fate {
        /// Recorded on the day of the lesson, on the next school day, or two later.
        case onTheDay, nextDay, later
        case missing
        /// Recorded but for the homework, the topic or the roll.
        case partly(LessonPart)
    }

    private let year: DemoYear
    private let slow: Set<Int>
    private let castFates: [Int64: Fate]

    init(_ plan: SchoolPlan, _ lessons: [HeldLesson], year: DemoYear, seed: UInt64) {
        self.year = year
        var chance = Chance(seed: seed, for: "habits")
        let teachers = plan.staff.indices.filter { plan.staff[$0].hours > 0 && $0 != plan.castTeacher }
        var slow: Set<Int> = []
        for _ in 0..<max(1, teachers.count / 11) { slow.insert(chance.pick(teachers)) }
        self.slow = slow
        let own = lessons.filter {
            plan.courses[$0.course].teacher == plan.castTeacher && $0.day < year.today && $0.substitute == nil
                && !$0.isCancelled
        }
        // The cast's teacher has two debts: one of the last day, one some days old.
        var fates: [Int64: Fate] = [:]
        for lesson in own { fates[lesson.id] = .onTheDay }
        if let last = own.last { fates[last.id] = .partly(.homework) }
        if own.count > 9 { fates[own[own.count - 9].id] = .missing }
        castFates = fates
    }

    /// Teachers who write topics and homework of coming lessons.
    func plansAhead(_ teacher: Int) -> Bool { teacher % 3 == 0 && !slow.contains(teacher) }

    func fate(of lesson: HeldLesson, author: Int, _ chance: inout Chance) -> Fate {
        if let fate = castFates[lesson.id] { return fate }
        let roll = chance.below(1000)
        let isRecent = year.today.days(since: lesson.day) <= 12
        let debts = isRecent ? (slow.contains(author) ? 80 : 6) : 0
        let delays = slow.contains(author) ? 140 : 25
        switch roll {
        case ..<(debts * 6 / 10): return .missing
        case ..<debts: return .partly(chance.pick([.homework, .homework, .topic, .roll]))
        case ..<(debts + delays * 7 / 10): return .nextDay
        case ..<(debts + delays): return .later
        case _: return .onTheDay
        }
    }
}
