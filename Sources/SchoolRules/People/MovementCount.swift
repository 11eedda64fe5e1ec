/// A student's unbroken time in one class; both days are within it.
public struct ClassStay: Hashable, Sendable {
    public let student: Int64
    public let classID: Int64
    public let from: Day
    public let to: Day

    public init(student: Int64, classID: Int64, from: Day, to: Day) {
        self.student = student
        self.classID = classID
        self.from = from
        self.to = to
    }
}

/// The movement of the students of a class in a stretch of the year:
/// at the start + arrived + from other classes − left − to other classes = at the end.
public struct MovementCount: Hashable, Sendable {
    public var atStart = 0
    /// From outside the school.
    public var arrived = 0
    /// From another class of the school.
    public var movedIn = 0
    /// Out of the school.
    public var left = 0
    /// To another class of the school.
    public var movedOut = 0
    public var atEnd = 0

    public init() {}

    /// Whether the line adds up.
    public var isBalanced: Bool { atStart + arrived + movedIn - left - movedOut == atEnd }

    public static func + (one: MovementCount, other: MovementCount) -> MovementCount {
        var sum = one
        sum.atStart += other.atStart
        sum.arrived += other.arrived
        sum.movedIn += other.movedIn
        sum.left += other.left
        sum.movedOut += other.movedOut
        sum.atEnd += other.atEnd
        return sum
    }

    /// Counts by class.
    /// - Parameters:
    ///   - stays: the stays of one school year, of all classes.
    ///   - from, to: the first and the last day of the stretch.
    ///   - isFirst: whether it is the first stretch of the year: who came by its first day is there at the start. In
    ///     every other one who comes on the first day has arrived.
    ///   - isLast: whether the year ends with the stretch: who stays to its last day has not left. In every other one
    ///     whose stay ends on the last day has gone.
    public static func byClass(
        _ stays: [ClassStay], from: Day, to: Day, isFirst: Bool, isLast: Bool = false
    ) -> [Int64: MovementCount] {
        var counts: [Int64: MovementCount] = [:]
        for own in Dictionary(grouping: stays, by: \.student).values {
            let path = unbroken(own)
            for (place, stay) in path.enumerated() {
                let comesFromClass = place > 0 && path[place - 1].to.adding(1) == stay.from
                let goesToClass = place + 1 < path.count && stay.to.adding(1) == path[place + 1].from
                let isThere = isFirst ? stay.from <= from && from <= stay.to : stay.from < from && from <= stay.to
                let comes = (isFirst ? from < stay.from : from <= stay.from) && stay.from <= to
                let goes = (isThere || comes) && (isLast ? stay.to < to : stay.to <= to)
                if isThere { counts[stay.classID, default: MovementCount()].atStart += 1 }
                if comes { counts[stay.classID, default: MovementCount()].note(comesFromClass: comesFromClass) }
                if goes { counts[stay.classID, default: MovementCount()].note(goesToClass: goesToClass) }
                if (isThere || comes) && !goes { counts[stay.classID, default: MovementCount()].atEnd += 1 }
            }
        }
        return counts
    }

    private mutating func note(comesFromClass: Bool) { if comesFromClass { movedIn += 1 } else { arrived += 1 } }
    private mutating func note(goesToClass: Bool) { if goesToClass { movedOut += 1 } else { left += 1 } }

    /// The stays of one student in their order; two that touch in the same class are one.
    private static func unbroken(_ stays: [ClassStay]) -> [ClassStay] {
        stays.filter { $0.from <= $0.to }.sorted { ($0.from, $0.classID) < ($1.from, $1.classID) }
            .reduce(into: []) { path, stay in
                if let last = path.last, last.classID == stay.classID, stay.from <= last.to.adding(1) {
                    path[path.count - 1] = ClassStay(
                        student: last.student, classID: last.classID, from: last.from, to: max(last.to, stay.to))
                } else {
                    path.append(stay)
                }
            }
    }
}
