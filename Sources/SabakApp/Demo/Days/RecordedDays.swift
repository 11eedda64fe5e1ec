import SchoolRules

/// What teachers have recorded from the first day of the year to nine o'clock of today, and planned beyond.
struct RecordedDays {
    let plan: SchoolPlan
    let year: DemoYear
    let cast: DemoCast
    let lessons: [HeldLesson]
    let marking: Marking
    let absences: AbsencePlan
    private let seed: UInt64
    private let habits: TeacherHabits
    private let hours: WritingHours
    private let members: [[(pupil: Int, from: Day, to: Day)]]

    init(_ plan: SchoolPlan, cast: DemoCast, lessons: [HeldLesson], year: DemoYear, seed: UInt64) {
        self.plan = plan
        self.year = year
        self.cast = cast
        self.lessons = lessons
        self.seed = seed
        marking = Marking(plan.country, seed: seed)
        absences = AbsencePlan(plan, year: year, seed: seed, sparing: cast.student)
        habits = TeacherHabits(plan, lessons, year: year, seed: seed)
        hours = WritingHours(plan, lessons, year: year)
        var byPlace: [GroupPlace: [(pupil: Int, from: Day, to: Day)]] = [:]
        for pupil in plan.pupils.indices {
            for stay in plan.stays(of: pupil) { byPlace[stay.place, default: []].append((pupil, stay.from, stay.to)) }
        }
        members = plan.courses.map { course in
            (byPlace[course.place] ?? []).filter { member in
                if case .single = course.group { return true }
                return !plan.pupils[member.pupil].ownSubjects.contains(course.subject)
            }
        }
    }

    func records() -> [DemoRecord] {
        var records = absences.records(plan, year, seed: seed)
        var plans = TeachingPlans(plan.country)
        var dues = DueTimes(year)
        var firsts = FirstLessons(lessons, plan)
        let works = TermWorks(lessons, plan, year)
        for lesson in lessons where !lesson.isCancelled {
            var chance = Chance(seed: seed, for: "lesson \(lesson.id)")
            let row = plans.row(TeachingPlans.key(plan.courses[lesson.course], plan), lesson: lesson.ordinal)
            let author = lesson.substitute ?? plan.courses[lesson.course].teacher
            var writing = LessonWriting(
                self, lesson, row: row, author: author, isTermWork: works.holds(lesson), chance: chance)
            if lesson.day < year.today {
                let fate = habits.fate(of: lesson, author: author, &chance)
                let opens = firsts.opens(lesson)
                writing.record(fate, hours: hours, opensDay: opens, &dues)
            } else if lesson.day == year.today, lesson.start < 540 {
                writing.recordToday(opensDay: firsts.opens(lesson), &dues)
            } else if isPlannedAhead(lesson, author, &chance) {
                writing.planAhead(hours)
            }
            records += writing.records
        }
        return records + diaryVisits()
    }

    /// Who is in the lesson on its day.
    func present(in lesson: HeldLesson) -> [Int] {
        members[lesson.course].filter { $0.from <= lesson.day && lesson.day <= $0.to }.map(\.pupil)
    }

    private func isPlannedAhead(_ lesson: HeldLesson, _ author: Int, _ chance: inout Chance) -> Bool {
        guard lesson.substitute == nil else { return false }
        let ahead = lesson.day.days(since: year.today)
        if author == plan.castTeacher { return ahead < 4 }
        return ahead < 7 && habits.plansAhead(author) && chance.happens(420 - ahead * 40)
    }

    /// Parents of the cast have looked into the diary two days ago, so that there is something new.
    private func diaryVisits() -> [DemoRecord] {
        let household = plan.households[plan.pupils[cast.student].household]
        return household.guardians.prefix(1).map { guardian in
            DemoRecord(
                instant: year.instant(year.today.adding(-2), 1_170), author: guardian.id,
                deed: .lookAtDiary(student: plan.pupils[cast.student].id))
        }
    }
}

/// When teachers sit down to write: after the last lesson of their shift, or before the next day's first one.
struct WritingHours {
    private struct ShiftDay: Hashable {
        let teacher, shift: Int
        let day: Day
    }

    private let year: DemoYear
    private var ends: [ShiftDay: Int] = [:]
    private let days: [Day]

    init(_ plan: SchoolPlan, _ lessons: [HeldLesson], year: DemoYear) {
        self.year = year
        for lesson in lessons {
            let teacher = lesson.substitute ?? plan.courses[lesson.course].teacher
            let key = ShiftDay(teacher: teacher, shift: lesson.shift, day: lesson.day)
            ends[key] = max(ends[key] ?? 0, lesson.end)
        }
        days = year.schoolDays(grade: 5, from: year.first, to: year.today)
    }

    /// After the lessons of the day.
    func evening(of lesson: HeldLesson, _ teacher: Int) -> Int64 {
        let end = ends[ShiftDay(teacher: teacher, shift: lesson.shift, day: lesson.day)] ?? lesson.end
        return year.instant(lesson.day, min(1_400, max(end, lesson.end) + 8 + teacher * 7 % 43))
    }

    /// In the morning of a later school day, or in its afternoon; nil after now.
    func later(_ lesson: HeldLesson, by count: Int, _ teacher: Int, afternoon: Bool = false) -> Int64? {
        guard let place = days.firstIndex(where: { $0 > lesson.day }), place + count - 1 < days.count else {
            return nil
        }
        let minute = afternoon ? 1_020 + teacher * 11 % 120 : 455 + teacher * 3 % 20
        let instant = year.instant(days[place + count - 1], minute)
        return instant < year.now ? instant : nil
    }
}

/// Which lesson is the first of the day for a class, so that latecomers come late once.
struct FirstLessons {
    private struct ClassDay: Hashable {
        let classIndex: Int
        let day: Day
    }

    private let plan: SchoolPlan
    private var starts: [ClassDay: Int] = [:]

    init(_ lessons: [HeldLesson], _ plan: SchoolPlan) {
        self.plan = plan
        for lesson in lessons {
            let key = ClassDay(classIndex: plan.courses[lesson.course].classIndex, day: lesson.day)
            starts[key] = min(starts[key] ?? 1440, lesson.start)
        }
    }

    mutating func opens(_ lesson: HeldLesson) -> Bool {
        starts[ClassDay(classIndex: plan.courses[lesson.course].classIndex, day: lesson.day)] == lesson.start
    }
}
