/// What stands in a cell, or in the place of a final mark, without being a mark. Never in averages.
public enum AssessmentCode: String, Codable, CaseIterable, Sendable {
    /// Freed from the subject; left out of every denominator.
    case exempt
    /// Not attested; counts in denominators of indicators.
    case notAttested
    /// Missed for a valid reason and working by an individual schedule (Kazakhstan); open.
    case temporarilyNotAttested
    /// Work still to be handed in.
    case debt

    public var label: RecordLabels {
        switch self {
        case .exempt: RecordLabels(ky: "бош", ru: "осв", kk: "бос")
        case .notAttested: RecordLabels(ky: "а/э", ru: "н/а", kk: "а/ж")
        case .temporarilyNotAttested: RecordLabels(ky: "уб. а/э", ru: "вр. н/а", kk: "уақ. а/ж")
        case .debt: RecordLabels(ky: "•", ru: "•", kk: "•")
        }
    }

    /// Reads a code in any language of record, in any case, with look-alikes and spaces; whole codes only.
    public init?(_ text: String) {
        let typed = AssessmentCode.folded(text)
        guard let code = Self.allCases.first(where: { $0.spellings.contains { Self.folded($0) == typed } }) else {
            return nil
        }
        self = code
    }

    private var spellings: [String] {
        RecordLanguage.allCases.map { label[$0] } + synonyms
    }

    private var synonyms: [String] {
        switch self {
        case .exempt: ["освобождён", "освобожден", "бошотулган", "босатылған"]
        case .notAttested: ["не аттестован", "аттестацияланган эмес", "аттестатталмаған"]
        case .temporarilyNotAttested: ["временно не аттестован", "уақытша аттестатталмаған", "вр н/а"]
        case .debt: ["долг", "карыз", "қарыз"]
        }
    }

    private static func folded(_ text: String) -> String {
        String(codeFold(text).filter { !$0.isWhitespace })
    }
}

/// Work that is still to be handed in, as a sign in a cell.
public struct Debt: Hashable, Codable, Sendable {
    public let due: Day
    /// What the sign becomes when the day is past; nil leaves it a debt for ever.
    public let turnsInto: String?

    public init(due: Day, turnsInto: String? = nil) {
        self.due = due
        self.turnsInto = turnsInto
    }

    public enum State: Hashable, Sendable {
        case open, overdue
        /// The day is past and the school turns the sign into this mark.
        case turned(String)
    }

    /// The day it is due still belongs to the student.
    public func state(on day: Day) -> State {
        if day <= due {
            .open
        } else {
            turnsInto.map(State.turned) ?? .overdue
        }
    }
}
