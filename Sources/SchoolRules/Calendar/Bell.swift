/// Start and end of one lesson of the day, for some grades.
public struct Bell: Hashable, Codable, Sendable {
    public let shift: Int
    /// 1 = Monday … 7 = Sunday; 0 = any.
    public let weekday: Int
    public let dayKind: DayKind
    /// Number of the lesson within its shift, from 1.
    public let number: Int
    public let start: ClockTime
    public let end: ClockTime
    public let gradeFrom: Int
    public let gradeTo: Int

    public init(
        shift: Int, weekday: Int = 0, dayKind: DayKind = .normal, number: Int, start: ClockTime, end: ClockTime,
        gradeFrom: Int = 0, gradeTo: Int = 12
    ) {
        self.shift = shift
        self.weekday = weekday
        self.dayKind = dayKind
        self.number = number
        self.start = start
        self.end = end
        self.gradeFrom = gradeFrom
        self.gradeTo = gradeTo
    }
}

/// The bell that rings for a lesson. An exact day of the week beats any day, then the narrower range of grades wins;
/// a short day without short bells rings the normal ones.
public func bell(
    in bells: [Bell], number: Int, shift: Int, weekday: Int, dayKind: DayKind, grade: Int
) -> Bell? {
    let fitting = bells.filter {
        $0.number == number && $0.shift == shift && ($0.weekday == 0 || $0.weekday == weekday)
            && $0.gradeFrom <= grade && grade <= $0.gradeTo
    }
    let kind: DayKind = fitting.contains { $0.dayKind == dayKind } ? dayKind : .normal
    return fitting.filter { $0.dayKind == kind }.min {
        ($0.weekday == 0 ? 1 : 0, $0.gradeTo - $0.gradeFrom) < ($1.weekday == 0 ? 1 : 0, $1.gradeTo - $1.gradeFrom)
    }
}
