/// Who may do what and how widely: the school's matrix of rights, cell by cell.
///
/// A scope is not a licence by itself: what lies outside it is not found, and locks are rules of their own.
public enum RightsTable {
    /// The cell of one right and one role.
    public static func scope(of right: Right, for role: Role) -> Grant {
        rows[right]?[role.column] ?? .none
    }

    /// The grants of a person with several roles, without the empty ones: rights are the union of the roles.
    public static func scopes(of right: Right, roles: Set<Role>) -> Set<Grant> {
        Set(roles.map { scope(of: right, for: $0) }.filter(\.isGiven))
    }

    /// Whether any of the roles has the right in any scope.
    public static func allows(_ right: Right, roles: Set<Role>) -> Bool {
        roles.contains { scope(of: right, for: $0).isGiven }
    }

    private static let rows = [journalRights, recordRights, planningRights, accountRights, systemRights]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}
