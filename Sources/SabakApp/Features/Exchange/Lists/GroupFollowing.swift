import SchoolRules
import Store

/// The groups a student's class brings along. A group that means whole classes (physical education of 7А and 7Б) takes
/// whoever joins one of them, also where it was made before the class had students; whoever leaves a class leaves its
/// groups.
struct GroupFollowing {
    private struct Group {
        let id: Int64
        /// 0: across classes.
        let classID: Int64
        /// All of them, for a group named for its classes and nothing else.
        let wholeClasses: Set<Int64>
    }

    private let context: ListSchool
    private let groups: [Group]
    private let members: [Int64: Set<Int64>]

    init(_ context: ListSchool) throws {
        self.context = context
        groups = try context.connection.all(
            """
            SELECT id, class_id, name, kind FROM study_group
            WHERE school_id = \(context.school) AND year = \(context.year) AND kind IN ('subgroup', 'across')
            ORDER BY id
            """
        ) { row in
            Group(
                id: row.integer(0), classID: row.integer(1),
                wholeClasses: row.text(3) == "across" ? Self.classes(row.text(2), context) : [])
        }
        let ids = groups.map(\.id) + context.classes.map(\.id)
        members = Dictionary(ids.map { ($0, context.memberSet(of: $0)) }) { first, _ in first }
    }

    private static func classes(_ name: String, _ context: ListSchool) -> Set<Int64> {
        let parts = ListValues.several(name).map { context.schoolClass($0)?.id }
        return parts.contains(nil) ? [] : Set(parts.compactMap(\.self))
    }

    /// Puts a student who joins a class into the groups that mean all of it.
    func join(_ student: Int64, _ classID: Int64, from day: String) throws {
        for group in groups where group.wholeClasses.contains(classID) && takesAll(group, of: classID) {
            guard members[group.id]?.contains(student) != true else { continue }
            try context.roster.enrol(student, in: group.id, from: day)
        }
    }

    /// A group that somebody of the class is not in means a part of it.
    private func takesAll(_ group: Group, of classID: Int64) -> Bool {
        (members[classID] ?? []).isSubset(of: members[group.id] ?? [])
    }

    /// Takes a student who leaves a class out of its groups; `day` is the last day.
    func leave(_ student: Int64, _ classID: Int64, to day: String) throws {
        for group in groups where group.classID == classID || group.wholeClasses.contains(classID) {
            guard members[group.id]?.contains(student) == true else { continue }
            try context.roster.endEnrolment(of: student, in: group.id, to: day)
        }
    }

    /// Takes a student who leaves the school out of every group.
    func leaveAll(_ student: Int64, to day: String) throws {
        for group in groups where members[group.id]?.contains(student) == true {
            try context.roster.endEnrolment(of: student, in: group.id, to: day)
        }
    }
}
