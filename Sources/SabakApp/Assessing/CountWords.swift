import SchoolRules
import Web

/// A number's count in the reader's language.
enum CountWords {
    /// As few decimals as are exact, at most four; where that is not enough a fraction, and about how much it is.
    static func number(_ number: Fraction, _ language: Language) -> String {
        let separator: Character = language == .en ? "." : ","
        var power = Fraction(1)
        for decimals in 0...4 {
            if (number * power).denominator == 1 { return number.rounded(decimals: decimals, separator: separator) }
            power = power * 10
        }
        return "\(number.description) ≈ \(shown(number, language))"
    }

    /// For display only: two decimals.
    static func shown(_ number: Fraction, _ language: Language) -> String {
        number.rounded(decimals: 2, separator: language == .en ? "." : ",")
    }

    static func rule(_ rule: Count.Rule) -> Text {
        switch rule {
        case .plainAverage:
            Text(ky: "Орточо балл", ru: "Средний балл", kk: "Орташа балл", en: "Average")
        case .weightedAverage:
            Text(
                ky: "Салмактуу орточо балл: баа × салмак, салмактардын суммасына бөлүнөт",
                ru: "Средневзвешенный балл: отметка × вес, делённые на сумму весов",
                kk: "Салмақты орташа балл: баға × салмақ, салмақтар қосындысына бөлінеді",
                en: "Weighted average: mark × weight over the sum of weights")
        case .criteriaPercent:
            Text(
                ky: "Критериалдык баалоонун пайызы", ru: "Процент критериального оценивания",
                kk: "Критериалды бағалау пайызы", en: "Per cent of criteria-based assessment")
        case .yearMean:
            Text(
                ky: "Мезгилдердин баасынын орточосу", ru: "Среднее отметок за периоды",
                kk: "Кезең бағаларының орташасы", en: "Mean of the marks of the periods")
        case .yearWithExam:
            Text(
                ky: "Жылдык баа менен экзамен", ru: "Годовая отметка и экзамен", kk: "Жылдық баға мен емтихан",
                en: "The year and the exam")
        case .learning:
            Text(
                ky: "Окуу деңгээлинин көрсөткүчү", ru: "Степень обученности (СОУ)", kk: "Оқу деңгейінің көрсеткіші",
                en: "Degree of learning")
        case .averageMark:
            Text(ky: "Баалардын орточосу", ru: "Средний балл отметок", kk: "Бағалардың орташасы", en: "Mean mark")
        }
    }

    /// "5 × 3 ÷ 9".
    static func line(_ line: Count.Line) -> Text {
        func words(_ language: Language) -> String {
            let parts = line.arguments.map { argument in
                switch argument {
                case .text(let text): text
                case .number(let number): CountWords.number(number, language)
                }
            }
            return self.line(line.key, parts)[language]
        }
        return Text(ky: words(.ky), ru: words(.ru), kk: words(.kk), en: words(.en))
    }

    private static func line(_ key: Count.Key, _ parts: [String]) -> Text {
        switch key {
        case .mark, .period: Text(same: "\(parts[0]) ÷ \(parts[1])")
        case .weightedMark, .level: Text(same: "\(parts[0]) × \(parts[1]) ÷ \(parts[2])")
        case .formative: formative(parts)
        case .pooledSection:
            Text(
                ky: "БЖБ: бардык иштердин \(parts[1]) балынан \(parts[0]), × \(parts[2]) %",
                ru: "СОр: \(parts[0]) из \(parts[1]) баллов всех работ, × \(parts[2]) %",
                kk: "БЖБ: барлық жұмыстың \(parts[1]) балынан \(parts[0]), × \(parts[2]) %",
                en: "Section work: \(parts[0]) of \(parts[1]) points of all works, × \(parts[2]) %")
        case .section:
            Text(
                ky: "БЖБ: \(parts[1]) баллдан \(parts[0]), \(parts[2]) иштин бири, × \(parts[3]) %",
                ru: "СОр: \(parts[0]) из \(parts[1]), одна из \(parts[2]) работ, × \(parts[3]) %",
                kk: "БЖБ: \(parts[1]) балдан \(parts[0]), \(parts[2]) жұмыстың бірі, × \(parts[3]) %",
                en: "Section work: \(parts[0]) of \(parts[1]), one of \(parts[2]) works, × \(parts[3]) %")
        case .term:
            Text(
                ky: "ЧЖБ: \(parts[1]) баллдан \(parts[0]), × \(parts[2]) %",
                ru: "СОч: \(parts[0]) из \(parts[1]), × \(parts[2]) %",
                kk: "ТЖБ: \(parts[1]) балдан \(parts[0]), × \(parts[2]) %",
                en: "Term work: \(parts[0]) of \(parts[1]), × \(parts[2]) %")
        case .year:
            Text(
                ky: "жыл \(parts[0]) × \(parts[1])", ru: "год \(parts[0]) × \(parts[1])",
                kk: "жыл \(parts[0]) × \(parts[1])", en: "year \(parts[0]) × \(parts[1])")
        case .exam:
            Text(
                ky: "экзамен \(parts[0]) × \(parts[1])", ru: "экзамен \(parts[0]) × \(parts[1])",
                kk: "емтихан \(parts[0]) × \(parts[1])", en: "exam \(parts[0]) × \(parts[1])")
        }
    }

