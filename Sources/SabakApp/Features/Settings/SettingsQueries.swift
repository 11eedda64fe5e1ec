import SchoolRules
import Store
import Web

enum SettingsQueries {
    static func codes(school: Int64, in connection: Connection) throws -> [CodesWish.Line] {
        let used = Set(
            try connection.all(
                """
                SELECT id FROM absence_code WHERE school_id = \(school) AND EXISTS (SELECT 1 FROM entry
                    WHERE entry.school_id = absence_code.school_id AND entry.slot = 0
                        AND entry.value = CAST(absence_code.id AS text))
                ORDER BY id
                """
            ) { $0.int(0) })
        return try SchoolFacts.absenceCodes(school: school, in: connection).map { code in
            CodesWish.Line(
                id: code.id, category: code.category,
                labels: [.ky: code.label.ky, .ru: code.label.ru, .kk: code.label.kk], takesMinutes: code.takesMinutes,
                synonyms: code.synonyms, isUsed: used.contains(code.id), isNew: false)
        }
    }

    /// The scales a label must not be mistaken for.
    static func scales(school: Int64, in connection: Connection) throws -> [Scale] {
        let used = try connection.all(
            """
            SELECT scale FROM page WHERE school_id = \(school)
            UNION SELECT scale FROM regime WHERE school_id = \(school) AND is_own = 1 ORDER BY scale
            """
        ) { SchoolFacts.scale($0.text(0)) }
        return used.isEmpty ? [.fivePoint] : used
    }

    static func save(_ wish: CodesWish, in writing: Writing) throws {
        for line in wish.lines {
            let id = Int64(line.id)
            let labels = RecordLanguage.allCases.map { line.labels[$0] ?? "" }
            if line.isRemoved {
                try writing.connection.run(
                    "DELETE FROM absence_code WHERE school_id = \(writing.school) AND id = \(id)")
                try writing.audit("code.remove", "code/\(id)", before: line.category.rawValue)
                continue
            }
            let before =
                try writing.connection.first(
                    """
                    SELECT label_ky, label_ru, label_kk, takes_minutes FROM absence_code
                    WHERE school_id = \(writing.school) AND id = \(id)
                    """
                ) { "\($0.text(0)) \($0.text(1)) \($0.text(2)) \($0.int(3))" } ?? ""
            let after = labels.joined(separator: " ") + " \(line.takesMinutes ? 1 : 0)"
            guard before != after else { continue }
            try writing.connection.run(
                """
                INSERT INTO absence_code (school_id, id, category, label_ky, label_ru, label_kk, takes_minutes,
                    position)
                VALUES (\(writing.school), \(id), \(line.category.rawValue), \(labels[0]), \(labels[1]), \(labels[2]),
                    \(line.takesMinutes), \(id))
                ON CONFLICT (school_id, id) DO UPDATE SET label_ky = excluded.label_ky, label_ru = excluded.label_ru,
                    label_kk = excluded.label_kk, takes_minutes = excluded.takes_minutes
                """)
            try writing.audit("code.change", "code/\(id)", before: before, after: after)
        }
        try touchAllPages(in: writing)
    }

    /// The kinds, and from when on a change of what counts may hold.
    static func kinds(for visit: Visit, in connection: Connection) throws -> ([KindsWish.Row], [AssessedYear.Start]) {
        (
            try kinds(school: visit.school.id, in: connection),
            try AssessedYear.starts(for: visit, in: connection)
        )
    }

    private static func kinds(school: Int64, in connection: Connection) throws -> [KindsWish.Row] {
        try SchoolFacts.kindsOfWork(school: school, in: connection).map { kind in
            KindsWish.Row(
                id: kind.id, short: kind.short, names: kind.names, weight: kind.weight.hundredths,
                isRequired: kind.isRequired, maximum: Int(kind.maximum?.nearest ?? 0), counting: kind.counting,
                isOff: kind.isOff)
        }
    }

    /// - Returns: whether what counts has changed.
    static func save(_ wish: KindsWish, in writing: Writing) throws -> Bool {
        let before = try kinds(school: writing.school, in: writing.connection)
        for line in wish.lines {
            if line.isNew {
                try add(line, in: writing)
            } else if let row = before.first(where: { $0.id == line.id }) {
                try change(row, to: line, wish, in: writing)
            }
        }
        try touchAllPages(in: writing)
        return wish.lines.contains { line in
            before.first { $0.id == line.id }.map { $0.counting.last != line.counts } ?? false
        }
    }

