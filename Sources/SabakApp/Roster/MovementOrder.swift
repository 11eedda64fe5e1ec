import SchoolRules

/// What the order says of a student who comes, moves or goes, and the papers that go with it.
public struct MovementOrder: Hashable, Sendable {
    public var number = ""
    /// The date of the order, `YYYY-MM-DD`; empty where it is not known.
    public var day = ""
    public var reason: LeavingReason?
    /// The school the student comes from or goes to.
    public var place = ""
    public var town = ""
    /// The personal file or certificate that was brought or given.
    public var document = ""
    public var documentDay = ""
    public var note = ""

    public init(number: String = "", day: String = "") {
        self.number = number
        self.day = day
    }

    /// "№ 3, Ош".
    var whereabouts: String { [place, town].filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// A line of the movement book.
struct Movement: Sendable {
    let year, number: Int
    let student: Int64
    let kind: MovementKind
    /// 0: outside of the school.
    let fromClass, toClass: Int64
    let day: Day
    let order: MovementOrder
    /// The number in the alphabetical book; 0 where the line gives none.
    let book: Int
    let at, by: Int64
    let withdrawnAt: Int64
    let withdrawnWhy: String

    var isWithdrawn: Bool { withdrawnAt > 0 }
}
