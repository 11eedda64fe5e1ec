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

/// The few facts of the school itself.
struct SchoolSettings: Sendable, Equatable {
    var language: Language
    var recordLanguage: RecordLanguage
    var leaversRead: Bool
    /// Grades without marks, as kept: `1,2`.
    var unmarked: String
    /// Where the school's people find the program, such as `https://sabak.school7.kg`; empty: where they do already.
    var address: String
    var issuers: StaffIssuers
}

struct SchoolWish: Sendable {
    private(set) var facts: SchoolSettings
    private(set) var problems = FormProblems()

    /// Only what the visitor's part of the settings holds is taken from the form.
    init(_ facts: SchoolSettings, form: Form, _ visit: Visit) {
        self.facts = facts
        if SettingsPart.technical.isFor(visit), let language = form["language"].flatMap(Language.init) {
            self.facts.language = language
        }
        if SettingsPart.technical.isFor(visit), let typed = form["address"] { readAddress(typed) }
        if SettingsPart.issuing.isFor(visit), form["issuing"] != nil {
            self.facts.issuers = StaffIssuers(Set(StaffIssuers.choices.filter { form["issuer-\($0.rawValue)"] == "1" }))
        }
        guard SettingsPart.teaching.isFor(visit) else { return }
        if let language = form["record"].flatMap(RecordLanguage.init) { self.facts.recordLanguage = language }
        self.facts.leaversRead = form["leavers"] == "1"
        let grades = (form["unmarked"] ?? "").split { " ,;".contains($0) }.map { Int($0) }
        if grades.allSatisfy({ (0...12).contains($0 ?? -1) }) {
            self.facts.unmarked = Set(grades.compactMap { $0 }).sorted().map(String.init).joined(separator: ",")
        } else {
            problems["unmarked"] = SettingsTexts.badGrades
        }
    }

    private mutating func readAddress(_ typed: String) {
        var address = typed.lowercased().filter { !$0.isWhitespace }
        while address.hasSuffix("/") { address.removeLast() }
        facts.address = address
        let host = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
        let isPlain =
            address.utf8.allSatisfy { $0 > 32 && $0 < 127 } && !address.contains("?") && !address.contains("#")
        let isSite = address.hasPrefix("https://") || address.hasPrefix("http://")
        guard address.isEmpty || isPlain && isSite && host.count == 1 && host.first?.isEmpty == false,
            address.count <= 120
        else {
            problems["address"] = SettingsTexts.badAddress
            return
        }
    }
}
