import SchoolRules
import Web

/// The table of indicators; each number opens to its students.
struct IndicatorsPage {
    let visit: Visit
    let terms: [FinalTerm]
    let table: IndicatorTable
    let wish: IndicatorWish

    private var language: Language { visit.language }

    var answer: Answer {
        let title = IndicatorsTexts.title[language]
        return Layout(
            visit: visit, title: title, place: visit.may(.unlock) ? "/closing" : "/pages", frame: .wide
        ).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(periodName(table.period)[language]), \
            \(PeriodWords.schoolYear(visit.year))</p></div>
            <nav class="seg" aria-label="\(IndicatorsTexts.by[language])">\(IndicatorBy.allCases.html(byLink))</nav>
            <p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])\
            </button></p></div>
            <nav class="sub-places" aria-label="\(PeriodWords.periods[language])">\
            \(terms.html { periodLink(.term($0)) })\(periodLink(.year))</nav>
            \(lines)\(opened)
            """)
    }

    private func periodName(_ period: RollPeriod) -> Text {
        switch period {
        case .term(let term): PeriodWords.term(term.kind, term.number)
        case .year: PeriodWords.year
        case .final: PeriodWords.final
        }
    }

    private func address(_ by: IndicatorBy, _ period: RollPeriod) -> String {
        "/indicators?by=\(by.rawValue)&period=\(period.stored)"
    }

    private func byLink(_ by: IndicatorBy) -> HTML {
        let current: HTML? = by == table.by ? " aria-current=\"page\"" : nil
        return "<a href=\"\(address(by, table.period))\"\(current)>\(IndicatorsTexts.by(by)[language])</a>"
    }

    private func periodLink(_ period: RollPeriod) -> HTML {
        let current: HTML? = period.stored == table.period.stored ? " aria-current=\"page\"" : nil
        return "<a href=\"\(address(table.by, period))\"\(current)>\(periodName(period)[language])</a>"
    }

    private var lines: HTML {
        guard !table.lines.isEmpty else { return "<p class=\"say\">\(IndicatorsTexts.nothing[language])</p>" }
        let heads: [Text] = [
            IndicatorsTexts.counted, IndicatorWords.progress, IndicatorWords.quality, IndicatorWords.learning,
            IndicatorWords.average, IndicatorsTexts.notAttested, IndicatorsTexts.open, IndicatorsTexts.same,
            IndicatorsTexts.raised, IndicatorsTexts.lowered,
        ]
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(IndicatorsTexts.title[language])">\
            <table class="list indicators"><thead><tr><th scope="col">\(IndicatorsTexts.by(table.by)[language])</th>\
            \(heads.html { "<th scope=\"col\" class=\"num\">\($0[language])</th>" })</tr></thead>\
            <tbody>\(table.lines.html(row))</tbody></table></div><p class="sub">\(IndicatorsTexts.what[language])</p>
            """
    }

    private func row(_ line: IndicatorTable.Line) -> HTML {
        let found = line.indicators
        let agree = line.compared == 0 ? nil : Fraction(Int64(line.same.count) * 100, Int64(line.compared))
        return """
            <tr><th scope="row">\(line.name)</th>\(cell(line, .counted, "\(found.counted.count)"))\
            \(cell(line, .progress, percent(found.progress.percent)))\
            \(cell(line, .quality, percent(found.quality.percent)))\
            <td class="num">\(percent(found.learning?.value))</td>\
            <td class="num">\(found.average.map { CountWords.shown($0.value, language) } ?? "—")</td>\
            \(cell(line, .notAttested, "\(found.notAttested.count)"))\(cell(line, .open, "\(found.open.count)"))\
            \(cell(line, .same, percent(agree)))\(cell(line, .raised, "\(line.raised.count)"))\
            \(cell(line, .lowered, "\(line.lowered.count)"))</tr>

            """
    }

    private func percent(_ number: Fraction?) -> String {
        number.map { $0.rounded(decimals: 1, separator: language == .en ? "." : ",") + " %" } ?? "—"
    }

    private func cell(_ line: IndicatorTable.Line, _ number: IndicatorWish.Number, _ words: String) -> HTML {
        let address = "\(address(table.by, table.period))&line=\(line.id)&show=\(number.rawValue)#opened"
        return "<td class=\"num\"><a href=\"\(address)\">\(words)</a></td>"
    }

    private var opened: HTML? {
        guard let number = wish.number, let line = table.lines.first(where: { $0.id == wish.line }) else { return nil }
        let students = line.students(number)
        let items = students.html { "<li>\($0)</li>" }
        let list: HTML =
            students.isEmpty ? "<p class=\"sub\">\(IndicatorsTexts.nobody[language])</p>" : "<ol>\(items)</ol>"
        return """
            <section id="opened"><h2>\(line.name) · \(IndicatorsTexts.number(number)[language]): \
            \(students.count)</h2>\(list)</section>
            """
    }
}