    private static func formative(_ parts: [String]) -> Text {
        Text(
            ky: "КБ: орточосу \(parts[0]), эң көбү \(parts[1]), × \(parts[2]) %",
            ru: "ФО: среднее \(parts[0]) из \(parts[1]), × \(parts[2]) %",
            kk: "ҚБ: орташасы \(parts[0]), ең көбі \(parts[1]), × \(parts[2]) %",
            en: "Formative: mean \(parts[0]) of \(parts[1]), × \(parts[2]) %")
    }

    /// The borders of a regime: "5 от 4,50 · 4 от 3,50 · 3 от 2,50".
    static func borders(_ regime: Regime, _ language: Language) -> String {
        let scale = SchoolFacts.scale(regime.finalScale)
        let from = Text(ky: "баштап", ru: "от", kk: "бастап", en: "from")[language]
        let least = scale.values.dropLast().compactMap { value -> String? in
            let border =
                switch regime.way {
                case .marks: regime.settings.borders.border(of: value, on: scale)
                case .criteria: regime.settings.criteria.borders[value.value]
                case .passFail, .words: Fraction?.none
                }
            guard let border else { return nil }
            let number = regime.way == .criteria ? CountWords.number(border, language) + " %" : shown(border, language)
            return [.ky, .kk].contains(language)
                ? "\(value.value): \(number) \(from)" : "\(value.value) \(from) \(number)"
        }
        return least.joined(separator: " · ")
    }

    /// Which version of the rule counts.
    static func version(_ regime: Regime, _ language: Language) -> String {
        let date = regime.validFrom.short
        return Text(
            ky: "баалоо тартиби, \(date) баштап", ru: "порядок оценивания, действует с \(date)",
            kk: "бағалау тәртібі, \(date) бастап", en: "rules of assessment valid from \(date)")[language]
    }

    static func note(_ note: TermProposal.Note) -> Text {
        switch note {
        case .belowMinimum:
            Text(
                ky: "баалар минимумдан аз", ru: "отметок меньше минимума", kk: "баға минимумнан аз",
                en: "fewer marks than the minimum")
        case .noMarks: Text(ky: "баа жок", ru: "отметок нет", kk: "баға жоқ", en: "no marks")
        case .barredByFail:
            Text(
                ky: "канааттандырарлык эмес баа бар: жогорку баа сунушталбайт",
                ru: "есть неудовлетворительная отметка: высшая не предлагается",
                kk: "қанағаттанарлықсыз баға бар: ең жоғары баға ұсынылмайды",
                en: "an unsatisfactory mark bars the highest")
        case .rescaled:
            Text(
                ky: "ЧЖБ жок: калган бөлүктөрү 100 % деп эсептелди", ru: "СОч нет: остальные части приняты за 100 %",
                kk: "ТЖБ жоқ: қалған бөліктері 100 % деп есептелді", en: "no term work: the other parts make 100 %")
        case .disagreeing:
            Text(
                ky: "баалар бирдей эмес: мугалим чечет", ru: "отметки расходятся: решает учитель",
                kk: "бағалар бірдей емес: мұғалім шешеді", en: "the marks disagree: the teacher decides")
        }
    }
}
