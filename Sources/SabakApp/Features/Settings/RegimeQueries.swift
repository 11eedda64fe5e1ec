import SchoolRules
import Store

/// What the assessment of a year is made of.
enum RegimeQueries {
    /// The pages of a year with the grade each goes by: for a group across classes, the lowest of its members.
    static func pages(year: Int, school: Int64, in connection: Connection) throws -> [AssessedYear.Page] {
        try connection.all(
            """
            SELECT page.id, page.subject_id, subject.code, subject.name_ky, subject.name_ru, subject.name_kk,
                subject.name_en, page.scale, page.hours, \(CellQueries.gradeOfPage) AS grade
            FROM page
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(school) AND page.year = \(year)
            ORDER BY grade, subject.position, subject.id, page.id
            """
        ) { row in
            AssessedYear.Page(
                id: row.integer(0), subject: row.integer(1), code: row.text(2),
                names: Names(ky: row.text(3), ru: row.text(4), kk: row.text(5), en: row.text(6)), scale: row.text(7),
                grade: row.int(9), hours: row.int(8))
        }
    }

    /// Writes a regime beside those there are; the later one holds. What criteria tell apart is added to the kinds.
    static func keep(_ regime: Regime, ids: Identity, in writing: Writing) throws {
        try Regimes.keep(year: regime.schoolYear, ids: ids, in: writing)
        if regime.way == .criteria { try addCriteriaKinds(in: writing) }
        let id = ids.next()
        let subjects = regime.subjects.sorted().joined(separator: " ")
        try writing.connection.run(
            """
            INSERT INTO regime (school_id, id, year, grade_from, grade_to, subjects, valid_from, way, scale,
                final_scale, settings, is_own)
            VALUES (\(writing.school), \(id), \(regime.schoolYear), \(regime.grades.lowerBound),
                \(regime.grades.upperBound), \(subjects), \(regime.validFrom.description), \(regime.way.rawValue),
                \(regime.scale), \(regime.finalScale), \(RegimeSettings.text(regime.settings)), \(regime.isOwn))
            """)
        let grades = "\(regime.grades.lowerBound)-\(regime.grades.upperBound)"
        try writing.audit(
            regime.isOwn ? "regime.change" : "regime.back", "regime/\(id)",
            after: "\(grades) \(subjects) \(regime.way.rawValue) \(regime.scale) \(regime.validFrom)",
            text: try RegimeSettings.text(regime.settings))
        try writing.connection.run("UPDATE page SET changed = changed + 1 WHERE school_id = \(writing.school)")
    }

    private static func addCriteriaKinds(in writing: Writing) throws {
        let known = Set(
            try writing.connection.all(
                "SELECT id FROM kind_of_work WHERE school_id = \(writing.school) ORDER BY id"
            ) { $0.int(0) })
        for kind in KindOfWork.criteriaBased where !known.contains(kind.id) {
            try writing.connection.run(
                """
                INSERT INTO kind_of_work (school_id, id, code, short_ky, short_ru, short_kk, short_en, name_ky, name_ru,
                    name_kk, name_en, weight, is_required, needs_title, position, maximum, counts)
                VALUES (\(writing.school), \(kind.id), \(KindCode.code(kind)), \(kind.short.ky), \(kind.short.ru),
                    \(kind.short.kk), \(kind.short.en), \(kind.names.ky), \(kind.names.ru), \(kind.names.kk),
                    \(kind.names.en), \(kind.weight.hundredths), \(kind.isRequired), \(kind.isRequired), \(kind.id),
                    \(kind.maximum?.nearest ?? 0), \(kind.counting.first))
                """)
            try writing.audit("kind.add", "kind/\(kind.id)", after: "\(kind.names.en) \(kind.weight.hundredths)")
        }
    }

    struct Mark: Sendable {
        let page, student: Int64
        let mark: StoredMark
    }

    /// The marks of a term on these pages.
    static func marks(
        on pages: [Int64: String], from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [Mark] {
        try connection.all(
            """
            SELECT lesson.page_id, entry.student_id, entry.value, entry.kind_id, entry.weight, entry.maximum,
                entry.scale
            FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
            WHERE lesson.school_id = \(school) AND lesson.page_id IN \(list: pages.keys.sorted())
                AND lesson.day BETWEEN \(from.description) AND \(to.description)
                AND entry.slot > 0 AND entry.value <> ''
            ORDER BY lesson.page_id, entry.student_id, lesson.day, lesson.id, entry.slot
            """
        ) { row in
            Mark(
                page: row.integer(0), student: row.integer(1),
                mark: StoredMark(
                    value: row.text(2), page: pages[row.integer(0)] ?? Scale.none.id, own: row.text(6),
                    kind: row.int(3), weight: row.int(4), maximum: row.int(5)))
        }
    }
}
