/// What a mark was given for, with its weight in averages.
public struct KindOfWork: Hashable, Codable, Sendable, Identifiable {
    public let id: Int
    /// For the head of a column.
    public let short: Names
    public let names: Names
    public let weight: Fraction
    /// Every student needs this work; a missing one is a debt.
    public let isRequired: Bool
    /// Checked after the lesson; its marks have the deadline of written work.
    public let isWritten: Bool
    /// The most points it can give, where every work of the kind has the same.
    public let maximum: Fraction?
    /// Whether its marks enter averages and the least number of marks, by the last day of a term.
    public let counting: Dated<Bool>
    /// No longer given: marks that have it stay, and new ones are not set for it.
    public let isOff: Bool

    public init(
        id: Int, short: Names, names: Names, weight: Fraction, isRequired: Bool = false, isWritten: Bool = false,
        maximum: Fraction? = nil, counting: Dated<Bool> = Dated(true), isOff: Bool = false
    ) {
        self.id = id
        self.short = short
        self.names = names
        self.weight = weight
        self.isRequired = isRequired
        self.isWritten = isWritten
        self.maximum = maximum
        self.counting = counting
        self.isOff = isOff
    }

    public func counts(on day: Day) -> Bool { counting.value(on: day) }
}
