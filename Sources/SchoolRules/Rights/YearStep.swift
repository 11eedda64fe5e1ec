/// The two steps to a new school year (A43): the administrator prepares it, the director confirms it, and the two are
/// two people.
public enum YearStep: CaseIterable, Sendable {
    case prepare, confirm

    /// Whose step it is.
    public var role: Role {
        switch self {
        case .prepare: .administrator
        case .confirm: .director
        }
    }

    public func isOpen(to roles: Set<Role>) -> Bool { roles.contains(role) }

    /// Whether somebody may confirm what was prepared: never what they prepared themselves, whatever roles they hold.
    public static func mayConfirm(_ person: Int64, preparedBy preparer: Int64) -> Bool { person != preparer }
}
