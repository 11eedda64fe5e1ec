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

    public init(
        id: Int, short: Names, names: Names, weight: Fraction, isRequired: Bool = false, isWritten: Bool = false
    ) {
        self.id = id
        self.short = short
        self.names = names
        self.weight = weight
        self.isRequired = isRequired
        self.isWritten = isWritten
    }
}
