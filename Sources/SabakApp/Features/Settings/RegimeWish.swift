import SchoolRules
import Web

/// A regime as somebody wishes it: what stands in the fields, and the regime it makes.
struct RegimeWish: Sendable {
    private(set) var place: RegimePlace
    let model: RegimeModel
    /// The values of the fields, as they are or as they were typed.
    private(set) var typed: Form
    private(set) var problems = FormProblems()
    /// Nil where the form says nothing that can be kept.
    private(set) var regime: Regime?
    let minimumRows: [MinimumMarks]
    let requiredRows: [RequiredWork]
    /// What holds now.
    let before: AssessmentSettings

    /// - Parameter isTyped: whether the form holds the settings too; else they are those that hold now.
    init(_ form: Form, in year: AssessedYear, language: Language, isTyped: Bool) {
        place = Self.place(form, in: year)
        let held = Self.held(place, in: year)
        before = held.settings
        let asked = form["model"].flatMap(RegimeModel.init)
        model = asked ?? RegimeModel(held) ?? .five
        let isSame = RegimeModel(held) == model
        let base = isSame ? held.settings : .standard(of: year.country)
        minimumRows = base.minimumMarks.sorted { $0.hoursPerWeek < $1.hoursPerWeek }
        requiredRows = base.requiredWorks
        typed = isTyped ? form : RegimeFields(base, model, language).form
        guard isTyped else { return }
        read(form, base, in: year)
    }

    private static func place(_ form: Form, in year: AssessedYear) -> RegimePlace {
        let known = year.grades
        let grade = { (name: String) in form[name].flatMap { Int($0) }.flatMap { known.contains($0) ? $0 : nil } }
        let from = grade("from") ?? known.first ?? 1
        let codes = Set(year.pages.map(\.code))
        return RegimePlace(
            grades: from...max(from, grade("to") ?? from),
            subjects: Set(form.all("subjects").filter(codes.contains)))
    }

    /// What holds now for the first of the grades and subjects.
    private static func held(_ place: RegimePlace, in year: AssessedYear) -> Regime {
        let grade = place.grades.lowerBound
        let page = year.pages.first {
            $0.grade == grade && (place.subjects.isEmpty || place.subjects.contains($0.code))
        }
        let end = year.end(of: year.today, grade)
        return year.regimes.regime(
            grade: grade, subject: place.subjects.isEmpty ? "" : page?.code ?? "",
            scale: page?.scale ?? year.country.profile.scale.id, on: end)
    }

    private func shown(in year: AssessedYear) -> Set<String> {
        let taught = Set(year.subjects(in: place.grades).map(\.code))
        return place.subjects.isEmpty ? taught : taught.intersection(place.subjects)
    }

    private mutating func read(_ form: Form, _ base: AssessmentSettings, in year: AssessedYear) {
        let starts = year.starts(of: place.grades)
        let day = form["valid"].flatMap { Day($0) }
        let start = starts.first { $0.day == day }
        if start == nil { problems["valid"] = starts.isEmpty ? RegimeTexts.allClosed : RegimeTexts.badStart }
        var reading = SettingsReading(form, base, model)
        let settings = reading.settings(of: year.country, shown: shown(in: year), kinds: year.kinds)
        for (field, words) in reading.problems { problems[field] = words }
        guard problems.isEmpty, let start else { return }
        regime = Regime(
            id: 0, country: year.country, grades: place.grades, subjects: place.subjects, schoolYear: year.year,
            validFrom: start.day, way: model.way, scale: model.scale.id, finalScale: model.finalScale.id,
            settings: settings, isOwn: true)
    }
}

/// The families of borders that schools use.
enum BorderFamily: String, CaseIterable {
    case mathematical, sixty, strict, own

    var borders: Borders? {
        switch self {
        case .mathematical: .mathematical
        case .sixty: .strictAtSixty
        case .strict: .strict
        case .own: nil
        }
    }

    /// The families that a scale has.
    static func of(_ model: RegimeModel) -> [BorderFamily] {
        switch model {
        case .five, .fiveWithOne: allCases
        case _: [.mathematical, .own]
        }
    }
}

/// Settings as the fields of a form.
struct RegimeFields {
    let form: Form

    init(_ settings: AssessmentSettings, _ model: RegimeModel, _ language: Language) {
        let number = { (value: Fraction) in CountWords.number(value, language) }
        var fields: [(name: String, value: String)] = []
        func set(_ name: String, _ value: String) { fields.append((name, value)) }
        func box(_ name: String, _ isOn: Bool) { if isOn { set(name, "1") } }
        let family = BorderFamily.of(model).first { $0.borders == settings.borders } ?? .own
        set("family", family.rawValue)
        for value in model.bordered {
            let border =
                model == .criteria
                ? settings.criteria.borders[value.value] : settings.borders.border(of: value, on: model.finalScale)
            set("border-\(value.value)", border.map(number) ?? "")
        }
        box("weighted", settings.isWeighted)
        set("minimum", settings.minimum.rawValue)
        for (index, row) in settings.minimumMarks.sorted(by: { $0.hoursPerWeek < $1.hoursPerWeek }).enumerated() {
            set("quarter-\(index)", "\(row.quarter)")
            set("half-\(index)", "\(row.halfYear)")
            set("control-\(index)", "\(row.control)")
        }
        set("deviation", "\(settings.maximumDeviation)")
        set("missed", number(settings.notAttestedFrom * 100))
        box("transferred", settings.transferredCount)
        box("bars", settings.failBarsHighest)
        box("revised", settings.finalsMayBeRevised)
        set("sections", settings.criteria.sections.rawValue)
        set("rounding", settings.criteria.rounding.rawValue)
        set("formative", number(settings.criteria.formativeWeight))
        set("section", number(settings.criteria.sectionsWeight))
        set("term", number(settings.criteria.termWeight))
        set("halfyear", number(settings.criteria.halfYearUpTo))
        form = Form(fields: fields + RegimeYearRules.fields(settings, language))
    }
}
