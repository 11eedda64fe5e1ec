import SchoolRules
import Store

/// What the school does with work that is not handed in, and the day on which somebody looks.
struct DebtReading: Sendable {
    let rule: DebtRule
    let today: Day

    init(rule: DebtRule, today: Day) {
        self.rule = rule
        self.today = today
    }

    init(on today: Day, school: Int64, in connection: Connection) throws {
        var rule = DebtRule.standard
        try connection.each(
            "SELECT name, value FROM setting WHERE school_id = \(school) AND name IN ('debt.days', 'debt.turns')"
        ) { row in
            if row.text(0) == "debt.days" {
                rule.days = Int(row.text(1)) ?? rule.days
            } else {
                rule.turnsInto = row.text(1).isEmpty ? nil : row.text(1)
            }
        }
        self.init(rule: rule, today: today)
    }

    /// What a kept value stands for today; a mark that is no debt stands for itself.
    func standing(_ stored: String) -> String {
        stored.hasPrefix(DebtSign.sign) ? rule.standing(stored, on: today) : stored
    }

    /// The debt behind a kept value, if it is one.
    func debt(_ stored: String) -> Debt? {
        stored.hasPrefix(DebtSign.sign) ? DebtSign(stored: stored).flatMap(rule.debt) : nil
    }

    /// Only these debts count as marks: their day is past, and the school turns them into one.
    func countsAsMark(on scale: Scale) -> Bool { rule.turnsInto.map { scale.value($0) != nil } ?? false }
}

extension DebtSign {
    /// What stands in a cell, in the language of record: a code that a debt has turned into has its own sign.
    static func shown(_ standing: String, _ language: RecordLanguage) -> String {
        AssessmentCode(rawValue: standing)?.label[language] ?? standing
    }
}
