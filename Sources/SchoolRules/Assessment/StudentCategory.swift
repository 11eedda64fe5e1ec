/// What a student's finals over all subjects make of him.
public enum StudentCategory: String, Codable, CaseIterable, Sendable {
    /// Отличник: fives alone.
    case excellent
    /// Fives and exactly one four; he is one of the good.
    case oneFour
    /// Хорошист: fours and fives.
    case good
    /// Exactly one three, the rest fours and fives.
    case oneThree
    /// Троечник: no fail.
    case satisfactory
    /// Неуспевающий: a fail in some subject.
    case failing
    case notAttested

    public var isGood: Bool { self == .good || self == .oneFour }

    /// Subjects a student is exempt from, passed or not marked yet are ignored; nil when nothing is left. A fail goes
    /// before н/а, and н/а is a fail where the regime of its subject says so.
    public init?(finals: [SubjectFinal]) {
        let levels = finals.compactMap { $0.mark?.level }.filter { $0 != .pass }
        let threes = levels.count { $0 == .satisfactory }
        let fours = levels.count { $0 == .good }
        let isNotAttested = finals.contains { $0.mark == .notAttested }
        if levels.contains(.fail) || finals.contains(where: { $0.mark == .notAttested && $0.notAttestedFails }) {
            self = .failing
        } else if isNotAttested {
            self = .notAttested
        } else if levels.isEmpty {
            return nil
        } else if threes > 0 {
            self = threes == 1 ? .oneThree : .satisfactory
        } else if fours > 0 {
            self = fours == 1 && levels.count > 1 ? .oneFour : .good
        } else {
            self = .excellent
        }
    }
}

/// A student's final mark in a subject, among those of the others.
public struct SubjectFinal: Hashable, Sendable {
    /// Nil while there is none.
    public let mark: FinalMark?
    /// Whether the subject's regime takes н/а for a fail.
    public let notAttestedFails: Bool

    public init(_ mark: FinalMark?, notAttestedFails: Bool = false) {
        self.mark = mark
        self.notAttestedFails = notAttestedFails
    }
}

/// The students of a class by category.
public struct ClassLevel<Student: Hashable & Sendable>: Sendable {
    public let byCategory: [StudentCategory: [Student]]
    /// (all − failing − not attested) / all.
    public let progress: Share<Student>
    /// (excellent + good) / all; one four is among the good, one three is not.
    public let quality: Share<Student>

    /// Students without any final of a degree are not counted.
    public init(_ students: [(student: Student, finals: [SubjectFinal])]) {
        let placed = students.compactMap { student, finals in
            StudentCategory(finals: finals).map { (student, $0) }
        }
        byCategory = Dictionary(grouping: placed, by: \.1).mapValues { $0.map(\.0) }
        progress = Share(placed.filter { $0.1 != .failing && $0.1 != .notAttested }.map(\.0), of: placed.count)
        quality = Share(placed.filter { $0.1 == .excellent || $0.1.isGood }.map(\.0), of: placed.count)
    }
}
