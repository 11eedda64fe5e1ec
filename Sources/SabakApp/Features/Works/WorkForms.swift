import SchoolRules
import Web

/// Which weeks and whose works somebody asks for.
struct CalendarWish: Sendable {
    let week: Week
    let classID: Int64?

    /// - Throws: 422 for what is no week.
    init(_ query: Form, today: Day) throws {
        if let text = query["week"] {
            guard let week = Week(text) else {
                throw Refusal.invalid("unknown_week", WorksTexts.unknownWeek, at: "week")
            }
            self.week = week
        } else {
            week = Week(containing: today)
        }
        classID = query["class"].flatMap { Int64($0) }
    }
}

/// A work as the form of a page sends it.
enum WorkForms {
    static func wish(_ form: Form, _ work: Int64?) throws -> WorkWish {
        guard let lesson = form["lesson"].flatMap({ Int64($0) }) else {
            throw Refusal.invalid("lesson_missing", WorksTexts.lessonMissing, at: "lesson")
        }
        return WorkWish(
            lesson: lesson, kind: form["kind"].flatMap { Int($0) } ?? 0, title: tidy(form["title"] ?? ""), work: work,
            version: form["version"].flatMap { Int64($0) } ?? 0)
    }

    /// Without control characters, and without spaces around it.
    private static func tidy(_ text: String) -> String {
        let kept = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}

/// A warning that stays in an address, so that it is still said after the page was reloaded.
enum WorkNote {
    static func name(_ warning: WorkWarning) -> String {
        switch warning {
        case .tooManySections: "sections"
        case .tooManyTermWorks(let day, _): "day-\(day)"
        case .termWorkOnLastDay: "last"
        case .termWorkBesideSection(let day, _): "beside-\(day)"
        case .tooManyControls(let allowed, _): "tenth-\(allowed)"
        case .tooClose: "close"
        case .atEdgeOfDay: "edge"
        }
    }

    /// The warnings of an address; what is none is passed over.
    static func warnings(_ text: String?) -> [WorkWarning] {
        (text ?? "").split(separator: ".").compactMap { name in
            let parts = name.split(separator: "-", maxSplits: 1).map(String.init)
            let rest = parts.count == 2 ? parts[1] : ""
            return switch parts[0] {
            case "sections": .tooManySections([])
            case "day": Day(rest).map { .tooManyTermWorks($0, []) }
            case "last": .termWorkOnLastDay([])
            case "beside": Day(rest).map { .termWorkBesideSection($0, []) }
            case "tenth": Int(rest).map { .tooManyControls(allowed: $0, []) }
            case "close": .tooClose([])
            case "edge": .atEdgeOfDay([])
            default: nil
            }
        }
    }
}

/// The school's rules for works, debts and checking, as its form sends them.
struct WorkRulesForm: Sendable {
    let settings: WorkSettings
    let problems: [String: Text]

    static let debtDays = 1...60
    static let checkDays = 1...60

    /// - Parameter starts: from when a change of what debts turn into may hold.
    init(_ form: Form, over before: WorkSettings, kinds: [Int], starts: [AssessedYear.Start]) {
        var problems: [String: Text] = [:]
        func number(_ field: String, _ range: ClosedRange<Int>) -> Int? {
            guard let number = form[field].flatMap({ Int($0) }), range.contains(number) else {
                problems[field] = WorksTexts.daysFromTo(range)
                return nil
            }
            return number
        }
        let days = number("debtDays", Self.debtDays) ?? DebtRule.standard.days
        var checking: [Int: Int] = [:]
        for kind in kinds where !(form["check-\(kind)"] ?? "").isEmpty {
            checking[kind] = number("check-\(kind)", Self.checkDays)
        }
        let start = form["debtFrom"].map { day in starts.first { $0.day.description == day } } ?? starts.first
        if start == nil { problems["debtFrom"] = RegimeTexts.badStart }
        let turning = before.debts.turning
        let turns = form["debtTurns"] ?? ""
        settings = WorkSettings(
            rules: WorkRules(
                criteria: form["criteria"].flatMap(Enforcement.init) ?? .off,
                load: form["loadLimits"].flatMap(Enforcement.init) ?? .off),
            debts: DebtRule(
                days: days,
                turning: turns == turning.last ? turning : turning.changed(to: turns, from: start?.day ?? .forever)),
            checking: checking)
        self.problems = problems
    }
}
