import SchoolRules
import Web

/// Reads the settings of a regime from a form; what is not asked there stays as it was.
struct SettingsReading {
    let form: Form
    let model: RegimeModel
    var found: AssessmentSettings
    var problems: [String: Text] = [:]

    init(_ form: Form, _ base: AssessmentSettings, _ model: RegimeModel) {
        self.form = form
        self.model = model
        found = base
    }

    /// - Parameters:
    ///   - shown: the subjects that required works are asked for among.
    ///   - kinds: all of the school.
    mutating func settings(of country: Country, shown: Set<String>, kinds: [KindOfWork]) -> AssessmentSettings {
        switch model.way {
        case .marks:
            found.isWeighted = form["weighted"] == "1"
            found.failBarsHighest = form["bars"] == "1"
            readBorders()
        case .criteria: readCriteria()
        case .passFail, .words: break
        }
        readMinimum()
        readDecision()
        readYear(of: country)
        readWorks(shown, kinds)
        readLearning()
        return found
    }

    private mutating func readBorders() {
        let family = form["family"].flatMap(BorderFamily.init) ?? .own
        if let borders = family.borders {
            found.borders = borders
            return
        }
        var least: [String: Fraction] = [:]
        for value in model.bordered {
            if let border = number("border-\(value.value)", 0...1000) { least[value.value] = border }
        }
        do {
            found.borders = try Borders(least, on: model.finalScale)
        } catch {
            switch error {
            case .notOnScale(let value), .outOfReach(let value):
                problems["border-\(value)"] = RegimeTexts.borderOutOfReach
            }
        }
    }

    private mutating func readCriteria() {
        found.criteria.sections = form["sections"].flatMap(CriteriaRule.Sections.init) ?? .pooled
        found.criteria.rounding = form["rounding"].flatMap(CriteriaRule.Rounding.init) ?? .halfUpToInteger
        var borders: [String: Fraction] = [:]
        for value in model.bordered { borders[value.value] = number("border-\(value.value)", 0...1000) }
        do {
            try CriteriaRule.check(borders, on: model.finalScale)
            found.criteria.borders = borders
        } catch {
            switch error {
            case .outOfRange(let value): problems["border-\(value)"] = RegimeTexts.percentOutOfRange
            case .notFalling(let value): problems["border-\(value)"] = RegimeTexts.notFalling
            }
        }
        let weights = ["formative", "section", "term"].map { number($0, 0...100) ?? 0 }
        if weights.reduce(0, +) != 100 { problems["term"] = problems["term"] ?? RegimeTexts.notHundred }
        (found.criteria.formativeWeight, found.criteria.sectionsWeight) = (weights[0], weights[1])
        found.criteria.termWeight = weights[2]
        if let hours = number("halfyear", 0...10) { found.criteria.halfYearUpTo = hours }
    }

    private mutating func readMinimum() {
        guard model.way != .words else { return }
        found.minimum = form["minimum"].flatMap(Enforcement.init) ?? found.minimum
        let rows = found.minimumMarks.sorted { $0.hoursPerWeek < $1.hoursPerWeek }
        found.minimumMarks = rows.enumerated().map { index, row in
            MinimumMarks(
                hoursPerWeek: row.hoursPerWeek, quarter: whole("quarter-\(index)", 0...60) ?? row.quarter,
                halfYear: whole("half-\(index)", 0...99) ?? row.halfYear,
                control: whole("control-\(index)", 0...20) ?? row.control)
        }
        for (index, row) in found.minimumMarks.enumerated() where row.control > row.quarter {
            problems["control-\(index)"] = RegimeTexts.moreControl
        }
    }

    private mutating func readDecision() {
        guard model.way != .words else { return }
        if let steps = whole("deviation", 0...10) { found.maximumDeviation = steps }
        if let percent = number("missed", 0...100) { found.notAttestedFrom = percent / 100 }
        found.transferredCount = form["transferred"] == "1"
        found.finalsMayBeRevised = form["revised"] == "1"
    }

    mutating func number(_ field: String, _ range: ClosedRange<Fraction>) -> Fraction? {
        guard let value = form[field].flatMap({ Fraction($0) }), range.contains(value),
            (value * 10_000).denominator == 1
        else {
            problems[field] = RegimeTexts.badNumber(range)
            return nil
        }
        return value
    }

    mutating func whole(_ field: String, _ range: ClosedRange<Int>) -> Int? {
        guard let value = form[field].flatMap({ Int($0) }), range.contains(value) else {
            problems[field] = RegimeTexts.badNumber(
                Fraction(Int64(range.lowerBound))...Fraction(Int64(range.upperBound)))
            return nil
        }
        return value
    }
}
