/// The parts of a school's settings. A67 gives the deputy those of teaching, administrator and responsible person the
/// technical ones, the director all. Who else issues codes to staff, director and administrator say.
public enum SettingsPart: CaseIterable, Sendable {
    case teaching, technical, issuing

    /// Whether somebody with these roles may change this part.
    public func isFor(_ roles: Set<Role>) -> Bool { !self.roles.isDisjoint(with: roles) }

    private var roles: Set<Role> {
        switch self {
        case .teaching: [.director, .deputy]
        case .technical: [.director, .administrator, .responsible]
        case .issuing: [.director, .administrator]
        }
    }
}
