/// A teacher's wish to change something on one page after its period was closed.
public struct UnlockRequest: Hashable, Codable, Sendable {
    public let teacher: Int64
    public let page: Int64
    /// Of a final mark; otherwise of current marks.
    public let isFinal: Bool
    public let reason: String

    public init(teacher: Int64, page: Int64, isFinal: Bool, reason: String) {
        self.teacher = teacher
        self.page = page
        self.isFinal = isFinal
        self.reason = reason
    }

    /// Who must agree, each a different person: the deputy (or the director) for current marks, the deputy and the
    /// director for a final one.
    public var steps: [Set<Role>] {
        isFinal ? [[.deputy], [.director]] : [[.deputy, .director]]
    }
}

/// One person's agreement.
public struct UnlockApproval: Hashable, Codable, Sendable {
    public let person: Int64
    /// As what the person agreed.
    public let role: Role
    public let at: Moment

    public init(person: Int64, role: Role, at: Moment) {
        self.person = person
        self.role = role
        self.at = at
    }
}

/// Why an unlock is not given.
public enum UnlockProblem: Error, Hashable, Sendable {
    case reasonMissing
    /// Nobody unlocks for himself.
    case ownPage
    /// Neither of the roles that must still agree.
    case notYours
    /// The two must be two people.
    case samePerson
    /// One minute to forty-eight hours.
    case hours
    /// The country does not let final marks be reviewed.
    case noReview
    /// Everybody needed has agreed.
    case alreadyOpen
}

/// An unlock on its way or open. Its time runs from the last agreement.
public struct Unlock: Hashable, Codable, Sendable {
    /// Forty-eight hours.
    public static let longest = 48 * 60

    public let request: UnlockRequest
    public private(set) var approvals: [UnlockApproval] = []
    /// Nil until everybody needed has agreed.
    public private(set) var until: Moment?

    /// Refuses an empty reason, and a final mark where the regime does not let finals be revised.
    public init(_ request: UnlockRequest, by settings: AssessmentSettings) throws(UnlockProblem) {
        guard !request.reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
        guard !request.isFinal || settings.finalsMayBeRevised else { throw .noReview }
        self.request = request
    }

    /// The roles of which one must agree next; empty when it is open.
    public var waitsFor: Set<Role> {
        let agreed = approvals.map(\.role)
        return Set(request.steps.filter { step in !agreed.contains { step.contains($0) } }.joined())
    }

    /// Whether this person's agreement is one that it waits for.
    public func waits(for person: Int64, as roles: Set<Role>) -> Bool {
        until == nil && person != request.teacher && !waitsFor.isDisjoint(with: roles)
            && !approvals.contains { $0.person == person }
    }

    /// Takes one person's agreement, in any order; who is deputy and director agrees as the director.
    /// Minutes are 1...2880 from the last agreement on.
    public mutating func approve(
        by person: Int64, as roles: Set<Role>, minutes: Int, at now: Moment
    ) throws(UnlockProblem) {
        guard until == nil else { throw .alreadyOpen }
        guard person != request.teacher else { throw .ownPage }
        guard (1...Unlock.longest).contains(minutes) else { throw .hours }
        guard !approvals.contains(where: { $0.person == person }) else { throw .samePerson }
        guard let role = waitsFor.intersection(roles).max(by: { $0.rawValue < $1.rawValue }) else { throw .notYours }
        approvals.append(UnlockApproval(person: person, role: role, at: now))
        if waitsFor.isEmpty { until = now.adding(minutes: minutes) }
    }

    /// Whether this teacher may write to this page now; the last minute still counts.
    public func isOpen(for teacher: Int64, page: Int64, at now: Moment) -> Bool {
        guard let until, teacher == request.teacher, page == request.page else { return false }
        return now <= until
    }
}

/// What a closed period lets a teacher write.
public enum Freeze {
    /// Whether a teacher may write to a page now: while the period is open, or under an unlock of his for the page.
    /// An unlock for a final mark opens the current marks behind it too.
    public static func allows(
        writingFinal isFinal: Bool, closed: PeriodClosing?, unlocks: [Unlock], teacher: Int64, page: Int64,
        at now: Moment
    ) -> Bool {
        closed == nil
            || unlocks.contains {
                (!isFinal || $0.request.isFinal) && $0.isOpen(for: teacher, page: page, at: now)
            }
    }
}
