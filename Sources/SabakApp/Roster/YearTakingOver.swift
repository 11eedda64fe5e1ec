import SchoolRules
import Store

/// What a class of the new year takes over from the one it was.
extension YearRolling {
    struct Group {
        let id: Int64
        let kind, name: String
    }

    /// The subgroups and own curricula of a class of the old year, or (class 0) its groups across classes.
    func subgroups(of classID: Int64) throws -> [Group] {
        try connection.all(
            """
            SELECT id, kind, name FROM study_group
            WHERE school_id = \(school) AND year = \(oldYear) AND class_id = \(classID) AND kind <> 'class'
            ORDER BY id
            """
        ) { Group(id: $0.integer(0), kind: $0.text(1), name: $0.text(2)) }
    }

    func takeOver(_ group: Group, inClass classID: Int64, _ moved: Set<Int64>) throws -> Int64 {
        let name = classID == 0 ? renamed(group.name) : group.name
        let new = try roster.addGroup(kind: group.kind, name: name, year: plan.year, class: classID)
        let inClass = classID == 0 ? moved : Set(try students(enrolledIn: classID))
        for member in try members(of: group.id) where moved.contains(member) && inClass.contains(member) {
            try roster.enrol(member, in: new, from: first)
        }
        return new
    }

    /// A group named for its classes (`7А, 7Б`) is named for what they have become.
    private func renamed(_ name: String) -> String {
        let parts = name.split(separator: ",").map { ClassName($0.trimmedSpaces) }
        let new = parts.map { part in
            plan.classes.first { $0.name == part && $0.goesOn }.flatMap { one in
                one.deed == .join ? plan.classes.first { $0.id == one.joins }?.newName : one.newName
            }
        }
        guard !new.contains(nil) else { return name }
        return new.compactMap { $0?.compact }.reduce(into: []) { list, one in
            if !list.contains(one) { list.append(one) }
        }.joined(separator: ", ")
    }

    private func students(enrolledIn classID: Int64) throws -> [Int64] {
        try connection.all(
            """
            SELECT student_id FROM enrolment
            WHERE school_id = \(school) AND group_id = \(classID) AND to_day >= \(first) ORDER BY student_id
            """
        ) { $0.integer(0) }
    }

    func takeOverLeader(of classID: Int64, to new: Int64) throws {
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
    func takeOverPages(_ groups: [Int64: Int64], _ parted: [(new: Int64, from: Int64)]) throws -> Int {
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
            // What is taught to a whole class is taught to the class parted from it too.
            let others = page.group == page.classID ? parted.filter { $0.from == page.classID }.map(\.new) : []
            for group in [groups[page.group]].compactMap(\.self) + others {
                let classID = others.contains(group) ? group : page.classID == 0 ? 0 : groups[page.classID] ?? 0
                let new = try roster.page(
                    subject: page.subject, group: group, class: classID, year: plan.year, hours: page.hours)
                try takeOverLoad(of: page.id, to: new)
                try connection.run(
                    """
                    INSERT INTO proposed_page (school_id, page_id, from_page) VALUES (\(school), \(new), \(page.id))
                    """)
                count += 1
            }
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
    func endOldYear() throws {
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
