import SchoolRules

/// Which lessons are the works for a term, in countries that have such: near the end, never on the last day, and not of
/// all subjects on one day.
struct TermWorks {
    private var lessons: Set<Int64> = []

    init(_ held: [HeldLesson], _ plan: SchoolPlan, _ year: DemoYear) {
        guard plan.country.profile.kindsOfWork.contains(where: { $0.id == CriteriaKinds.term }) else { return }
        let last = held.last?.day ?? year.first
        for term in year.calendar.terms where term.to <= last {
            let within = held.filter { !$0.isCancelled && $0.day >= term.from && $0.day < term.to }
            for (index, own) in Dictionary(grouping: within, by: \.course) {
                let course = plan.courses[index]
                let grade = plan.classes[course.classIndex].name.grade
                // At one hour a week there is no work for a quarter.
                guard term.isFor(grade: grade), course.hours > 100, hasWorks(course, grade, plan), own.count > 8
                else { continue }
                lessons.insert(own[own.count - 2 - index % 5].id)
            }
        }
    }

    func holds(_ lesson: HeldLesson) -> Bool { lessons.contains(lesson.id) }

    private func hasWorks(_ course: Course, _ grade: Int, _ plan: SchoolPlan) -> Bool {
        !plan.country.profile.unmarkedGrades.contains(grade)
            && ![.sport, .music, .craft].contains(course.department)
    }
}
