/// Percents that each final mark gives to the degree of learning (СОУ).
public struct LearningCoefficients: Hashable, Codable, Sendable {
    public var excellent: Fraction
    public var good: Fraction
    public var satisfactory: Fraction
    public var fail: Fraction
    /// Nil leaves students not attested out of this indicator.
    public var notAttested: Fraction?

    /// 100, 64, 36, 16, and 7 for н/а. Old leaflets give 14 for a fail.
    public static let standard = LearningCoefficients()

    public init(
        excellent: Fraction = 100, good: Fraction = 64, satisfactory: Fraction = 36, fail: Fraction = 16,
        notAttested: Fraction? = 7
    ) {
        self.excellent = excellent
        self.good = good
        self.satisfactory = satisfactory
        self.fail = fail
        self.notAttested = notAttested
    }

    /// What is left out is said, so that nobody takes it for a text that does not know it yet.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(excellent, forKey: .excellent)
        try fields.encode(good, forKey: .good)
        try fields.encode(satisfactory, forKey: .satisfactory)
        try fields.encode(fail, forKey: .fail)
        try fields.encode(notAttested, forKey: .notAttested)
    }

    /// Nil for a mark without a degree, and for н/а where it is left out.
    public func coefficient(of mark: FinalMark) -> Fraction? {
        switch mark.level {
        case .excellent: excellent
        case .good: good
        case .satisfactory: satisfactory
        case .fail: fail
        case .pass: nil
        case nil: mark == .notAttested ? notAttested : nil
        }
    }
}

/// A student's final mark, as indicators see it.
public struct StudentFinal<Student: Hashable & Sendable>: Hashable, Sendable {
    public let student: Student
    /// Nil while there is none.
    public let mark: FinalMark?
    /// What the rule gives, for objectivity.
    public let expected: ScaleValue?
    /// Left before the end of the period.
    public let hasLeft: Bool
    /// The coefficients of the subject, where finals of several regimes stand together; nil for those of the whole.
    public let learning: LearningCoefficients?

    public init(
        _ student: Student, _ mark: FinalMark?, expected: ScaleValue? = nil, hasLeft: Bool = false,
        learning: LearningCoefficients? = nil
    ) {
        self.student = student
        self.mark = mark
        self.expected = expected
        self.hasLeft = hasLeft
        self.learning = learning
    }

    /// Whether the final has a degree: pass and fail have none, н/а has one.
    fileprivate var isGraded: Bool { mark?.numeric != nil || mark == .notAttested }

    /// What the mark gives to the degree of learning; nil where it gives nothing.
    fileprivate func degree(_ usual: LearningCoefficients) -> Fraction? {
        isGraded ? mark.flatMap { (learning ?? usual).coefficient(of: $0) } : nil
    }
}

/// Some students of a number of students.
public struct Share<Student: Hashable & Sendable>: Hashable, Sendable {
    public let students: [Student]
    public let all: Int

    public init(_ students: [Student], of all: Int) {
        self.students = students
        self.all = all
    }

    /// Unrounded; nil of nobody.
    public var percent: Fraction? {
        all > 0 ? Fraction(Int64(students.count) * 100, Int64(all)) : nil
    }
}

/// Progress, quality, degree of learning and mean mark of any set of finals: a page, class, parallel, teacher, school.
///
/// Counted are all students but those exempt, without a mark yet, temporarily not attested, or gone before the end;
/// н/а is counted. Scales other than five points are taken by level. Students are named in the order given.
public struct Indicators<Student: Hashable & Sendable>: Sendable {
    /// Behind N.
    public let counted: [Student]
    public let byLevel: [Level: [Student]]
    public let notAttested: [Student]
    public let exempt: [Student]
    /// Without a mark, or temporarily not attested.
    public let open: [Student]
    /// Успеваемость: a mark better than a fail.
    public let progress: Share<Student>
    /// Качество: a five or a four, of those with a degree (pass and fail have none).
    public let quality: Share<Student>
    /// Behind the degree of learning.
    public let learned: [Student]
    /// СОУ; nil when nobody has a degree.
    public let learning: Count?
    /// Behind the mean mark.
    public let numbered: [Student]
    /// Средний балл: Σ numbers of marks / their number; nil when no mark has a number.
    public let average: Count?

