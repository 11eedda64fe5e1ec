import SchoolRules

extension MarksTable {
    /// Reads a file of marks.
    /// - Throws: the first thing that does not fit, with its path inside the file.
    init(file bytes: [UInt8]) throws(TableProblem) {
        let file = try TablePlace(file: bytes)
        country = try file.field("country").choice(Country.self)
        grade = try file.field("grade").integer(in: 0...12)
        hoursPerWeek = try file.field("hoursPerWeek").number(over: 0, to: 60)
        period = try file.field("period").choice(Period.self)
        scale = try file.field("scale").choice(ScaleName.self)
        settings = try TableSettings.read(try file.optional("settings"), country: country, scale: scale)
        let reading = StudentReading(country: country, scale: scale)
        var students: [Student] = []
        var ids: Set<String> = []
        for place in try file.field("students").list() {
            let student = try reading.student(place)
            guard ids.insert(student.id).inserted else {
                throw try place.field("id").problem("duplicate", "\"\(student.id)\" stands in the file already")
            }
            students.append(student)
        }
        self.students = students
        unknown = try UnknownFields.paths(in: file)
    }
}

/// Reads the settings of a table; every one has a default.
enum TableSettings {
    static func read(
        _ place: TablePlace?, country: Country, scale: MarksTable.ScaleName
    ) throws(TableProblem) -> AssessmentSettings {
        var settings = AssessmentSettings.standard(of: country)
        guard let place else { return settings }
        if let borders = try place.optional("borders") { settings.borders = try read(borders, on: scale.bordered) }
        if let sections = try place.optional("kz.sorAggregation") {
            settings.criteria.sections = try sections.choice(CriteriaRule.Sections.self)
        }
        if let rounding = try place.optional("kz.percentRounding") {
            settings.criteria.rounding = try rounding.choice(CriteriaRule.Rounding.self)
        }
        if let coefficient = try place.optional("sou.notAttested") {
            settings.learning.notAttested = try coefficient.number(from: 0, to: 100)
        }
        let known = ["borders", "kz.sorAggregation", "kz.percentRounding", "sou.notAttested"]
        for name in place.names where !known.contains(name) {
            throw TableProblem(path: "\(place.path).\(name)", code: "unknown", words: "there is no such setting")
        }
        return settings
    }

    private static func read(_ place: TablePlace, on scale: Scale) throws(TableProblem) -> Borders {
        guard case .fields = place.tree else { throw place.problem("wrong_type", "must be an object") }
        var least: [String: Fraction] = [:]
        for name in place.names {
            least[name] = try place.field(name).number(from: 0, to: 1000)
        }
        do {
            return try Borders(least, on: scale)
        } catch {
            switch error {
            case .notOnScale(let value):
                throw try place.field(value).problem("not_on_scale", "the scale has no mark \"\(value)\"")
            case .outOfReach(let value):
                throw try place.field(value).problem(
                    "out_of_range", "must lie above the next lower mark and not above \(value)")
            }
        }
    }
}

/// Fields of a file that nobody asked for: said, not refused.
enum UnknownFields {
    private static let top = [
        "country", "grade", "hoursPerWeek", "period", "scale", "settings", "students",
    ]
    private static let student = ["id", "marks", "fo", "sor", "soch", "periods", "exam", "final"]

    static func paths(in file: TablePlace) throws(TableProblem) -> [String] {
        var paths = file.names.filter { !top.contains($0) }
        for place in try file.field("students").list() {
            paths += place.names.filter { !student.contains($0) }.map { "\(place.path).\($0)" }
            for mark in try place.optional("marks")?.list() ?? [] {
                paths += mark.names.filter { !["value", "weight", "kind"].contains($0) }.map { "\(mark.path).\($0)" }
            }
        }
        return paths
    }
}

extension TablePlace {
    /// A decimal as a string, with a point or a comma and at most four decimals.
    func number(from least: Fraction, to most: Fraction) throws(TableProblem) -> Fraction {
        let number = try decimal()
        guard number >= least, number <= most else {
            throw problem("out_of_range", "must be \(least)…\(most)")
        }
        return number
    }

    /// The same, above the least.
    func number(over least: Fraction, to most: Fraction) throws(TableProblem) -> Fraction {
        let number = try decimal()
        guard number > least, number <= most else {
            throw problem("out_of_range", "must be above \(least) and at most \(most)")
        }
        return number
    }

    private func decimal() throws(TableProblem) -> Fraction {
        let typed = try text()
        let unsigned = typed.hasPrefix("-") ? typed.dropFirst() : typed[...]
        let parts = unsigned.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count < 2 || parts[1].utf8.count <= 4, !typed.contains("/"), let number = Fraction(typed) else {
            throw problem("not_a_number", "\"\(typed)\" is not a number such as 4.5")
        }
        return number
    }
}