enum IndicatorsTexts {
    static let title = Text(ky: "Көрсөткүчтөр", ru: "Показатели", kk: "Көрсеткіштер", en: "Indicators")
    static let by = Text(ky: "Эмне боюнча", ru: "В разрезе", kk: "Не бойынша", en: "By")
    static let counted = Text(ky: "Эсептелди", ru: "Учтено", kk: "Есептелді", en: "Counted")
    static let notAttested = Text(ky: "а/э", ru: "н/а", kk: "а/ж", en: "Not attested")
    static let open = Text(ky: "Баасыз", ru: "Без отметки", kk: "Бағасыз", en: "Without mark")
    static let same = Text(ky: "Эреже менен дал", ru: "Совпало с правилом", kk: "Ережеге сай", en: "As the rule")
    static let raised = Text(ky: "Көтөрүлдү", ru: "Завышено", kk: "Көтерілді", en: "Raised")
    static let lowered = Text(ky: "Төмөндөтүлдү", ru: "Занижено", kk: "Төмендетілді", en: "Lowered")
    static let wholeSchool = Text(ky: "Мектеп", ru: "Вся школа", kk: "Мектеп", en: "The school")
    static let nothing = Text(
        ky: "Бул мезгилде жыйынтыктоочу баалар жок.", ru: "За этот период итоговых отметок нет.",
        kk: "Бұл кезеңде қорытынды бағалар жоқ.", en: "There are no final marks in this period.")
    static let nobody = Text(ky: "Эч ким жок", ru: "Никого", kk: "Ешкім жоқ", en: "Nobody")
    static let what = Text(
        ky: "Бошотулгандар эсептелбейт, а/э эсептелет. Санды бассаңыз, окуучулары көрүнөт.",
        ru: "Освобождённые не учитываются, н/а учитываются. Любое число открывает список учеников.",
        kk: "Босатылғандар есептелмейді, а/ж есептеледі. Санды бассаңыз, оқушылары көрінеді.",
        en: "Exempt students are not counted, those not attested are. Every number opens to its students.")

    static func parallel(_ grade: Int) -> Text {
        Text(ky: "\(grade)-класстар", ru: "\(grade)-е классы", kk: "\(grade)-сыныптар", en: "grade \(grade)")
    }

    static func by(_ by: IndicatorBy) -> Text {
        switch by {
        case .page: Text(ky: "Барак", ru: "Страница", kk: "Бет", en: "Page")
        case .class: Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
        case .parallel: Text(ky: "Параллель", ru: "Параллель", kk: "Параллель", en: "Grade")
        case .teacher: Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
        case .school: wholeSchool
        }
    }

    static func number(_ number: IndicatorWish.Number) -> Text {
        switch number {
        case .counted: counted
        case .progress: IndicatorWords.progress
        case .quality: IndicatorWords.quality
        case .notAttested: notAttested
        case .open: open
        case .same: same
        case .raised: raised
        case .lowered: lowered
        }
    }
}
