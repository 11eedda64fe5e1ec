import SchoolRules

/// Invents the students and their families.
struct Population {
    let country: Country
    let year: DemoYear
    let seed: UInt64

    func fill(_ plan: inout SchoolPlan) {
        var chance = Chance(seed: seed, for: "families")
        let seats = plan.classes.indices.flatMap { index in
            Array(repeating: index, count: plan.classes[index].size)
        }
        var left = seats
        chance.shuffle(&left)
        let siblings = max(2, seats.count * 60 / 620)
        for number in 0..<siblings {
            addFamily(takeSeats(number % 6 == 5 ? 3 : 2, from: &left, plan), to: &plan, &chance)
        }
        while let seat = left.popLast() { addFamily([seat], to: &plan, &chance) }
        moveSome(&plan)
        giveOwnPlans(&plan)
    }

    /// Seats of one family lie two grades apart at least, where there are such.
    private func takeSeats(_ count: Int, from left: inout [Int], _ plan: SchoolPlan) -> [Int] {
        var taken: [Int] = []
        while taken.count < count, !left.isEmpty {
            let grades = taken.map { plan.classes[$0].name.grade }
            let fitting = left.lastIndex { seat in
                grades.allSatisfy { abs($0 - plan.classes[seat].name.grade) >= 2 }
            }
            guard let fitting else { break }
            taken.append(left.remove(at: fitting))
        }
        return taken
    }

    private func addFamily(_ seats: [Int], to plan: inout SchoolPlan, _ chance: inout Chance) {
        let family = NewFamily(country: country, &chance)
        var household = Household(guardians: [])
        for seat in seats {
            let sex: Sex = chance.happens(490) ? .f : .m
            let grade = plan.classes[seat].name.grade
            // Seven years old in the calendar year in which grade 1 begins, a few still six.
            let birth = Day(year: year.number - grade - 6, month: 1, day: 1)?.adding(chance.within(-90...250))
            household.pupils.append(plan.pupils.count)
            plan.pupils.append(
                DemoPupil(
                    name: family.child(sex, &chance), sex: sex, birth: birth ?? year.first,
                    household: plan.households.count, classIndex: seat, ability: chance.bell() * 2 / 3,
                    from: year.start))
        }
        let eldest = household.pupils.map { plan.pupils[$0].birth }.min() ?? year.first
        household.guardians = family.guardians(eldest: eldest, &chance)
        plan.households.append(household)
    }

    /// Some come later, some leave, some change the class: twelve of 620.
    private func moveSome(_ plan: inout SchoolPlan) {
        var chance = Chance(seed: seed, for: "moves")
        let days = year.schoolDays(
            grade: 5, from: year.first.adding(14), to: min(year.first.adding(65), year.today.adding(-10)))
        guard !days.isEmpty else { return }
        for number in 0..<max(3, plan.pupils.count * 12 / 620) {
            guard let index = freePupil(plan, &chance) else { return }
            let day = chance.pick(days)
            let own = plan.classes[plan.pupils[index].classIndex].name
            let parallel = plan.classes.firstIndex { $0.name.grade == own.grade && $0.name.letter != own.letter }
            switch (number % 3, parallel) {
            case (0, let other?): plan.pupils[index].movedTo = (other, day)
            case (1, _): plan.pupils[index].to = day
            case _: plan.pupils[index].from = day
            }
        }
    }

    /// Eight of 620 learn two subjects by a plan of their own.
    private func giveOwnPlans(_ plan: inout SchoolPlan) {
        var chance = Chance(seed: seed, for: "own plans")
        for _ in 0..<max(1, plan.pupils.count * 8 / 620) {
            guard let index = freePupil(plan, &chance) else { return }
            let grade = plan.classes[plan.pupils[index].classIndex].name.grade
            let lines = Curriculum.lines(of: country).filter { $0.division == .whole && $0.hours(grade: grade) >= 200 }
            let subjects = [Department.stateLanguage, .mathematics].compactMap { department in
                lines.first { $0.department == department }?.subject
            }
            plan.pupils[index].ownSubjects = Set(subjects)
        }
    }

    /// Somebody to whom nothing special has happened yet, from outside the cast's class.
    private func freePupil(_ plan: SchoolPlan, _ chance: inout Chance) -> Int? {
        for _ in 0..<200 {
            let index = chance.below(plan.pupils.count)
            let pupil = plan.pupils[index]
            let isPlain =
                pupil.movedTo == nil && pupil.from == year.start && pupil.to == .forever
                && pupil.ownSubjects.isEmpty
            let isOnlyChild = plan.households[pupil.household].pupils.count == 1
            if isPlain, isOnlyChild, pupil.classIndex != plan.castClass,
                plan.classes[pupil.classIndex].name.grade > 1
            {
                return index
            }
        }
        return nil
    }
}
