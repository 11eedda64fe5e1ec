import SchoolRules

/// Invents the staff and gives them the load list: departments share their hours evenly, about 22 a week each.
struct Staffing {
    let country: Country
    let year: DemoYear
    let seed: UInt64
    private let fullLoad = 2200

    /// What one teacher has to take as a whole.
    private struct Task {
        let courses: [Int]
        let hours: Int
        let classIndex: Int
        let group: CourseGroup
    }

    func fill(_ plan: inout SchoolPlan) {
        var chance = Chance(seed: seed, for: "staff")
        plan.courses = courses(of: plan)
        addOffice(to: &plan, &chance)
        addPrimaryTeachers(to: &plan, &chance)
        for department in Department.allCases where department != .primary {
            share(department, in: &plan, &chance)
        }
        addOwnPlans(to: &plan)
        chooseCastTeacher(in: &plan)
        chooseOtherTeacher(in: &plan)
        chooseLeaders(in: &plan)
    }

    private func courses(of plan: SchoolPlan) -> [Course] {
        plan.classes.indices.flatMap { index -> [Course] in
            let grade = plan.classes[index].name.grade
            return Curriculum.lines(of: country).flatMap { line -> [Course] in
                let hours = line.hours(grade: grade)
                let isPrimary = grade <= 4 && Self.ofPrimaryTeacher.contains(line.department)
                return hours == 0
                    ? []
                    : groups(of: line, in: plan.classes[index], isPrimary: isPrimary).map { group in
                        Course(
                            classIndex: index, subject: line.subject,
                            department: isPrimary ? .primary : line.department,
                            hours: hours, group: group)
                    }
            }
        }
    }

    private static let ofPrimaryTeacher: Set<Department> = [.primary, .stateLanguage, .mathematics, .biology, .craft]

    private func groups(of line: CurriculumLine, in schoolClass: DemoClass, isPrimary: Bool) -> [CourseGroup] {
        guard !isPrimary, schoolClass.isDivided else { return [.whole] }
        switch line.division {
        case .whole: return [.whole]
        case .halves: return [.half(0), .half(1)]
        case .girlsAndBoys: return [.girls, .boys]
        }
    }

    private func addOffice(to plan: inout SchoolPlan, _ chance: inout Chance) {
        let office: [(DemoWords.Position, Int)] = [
            (.director, 1), (.deputy, 2), (.responsible, 1), (.clerk, 1), (.administrator, 1),
        ]
        for (position, count) in office {
            for _ in 0..<count {
                plan.staff.append(newTeacher(position == .administrator ? 200 : 700, position, nil, &chance))
            }
        }
    }

    private func newTeacher(
        _ women: Int, _ position: DemoWords.Position, _ department: Department?, _ chance: inout Chance
    ) -> DemoTeacher {
        let sex: Sex = chance.happens(women) ? .f : .m
        let person = NewPerson(book: NameBook.of(country), naming: Naming(country: country))
        let birth = Day(year: year.number - 26, month: 3, day: 1)?.adding(-chance.below(365 * 34))
        return DemoTeacher(
            name: person.name(sex, &chance), sex: sex, birth: birth ?? year.first, position: position,
            department: department)
    }

    private func addPrimaryTeachers(to plan: inout SchoolPlan, _ chance: inout Chance) {
        for index in plan.classes.indices where plan.classes[index].name.grade <= 4 {
            plan.staff.append(newTeacher(960, .teacher, .primary, &chance))
            let courses = plan.courses.indices.filter {
                plan.courses[$0].classIndex == index && plan.courses[$0].department == .primary
            }
            give(courses, to: plan.staff.count - 1, in: &plan)
        }
    }

    private func give(_ courses: [Int], to teacher: Int, in plan: inout SchoolPlan) {
        for course in courses {
            plan.courses[course].teacher = teacher
            plan.staff[teacher].hours += plan.courses[course].hours
        }
    }

    private func share(_ department: Department, in plan: inout SchoolPlan, _ chance: inout Chance) {
        let tasks = tasks(of: department, in: plan)
        guard !tasks.isEmpty else { return }
        let hours = tasks.reduce(0) { $0 + $1.hours }
        let needsTwo = tasks.contains { $0.group != .whole }
        let count = max(needsTwo ? 2 : 1, (hours + fullLoad - 1) / fullLoad)
        let first = plan.staff.count
        for number in 0..<count {
            let women = department == .craft ? (number % 2 == 0 ? 1000 : 0) : department == .sport ? 250 : 850
            plan.staff.append(newTeacher(women, .teacher, department, &chance))
        }
        for task in tasks {
            let busy = rivals(of: task, in: plan)
            let free = (first..<first + count).filter { teacher in
                !busy.contains(teacher) && suits(teacher - first, task.group)
            }
            let least = free.min { (plan.staff[$0].hours, $0) < (plan.staff[$1].hours, $1) } ?? first
            give(task.courses, to: least, in: &plan)
        }
    }

