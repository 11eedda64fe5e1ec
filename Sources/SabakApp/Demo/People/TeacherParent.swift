import SchoolRules

/// Makes one of the teachers a parent of a child in the school.
enum TeacherParent {
    static func choose(in plan: inout SchoolPlan) {
        let teachers = plan.staff.indices.filter { index in
            plan.staff[index].hours > 0 && plan.staff[index].leads < 0 && index != plan.castTeacher
                && index != plan.otherTeacher
        }
        for teacher in teachers {
            guard let (household, guardian) = family(for: teacher, in: plan) else { continue }
            // The teacher is the parent that was thought out already, under that name.
            plan.staff[teacher].name = plan.households[household].guardians[guardian].name
            plan.staff[teacher].birth = plan.households[household].guardians[guardian].birth
            plan.households[household].guardians[guardian].staff = teacher
            plan.teacherParent = teacher
            return
        }
    }

    private static func family(for teacher: Int, in plan: SchoolPlan) -> (Int, Int)? {
        for index in plan.households.indices {
            let household = plan.households[index]
            guard household.pupils.count == 1, let pupil = household.pupils.first,
                plan.pupils[pupil].classIndex != plan.castClass, plan.pupils[pupil].to == .forever,
                plan.pupils[pupil].movedTo == nil, plan.pupils[pupil].ownSubjects.isEmpty,
                let guardian = household.guardians.firstIndex(where: { $0.sex == plan.staff[teacher].sex })
            else { continue }
            return (index, guardian)
        }
        return nil
    }
}
