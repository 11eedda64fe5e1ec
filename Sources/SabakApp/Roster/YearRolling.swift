import SchoolRules
import Store
import Web

/// Makes the new school year of a plan in one transaction.
///
/// What is dated within the old year stays as it is: open ends of memberships, leadership and load become the last day
/// of that year, everything else is new rows.
struct YearRolling {
    struct Result: Sendable, Equatable {
        var classes = 0
        var students = 0
        var leavers = 0
        var pages = 0
        var plans = 0

        var text: String {
            "classes \(classes) students \(students) leavers \(leavers) pages \(pages) plans \(plans)"
        }
    }

    let plan: YearPlan
    let country: Country
    let roster: RosterWriting
    var writing: Writing { roster.writing }
    var school: Int64 { writing.school }
    var connection: Connection { writing.connection }
    var first: String { plan.firstDay.description }
    var last: String { plan.lastDay.description }
    var oldYear: Int { plan.year - 1 }

    func run() throws -> Result {
        var result = Result()
        try makeCalendar()
        var groups: [Int64: Int64] = [:]
        var classes = try known()
        for one in plan.goingUp {
            groups[one.id] = try makeClass(one.newName, like: one)
            classes[one.newName] = groups[one.id]
        }
        let parted = try makeParted(&classes)
        result.classes = groups.count + parted.count
        for one in plan.classes where one.deed == .join { groups[one.id] = groups[one.joins] }
        let moved = try moveStudents(into: groups, classes, &result)
        for one in plan.classes where one.deed == .join { groups[one.id] = nil }
        for one in plan.goingUp where one.keepsTeachers {
            guard let new = groups[one.id] else { continue }
            try takeOverLeader(of: one.id, to: new)
            for group in try subgroups(of: one.id) {
                groups[group.id] = try takeOver(group, inClass: new, moved)
            }
        }
        for group in try subgroups(of: 0) where try !members(of: group.id).filter(moved.contains).isEmpty {
            groups[group.id] = try takeOver(group, inClass: 0, moved)
        }
        result.pages = try takeOverPages(groups, parted)
        result.plans = try takeOverPlans()
        try endOldYear()
        return result
    }

    private func makeCalendar() throws {
        let known = try connection.count(
            "SELECT count(*) FROM term WHERE school_id = \(school) AND year = \(plan.year)")
        if known == 0 {
            try SchoolFounding(name: "", country: country, year: plan.year)
                .writeTerms(of: plan.year, ids: roster.ids, in: writing)
            try writing.audit("term.found", "year/\(plan.year)")
        }
        try Regimes.keep(year: plan.year, ids: roster.ids, in: writing)
    }

    /// The classes the new year has already.
    private func known() throws -> [ClassName: Int64] {
        let rows = try connection.all(
            "SELECT id, grade, letter FROM class WHERE school_id = \(school) AND year = \(plan.year) ORDER BY id"
        ) { (ClassName(grade: $0.int(1), letter: $0.text(2)), $0.integer(0)) }
        return Dictionary(rows) { first, _ in first }
    }

    /// Makes the classes that only students who move go into.
    /// - Returns: each with the class it was parted from.
    private func makeParted(_ classes: inout [ClassName: Int64]) throws -> [(new: Int64, from: Int64)] {
        var parted: [(new: Int64, from: Int64)] = []
        let moving = Dictionary(plan.moves.map { ($0.student, $0.letter) }) { first, _ in first }
        for one in plan.classes where one.goesOn {
            for letter in Set(try members(of: one.id).compactMap { moving[$0] }).sorted() {
                let name = ClassName(grade: one.name.grade + 1, letter: letter)
                guard classes[name] == nil else { continue }
                let new = try makeClass(name, like: one)
                classes[name] = new
                parted.append((new, one.id))
            }
        }
        return parted
    }

    private func makeClass(_ name: ClassName, like one: YearPlan.ClassDeed) throws -> Int64 {
        let facts = try connection.first(
            "SELECT shift, language, room FROM class WHERE school_id = \(school) AND id = \(one.id)"
        ) { ($0.int(0), $0.text(1), $0.text(2)) }
        guard let (shift, language, room) = facts else { throw Refusal.notFound }
        return try roster.addClass(name, year: plan.year, shift: shift, language: language, room: room)
    }

    /// Enrols everybody who goes on; answers who has a class in the new year.
    private func moveStudents(
        into classes: [Int64: Int64], _ named: [ClassName: Int64], _ result: inout Result
    ) throws -> Set<Int64> {
        let staying = Dictionary(plan.repeaters.map { ($0.student, $0.joins) }) { first, _ in first }
        let moving = Dictionary(plan.moves.map { ($0.student, $0.letter) }) { first, _ in first }
        let enrolled = try enrolledAlready()
        var moved = enrolled
        for one in plan.classes {
            let pupils = try members(of: one.id)
            if one.deed == .leave { result.leavers += try discharge(pupils, from: one.id) }
            for pupil in pupils where !enrolled.contains(pupil) {
                let target: Int64?
                if let joins = staying[pupil] {
                    target = classes[joins]
                } else if one.goesOn, let letter = moving[pupil] {
                    target = named[ClassName(grade: one.name.grade + 1, letter: letter)]
                } else {
                    target = one.goesOn ? classes[one.id] : nil
                }
                guard let target else { continue }
                try roster.enrol(pupil, in: target, from: first)
                moved.insert(pupil)
                result.students += 1
            }
        }
        return moved
    }

    /// Whom the clerk has enrolled for the new year already.
    private func enrolledAlready() throws -> Set<Int64> {
        Set(
            try connection.all(
                """
                SELECT enrolment.student_id FROM class
                JOIN enrolment ON enrolment.school_id = class.school_id AND enrolment.group_id = class.id
                WHERE class.school_id = \(school) AND class.year = \(plan.year) AND enrolment.to_day >= \(first)
                ORDER BY enrolment.student_id
                """
            ) { $0.integer(0) })
    }

    /// Those in a group on the last day of the old year.
    func members(of group: Int64) throws -> [Int64] {
        try connection.all(
            """
            SELECT student_id FROM enrolment
            WHERE school_id = \(school) AND group_id = \(group) AND from_day <= \(last) AND to_day >= \(last)
            ORDER BY student_id
            """
        ) { $0.integer(0) }
    }

    /// Ends what is open of the class's students from the leaving day; those who stay in the grade are left alone.
    private func discharge(_ pupils: [Int64], from classID: Int64) throws -> Int {
        let staying = Set(plan.repeaters.map(\.student))
        let language = try connection.first(
            "SELECT record_language FROM school WHERE school_id = \(school)"
        ) { Language(rawValue: $0.text(0)) }
        let reason = Self.finished[(language ?? nil) ?? .ru]
        let leaving = pupils.filter { !staying.contains($0) }
        let day = plan.leavingDay.description
        let book = MovementWriting(writing: writing)
        var order = MovementOrder()
        order.reason = .finished
        order.note = reason
        for pupil in leaving {
            try connection.run(
                """
                UPDATE enrolment SET to_day = \(day), reason = \(reason)
                WHERE school_id = \(school) AND student_id = \(pupil) AND from_day <= \(day) AND to_day > \(day)
                """)
            try writing.audit("enrolment.close", "enrolment/\(classID)/\(pupil)", after: day, reason: "finished")
            try book.closed(pupil, in: classID, to: day, by: order)
        }
        return leaving.count
    }

    static let finished = Text(
        ky: "мектепти бүтүрдү", ru: "окончание школы", kk: "мектепті бітірді", en: "finished school")
}
