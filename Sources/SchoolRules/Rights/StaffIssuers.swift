/// Who hands access codes to staff in a school: the administrator in any case, the deputy and the responsible person as
/// the school has set it (000 3.2: the school's administration; 002 III.3: the administrator; 002 VI.2: the responsible
/// person).
public struct StaffIssuers: Sendable, Equatable {
    /// Besides the administrator.
    public let roles: Set<Role>

    /// The roles a school may add.
    public static let choices: [Role] = [.deputy, .responsible]

    /// As the matrix has it, for a school that has set nothing.
    public static let standard = StaffIssuers([.responsible])

    /// Other roles than the ``choices`` are left out.
    public init(_ roles: Set<Role>) { self.roles = roles.intersection(Self.choices) }

    /// What a school keeps as its setting: names of roles with commas between; nil where it has set nothing.
    public init(setting: String?) {
        guard let setting else {
            self = .standard
            return
        }
        self.init(Set(setting.split(separator: ",").compactMap { Role(rawValue: String($0)) }))
    }

    /// The setting that says the same.
    public var setting: String {
        ([.administrator] + Self.choices.filter(roles.contains)).map(\.rawValue).joined(separator: ",")
    }

    /// The cell of the table of rights in a school with these issuers.
    public func scope(of right: Right, for role: Role) -> Grant {
        guard right == .manageStaffAccounts, Self.choices.contains(role) else {
            return RightsTable.scope(of: right, for: role)
        }
        return roles.contains(role) ? .school : .none
    }
}
