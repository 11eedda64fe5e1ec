import SchoolRules
import Web

/// What the administrator has decided for each class, as typed.
struct YearPlanForm: Sendable {
    let version: Int64
    private(set) var problems: [String: Text] = [:]
    /// How many are not sent into another class any more, because it is not there or their own does not go on.
    private(set) var notSent = 0

    /// Puts what was typed into the plan.
    init(_ form: Form, into plan: inout YearPlan, known: Set<ClassName>) {
        version = form["version"].flatMap { Int64($0) } ?? 0
        let before = plan
        if let day = form["leaving"].flatMap({ Day($0) }), SchoolCalendar.schoolYear(containing: day) == plan.year - 1 {
            plan.leavingDay = day
        } else {
            problems["leaving"] = NextYearTexts.dayOutsideYear
        }
        for index in plan.classes.indices {
            let id = plan.classes[index].id
            plan.classes[index].take(form["deed-\(id)"] ?? "")
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
        for one in plan.classes
        where one.deed == .join && !plan.neighbours(of: one).contains(where: { $0.id == one.joins }) {
            problems["deed-\(one.id)"] = NextYearTexts.joinsNobody
        }
        notSent = plan.follow(before)
        // A class may not take the letter of one that is made anew: those who go there would be its students.
        let anew = before.parted(known: known).map(\.name).filter { name in
            plan.moves.contains { $0.letter == name.letter }
        }
        let clashes = plan.clashes(with: known.union(anew))
        for one in plan.goingUp where clashes.contains(one.newName) {
            problems["letter-\(one.id)"] = NextYearTexts.nameTaken
        }
        let going = Set(plan.goingUp.map(\.id))
        plan.repeaters = plan.repeaters.map { one in
            going.contains(one.joins) ? one : YearPlan.Repeater(student: one.student, joins: 0)
        }
    }
}

extension YearPlan.ClassDeed {
    /// Takes what was chosen: `up`, `leave`, `stop`, or `join-CLASS`.
    fileprivate mutating func take(_ choice: String) {
        let parts = choice.split(separator: "-").map(String.init)
        guard let chosen = parts.first.flatMap(YearPlan.Deed.init) else { return }
        deed = chosen
        joins = chosen == .join && parts.count == 2 ? Int64(parts[1]) ?? 0 : 0
    }
}

extension YearPlan {
    /// Sets how the students of a class go into the new year. `way-STUDENT` is empty for going on with the class, the
    /// class to stay in the grade with (0: none yet), `to-LETTER` for another class of the new grade, or `new` for the
    /// one whose letter was typed.
    /// - Returns: what is wrong with the letter, if one is needed.
    mutating func send(_ form: Form, of one: ClassDeed, pupils: [Int64]) -> Text? {
        let choices = Set(classes(comingUpTo: one.name).map(\.id))
        let typed = letter(form["letter"] ?? "", inGrade: one.name.grade + 1)
        var isMissing = false
        repeaters.removeAll { pupils.contains($0.student) }
        moves.removeAll { pupils.contains($0.student) }
        for pupil in pupils {
            let way = form["way-\(pupil)"] ?? ""
            if let joins = Int64(way) {
                repeaters.append(Repeater(student: pupil, joins: choices.contains(joins) ? joins : 0))
            } else if way == "new" {
                isMissing = isMissing || typed == nil
                if let typed { moves.append(Move(student: pupil, letter: typed, from: one.id)) }
            } else if way.hasPrefix("to-"), let known = letter(String(way.dropFirst(3)), inGrade: one.name.grade + 1) {
                moves.append(Move(student: pupil, letter: known, from: one.id))
            }
        }
        return isMissing ? NextYearTexts.badLetter : nil
    }

    private func letter(_ typed: String, inGrade grade: Int) -> String? {
        let name = ClassName("\(grade)\(typed.first?.isNumber == true ? "-" : "")\(typed)")
        return name.flatMap { $0.grade == grade && !$0.letter.isEmpty ? $0.letter : nil }
    }
}
