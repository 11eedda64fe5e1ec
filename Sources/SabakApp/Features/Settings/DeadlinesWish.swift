import SchoolRules
import Web

/// Norm and limit of every kind of entry as typed.
struct DeadlinesWish: Sendable {
    struct Side: Sendable {
        var kind = "same_day"
        var value = ""

        init(_ limit: Limit) {
            let words = limit.text.split(separator: " ")
            kind = String(words[0])
            value = words.count > 1 ? String(words[1]) : ""
        }

        init(kind: String, value: String) {
            self.kind = kind
            self.value = value
        }

        var limit: Limit? {
            switch kind {
            case "next_day": Limit("next_day \(ClockTime(value)?.description ?? "")")
            case "days": Limit("days \(value)")
            default: Limit(kind)
            }
        }
    }

    private(set) var norms: [EntryKind: Side] = [:]
    private(set) var limits: [EntryKind: Side] = [:]
    let nextDay: NextDay
    private(set) var problems = FormProblems()

    init(_ rules: DeadlineRules) {
        nextDay = rules.nextDayIs
        for kind in EntryKind.allCases {
            norms[kind] = Side(rules[kind].norm)
            limits[kind] = Side(rules[kind].limit)
        }
    }

    init(_ form: Form) {
        nextDay = form["next-day"] == "calendar" ? .calendar : .working
        for kind in EntryKind.allCases {
            norms[kind] = Self.side("norm", kind, form)
            limits[kind] = Self.side("limit", kind, form)
            check(kind)
        }
    }

    /// The rule of a kind, where both sides can be read.
    func rule(_ kind: EntryKind) -> DeadlineRule? {
        guard let norm = norms[kind]?.limit, let limit = limits[kind]?.limit else { return nil }
        return DeadlineRule(norm: norm, limit: limit)
    }

    private static func side(_ name: String, _ kind: EntryKind, _ form: Form) -> Side {
        Side(
            kind: form["\(name)-\(kind.rawValue)"] ?? "same_day", value: form["\(name)-value-\(kind.rawValue)"] ?? "")
    }

    private mutating func check(_ kind: EntryKind) {
        guard let norm = norms[kind]?.limit else {
            problems["norm-value-\(kind.rawValue)"] = SettingsTexts.badLimit
            return
        }
        guard let limit = limits[kind]?.limit else {
            problems["limit-value-\(kind.rawValue)"] = SettingsTexts.badLimit
            return
        }
        if Self.minutes(limit) < Self.minutes(norm) {
            problems["limit-value-\(kind.rawValue)"] = SettingsTexts.limitBeforeNorm
        }
    }

    private static func minutes(_ limit: Limit) -> Int {
        switch limit {
        case .sameDay: 1439
        case .nextDay(let minute): 1440 + minute
        case .days(let days): days * 1440 + 1439
        case .weekly: 7 * 1440 + 1439
        }
    }
}
