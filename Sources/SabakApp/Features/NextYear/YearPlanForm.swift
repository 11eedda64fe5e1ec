import SchoolRules
import Web

/// What the administrator has decided for each class, as typed.
struct YearPlanForm: Sendable {
    let version: Int64
    private(set) var problems: [String: Text] = [:]

    /// Puts what was typed into the plan.
    init(_ form: Form, into plan: inout YearPlan, known: Set<ClassName>) {
        version = form["version"].flatMap { Int64($0) } ?? 0
        if let day = form["leaving"].flatMap({ Day($0) }), SchoolCalendar.schoolYear(containing: day) == plan.year - 1 {
            plan.leavingDay = day
        } else {
            problems["leaving"] = NextYearTexts.dayOutsideYear
        }
        for index in plan.classes.indices {
            let id = plan.classes[index].id
            plan.classes[index].deed = form["deed-\(id)"].flatMap(YearPlan.Deed.init) ?? plan.classes[index].deed
            plan.classes[index].keepsTeachers = form["keeps-\(id)"] == "1"
            let typed = form["letter-\(id)"] ?? plan.classes[index].letter
            let grade = plan.classes[index].name.grade + 1
            if let name = ClassName("\(grade)\(typed.first?.isNumber == true ? "-" : "")\(typed)"), name.grade == grade
            {
                plan.classes[index].letter = name.letter
            } else if plan.classes[index].deed == .up {
                plan.classes[index].letter = typed
                problems["letter-\(id)"] = NextYearTexts.badLetter
            }
        }
        let clashes = plan.clashes(with: known)
        for one in plan.goingUp where clashes.contains(one.newName) {
            problems["letter-\(one.id)"] = NextYearTexts.nameTaken
        }
        let going = Set(plan.goingUp.map(\.id))
        plan.repeaters = plan.repeaters.map { one in
            going.contains(one.joins) ? one : YearPlan.Repeater(student: one.student, joins: 0)
        }
    }
}

extension YearPlan {
    /// Sets who of a class stays in the grade: `stay-STUDENT` is the class to join, 0 for none yet, empty for going on.
    mutating func stay(_ form: Form, of one: ClassDeed, pupils: [Int64]) {
        let choices = Set(classes(comingUpTo: one.name).map(\.id))
        repeaters.removeAll { pupils.contains($0.student) }
        for pupil in pupils {
            guard let typed = form["stay-\(pupil)"], let joins = Int64(typed) else { continue }
            repeaters.append(Repeater(student: pupil, joins: choices.contains(joins) ? joins : 0))
        }
    }
}
