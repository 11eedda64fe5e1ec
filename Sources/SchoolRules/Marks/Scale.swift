/// What a mark means for progress and quality, whatever the scale.
public enum Level: String, Codable, CaseIterable, Sendable {
    case excellent, good, satisfactory, fail
    /// Passed, without a degree.
    case pass
}

/// One value of a scale.
public struct ScaleValue: Hashable, Codable, Sendable {
    /// As it is stored and shown.
    public let value: String
    /// Nil when the value stays out of averages.
    public let numeric: Fraction?
    public let level: Level
    /// Other spellings a teacher may type.
    public let synonyms: [String]

    public init(value: String, numeric: Fraction?, level: Level, synonyms: [String] = []) {
        self.value = value
        self.numeric = numeric
        self.level = level
        self.synonyms = synonyms
    }
}

/// The marks a teacher may set. A scale is data: converting to another never rewrites old marks.
public struct Scale: Hashable, Codable, Sendable, Identifiable {
    /// Stored with every mark.
    public let id: String
    public let names: Names
    /// From the best to the worst.
    public let values: [ScaleValue]

    public init(id: String, names: Names, values: [ScaleValue]) {
        self.id = id
        self.names = names
        self.values = values
    }

    /// The value a teacher means: exact first, then in any case, with look-alikes of the other script, and synonyms.
    public func value(_ text: String) -> ScaleValue? {
        if let exact = values.first(where: { $0.value == text }) {
            return exact
        } else {
            let folded = codeFold(text)
            return values.first { codeFold($0.value) == folded || $0.synonyms.contains { codeFold($0) == folded } }
        }
    }

    public func numeric(of text: String) -> Fraction? { value(text)?.numeric }
    public func level(of text: String) -> Level? { value(text)?.level }

    func exactValue(_ text: String) -> ScaleValue? {
        let upper = text.uppercased()
        return values.first { $0.value.uppercased() == upper }
    }
}
