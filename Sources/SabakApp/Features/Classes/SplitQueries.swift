import SchoolRules
import Store

/// Subgroups of a class and who is in them.
enum SplitQueries {
    static func groups(of classID: Int64, _ visit: Visit, in connection: Connection) throws -> [SplitPicture.Group] {
        let today = visit.today.description
        var groups: [SplitPicture.Group] = []
        try connection.each(
            """
            SELECT study_group.id, study_group.name, coalesce(subject.id, 0), subject.name_ky, subject.name_ru,
                subject.name_kk, subject.name_en, person.surname, person.given, person.patronymic
            FROM study_group
            LEFT JOIN page ON page.school_id = study_group.school_id AND page.group_id = study_group.id
            LEFT JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
                AND load.from_day <= \(today) AND load.to_day >= \(today)
            LEFT JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE study_group.school_id = \(visit.school.id) AND study_group.class_id = \(classID)
                AND study_group.kind = 'subgroup'
            ORDER BY study_group.name, study_group.id, subject.position, person.sort_key
            """
        ) { row in
            if groups.last?.id != row.integer(0) {
                groups.append(SplitPicture.Group(id: row.integer(0), name: row.text(1)))
            }
            let last = groups.count - 1
            if row.integer(2) > 0 {
                groups[last].subjects[row.integer(2)] = Names(
                    ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6))
            }
            let teacher = PersonName(stored: row.text(7), given: row.text(8), patronymic: row.text(9))
            if !row.isNull(7), !groups[last].teachers.contains(teacher) { groups[last].teachers.append(teacher) }
        }
        return groups
    }

    static func memberships(of classID: Int64, school: Int64, in connection: Connection) throws
        -> [Int64: [SplitPicture.Membership]]
    {
        var found: [Int64: [SplitPicture.Membership]] = [:]
        try connection.each(
            """
            SELECT enrolment.student_id, enrolment.group_id, enrolment.from_day, enrolment.to_day FROM study_group
            JOIN enrolment ON enrolment.school_id = study_group.school_id AND enrolment.group_id = study_group.id
            WHERE study_group.school_id = \(school) AND study_group.class_id = \(classID)
                AND study_group.kind = 'subgroup'
            ORDER BY enrolment.student_id, enrolment.from_day, enrolment.group_id
            """
        ) { row in
            found[row.integer(0), default: []].append(
                SplitPicture.Membership(
                    group: row.integer(1), from: Day(row.text(2)) ?? .forever, to: Day(row.text(3)) ?? .forever))
        }
        return found
    }

    /// Closes and opens memberships where a student goes elsewhere; lessons and their marks are not touched.
    static func save(_ form: SplitForm, _ picture: SplitPicture, ids: Identity, in writing: Writing) throws {
        guard let from = form.from, let split = picture.splits.first(where: { $0.id == form.split }) else {
            throw Refusal.notFound
        }
        let roster = try RosterWriting(writing: writing, ids: ids)
        let groups = Set(split.groups.map(\.id))
        for student in picture.students where student.to >= from {
            guard let wish = form.wishes[student.id], wish == nil || groups.contains(wish ?? 0) else { continue }
            let later = (picture.memberships[student.id] ?? []).filter { groups.contains($0.group) && $0.to >= from }
            let stays = later.count == 1 && later[0].group == wish && later[0].from <= from && later[0].to >= student.to
            if stays { continue }
            for group in Set(later.map(\.group)).sorted() {
                try roster.endEnrolment(of: student.id, in: group, to: from.adding(-1).description)
            }
            if let wish {
                let start = max(from, student.from)
                try roster.enrol(student.id, in: wish, from: start.description, to: student.to.description)
            }
        }
    }

    /// Adds empty subgroups; answers the id of the first.
    static func add(_ form: NewSplitForm, to classID: Int64, year: Int, ids: Identity, in writing: Writing) throws
        -> Int64
    {
        let roster = try RosterWriting(writing: writing, ids: ids)
        let added = try form.names.map { name in
            try roster.addGroup(kind: "subgroup", name: name, year: year, class: classID)
        }
        return added.first ?? 0
    }
}
