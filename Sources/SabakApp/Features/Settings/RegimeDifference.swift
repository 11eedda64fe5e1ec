import SchoolRules
import Web

/// Which rules beyond one term a change of a regime touches, each as it was and as it will be.
struct RegimeDifference {
    let before, after: AssessmentSettings
    let kinds: [KindOfWork]

    func lines(_ language: Language) -> [String] {
        var lines: [String] = []
        func compare(_ name: Text, _ words: (AssessmentSettings) -> String) {
            let (old, new) = (words(before), words(after))
            if old != new { lines.append("\(name[language]): \(old) → \(new)") }
        }
        compare(PeriodWords.year) { YearWords.rule($0.year)[language] }
        compare(RegimeYearTexts.certificate) { YearWords.exam($0.exam)[language] }
        compare(RegimeYearTexts.controls) { names($0.controlKinds, language) }
        compare(RegimeYearTexts.works) { settings in
            let works = settings.requiredWorks.map { "\(names($0.kinds, language)) — \($0.least)" }
            return works.isEmpty ? "—" : works.joined(separator: "; ")
        }
        compare(RegimeYearTexts.indicators) { learning($0.learning, language) }
        return lines
    }

    private func names(_ ids: Set<KindOfWork.ID>, _ language: Language) -> String {
        let found = kinds.filter { ids.contains($0.id) }.map { $0.names[language].lowercasedFirst }
        return found.isEmpty ? "—" : found.joined(separator: ", ")
    }

    private func learning(_ rule: LearningCoefficients, _ language: Language) -> String {
        let degrees = [rule.excellent, rule.good, rule.satisfactory, rule.fail, rule.notAttested]
        return degrees.map { $0.map { CountWords.number($0, language) } ?? "—" }.joined(separator: " / ")
    }
}
