/// A student of a page and the final mark that stands there, if one does.
public struct PageFinal: Hashable, Sendable {
    public let student: Int64
    public let mark: FinalMark?

    public init(student: Int64, mark: FinalMark?) {
        self.student = student
        self.mark = mark
    }
}

/// The final marks of a page in a period.
public struct PageFinals: Hashable, Sendable {
    public let page: Int64
    public let teacher: Int64
    public let finals: [PageFinal]

    public init(page: Int64, teacher: Int64, finals: [PageFinal]) {
        self.page = page
        self.teacher = teacher
        self.finals = finals
    }
}

/// What a teacher still owes before a period can close.
public struct MissingFinals: Hashable, Sendable {
    public let teacher: Int64
    public let page: Int64
    public let students: [Int64]
}

/// A period that is closed: who signed it, and when.
public struct PeriodClosing: Hashable, Codable, Sendable {
    public let by: Int64
    public let at: Moment

    public init(by: Int64, at: Moment) {
        self.by = by
        self.at = at
    }
}

/// Why a period does not close.
public enum ClosingProblem: Error, Hashable, Sendable {
    case incomplete([MissingFinals])
    /// The period is signed by a deputy, the year by the director.
    case notSigner
}

/// Closing freezes a period once nobody is left without mark, н/а or осв.
public enum Closing {
    /// What is missing, by teacher and page; empty when the period may close. Any code settles a student's place, also
    /// temporarily not attested, which stays open in the indicators.
    public static func missing(_ pages: [PageFinals]) -> [MissingFinals] {
        pages.compactMap { page in
            let students = page.finals.filter { $0.mark == nil }.map(\.student).sorted()
            return students.isEmpty
                ? nil : MissingFinals(teacher: page.teacher, page: page.page, students: students)
        }
        .sorted { ($0.teacher, $0.page) < ($1.teacher, $1.page) }
    }

    /// Who may sign: the deputy or the director a term, the director alone what goes beyond it (003 6.2, 004 §1¶2).
    public static func signers(of period: FinalPeriod) -> Set<Role> {
        switch period {
        case .term: [.deputy, .director]
        case .year, .exam, .final: [.director]
        }
    }

    /// Whether somebody with these roles may sign.
    public static func maySign(_ period: FinalPeriod, as roles: Set<Role>) -> Bool {
        !signers(of: period).isDisjoint(with: roles)
    }

    /// Whether somebody with these roles may open what was signed: the director alone.
    public static func mayReopen(as roles: Set<Role>) -> Bool { roles.contains(.director) }

    /// Closes, or gives the closing that is there already: the first signature stays.
    public static func close(
        _ period: FinalPeriod, _ pages: [PageFinals], closed: PeriodClosing?, by person: Int64, as roles: Set<Role>,
        at now: Moment
    ) throws(ClosingProblem) -> PeriodClosing {
        if let closed { return closed }
        guard maySign(period, as: roles) else { throw .notSigner }
        let missing = missing(pages)
        guard missing.isEmpty else { throw .incomplete(missing) }
        return PeriodClosing(by: person, at: now)
    }
}