    /// Girls and boys have a teacher of their own in the crafts.
    private func suits(_ number: Int, _ group: CourseGroup) -> Bool {
        switch group {
        case .girls: number % 2 == 0
        case .boys: number % 2 == 1
        case .whole, .half, .single: true
        }
    }

    private func tasks(of department: Department, in plan: SchoolPlan) -> [Task] {
        let own = plan.courses.indices.filter { plan.courses[$0].department == department }
        return Dictionary(grouping: own) { plan.courses[$0].place }.map { place, courses in
            Task(
                courses: courses, hours: courses.reduce(0) { $0 + plan.courses[$1].hours },
                classIndex: place.classIndex, group: place.group)
        }.sorted { (-$0.hours, $0.courses[0]) < (-$1.hours, $1.courses[0]) }
    }

    /// Those who teach the other part of the class at the same hour.
    private func rivals(of task: Task, in plan: SchoolPlan) -> Set<Int> {
        guard task.group != .whole else { return [] }
        let subjects = Set(task.courses.map { plan.courses[$0].subject })
        return Set(
            plan.courses.filter {
                $0.classIndex == task.classIndex && subjects.contains($0.subject) && $0.teacher >= 0
            }.map(\.teacher))
    }

    /// An individual plan is taught by the teacher of the class, an hour a week in each subject.
    private func addOwnPlans(to plan: inout SchoolPlan) {
        for index in plan.pupils.indices {
            for subject in plan.pupils[index].ownSubjects.sorted() {
                let ofClass = plan.courses.first {
                    $0.classIndex == plan.pupils[index].classIndex && $0.subject == subject
                }
                guard let ofClass else { continue }
                plan.courses.append(
                    Course(
                        classIndex: ofClass.classIndex, subject: subject, department: ofClass.department, hours: 100,
                        group: .single(index)))
                give([plan.courses.count - 1], to: ofClass.teacher, in: &plan)
            }
        }
    }

    /// The one with two subjects of the cast's class, else with the most hours there.
    private func chooseCastTeacher(in plan: inout SchoolPlan) {
        let whole = plan.courses.indices.filter {
            plan.courses[$0].classIndex == plan.castClass && plan.courses[$0].group == .whole
        }
        let preferred = whole.filter { plan.courses[$0].department == .mathematics }
        let candidates = Dictionary(grouping: preferred.isEmpty ? whole : preferred) { plan.courses[$0].teacher }
        let best = candidates.max { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }
        plan.castTeacher = best?.key ?? -1
        let courses = best?.value ?? []
        plan.castCourses = courses.count > 1 ? Array(courses.prefix(2)) : courses + courses
    }

    private func chooseOtherTeacher(in plan: inout SchoolPlan) {
        let near = Set(plan.courses.filter { $0.classIndex == plan.castClass }.map(\.teacher))
        let far = plan.staff.indices.filter { plan.staff[$0].hours > 0 && !near.contains($0) }
        plan.otherTeacher = far.first { plan.staff[$0].department != .primary } ?? far.first ?? -1
    }

    private func chooseLeaders(in plan: inout SchoolPlan) {
        for index in plan.classes.indices {
            var hours: [Int: Int] = [:]
            for course in plan.courses where course.classIndex == index {
                if case .single = course.group { continue }
                hours[course.teacher, default: 0] += course.hours
            }
            let free = hours.keys.filter { teacher in
                plan.staff[teacher].leads < 0 && teacher != plan.castTeacher && teacher != plan.otherTeacher
            }
            let best = free.max {
                (rank($0, plan), hours[$0] ?? 0, -$0) < (rank($1, plan), hours[$1] ?? 0, -$1)
            }
            guard let leader = best else { continue }
            plan.staff[leader].leads = index
            plan.classes[index].leader = leader
        }
    }

    private func rank(_ teacher: Int, _ plan: SchoolPlan) -> Int { plan.staff[teacher].department == .primary ? 1 : 0 }
}
