import SchoolRules
import Store

/// What the school has set about works, debts and checking; what it has not set is as its country has it.
struct WorkSettings: Sendable, Equatable {
    var rules: WorkRules
    var debts: DebtRule
    /// Days for checking, by kind of written work.
    var checking: [Int: Int]

    static func read(school: Int64, on today: Day, in connection: Connection) throws -> WorkSettings {
        WorkSettings(
            rules: try rules(school: school, in: connection),
            debts: try DebtReading.rule(school: school, in: connection),
            checking: try CheckingDays(school: school, in: connection).days)
    }

    static func rules(school: Int64, in connection: Connection) throws -> WorkRules {
        let name = try connection.first("SELECT country FROM school WHERE school_id = \(school)") { $0.text(0) }
        var rules = WorkRules.standard(of: name.flatMap(Country.init) ?? .KG)
        try connection.each(
            "SELECT name, value FROM setting WHERE school_id = \(school) AND name IN ('works.criteria', 'works.load')"
        ) { row in
            guard let value = Enforcement(rawValue: row.text(1)) else { return }
            if row.text(0) == "works.criteria" { rules.criteria = value } else { rules.load = value }
        }
        return rules
    }

    /// Writes what differs, each with its row of the chain.
    func save(over before: WorkSettings, in writing: Writing) throws {
        try set("works.criteria", rules.criteria.rawValue, before.rules.criteria.rawValue, in: writing)
        try set("works.load", rules.load.rawValue, before.rules.load.rawValue, in: writing)
        try set("debt.days", "\(debts.days)", "\(before.debts.days)", in: writing)
        try set("debt.turns", debts.turning.stored, before.debts.turning.stored, in: writing)
        for kind in Set(checking.keys).union(before.checking.keys).sorted() {
            try set(
                "check.days.\(kind)", checking[kind].map(String.init) ?? "",
                before.checking[kind].map(String.init) ?? "", in: writing)
        }
    }

    private func set(_ name: String, _ value: String, _ before: String, in writing: Writing) throws {
        guard value != before else { return }
        try writing.connection.run(
            """
            INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(name), \(value))
            ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
            """)
        try writing.audit("setting.change", "setting/\(name)", before: before, after: value)
    }
}
