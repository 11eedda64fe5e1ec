import SchoolRules
import Web

/// The rules of a regime beyond one term, to and from the fields of a form.
enum RegimeYearRules {
    static let degrees: [Level] = [.excellent, .good, .satisfactory, .fail]

    /// The kinds of work that marks are given for.
    static func shown(_ kinds: [KindOfWork]) -> [KindOfWork] {
        kinds.filter { !$0.isOff && !CriteriaKinds.all.contains($0.id) }
    }

    /// An exam's rule by the exam's share in per cent.
    static func name(_ rule: ExamRule) -> String { (rule.exam * 100).description }

    static func fields(_ settings: AssessmentSettings, _ language: Language) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = [
            ("year-half", settings.year.half.rawValue), ("year-missed", settings.year.notAttested.rawValue),
            ("exam", name(settings.exam)),
        ]
        fields += settings.controlKinds.sorted().map { ("controls", "\($0)") }
        for (index, work) in settings.requiredWorks.enumerated() {
            fields.append(("required-\(index)-least", "\(work.least)"))
            fields += work.kinds.sorted().map { ("required-\(index)-kinds", "\($0)") }
            fields += work.subjects.sorted().map { ("required-\(index)-subjects", $0) }
        }
        for degree in degrees {
            let value = settings.learning[degree].map { CountWords.number($0, language) }
            fields.append(("learn-\(degree.rawValue)", value ?? ""))
        }
        let missed = settings.learning.notAttested.map { CountWords.number($0, language) }
        fields.append(("learn-missed", missed ?? ""))
        if settings.notAttestedFails { fields.append(("missed-fails", "1")) }
        return fields
    }
}

extension LearningCoefficients {
    fileprivate subscript(degree: Level) -> Fraction? {
        get {
            switch degree {
            case .excellent: excellent
            case .good: good
            case .satisfactory: satisfactory
            case .fail: fail
            case .pass: nil
            }
        }
        set {
            guard let newValue else { return }
            switch degree {
            case .excellent: excellent = newValue
            case .good: good = newValue
            case .satisfactory: satisfactory = newValue
            case .fail: fail = newValue
            case .pass: break
            }
        }
    }
}

// Fields that a form does not have stay as they were.
extension SettingsReading {
    mutating func readYear(of country: Country) {
        guard model.way != .words else { return }
        let variants = YearVariants.of(country)
        if let text = form["year-half"] {
            let half = YearRule.Half(rawValue: text).flatMap { variants.halves.contains($0) ? $0 : nil }
            if half == nil { problems["year-half"] = RegimeYearTexts.notOfCountry }
            found.year.half = half ?? found.year.half
        }
        if let missed = form["year-missed"].flatMap(YearRule.NotAttested.init) { found.year.notAttested = missed }
        if let text = form["exam"] {
            let exam = variants.exams.first { RegimeYearRules.name($0) == text }
            if exam == nil { problems["exam"] = RegimeYearTexts.notOfCountry }
            found.exam = exam ?? found.exam
        }
    }

    mutating func readWorks(_ shown: Set<String>, _ kinds: [KindOfWork]) {
        guard model.way == .marks, form["works-asked"] != nil else { return }
        let offered = Set(RegimeYearRules.shown(kinds).map(\.id))
        func chosen(_ field: String, over old: Set<Int>) -> Set<Int> {
            Set(form.all(field).compactMap { Int($0) }).intersection(offered).union(old.subtracting(offered))
        }
        found.controlKinds = chosen("controls", over: found.controlKinds)
        let known = found.requiredWorks
        var works: [RequiredWork] = []
        for index in 0...known.count {
            let of = "required-\(index)"
            let kinds = chosen("\(of)-kinds", over: index < known.count ? known[index].kinds : [])
            let isAsked = !kinds.isEmpty || !(form["\(of)-least"] ?? "").isEmpty
            guard isAsked, let least = whole("\(of)-least", 0...20), least > 0 else { continue }
            guard !kinds.isEmpty else {
                problems["\(of)-least"] = RegimeYearTexts.noKinds
                continue
            }
            // Subjects that the form does not show, such as those of other grades, stay.
            let hidden = index < known.count ? known[index].subjects.subtracting(shown) : []
            let subjects = Set(form.all("\(of)-subjects")).intersection(shown).union(hidden)
            works.append(RequiredWork(subjects: subjects, kinds: kinds, least: least))
        }
        found.requiredWorks = works
    }

    mutating func readLearning() {
        guard model.way != .words, form["learn-missed"] != nil else { return }
        for degree in RegimeYearRules.degrees {
            if let percent = number("learn-\(degree.rawValue)", 0...100) { found.learning[degree] = percent }
        }
        let order = RegimeYearRules.degrees.compactMap { found.learning[$0] }
        for (index, pair) in zip(order, order.dropFirst()).enumerated() where pair.0 <= pair.1 {
            problems["learn-\(RegimeYearRules.degrees[index + 1].rawValue)"] = RegimeYearTexts.lowerDegree
        }
        found.learning.notAttested = form["learn-missed"] == "" ? nil : number("learn-missed", 0...100)
        found.notAttestedFails = form["missed-fails"] == "1"
    }
}
