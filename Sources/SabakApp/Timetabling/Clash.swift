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
    /// The room as it is compared: letters of either case are one.
    let roomKey: String

    init(
        id: Int64, page: Int64, group: Int64, weekday: Int, parity: SlotParity, room: String, start: ClockTime,
        end: ClockTime, teachers: [Int64]
    ) {
        self.id = id
        self.page = page
        self.group = group
        self.weekday = weekday
        self.parity = parity
        self.room = room
        self.start = start
        self.end = end
        self.teachers = teachers
        roomKey = room.lowercased()
    }
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
    /// One person in two rooms at once: such a timetable is not published.
    let isHard: Bool

    /// Every clash, told from both sides.
    /// - Parameter sharing: pairs of groups that have a student in common.
    static func all(in slots: [PlacedSlot], sharing: Set<GroupPair>) -> [Clash] {
        let days = Dictionary(grouping: slots, by: \.weekday)
        return days.keys.sorted().flatMap { day -> [Clash] in
            let ordered = (days[day] ?? []).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
            return ordered.indices.flatMap { index in
                ordered[(index + 1)...].prefix { $0.start < ordered[index].end }
                    .flatMap { other in
                        between(ordered[index], other, sharing: sharing).flatMap { [$0, $0.turned] }
                    }
            }
        }
    }

    /// What keeps one place from being held beside others, whether it is among them or only thought of.
    static func of(_ one: PlacedSlot, among slots: [PlacedSlot], sharing: Set<GroupPair>) -> [Clash] {
        slots.flatMap { other in
            other.id != one.id && other.weekday == one.weekday && other.start < one.end && one.start < other.end
                ? between(one, other, sharing: sharing) : []
        }
    }

    private var turned: Clash { Clash(slot: other, other: slot, cause: cause, isHard: isHard) }

    /// Of two places whose times overlap.
    private static func between(_ one: PlacedSlot, _ other: PlacedSlot, sharing: Set<GroupPair>) -> [Clash] {
        guard one.parity.meets(other.parity) else { return [] }
        let isSameRoom = !one.room.isEmpty && one.roomKey == other.roomKey
        var causes: [(cause: Cause, isHard: Bool)] = one.teachers.filter(other.teachers.contains).map {
            // Two classes with one teacher in one room at one time are one lesson held together.
            (.teacher($0), !(isSameRoom && one.start == other.start))
        }
        if isSameRoom { causes.append((.room(min(one.room, other.room)), false)) }
        if one.group == other.group || sharing.contains(GroupPair(one.group, other.group)) {
            causes.append((.students, false))
        }
        return causes.map { Clash(slot: one.id, other: other.id, cause: $0.cause, isHard: $0.isHard) }
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
