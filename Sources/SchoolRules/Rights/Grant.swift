/// How far a right reaches.
public enum Scope: String, Codable, CaseIterable, Comparable, Sendable {
    case none
    /// What is one's own.
    case own
    /// A parent's children.
    case child
    /// The lesson one substitutes.
    case lesson
    /// The pages of one's load.
    case subject
    /// The class one leads.
    case `class`
    case school
    /// Counts over all schools of an installation.
    case nation
    /// Everybody.
    case all

    public static func < (left: Scope, right: Scope) -> Bool { left.breadth < right.breadth }

    private var breadth: Int { Scope.allCases.firstIndex(of: self) ?? 0 }
}

/// One cell of the matrix.
public struct Grant: Hashable, Sendable, CustomStringConvertible {
    public let scope: Scope
    /// `!`: an open unlock, or a second person's approval, is needed as well.
    public let needsSecondStep: Bool
    /// `*`: only a part, named at the right.
    public let isLimited: Bool
    /// `+`: somewhat more than the scope, named at the right.
    public let isExtended: Bool

    public init(_ scope: Scope, needsSecondStep: Bool = false, isLimited: Bool = false, isExtended: Bool = false) {
        self.scope = scope
        self.needsSecondStep = needsSecondStep
        self.isLimited = isLimited
        self.isExtended = isExtended
    }

    public var isGiven: Bool { scope != .none }

    /// As the cell is written: `lesson+`.
    public var description: String {
        scope.rawValue + (needsSecondStep ? "!" : "") + (isLimited ? "*" : "") + (isExtended ? "+" : "")
    }
}

extension Grant {
    static let none = Grant(.none)
    static let own = Grant(.own)
    static let child = Grant(.child)
    static let lesson = Grant(.lesson)
    static let subject = Grant(.subject)
    static let `class` = Grant(.class)
    static let school = Grant(.school)
    static let nation = Grant(.nation)
    static let all = Grant(.all)

    var twoSteps: Grant { Grant(scope, needsSecondStep: true) }
    var limited: Grant { Grant(scope, isLimited: true) }
    var extended: Grant { Grant(scope, isExtended: true) }
}
