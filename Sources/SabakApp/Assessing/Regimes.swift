import Foundation
import SchoolRules
import Store
import Synchronization

/// The regimes of a school in a year: its own rows, else those of the last year that has some, else the country's.
struct Regimes: Sendable {
    let country: Country
    let year: Int
    let list: [Regime]

    /// - Parameter grade: only those that hold for it.
    init(school: Int64, year: Int, grade: Int? = nil, in connection: Connection) throws {
        let name = try connection.first("SELECT country FROM school WHERE school_id = \(school)") { $0.text(0) }
        try self.init(school: school, year: year, of: name.flatMap(Country.init) ?? .KG, grade: grade, in: connection)
    }

    /// - Parameter grade: only those that hold for it.
    init(
        school: Int64, year: Int, of country: Country, grade: Int? = nil, in connection: Connection
    ) throws {
        self.country = country
        self.year = year
        list = try connection.fact("regimes \(year) \(country) \(grade ?? 0)") {
            try Self.kept(school: school, year: year, of: country, grade: grade, in: connection)
        }
    }

    private static func kept(
        school: Int64, year: Int, of country: Country, grade: Int?, in connection: Connection
    ) throws -> [Regime] {
        let only: SQL = grade.map { "AND grade_from <= \($0) AND grade_to >= \($0)" } ?? ""
        // Those taken over from an earlier year all begin with the year: the one that held last is the last.
        var number: Int64 = 0
        let kept = try connection.all(
            """
            SELECT id, year, grade_from, grade_to, subjects, valid_from, way, scale, final_scale, settings,
                is_own
            FROM regime
            WHERE school_id = \(school) AND year = (SELECT max(latest.year) FROM regime AS latest
                WHERE latest.school_id = \(school) AND latest.year <= \(year)) \(only)
            ORDER BY valid_from, id
            """
        ) { row in
            number += 1
            return try? Regime(row, number, of: country, for: year)
        }  // A row that cannot be read holds for nobody.
        return kept.isEmpty ? country.profile.regimes(schoolYear: year, unmarked: []) : kept.compactMap { $0 }
    }

    /// The same with one more, as if it were kept already.
    init(_ regimes: Regimes, adding regime: Regime) {
        country = regimes.country
        year = regimes.year
        let last = Regime(
            id: .max, country: regime.country, grades: regime.grades, subjects: regime.subjects,
            schoolYear: regime.schoolYear, validFrom: regime.validFrom, way: regime.way, scale: regime.scale,
            finalScale: regime.finalScale, settings: regime.settings, isOwn: regime.isOwn)
        list = regimes.list + [last]
    }

    /// How a page of a grade and a subject is assessed on a day. A page without a scale is one without marks, until the
    /// school says otherwise.
    func regime(grade: Int, subject: String, scale: String, on day: Day) -> Regime {
        let held = Regime.holding(list, grade: grade, subject: subject, on: day)
        if scale == Scale.none.id, held?.isOwn != true {
            return usual(.words, scale: Scale.none.id, final: Scale.none.id)
        }
        return held ?? profile(grade: grade, subject: subject, on: day)
            ?? usual(.marks, scale: scale, final: country.profile.finalScale.id)
    }

    /// How a page is assessed in the term of a day.
    static func regime(
        of page: FoundPage, on day: Day, country: Country, school: Int64, in connection: Connection
    ) throws -> Regime {
        let grade = try CellQueries.grade(of: page, school: school, in: connection)
        let end = try connection.first(
            """
            SELECT to_day FROM term
            WHERE school_id = \(school) AND year = \(page.year) AND grade_from <= \(grade) AND grade_to >= \(grade)
                AND from_day <= \(day.description) AND to_day >= \(day.description)
            ORDER BY from_day, id
            """
        ) { Day($0.text(0)) ?? day }
        return try Regimes(school: school, year: page.year, of: country, grade: grade, in: connection)
            .regime(grade: grade, subject: page.subjectCode, scale: page.scale, on: end ?? day)
    }

    /// What the country gives a grade and a subject, whatever the school has made of it.
    func profile(grade: Int, subject: String, on day: Day) -> Regime? {
        Regime.holding(
            country.profile.regimes(schoolYear: year, unmarked: []), grade: grade, subject: subject, on: day)
    }

    private func usual(_ way: AssessmentWay, scale: Scale.ID, final: Scale.ID) -> Regime {
        Regime(
            id: 0, country: country, grades: 0...12, schoolYear: year, validFrom: SchoolCalendar.firstDay(of: year),
            way: way,
            scale: scale, finalScale: final, settings: .standard(of: country))
    }

    /// Writes the regimes a year begins with, where the school has none for it yet.
    static func keep(year: Int, ids: Identity, in writing: Writing) throws {
        let school = writing.school
        let known = try writing.connection.count(
            "SELECT count(*) FROM regime WHERE school_id = \(school) AND year = \(year)")
        guard known == 0 else { return }
        for regime in try Regimes(school: school, year: year, in: writing.connection).list {
            try writing.connection.run(
                """
                INSERT INTO regime (school_id, id, year, grade_from, grade_to, subjects, valid_from, way, scale,
                    final_scale, settings, is_own)
                VALUES (\(school), \(ids.next()), \(year), \(regime.grades.lowerBound), \(regime.grades.upperBound),
                    \(regime.subjects.sorted().joined(separator: " ")), \(regime.validFrom.description),
                    \(regime.way.rawValue), \(regime.scale), \(regime.finalScale),
                    \(RegimeSettings.text(regime.settings)), \(regime.isOwn))
                """)
        }
        try writing.audit("regime.found", "year/\(year)")
    }
}

extension Regime {
    fileprivate init(_ row: Row, _ number: Int64, of country: Country, for year: Int) throws {
        let isOfYear = row.int(1) == year
        self.init(
            id: isOfYear ? row.integer(0) : number, country: country, grades: row.int(2)...max(row.int(2), row.int(3)),
            subjects: Set(row.text(4).split(separator: " ").map(String.init)), schoolYear: year,
            validFrom: isOfYear ? Day(row.text(5)) ?? .forever : SchoolCalendar.firstDay(of: year),
            way: AssessmentWay(rawValue: row.text(6)) ?? .marks, scale: row.text(7), finalScale: row.text(8),
            settings: try RegimeSettings.read(row.text(9), of: country), isOwn: row.bool(10))
    }
}

/// The settings of a regime as JSON. What a text does not name is as the country has it.
enum RegimeSettings {
    private static let known = Mutex<[String: AssessmentSettings]>([:])

    static func text(_ settings: AssessmentSettings) throws -> String {
        let tree = settled(try KeptJSON.tree(settings))
        let data = try JSONSerialization.data(withJSONObject: tree, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    static func read(_ text: String, of country: Country) throws -> AssessmentSettings {
        let key = country.rawValue + text
        if let settings = known.withLock({ $0[key] }) { return settings }
        let standard = AssessmentSettings.standard(of: country)
        let settings = try KeptJSON.read(text, over: standard, whole: ["borders"])
        known.withLock { $0[key] = settings }
        return settings
    }

    /// Sets come in any order; the same settings give the same text.
    private static func settled(_ value: Any) -> Any {
        if let fields = value as? [String: Any] { return fields.mapValues(settled) }
        if let numbers = value as? [Int] { return numbers.sorted() }
        if let texts = value as? [String] { return texts.sorted() }
        return (value as? [Any])?.map(settled) ?? value
    }
}
