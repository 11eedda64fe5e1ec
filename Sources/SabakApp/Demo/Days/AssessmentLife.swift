import SchoolRules

/// What assessment has beside marks: works planned ahead, work that is owed, students freed from a subject, and marks
/// that newcomers have brought. It takes free places only, so that the rest of the year stays as it is.
struct AssessmentLife {
    let plan: SchoolPlan
    let year: DemoYear
    let cast: DemoCast
    let lessons: [HeldLesson]
    let absences: AbsencePlan
    let seed: UInt64
    /// The course of each lesson.
    private let courses: [Int64: Int]

    init(
        _ plan: SchoolPlan, year: DemoYear, cast: DemoCast, lessons: [HeldLesson], absences: AbsencePlan, seed: UInt64
    ) {
        self.plan = plan
        self.year = year
        self.cast = cast
        self.lessons = lessons
        self.absences = absences
        self.seed = seed
        courses = Dictionary(lessons.map { ($0.id, $0.course) }, uniquingKeysWith: { first, _ in first })
    }

    private struct Freed: Hashable {
        let pupil: Int
        let course: Int
    }

    /// The records of the year with these among them.
    func live(_ records: [DemoRecord]) -> [DemoRecord] {
        guard year.first < year.today.adding(-3) else { return records }
        let freed = freed
        let students = Dictionary(grouping: freed, by: \.course)
            .mapValues { Set($0.map { plan.pupils[$0.pupil].id }) }
        let kept = records.filter { !isMark($0, of: students) }
        return kept + exemptions(freed) + newcomers + works(after: kept) + debts(after: kept)
    }

    private var clerk: Int64 { plan.staff.first { $0.position == .clerk }?.id ?? plan.staff[1].id }

    private func isUnmarked(_ course: Course) -> Bool {
        plan.country.profile.unmarkedGrades.contains(plan.classes[course.classIndex].name.grade)
    }

    // Students freed from sport.

    private var freed: Set<Freed> {
        let chosen = plan.pupils.indices.filter { index in
            let isFirstOfCast = plan.pupils[index].classIndex == plan.castClass && index != cast.student
            return plan.pupils[index].from <= year.first && plan.pupils[index].to == .forever
                && plan.pupils[index].movedTo == nil && (index % 71 == 5 || isFirstOfCast && index % 9 == 4)
        }
        var found: Set<Freed> = []
        for (course, one) in plan.courses.enumerated() where one.department == .sport && !isUnmarked(one) {
            let members = Set(plan.members(of: one.place).map(\.pupil))
            for pupil in chosen where members.contains(pupil) { found.insert(Freed(pupil: pupil, course: course)) }
        }
        return found
    }

    private func exemptions(_ freed: Set<Freed>) -> [DemoRecord] {
        let end = year.calendar.terms.map(\.to).max() ?? year.today
        return freed.sorted { ($0.pupil, $0.course) < ($1.pupil, $1.course) }.map { one in
            DemoRecord(
                instant: year.instant(year.first.adding(2), 640), author: clerk,
                deed: .exempt(
                    student: plan.pupils[one.pupil].id, subject: plan.courses[one.course].subject, from: year.first,
                    to: end, basis: DemoWords.exemption(plan.mainLanguage)))
        }
    }

    private func isMark(_ record: DemoRecord, of freed: [Int: Set<Int64>]) -> Bool {
        guard case .cell(let deed) = record.deed, deed.rows.contains(where: { $0.slot > 0 }),
            let course = courses[deed.place.lesson]
        else { return false }
        return freed[course]?.contains(deed.place.student) ?? false
    }

    // Marks of the former school.

    private var newcomers: [DemoRecord] {
        plan.pupils.indices.filter { plan.pupils[$0].from > year.first.adding(10) }.flatMap { index in
            let pupil = plan.pupils[index]
            let instant = year.instant(pupil.from.adding(1), 930)
            guard instant < year.now else { return [DemoRecord]() }
            var chance = Chance(seed: seed, for: "brought \(index)")
            let own = plan.courses.filter {
                $0.classIndex == pupil.classIndex && $0.group == .whole && !isUnmarked($0)
                    && ![.sport, .music, .craft].contains($0.department)
            }
            return own.prefix(4).map { course in
                let values = (0..<3).map { _ in
                    plan.country == .KZ ? String(chance.within(6...10)) : chance.pick(["3", "4", "4", "5"])
                }
                return DemoRecord(
                    instant: instant, author: plan.staff[course.teacher].id,
                    deed: .bring(
                        student: pupil.id, page: course.page, values: values, day: pupil.from.adding(-5),
                        source: DemoWords.formerSchool(plan.country)))
            }
        }
    }

    // Works ahead.

    private var work: Int { plan.country == .KZ ? CriteriaKinds.section : 8 }

