/// A value that is another from known days on: what holds at first, and the steps after it in order of day.
public struct Dated<Value: Hashable & Codable & Sendable & LosslessStringConvertible>: Hashable, Codable, Sendable {
    public struct Step: Hashable, Codable, Sendable {
        public let from: Day
        public let value: Value
    }

    public let first: Value
    public let steps: [Step]

    public init(_ first: Value) {
        self.first = first
        steps = []
    }

    /// Reads what ``stored`` gave; nil for anything else.
    public init?(stored text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard let first = Value(String(parts[0])) else { return nil }
        var steps: [Step] = []
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, let day = Day(String(sides[0])), let value = Value(String(sides[1])) else {
                return nil
            }
            steps.append(Step(from: day, value: value))
        }
        self.first = first
        self.steps = steps
    }

    private init(first: Value, steps: [Step]) {
        self.first = first
        self.steps = steps
    }

    /// As one text: `5`, or `5;2026-12-06=4`. Values have neither `;` nor `=`.
    public var stored: String {
        ([first.description] + steps.map { "\($0.from)=\($0.value)" }).joined(separator: ";")
    }

    public func value(on day: Day) -> Value { steps.last { $0.from <= day }?.value ?? first }

    /// What holds after the last step.
    public var last: Value { steps.last?.value ?? first }

    /// The same until a day, and one value from then on.
    public func changed(to value: Value, from day: Day) -> Dated {
        let kept = Dated(first: first, steps: steps.filter { $0.from < day })
        return kept.last == value ? kept : Dated(first: first, steps: kept.steps + [Step(from: day, value: value)])
    }
}
