import SchoolRules
import Web

/// How the marks of the year and of the certificate come about, in words.
enum YearWords {
    /// "половина: вверх · н/а: считаются остальные периоды".
    static func rule(_ rule: YearRule) -> Text {
        func words(_ language: Language) -> String {
            "\(atHalf[language]): \(half(rule.half)[language]) · \(notAttested(rule.notAttested)[language])"
        }
        return Text(ky: words(.ky), ru: words(.ru), kk: words(.kk), en: words(.en))
    }

    private static let atHalf = Text(ky: "так жарымы", ru: "ровно половина", kk: "дәл жартысы", en: "exactly one half")

    /// What stands beside the year in a grade: an exam, or in Kazakhstan's other grades the additional work.
    static func besideYear(grade: Int, of country: Country) -> Text {
        YearVariants.of(country).hasAdditionalWork(grade: grade) ? additionalWork : PeriodWords.exam
    }

    private static let additionalWork = Text(
        ky: "Кошумча иш", ru: "Доп. работа", kk: "Қосымша жұмыс", en: "Additional work")

    static func half(_ half: YearRule.Half) -> Text {
        switch half {
        case .up: Text(ky: "жогору (4)", ru: "вверх (4)", kk: "жоғары (4)", en: "up (4)")
        case .lastPeriod:
            Text(
                ky: "акыркы мезгил чечет", ru: "решает последний период", kk: "соңғы кезең шешеді",
                en: "the last period decides")
        }
    }

    static func notAttested(_ way: YearRule.NotAttested) -> Text {
        switch way {
        case .leftOut:
            Text(
                ky: "калган мезгилдер эсептелет", ru: "считаются остальные периоды", kk: "қалған кезеңдер есептеледі",
                en: "the other periods make the year")
        case .blocks:
            Text(
                ky: "жылдык баа сунушталбайт", ru: "годовая не предлагается", kk: "жылдық баға ұсынылмайды",
                en: "no year is proposed")
        }
    }

    /// "год 70 %, экзамен 30 %".
    static func exam(_ rule: ExamRule) -> Text {
        let (year, exam) = ((rule.year * 100).rounded(decimals: 0), (rule.exam * 100).rounded(decimals: 0))
        return Text(
            ky: "жыл \(year) %, экзамен \(exam) %", ru: "год \(year) %, экзамен \(exam) %",
            kk: "жыл \(year) %, емтихан \(exam) %", en: "year \(year) %, exam \(exam) %")
    }
}
