import SchoolRules

/// Teachers who are away with those who stand in for them, a class in quarantine, a lesson moved to another hour,
/// and pupils who come, go and change the class: all entered by the office.
struct ChangedLessons {
    private let plan: SchoolPlan
    private let year: DemoYear
    private let cast: DemoCast
    private var chance: Chance
    private var busy: BusyTeachers
    private(set) var lessons: [HeldLesson]
    private(set) var records: [DemoRecord] = []

    init(_ plan: SchoolPlan, cast: DemoCast, lessons: [HeldLesson], year: DemoYear, seed: UInt64) {
        self.plan = plan
        self.year = year
        self.cast = cast
        self.lessons = lessons
        chance = Chance(seed: seed, for: "changes")
        busy = BusyTeachers(lessons, plan)
        movePupils()
        confirmData()
        closeClass()
        moveLesson()
        sendTeachersAway()
    }

    private var deputy: Int64 { plan.staff[1].id }

    private mutating func note(_ day: Day, _ minute: Int, by author: Int64, _ deed: DemoRecord.Deed) {
        records.append(DemoRecord(instant: year.instant(day, minute), author: author, deed: deed))
    }

    private mutating func movePupils() {
        let clerk = plan.staff.first { $0.position == .clerk }?.id ?? deputy
        for (index, pupil) in plan.pupils.enumerated() {
            for stay in plan.stays(of: index) {
                let group = group(of: stay.place)
                if stay.from > year.start {
                    note(stay.from, 500, by: clerk, .enrol(student: pupil.id, group: group))
                }
                if stay.to < .forever {
                    let moved = pupil.movedTo.map(\.from).flatMap { stay.to < $0 ? $0 : nil }
                    let reason = DemoWords.leaving(isOtherClass: moved != nil, plan.mainLanguage)
                    // Who moves is entered in the new class first: nobody leaves the school on the way.
                    note(
                        moved ?? stay.to, moved == nil ? 1_000 : 501, by: clerk,
                        .leave(student: pupil.id, group: group, to: stay.to, reason: reason))
                }
            }
        }
    }

    /// Most class teachers confirm the data of the class at the end of the month; some have not yet.
    private mutating func confirmData() {
        for (index, schoolClass) in plan.classes.enumerated() where schoolClass.leader >= 0 {
            for month in [9, 10] {
                guard let day = Day(year: year.start.year, month: month, day: 28), day < year.today,
                    index == plan.castClass || (index + month) % 6 != 0
                else { continue }
                let deed = DemoRecord.Deed.confirmData(class: schoolClass.id, month: DataCheck.month(of: day))
                note(day, 930, by: plan.staff[schoolClass.leader].id, deed)
            }
        }
    }

    private func group(of place: GroupPlace) -> Int64 {
        plan.courses.first { $0.place == place }?.groupID ?? plan.classes[place.classIndex].id
    }

    /// Two days of quarantine for one class.
    private mutating func closeClass() {
        let candidates = plan.classes.indices.filter { $0 != plan.castClass && plan.classes[$0].name.grade > 4 }
        let days = year.schoolDays(grade: 7, from: year.first.adding(30), to: year.today.adding(-14))
        guard !candidates.isEmpty, days.count > 2 else { return }
        let index = chance.pick(candidates)
        let first = chance.below(days.count - 1)
        let closed = Set(days[first...first + 1])
        let places = lessons.indices.filter {
            closed.contains(lessons[$0].day) && plan.courses[lessons[$0].course].classIndex == index
        }
        for place in places { lessons[place].isCancelled = true }
        note(days[first].adding(-1), 1_050, by: deputy, .cancel(places.map { lessons[$0].id }, .quarantine))
    }

    /// One lesson goes to the hour after the class's last one of the next day.
    private mutating func moveLesson() {
        let recent = year.today.adding(-11)...year.today.adding(-4)
        let candidates = lessons.indices.filter { place in
            let lesson = lessons[place]
            return recent.contains(lesson.day) && !lesson.isCancelled && plan.courses[lesson.course].group == .whole
                && plan.courses[lesson.course].classIndex != plan.castClass
        }
        for place in candidates.shuffled(&chance) {
            let lesson = lessons[place]
            let course = plan.courses[lesson.course]
            let day = lesson.day.adding(1)
            let sameDay = lessons.filter { $0.day == day && plan.courses[$0.course].classIndex == course.classIndex }
            guard let last = sameDay.max(by: { $0.end < $1.end }), last.number < 6, last.shift == lesson.shift else {
                continue
            }
            let start = last.end + 10
            let end = start + lesson.end - lesson.start
            guard busy.isFree(course.teacher, on: day, start...end) else { continue }
            let target = LessonChanging.Place(
                day: day, number: last.number + 1, shift: lesson.shift, start: start, end: end)
            note(lesson.day, 450, by: deputy, .move(lesson.id, target))
            lessons[place].day = day
            lessons[place].number = last.number + 1
            lessons[place].start = start
            lessons[place].end = end
            lessons[place].version = 1
            busy.note(course.teacher, lessons[place])
            return
        }
    }

    private mutating func sendTeachersAway() {
        let days = year.schoolDays(grade: 7, from: year.first.adding(7), to: year.today.adding(-2))
        let teachers = plan.staff.indices.filter { plan.staff[$0].hours > 0 && !cast.isStaff($0) }
        for _ in 0..<min(5, teachers.count / 3) where days.count > 4 {
            let teacher = chance.pick(teachers)
            let first = chance.below(days.count - 2)
            for day in days[first...first + chance.within(0...1)] { replace(teacher, on: day) }
        }
        if let away = cast.awayToday { replace(away, on: year.today) }
    }

    private mutating func replace(_ teacher: Int, on day: Day) {
        for place in lessons.indices where lessons[place].day == day && !lessons[place].isCancelled {
            guard plan.courses[lessons[place].course].teacher == teacher, let stand = standIn(for: lessons[place])
            else { continue }
            lessons[place].substitute = stand
            busy.note(stand, lessons[place])
            note(day, 455, by: deputy, .substitute(lesson: lessons[place].id, by: plan.staff[stand].id))
        }
    }

    private func standIn(for lesson: HeldLesson) -> Int? {
        if cast.substitutedLessons.contains(lesson.id), busy.isFree(cast.substitute, at: lesson) {
            return cast.substitute
        }
        let course = plan.courses[lesson.course]
        let own = plan.staff[course.teacher].department
        let free = plan.staff.indices.filter { index in
            index != course.teacher && plan.staff[index].hours > 0 && !cast.isStaff(index)
                && busy.isFree(index, at: lesson)
        }
        return free.first { plan.staff[$0].department == own } ?? free.first
    }
}

extension Array {
    fileprivate func shuffled(_ chance: inout Chance) -> [Element] {
        var copy = self
        chance.shuffle(&copy)
        return copy
    }
}