    private static func add(_ line: KindsWish.Line, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO kind_of_work (school_id, id, code, short_ky, short_ru, short_kk, short_en, name_ky, name_ru,
                name_kk, name_en, weight, is_required, position, counts)
            VALUES (\(writing.school), \(line.id), \("own-\(line.id)"), \(line.short), \(line.short), \(line.short),
                \(line.short), \(line.name), \(line.name), \(line.name), \(line.name), \(line.hundredths),
                \(line.isRequired), \(line.id), \(line.counts))
            """)
        try writing.audit("kind.add", "kind/\(line.id)", after: "\(line.name) \(line.hundredths)")
    }

    private static func change(
        _ row: KindsWish.Row, to line: KindsWish.Line, _ wish: KindsWish, in writing: Writing
    ) throws {
        let (language, counts) = (wish.language, row.counting.last)
        let counting = line.counts == counts ? row.counting : row.counting.changed(to: line.counts, from: wish.valid)
        let isSame =
            row.names[language] == line.name && row.short[language] == line.short
            && row.weight == line.hundredths && row.isRequired == line.isRequired && row.maximum == line.points
            && counts == line.counts && row.isOff == line.isOff
        guard !isSame else { return }
        func name(_ one: Language) -> String { one == language ? line.name : row.names[one] }
        func short(_ one: Language) -> String { one == language ? line.short : row.short[one] }
        try writing.connection.run(
            """
            UPDATE kind_of_work SET name_ky = \(name(.ky)), name_ru = \(name(.ru)), name_kk = \(name(.kk)),
                name_en = \(name(.en)), short_ky = \(short(.ky)), short_ru = \(short(.ru)), short_kk = \(short(.kk)),
                short_en = \(short(.en)), weight = \(line.hundredths), is_required = \(line.isRequired),
                maximum = \(line.points), counting = \(counting.stored), is_off = \(line.isOff)
            WHERE school_id = \(writing.school) AND id = \(line.id)
            """)
        try writing.audit(
            "kind.change", "kind/\(line.id)",
            before: trace(row.names[language], row.weight, row.maximum, counts, row.isOff),
            after: trace(line.name, line.hundredths, line.points, line.counts, line.isOff),
            text: line.counts == counts ? "" : "from \(wish.valid)")
    }

    private static func trace(
        _ name: String, _ weight: Int, _ maximum: Int, _ counts: Bool, _ isOff: Bool
    ) -> String {
        let marks = [maximum > 0 ? "max=\(maximum)" : "", counts ? "" : "uncounted", isOff ? "off" : ""]
        return ([name, "\(weight)"] + marks.filter { !$0.isEmpty }).joined(separator: " ")
    }

    static func save(_ wish: DeadlinesWish, in writing: Writing) throws {
        let before = try SchoolFacts.deadlines(school: writing.school, in: writing.connection)
        for kind in EntryKind.allCases {
            guard let rule = wish.rule(kind), rule != before[kind] else { continue }
            try writing.connection.run(
                """
                INSERT INTO deadline_rule (school_id, entry_kind, norm, outer_limit)
                VALUES (\(writing.school), \(kind.rawValue), \(rule.norm.text), \(rule.limit.text))
                ON CONFLICT (school_id, entry_kind) DO UPDATE
                SET norm = excluded.norm, outer_limit = excluded.outer_limit
                """)
            try writing.audit(
                "deadline.change", "deadline/\(kind.rawValue)",
                before: "\(before[kind].norm.text), \(before[kind].limit.text)",
                after: "\(rule.norm.text), \(rule.limit.text)")
        }
        guard wish.nextDay != before.nextDayIs else { return }
        try set("deadline.next_day", wish.nextDay == .calendar ? "calendar" : "working", in: writing)
    }

    static func facts(school: Int64, in connection: Connection) throws -> SchoolSettings {
        let row = try connection.first(
            "SELECT language, record_language FROM school WHERE school_id = \(school)"
        ) { (Language(rawValue: $0.text(0)) ?? .ru, RecordLanguage(rawValue: $0.text(1)) ?? .ru) }
        return SchoolSettings(
            language: row?.0 ?? .ru, recordLanguage: row?.1 ?? .ru,
            leaversRead: try SchoolFacts.setting("leavers.read", school: school, in: connection) == "1",
            unmarked: try SchoolFacts.setting("grades.unmarked", school: school, in: connection) ?? "1",
            address: try SchoolFacts.setting("site.address", school: school, in: connection) ?? "",
            issuers: StaffIssuers(setting: try SchoolFacts.setting("issuer.staff", school: school, in: connection)))
    }

    static func save(_ facts: SchoolSettings, was before: SchoolSettings, in writing: Writing) throws {
        if facts.language != before.language || facts.recordLanguage != before.recordLanguage {
            try writing.connection.run(
                """
                UPDATE school SET language = \(facts.language.rawValue),
                    record_language = \(facts.recordLanguage.rawValue)
                WHERE school_id = \(writing.school)
                """)
            try writing.audit(
                "setting.change", "setting/language",
                before: "\(before.language.rawValue) \(before.recordLanguage.rawValue)",
                after: "\(facts.language.rawValue) \(facts.recordLanguage.rawValue)")
        }
        if facts.leaversRead != before.leaversRead {
            try set("leavers.read", facts.leaversRead ? "1" : "0", in: writing)
        }
        if facts.unmarked != before.unmarked { try set("grades.unmarked", facts.unmarked, in: writing) }
        if facts.address != before.address { try set("site.address", facts.address, in: writing) }
        if facts.issuers != before.issuers { try set("issuer.staff", facts.issuers.setting, in: writing) }
    }

    private static func set(_ name: String, _ value: String, in writing: Writing) throws {
        let before = try SchoolFacts.setting(name, school: writing.school, in: writing.connection) ?? ""
        try writing.connection.run(
            """
            INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(name), \(value))
            ON CONFLICT (school_id, name) DO UPDATE SET value = excluded.value
            """)
        try writing.audit("setting.change", "setting/\(name)", before: before, after: value)
    }

    private static func touchAllPages(in writing: Writing) throws {
        try writing.connection.run("UPDATE page SET changed = changed + 1 WHERE school_id = \(writing.school)")
    }
}