    /// For each class some works on days of their own, in lessons that nobody has planned otherwise.
    private func works(after records: [DemoRecord]) -> [DemoRecord] {
        let planned = Set(records.compactMap { record in record.lesson?.lesson })
        let earlier = sections(records)
        var taken: Set<[Int]> = []
        var seen: Set<Int> = []
        var found: [DemoRecord] = []
        for lesson in lessons where lesson.day > year.today && !lesson.isCancelled && lesson.substitute == nil {
            let course = plan.courses[lesson.course]
            let place = [course.classIndex, lesson.day.number]
            guard course.group == .whole, !isUnmarked(course), !planned.contains(lesson.id),
                ![.sport, .music, .craft].contains(course.department),
                lesson.course % 3 == 0 || plan.castCourses.contains(lesson.course),
                earlier[lesson.course, default: 0] < 3, !taken.contains(place), seen.insert(lesson.course).inserted
            else { continue }
            taken.insert(place)
            let author = plan.staff[course.teacher].id
            let instant = year.instant(year.today.adding(-1), 1_240)
            var deed = LessonDeed(lesson: lesson.id, version: lesson.version)
            deed.kind = work
            let language = TeachingPlans.language(of: course.subject, in: plan.classes[course.classIndex])
            found.append(DemoRecord(instant: instant, author: author, deed: .lesson(deed)))
            found.append(
                DemoRecord(
                    instant: instant, author: author,
                    deed: .planWork(
                        lesson: lesson.id, page: course.page, kind: work, on: lesson.day,
                        title: DemoWords.work(language))))
        }
        return found
    }

    /// How many works for sections the running term has already, by course.
    private func sections(_ records: [DemoRecord]) -> [Int: Int] {
        let from = year.calendar.terms.filter { $0.from <= year.today && $0.kind == .quarter }.map(\.from).max()
        let ids = Set(lessons.filter { $0.day >= from ?? year.today }.map(\.id))
        var found: [Int: Int] = [:]
        for case let lesson? in records.map(\.lesson) where lesson.kind == work && ids.contains(lesson.lesson) {
            if plan.country == .KZ, let course = courses[lesson.lesson] { found[course, default: 0] += 1 }
        }
        return found
    }

    // Work that is owed.

    /// In most classes somebody owes a work of the last fortnight; some of it is overdue.
    private func debts(after records: [DemoRecord]) -> [DemoRecord] {
        var filled: Set<CellPlace> = []
        var called: [Int64: DemoRecord] = [:]
        for record in records {
            switch record.deed {
            case .cell(let deed): filled.insert(deed.place)
            case .lesson(let deed) where deed.isRollConfirmed: called[deed.lesson] = record
            default: continue
            }
        }
        var owing: Set<Int> = []
        var found: [DemoRecord] = []
        for lesson in lessons.reversed() where lesson.day < year.today && lesson.day > year.today.adding(-14) {
            let course = plan.courses[lesson.course]
            let isOld = lesson.course % 2 == 0
            guard let record = called[lesson.id], !isOld || lesson.day < year.today.adding(-5), course.group == .whole,
                !isUnmarked(course),
                ![.sport, .music, .craft].contains(course.department), !owing.contains(lesson.course),
                lesson.course % 4 == 1 || plan.castCourses.contains(lesson.course),
                let pupil = debtor(lesson, filled)
            else { continue }
            owing.insert(lesson.course)
            found.append(debt(of: pupil, lesson, record, course))
        }
        return found
    }

    private func debtor(_ lesson: HeldLesson, _ filled: Set<CellPlace>) -> Int? {
        let members = plan.members(of: plan.courses[lesson.course].place).filter { member in
            member.from <= lesson.day && lesson.day <= member.to
                && absences.code(of: member.pupil, on: lesson.day) == nil
                && !filled.contains(CellPlace(lesson: lesson.id, student: plan.pupils[member.pupil].id))
        }
        let own = members.first { $0.pupil == cast.student }
        return (own ?? members.dropFirst(lesson.course % 5).first)?.pupil
    }

    private func debt(of pupil: Int, _ lesson: HeldLesson, _ record: DemoRecord, _ course: Course) -> DemoRecord {
        let due = lesson.day.adding(lesson.course % 2 == 0 ? 3 : 12)
        let language = plan.classes[course.classIndex].language
        let value = DebtSign(due: due).stored
        let kind = plan.country == .KZ ? 21 : 2
        let row = CellRow(
            slot: 1, value: value, kind: kind, weight: 100, minutes: 0, comment: "", isLate: false, previous: "",
            changedAt: record.instant, version: 1)
        let after = CellEntry(marks: [value]).trace(language, plan.country.profile.absenceCodes)
        return DemoRecord(
            instant: record.instant, author: record.author,
            deed: .cell(
                CellDeed(
                    place: CellPlace(lesson: lesson.id, student: plan.pupils[pupil].id), rows: [row], over: 0,
                    before: "", after: after, comment: "")))
    }
}

extension DemoRecord {
    fileprivate var lesson: LessonDeed? {
        if case .lesson(let deed) = deed { deed } else { nil }
    }
}
