import SchoolRules
import Store

/// A weekly place of a page with its time and everybody it keeps busy.
struct PlacedSlot: Sendable {
    let id, page, group: Int64
    let weekday: Int
    let parity: SlotParity
    let room: String
    let start, end: ClockTime
    let teachers: [Int64]
}

/// Two places of a timetable that cannot both be held.
struct Clash: Sendable, Hashable {
    enum Cause: Sendable, Hashable {
        case teacher(Int64)
        case room(String)
        case students
    }

    let slot, other: Int64
    let cause: Cause

    /// Every clash, told from both sides.
    /// - Parameter sharing: pairs of groups that have a student in common.
    static func all(in slots: [PlacedSlot], sharing: Set<GroupPair>) -> [Clash] {
        let days = Dictionary(grouping: slots, by: \.weekday)
        return days.keys.sorted().flatMap { day -> [Clash] in
            let ordered = (days[day] ?? []).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            return ordered.indices.flatMap { index in
                ordered[(index + 1)...].prefix { $0.start < ordered[index].end }
                    .flatMap { between(ordered[index], $0, sharing: sharing) }
            }
        }
    }

    private static func between(_ one: PlacedSlot, _ other: PlacedSlot, sharing: Set<GroupPair>) -> [Clash] {
        guard one.parity == .every || other.parity == .every || one.parity == other.parity else { return [] }
        var causes: [Cause] = one.teachers.filter(other.teachers.contains).map { .teacher($0) }
        if !one.room.isEmpty, one.room.lowercased() == other.room.lowercased() { causes.append(.room(one.room)) }
        if one.group == other.group || sharing.contains(GroupPair(one.group, other.group)) {
            causes.append(.students)
        }
        return causes.flatMap {
            [Clash(slot: one.id, other: other.id, cause: $0), Clash(slot: other.id, other: one.id, cause: $0)]
        }
    }
}

/// Two groups, in no order.
struct GroupPair: Hashable, Sendable {
    let lower, higher: Int64

    init(_ one: Int64, _ other: Int64) {
        lower = min(one, other)
        higher = max(one, other)
    }

    /// The pairs of groups of a year that have a student in common on a day.
    static func sharing(year: Int, on day: Day, school: Int64, in connection: Connection) throws -> Set<GroupPair> {
        let today = day.description
        return Set(
            try connection.all(
                """
                SELECT DISTINCT one.group_id, other.group_id
                FROM study_group
                JOIN enrolment AS one ON one.school_id = study_group.school_id AND one.group_id = study_group.id
                JOIN enrolment AS other ON other.school_id = one.school_id AND other.student_id = one.student_id
                    AND other.group_id <> one.group_id
                WHERE study_group.school_id = \(school) AND study_group.year = \(year) AND study_group.kind <> 'class'
                    AND one.from_day <= \(today) AND one.to_day >= \(today)
                    AND other.from_day <= \(today) AND other.to_day >= \(today)
                ORDER BY one.group_id, other.group_id
                """
            ) { GroupPair($0.integer(0), $0.integer(1)) })
    }
}
