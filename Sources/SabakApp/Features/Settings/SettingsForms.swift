import SchoolRules
import Web

/// The table of attendance codes as somebody wishes it.
struct CodesWish: Sendable {
    struct Line: Sendable {
        let id: Int
        let category: AbsenceCategory
        var labels: [RecordLanguage: String]
        var takesMinutes: Bool
        let synonyms: [RecordLanguage: [String]]
        let isUsed: Bool
        var isRemoved = false
        let isNew: Bool
    }

    private(set) var lines: [Line]
    private(set) var problems = FormProblems()

    init(_ rows: [Line]) { lines = rows }

    init(_ rows: [Line], form: Form, scales: [Scale]) {
        lines = rows.map { row in
            var line = row
            for language in RecordLanguage.allCases {
                line.labels[language] = form["\(language.rawValue)-\(row.id)"] ?? row.labels[language]
            }
            line.takesMinutes = form["minutes-\(row.id)"] == "1"
            line.isRemoved = form["remove-\(row.id)"] == "1"
            return line
        }
        if let new = Self.new(form, id: (rows.map(\.id).max() ?? 0) + 1) { lines.append(new) }
        for line in lines where line.isRemoved && line.isUsed {
            problems["remove-\(line.id)"] = SettingsTexts.codeIsUsed
        }
        if !lines.contains(where: { !$0.isRemoved && $0.category == .unknown }) {
            problems[""] = SettingsTexts.unknownNeeded
        }
        for line in lines where !line.isRemoved { check(line, scales: scales) }
    }

    /// What cannot be read back as itself would be taken for something else when a teacher types it.
    private mutating func check(_ line: Line, scales: [Scale]) {
        let codes = lines.filter { !$0.isRemoved }.map(\.code)
        for language in RecordLanguage.allCases {
            let field = "\(language.rawValue)-\(line.id)"
            let label = line.labels[language] ?? ""
            if label.isEmpty || label.count > 6 || label.contains(" ") {
                problems[field] = SettingsTexts.badLabel
                continue
            }
            let isItself = scales.allSatisfy { scale in
                // An unreadable label is a wish to refuse, not a fault.
                let read = try? CellEntry.parse(label, scale: scale, codes: codes, language: language)
                return read?.absence?.codeID == line.id && read?.marks.isEmpty == true && scale.value(label) == nil
            }
            if !isItself { problems[field] = SettingsTexts.ambiguousLabel }
        }
    }

    private static func new(_ form: Form, id: Int) -> Line? {
        let labels = RecordLanguage.allCases.reduce(into: [RecordLanguage: String]()) {
            $0[$1] = form["\($1.rawValue)-new"] ?? ""
        }
        guard labels.values.contains(where: { !$0.isEmpty }) else { return nil }
        return Line(
            id: id, category: form["category-new"].flatMap(AbsenceCategory.init) ?? .excused, labels: labels,
            takesMinutes: form["minutes-new"] == "1", synonyms: [:], isUsed: false, isNew: true)
    }
}

extension CodesWish.Line {
    var code: AbsenceCode {
        let known = AbsenceCode.standard.first { $0.id == id }?.names
        let label = RecordLabels(ky: labels[.ky] ?? "", ru: labels[.ru] ?? "", kk: labels[.kk] ?? "")
        return AbsenceCode(
            id: id, category: category, label: label, synonyms: synonyms, takesMinutes: takesMinutes,
            names: known ?? Names(ky: label.ky, ru: label.ru, kk: label.kk, en: label.ru))
    }
}

/// The kinds of work with their weights as somebody wishes them.
struct KindsWish: Sendable {
    struct Row: Sendable {
        let id: Int
        let short, names: Names
        /// Hundredths.
        let weight: Int
        let isRequired: Bool
        /// Whole points; 0 where there are none.
        let maximum: Int
        let counting: Dated<Bool>
        let isOff: Bool
    }

    struct Line: Sendable {
        let id: Int
        let name, short, weight: String
        let isRequired: Bool
        let isNew: Bool
        var maximum = ""
        var counts = true
        var isOff = false
        /// Hundredths; 0 where the weight cannot be read.
        var hundredths = 0
        /// Whole points; 0 for none.
        var points = 0
        /// From when on it counts, or does not, where that changes in time.
        var since: Day?
    }

    let language: Language
    /// From when a change of what counts may hold.
    let starts: [AssessedYear.Start]
    private(set) var valid: Day
    private(set) var lines: [Line]
    private(set) var problems = FormProblems()

    init(_ rows: [Row], language: Language, starts: [AssessedYear.Start]) {
        self.language = language
        self.starts = starts
        valid = starts.first?.day ?? .forever
        lines = rows.map { row in
            Line(
                id: row.id, name: row.names[language], short: row.short[language],
                weight: HoursWords.number(row.weight, language), isRequired: row.isRequired, isNew: false,
                maximum: row.maximum > 0 ? String(row.maximum) : "", counts: row.counting.last, isOff: row.isOff,
                hundredths: row.weight, points: row.maximum, since: row.counting.steps.last?.from)
        }
    }

    init(_ rows: [Row], form: Form, language: Language, starts: [AssessedYear.Start]) {
        self.language = language
        self.starts = starts
        let day = form["valid"].flatMap { Day($0) }
        let start = form["valid"] == nil ? starts.first : starts.first { $0.day == day }
        valid = start?.day ?? .forever
        lines = rows.map { row in
            Line(
                id: row.id, name: form["name-\(row.id)"] ?? row.names[language],
                short: form["short-\(row.id)"] ?? row.short[language],
                weight: form["weight-\(row.id)"] ?? HoursWords.number(row.weight, language),
                isRequired: form["required-\(row.id)"] == "1", isNew: false,
                maximum: form["maximum-\(row.id)"] ?? (row.maximum > 0 ? String(row.maximum) : ""),
                counts: form["out-\(row.id)"] != "1", isOff: form["off-\(row.id)"] == "1",
                since: row.counting.steps.last?.from)
        }
        if let name = form["name-new"], !name.isEmpty {
            lines.append(
                Line(
                    id: (rows.map(\.id).max() ?? 0) + 1, name: name, short: form["short-new"] ?? "",
                    weight: form["weight-new"] ?? "", isRequired: form["required-new"] == "1", isNew: true,
                    counts: form["out-new"] != "1"))
        }
        for index in lines.indices { check(index) }
        if start == nil { problems["valid"] = RegimeTexts.badStart }
        if lines.allSatisfy(\.isOff) { problems[""] = SettingsTexts.oneKindNeeded }
    }

    private mutating func check(_ index: Int) {
        let line = lines[index]
        let key = line.isNew ? "new" : "\(line.id)"
        if line.name.isEmpty || line.name.count > 60 { problems["name-\(key)"] = SettingsTexts.badName }
        if line.short.isEmpty || line.short.count > 8 { problems["short-\(key)"] = SettingsTexts.badShort }
        if !line.maximum.isEmpty {
            let points = Int(line.maximum).flatMap { (1...Scale.mostPoints).contains($0) ? $0 : nil }
            if points == nil { problems["maximum-\(key)"] = SettingsTexts.badMaximum }
            lines[index].points = points ?? 0
        }
        guard let weight = Fraction(line.weight), weight >= 0, weight <= 20 else {
            problems["weight-\(key)"] = SettingsTexts.badWeight
            return
        }
        lines[index].hundredths = weight.hundredths
    }
}
