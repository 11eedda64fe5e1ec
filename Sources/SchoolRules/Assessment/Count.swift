/// How a number came about, line by line; the values of the lines sum exactly to the number.
public struct Count: Hashable, Sendable {
    /// A part of a sentence that the reader's language words.
    public enum Argument: Hashable, Sendable {
        case number(Fraction)
        case text(String)
    }

    /// What a line says. In brackets: its arguments in order.
    public enum Key: String, Codable, CaseIterable, Sendable {
        /// A mark's share of a plain average (mark, number of marks).
        case mark
        /// A mark's share of a weighted average (mark, weight, sum of weights).
        case weightedMark
        /// All formative points (mean, highest points of a lesson, percent they weigh).
        case formative
        /// A work for a section, by points of all (points, sum of maxima, percent they weigh).
        case pooledSection
        /// A work for a section, by its own percent (points, maximum, number of works, percent they weigh).
        case section
        /// The work for the term (points, maximum, percent it weighs).
        case term
        /// A period's share of the year (mark, number of periods).
        case period
        /// The year's share (mark, weight).
        case year
        /// The exam's share, or that of the additional work (mark, weight).
        case exam
        /// Students of a level (students, coefficient, all students).
        case level
    }

    public struct Line: Hashable, Sendable {
        public let key: Key
        public let arguments: [Argument]
        public let value: Fraction

        public init(_ key: Key, _ arguments: [Argument], _ value: Fraction) {
            self.key = key
            self.arguments = arguments
            self.value = value
        }
    }

    /// Which rule counted.
    public enum Rule: String, Codable, CaseIterable, Sendable {
        case plainAverage, weightedAverage, criteriaPercent, yearMean, yearWithExam, learning, averageMark
    }

    public let rule: Rule
    public let value: Fraction
    public let lines: [Line]

    public init(_ rule: Rule, value: Fraction, lines: [Line]) {
        self.rule = rule
        self.value = value
        self.lines = lines
    }
}