    public init(_ finals: [StudentFinal<Student>], learning coefficients: LearningCoefficients = .standard) {
        let present = finals.filter { !$0.hasLeft }
        let marked = present.filter { $0.mark?.level != nil }
        let missed = present.filter { $0.mark == .notAttested }
        let inCount = present.filter { $0.mark?.level != nil || $0.mark == .notAttested }
        let graded = inCount.filter(\.isGraded)
        counted = inCount.map(\.student)
        byLevel = Dictionary(grouping: marked) { $0.mark?.level ?? .fail }.mapValues { $0.map(\.student) }
        notAttested = missed.map(\.student)
        exempt = present.filter { $0.mark == .exempt }.map(\.student)
        open = present.filter { $0.mark == nil || $0.mark == .temporarilyNotAttested }.map(\.student)
        progress = Share(marked.filter { $0.mark?.level != .fail }.map(\.student), of: inCount.count)
        quality = Share(
            graded.filter { [.excellent, .good].contains($0.mark?.level) }.map(\.student), of: graded.count)
        let degrees = graded.compactMap { final in final.degree(coefficients).map { (final.student, $0) } }
        learned = degrees.map(\.0)
        learning = Count.learning(degrees.map(\.1))
        numbered = marked.filter { $0.mark?.numeric != nil }.map(\.student)
        average = Count.averageMark(marked.compactMap(\.mark))
    }
}

extension Count {
    /// Σ coefficients / students, a line a coefficient, the highest first; nil of nobody.
    static func learning(_ coefficients: [Fraction]) -> Count? {
        let groups = Dictionary(grouping: coefficients) { $0 }.mapValues { Fraction(Int64($0.count)) }
        let all = Fraction(Int64(coefficients.count))
        guard all > 0 else { return nil }
        let lines = groups.sorted { $0.key > $1.key }.map { coefficient, number in
            Line(.level, [.number(number), .number(coefficient), .number(all)], coefficient * number / all)
        }
        return Count(.learning, value: lines.reduce(0) { $0 + $1.value }, lines: lines)
    }

    static func averageMark(_ marks: [FinalMark]) -> Count? {
        let values = marks.compactMap(\.value).filter { $0.numeric != nil }
        guard let mean = SchoolRules.average(values.compactMap(\.numeric)) else { return nil }
        let number = Fraction(Int64(values.count))
        let lines = values.compactMap { value in
            value.numeric.map { Line(.mark, [.text(value.value), .number(number)], $0 / number) }
        }
        return Count(.averageMark, value: mean, lines: lines)
    }
}

/// Finals against what the rule expects, or against a control work, an exam or the year.
public struct Objectivity<Student: Hashable & Sendable>: Sendable {
    public let same: [Student]
    public let raised: [Student]
    public let lowered: [Student]

    /// Students without a mark or without an expectation are not compared.
    public init(_ finals: [StudentFinal<Student>], on scale: Scale) {
        let compared = finals.filter { !$0.hasLeft }.compactMap { final in
            final.expected.flatMap { expected in
                final.mark?.value.flatMap { scale.steps(from: expected, to: $0) }.map { (final.student, $0) }
            }
        }
        same = compared.filter { $0.1 == 0 }.map(\.0)
        raised = compared.filter { $0.1 > 0 }.map(\.0)
        lowered = compared.filter { $0.1 < 0 }.map(\.0)
    }

    /// Coincidences of all finals compared.
    public var coincidence: Share<Student> { Share(same, of: same.count + raised.count + lowered.count) }
}
