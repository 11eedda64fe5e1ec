import SchoolRules
import Store

/// The subgroups of a class as they are, gathered into divisions by the subjects they are taught.
struct SplitPicture: Sendable {
    struct Group: Sendable {
        let id: Int64
        let name: String
        var subjects: [Int64: Names] = [:]
        var teachers: [PersonName] = []
    }

    /// The groups among which the students of a class are divided for the same subjects.
    struct Split: Sendable {
        var groups: [Group]
        var id: Int64 { groups.first?.id ?? 0 }
        var subjects: [Names] {
            groups.reduce(into: [:]) { $0.merge($1.subjects) { first, _ in first } }
                .sorted { $0.key < $1.key }.map(\.value)
        }
    }

    struct Membership: Sendable {
        let group: Int64
        let from, to: Day
    }

    let found: ClassesQueries.ClassRow
    let isOwn: Bool
    let students: [ClassesQueries.Student]
    let splits: [Split]
    /// The memberships of each student, oldest first.
    let memberships: [Int64: [Membership]]

    func group(of student: Int64, in split: Split, on day: Day) -> Membership? {
        let groups = Set(split.groups.map(\.id))
        return memberships[student]?.last { groups.contains($0.group) && $0.from <= day && day <= $0.to }
    }

    /// The subjects of the divisions that nobody has made.
    func undivided(_ today: Day) -> [Names] {
        splits.filter { split in !students.contains { group(of: $0.id, in: split, on: today) != nil } }
            .flatMap(\.subjects)
    }

    /// - Throws: ``Refusal/notFound`` for a class that is not the visitor's to divide.
    static func read(_ visit: Visit, of classID: Int64, in connection: Connection) throws -> SplitPicture {
        _ = try visit.classToRead(classID, by: .splitSubgroups, in: connection)
        let groups = try SplitQueries.groups(of: classID, visit, in: connection)
        return SplitPicture(
            found: try ClassesQueries.schoolClass(classID, visit, in: connection),
            isOwn: visit.may(.manageFamilyAccounts, inClass: classID, led: try visit.classesLed(in: connection)),
            students: try ClassesQueries.students(of: classID, visit, in: connection)
                .filter { $0.to >= visit.today },
            splits: divisions(groups),
            memberships: try SplitQueries.memberships(of: classID, school: visit.school.id, in: connection))
    }

    /// Groups that share a subject belong together; groups without any are kept apart by their common name.
    private static func divisions(_ groups: [Group]) -> [Split] {
        var splits: [Split] = []
        for group in groups {
            let place = splits.firstIndex { split in split.groups.contains { belong($0, group) } }
            if let place {
                splits[place].groups.append(group)
            } else {
                splits.append(Split(groups: [group]))
            }
        }
        return splits
    }

    private static func belong(_ one: Group, _ other: Group) -> Bool {
        if one.subjects.isEmpty && other.subjects.isEmpty { return stem(one.name) == stem(other.name) }
        return !Set(one.subjects.keys).isDisjoint(with: other.subjects.keys)
    }

    private static func stem(_ name: String) -> String { name.filter { !$0.isNumber && $0 != " " } }
}

/// A division that is being made: from a day on, who goes where.
struct SplitDraft: Sendable {
    let split: SplitPicture.Split?
    let from: String
    let fill: String
    let groups: [Int64: Int64]

    init(_ picture: SplitPicture, chosen: String?, fill: String?, on today: Day) {
        let wanted = chosen.flatMap(Int64.init)
        split = picture.splits.first { split in split.groups.contains { $0.id == wanted } } ?? picture.splits.first
        self.fill = fill ?? ""
        let start = Day(year: SchoolCalendar.schoolYear(containing: today), month: 9, day: 1) ?? today
        from = max(today, start).description
        guard let split else {
            groups = [:]
            return
        }
        groups = Self.filled(picture, split, by: fill ?? "", on: today)
    }

    init(_ picture: SplitPicture, form: SplitForm, on today: Day) {
        split = picture.splits.first { $0.id == form.split } ?? picture.splits.first
        from = form.from?.description ?? today.description
        fill = "typed"
        groups = form.wishes.compactMapValues { $0 }
    }

    private static func filled(
        _ picture: SplitPicture, _ split: SplitPicture.Split, by fill: String, on day: Day
    ) -> [Int64: Int64] {
        let ids = split.groups.map(\.id)
        let students = picture.students
        var groups: [Int64: Int64] = [:]
        for (position, student) in students.enumerated() {
            let place: Int? =
                switch fill {
                case "turns": position % ids.count
                case "halves": position * ids.count / students.count
                case "sex": student.sex == "f" ? 0 : student.sex == "m" ? min(1, ids.count - 1) : nil
                default: nil
                }
            groups[student.id] = place.map { ids[$0] }
            if ["turns", "halves", "sex"].contains(fill) { continue }
            if let model = Int64(fill), let other = picture.splits.first(where: { $0.id == model }) {
                let there = picture.group(of: student.id, in: other, on: day)?.group
                let index = other.groups.firstIndex { $0.id == there }
                groups[student.id] = index.flatMap { ids.indices.contains($0) ? ids[$0] : nil }
            } else {
                groups[student.id] = picture.group(of: student.id, in: split, on: day)?.group
            }
        }
        return groups
    }
}
