/// Work that is still to be handed in, as it stands in a cell in the place of a mark: `•`, with the day it is due.
///
/// It is typed as `•` or `*`, alone or with a day: `•5.12`, `*05.12.2026`. Kept as `•2026-12-05`.
public struct DebtSign: Hashable, Sendable {
    public static let sign = "•"

    /// The day that was named; the month and day alone where no year was.
    private enum Named: Hashable {
        case nothing
        case day(Day)
        case ofYear(month: Int, day: Int)
    }

    private let named: Named

    public init(due: Day) { named = .day(due) }

    /// Reads what ``stored`` gave; everything else is no debt.
    public init?(stored text: String) {
        guard text.hasPrefix(Self.sign) else { return nil }
        let rest = text.dropFirst()
        if rest.isEmpty {
            named = .nothing
        } else if let day = Day(String(rest)) {
            named = .day(day)
        } else {
            let parts = rest.split(separator: "-").compactMap { decimal($0) }
            guard rest.hasPrefix("--"), parts.count == 2 else { return nil }
            named = .ofYear(month: parts[0], day: parts[1])
        }
    }

    /// Reads what a teacher typed; refuses a day that no calendar has.
    init?(typed text: String) {
        guard let first = text.first, ["•", "*", "●"].contains(first) else { return nil }
        let rest = text.dropFirst()
        if rest.isEmpty {
            named = .nothing
            return
        }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false).map { decimal($0) }
        guard (2...3).contains(parts.count), let day = parts[0], let month = parts[1] else { return nil }
        if parts.count == 3 {
            guard let year = parts[2], let due = Day(year: year < 100 ? 2000 + year : year, month: month, day: day)
            else { return nil }
            named = .day(due)
        } else {
            // 29 February is a day of some years.
            guard Day(year: 2028, month: month, day: day) != nil else { return nil }
            named = .ofYear(month: month, day: day)
        }
    }

    /// The day it is due, where that is settled.
    public var due: Day? {
        if case .day(let day) = named { day } else { nil }
    }

    /// As it is kept in a cell.
    public var stored: String {
        switch named {
        case .nothing: Self.sign
        case .day(let day): Self.sign + day.description
        case .ofYear(let month, let day): Self.sign + "--\(padded(month, to: 2))-\(padded(day, to: 2))"
        }
    }

    /// The debt with its day: the named one, the first such day after the lesson, else the usual one.
    /// - Returns: nil for a day before the lesson.
    public func settled(lesson: Day, usual: Day) -> DebtSign? {
        switch named {
        case .nothing: DebtSign(due: usual)
        case .day(let day): day < lesson ? nil : self
        case .ofYear(let month, let day):
            [lesson.year, lesson.year + 1].compactMap { Day(year: $0, month: month, day: day) }
                .first { $0 >= lesson }.map(DebtSign.init(due:))
        }
    }

    /// `•05.12`, for a place where the sign alone says too little.
    public var text: String {
        guard let due else { return Self.sign }
        return Self.sign + padded(due.day, to: 2) + "." + padded(due.month, to: 2)
    }
}

/// What a school does with work that is not handed in. Nothing that is kept is changed by it: what stands is counted
/// from the day on which somebody looks.
public struct DebtRule: Hashable, Codable, Sendable {
    /// Until so many calendar days after the lesson a work is due, where no other day is named.
    public var days: Int
    /// What the sign stands for once its day is past, by the day of the lesson: a mark of the scale, the name of a
    /// code, or nothing, as an empty text. A new rule begins with a term, and leaves what was signed as it was.
    public var turning: Dated<String>

    /// Seven days, and the sign stays.
    public static let standard = DebtRule(days: 7, turning: Dated(""))

    public init(days: Int, turning: Dated<String>) {
        self.days = days
        self.turning = turning
    }

    /// Whether there are lessons of which a debt turns into something.
    public var turns: Bool { !turning.first.isEmpty || turning.steps.contains { !$0.value.isEmpty } }

    /// What a debt of a lesson turns into; nil where it stays a debt.
    public func turnsInto(of lesson: Day) -> String? {
        let value = turning.value(on: lesson)
        return value.isEmpty ? nil : value
    }

    public func debt(_ sign: DebtSign, of lesson: Day) -> Debt? {
        sign.due.map { Debt(due: $0, turnsInto: turnsInto(of: lesson)) }
    }

    /// What a kept value of a lesson's cell stands for on a day: itself, unless it is a debt whose day is past.
    public func standing(_ stored: String, of lesson: Day, on day: Day) -> String {
        guard let sign = DebtSign(stored: stored) else { return stored }
        if let debt = debt(sign, of: lesson), case .turned(let value) = debt.state(on: day) { return value }
        return DebtSign.sign
    }
}
