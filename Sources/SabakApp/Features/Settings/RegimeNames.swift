import SchoolRules
import Web

// How regimes and their parts are called.
extension RegimeTexts {
    static func name(_ regime: Regime) -> Text {
        RegimeModel(regime).map(model) ?? Text(same: SchoolFacts.scale(regime.scale).id)
    }

    static func model(_ model: RegimeModel) -> Text {
        switch model {
        case .five: named(model.scale.names)
        case .fiveWithOne, .ten, .twelve, .hundred, .letters, .lettersWithSigns: named(model.scale.names)
        case .criteria:
            Text(
                ky: "Критериалдык баалоо (КБ, БЖБ, ЧЖБ)", ru: "Критериальное оценивание (ФО, СОр, СОч)",
                kk: "Критериалды бағалау (ҚБ, БЖБ, ТЖБ)", en: "Criteria-based (formative, sections, term)")
        case .pass: named(model.scale.names)
        case .levels:
            Text(
                ky: "Баасыз, деңгээлдер менен", ru: "Без отметок, с уровнями", kk: "Бағасыз, деңгейлермен",
                en: "No marks, with levels")
        case .none:
            Text(
                ky: "Баасыз, сөз менен", ru: "Без отметок, словами", kk: "Бағасыз, сөзбен", en: "No marks, in words")
        }
    }

    private static func named(_ names: Names) -> Text {
        Text(ky: names.ky, ru: names.ru, kk: names.kk, en: names.en)
    }

    /// The rules in one line: borders, weights, the minimum.
    static func summary(_ regime: Regime, _ language: Language) -> String {
        var parts: [String] = []
        let bordered = RegimeModel(regime)?.bordered ?? []
        if !bordered.isEmpty { parts.append(CountWords.borders(regime, language)) }
        switch regime.way {
        case .marks: if !regime.settings.isWeighted { parts.append(unweighted[language]) }
        case .criteria:
            let rule = regime.settings.criteria
            let weights = [rule.formativeWeight, rule.sectionsWeight, rule.termWeight]
            parts.append(weights.map { CountWords.number($0, language) }.joined(separator: " + "))
            parts.append(sections(rule.sections)[language])
        case .passFail, .words: break
        }
        if regime.way != .words {
            parts.append("\(minimumWord[language]): \(enforcement(regime.settings.minimum)[language])")
        }
        return (parts + beyond(regime, language)).joined(separator: " · ")
    }

    /// What the school has made otherwise than its country beyond one term.
    private static func beyond(_ regime: Regime, _ language: Language) -> [String] {
        let (own, usual) = (regime.settings, AssessmentSettings.standard(of: regime.country))
        var parts: [String] = []
        if own.year != usual.year {
            parts.append("\(PeriodWords.year[language].lowercasedFirst): \(YearWords.rule(own.year)[language])")
        }
        if own.exam != usual.exam { parts.append(YearWords.exam(own.exam)[language]) }
        if own.requiredWorks != usual.requiredWorks || own.controlKinds != usual.controlKinds {
            parts.append(ownWorks[language])
        }
        if own.learning != usual.learning { parts.append(ownLearning[language]) }
        return parts
    }

    private static let ownWorks = Text(
        ky: "өз милдеттүү иштери", ru: "свои обязательные работы", kk: "өз міндетті жұмыстары",
        en: "own required works")
    private static let ownLearning = Text(
        ky: "өз СОУ коэффициенттери", ru: "свои коэффициенты СОУ", kk: "өз СОУ коэффициенттері",
        en: "own coefficients of learning")

    private static let unweighted = Text(
        ky: "салмаксыз", ru: "без весов", kk: "салмақсыз", en: "without weights")
    private static let minimumWord = Text(ky: "минимум", ru: "минимум", kk: "минимум", en: "minimum")

    static func place(_ place: RegimePlace, in year: AssessedYear, _ language: Language) -> String {
        let (from, to) = (place.grades.lowerBound, place.grades.upperBound)
        let grades = from == to ? "\(from)" : "\(from)–\(to)"
        let names = year.subjects(in: 0...99).filter { place.subjects.contains($0.code) }.map { $0.names[language] }
        let subjects = names.isEmpty ? allOthers[language] : names.joined(separator: ", ")
        return "\(grade[language]): \(grades) · \(subjects)"
    }

    static func family(_ family: BorderFamily) -> Text {
        switch family {
        case .mathematical:
            Text(
                ky: "математикалык: жарымынан (4,50 → 5)", ru: "математические: от половины (4,50 → 5)",
                kk: "математикалық: жартысынан (4,50 → 5)", en: "mathematical: from one half (4.50 → 5)")
        case .sixty: Text(same: "0,60 (4,60 → 5)")
        case .strict: Text(same: "0,65 (4,65 → 5)")
        case .own:
            Text(
                ky: "өзүбүздүкү, төмөндө", ru: "свои, указаны ниже", kk: "өзіміздікі, төменде", en: "own, given below")
        }
    }

    static func sections(_ sections: CriteriaRule.Sections) -> Text {
        switch sections {
        case .pooled:
            Text(
                ky: "баллдар кошулат", ru: "баллы складываются", kk: "балдар қосылады", en: "points are pooled")
        case .mean:
            Text(
                ky: "пайыздардын орточосу", ru: "среднее процентов", kk: "пайыздардың орташасы",
                en: "mean of the per cents")
        }
    }

    static func rounding(_ rounding: CriteriaRule.Rounding) -> Text {
        switch rounding {
        case .halfUpToInteger:
            Text(
                ky: "бүтүнгө чейин (84,5 → 85)", ru: "до целого (84,5 → 85)", kk: "бүтінге дейін (84,5 → 85)",
                en: "to a whole (84.5 → 85)")
        case .none:
            Text(ky: "тегеректелбейт", ru: "без округления", kk: "дөңгелектелмейді", en: "none")
        }
    }

    static func enforcement(_ way: Enforcement) -> Text {
        switch way {
        case .off: Text(ky: "текшерилбейт", ru: "не проверять", kk: "тексерілмейді", en: "not checked")
        case .warn: Text(ky: "эскертүү", ru: "предупреждать", kk: "ескерту", en: "warn")
        case .refuse: Text(ky: "баа коюлбайт", ru: "не давать поставить", kk: "баға қойылмайды", en: "refuse")
        }
    }
}
