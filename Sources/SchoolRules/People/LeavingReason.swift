/// Why a student leaves the school, as the alphabetical book names it.
public enum LeavingReason: String, Codable, CaseIterable, Sendable {
    /// To another school of the same place.
    case school
    /// The family moves to another place of the country.
    case town
    /// The family leaves the country.
    case abroad
    /// To a college or vocational school.
    case college
    /// The school is finished: the certificate is given.
    case finished
    /// By a doctor's opinion.
    case health
    /// By the family's own application.
    case family
    /// By the decision of the pedagogical council.
    case expelled
    case died
}

/// What an order does with a student's place in the classes.
public enum MovementKind: String, Codable, CaseIterable, Sendable {
    /// Into the school for the first time.
    case arrive
    /// From one class of the year to another: not counted among those who arrived and left.
    case move
    /// From the class of one year to the class of the next.
    case promote
    /// Out of the school.
    case leave
    /// Into the school again.
    case `return`

    /// Whether the student was not in the school before it.
    public var isArrival: Bool { self == .arrive || self == .return }
}
