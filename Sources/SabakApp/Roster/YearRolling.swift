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

        var text: String { "classes \(classes) students \(students) leavers \(leavers) pages \(pages)" }
    }

    let plan: YearPlan
    let country: Country
    let roster: RosterWriting
    private var writing: Writing { roster.writing }
    private var school: Int64 { writing.school }
    private var connection: Connection { writing.connection }
    private var first: String { plan.firstDay.description }
    private var last: String { plan.lastDay.description }
    private var oldYear: Int { plan.year - 1 }

    func run() throws -> Result {
        var result = Result()
        try makeCalendar()
        var groups: [Int64: Int64] = [:]
        for one in plan.goingUp { groups[one.id] = try makeClass(one) }
        result.classes = groups.count
        let moved = try moveStudents(into: groups, &result)
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
        result.pages = try takeOverPages(groups)
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

    private func makeClass(_ one: YearPlan.ClassDeed) throws -> Int64 {
        let facts = try connection.first(
            "SELECT shift, language, room FROM class WHERE school_id = \(school) AND id = \(one.id)"
        ) { ($0.int(0), $0.text(1), $0.text(2)) }
        guard let (shift, language, room) = facts else { throw Refusal.notFound }
        return try roster.addClass(one.newName, year: plan.year, shift: shift, language: language, room: room)
    }

    /// Enrols everybody who goes on; answers who has a class in the new year.
    private func moveStudents(into classes: [Int64: Int64], _ result: inout Result) throws -> Set<Int64> {
        let staying = Dictionary(plan.repeaters.map { ($0.student, $0.joins) }) { first, _ in first }
        let enrolled = try enrolledAlready()
        var moved = enrolled
        for one in plan.classes {
            let pupils = try members(of: one.id)
            if one.deed == .leave { result.leavers += try discharge(pupils, from: one.id) }
            for pupil in pupils where !enrolled.contains(pupil) {
                let target = staying[pupil].map { classes[$0] } ?? (one.deed == .up ? classes[one.id] : nil)
                guard let target, one.deed != .leave || staying[pupil] != nil else { continue }
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
    private func members(of group: Int64) throws -> [Int64] {
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

extension YearRolling {
    private struct Group {
        let id: Int64
        let kind, name: String
    }

    /// The subgroups and own curricula of a class of the old year, or (class 0) its groups across classes.
    private func subgroups(of classID: Int64) throws -> [Group] {
        try connection.all(
            """
            SELECT id, kind, name FROM study_group
            WHERE school_id = \(school) AND year = \(oldYear) AND class_id = \(classID) AND kind <> 'class'
            ORDER BY id
            """
        ) { Group(id: $0.integer(0), kind: $0.text(1), name: $0.text(2)) }
    }

    private func takeOver(_ group: Group, inClass classID: Int64, _ moved: Set<Int64>) throws -> Int64 {
        let new = try roster.addGroup(kind: group.kind, name: group.name, year: plan.year, class: classID)
        let inClass = classID == 0 ? moved : Set(try students(enrolledIn: classID))
        for member in try members(of: group.id) where moved.contains(member) && inClass.contains(member) {
            try roster.enrol(member, in: new, from: first)
        }
        return new
    }

    private func students(enrolledIn classID: Int64) throws -> [Int64] {
        try connection.all(
            """
            SELECT student_id FROM enrolment
            WHERE school_id = \(school) AND group_id = \(classID) AND to_day >= \(first) ORDER BY student_id
            """
        ) { $0.integer(0) }
    }

    private func takeOverLeader(of classID: Int64, to new: Int64) throws {
        let leaders = try connection.all(
            """
            SELECT class_teacher.person_id FROM class_teacher
            JOIN staff ON staff.school_id = class_teacher.school_id AND staff.person_id = class_teacher.person_id
            WHERE class_teacher.school_id = \(school) AND class_teacher.class_id = \(classID)
                AND class_teacher.to_day >= \(last) AND staff.to_day >= \(first)
            ORDER BY class_teacher.from_day DESC LIMIT 1
            """
        ) { $0.integer(0) }
        for leader in leaders { try roster.lead(class: new, by: leader, from: first) }
    }

    /// Makes the pages of the groups that go on, each with the teachers of before and a note to check it: the next
    /// grade may have other hours.
    private func takeOverPages(_ groups: [Int64: Int64]) throws -> Int {
        let pages = try connection.all(
            """
            SELECT id, subject_id, group_id, class_id, hours FROM page
            WHERE school_id = \(school) AND year = \(oldYear) ORDER BY id
            """
        ) {
            (id: $0.integer(0), subject: $0.integer(1), group: $0.integer(2), classID: $0.integer(3), hours: $0.int(4))
        }
        let keeping = Set(plan.goingUp.filter(\.keepsTeachers).map(\.id))
        var count = 0
        for page in pages where page.classID == 0 || keeping.contains(page.classID) {
            guard let group = groups[page.group] else { continue }
            let new = try roster.page(
                subject: page.subject, group: group, class: page.classID == 0 ? 0 : groups[page.classID] ?? 0,
                year: plan.year, hours: page.hours)
            try takeOverLoad(of: page.id, to: new)
            try connection.run(
                """
                INSERT INTO proposed_page (school_id, page_id, from_page) VALUES (\(school), \(new), \(page.id))
                """)
            count += 1
        }
        return count
    }

    private func takeOverLoad(of page: Int64, to new: Int64) throws {
        let teachers = try connection.all(
            """
            SELECT load.teacher_id, max(load.hours) FROM load
            JOIN staff ON staff.school_id = load.school_id AND staff.person_id = load.teacher_id
            WHERE load.school_id = \(school) AND load.page_id = \(page) AND load.from_day <= \(last)
                AND load.to_day >= \(last) AND staff.to_day >= \(first)
            GROUP BY load.teacher_id ORDER BY load.teacher_id
            """
        ) { ($0.integer(0), $0.int(1)) }
        for (teacher, hours) in teachers { try roster.addLoad(page: new, teacher: teacher, hours: hours, from: first) }
    }

    /// Open ends within the old year become its last day.
    private func endOldYear() throws {
        try connection.run(
            """
            UPDATE enrolment SET to_day = \(last)
            WHERE school_id = \(school) AND to_day > \(last) AND from_day <= \(last) AND group_id IN
                (SELECT id FROM study_group WHERE school_id = \(school) AND year = \(oldYear))
            """)
        try connection.run(
            """
            UPDATE class_teacher SET to_day = \(last)
            WHERE school_id = \(school) AND to_day > \(last) AND from_day <= \(last) AND class_id IN
                (SELECT id FROM class WHERE school_id = \(school) AND year = \(oldYear))
            """)
        try connection.run(
            """
            UPDATE load SET to_day = \(last)
            WHERE school_id = \(school) AND to_day > \(last) AND from_day <= \(last) AND page_id IN
                (SELECT id FROM page WHERE school_id = \(school) AND year = \(oldYear))
            """)
        try writing.audit("year.end", "year/\(oldYear)", after: last)
    }
}
