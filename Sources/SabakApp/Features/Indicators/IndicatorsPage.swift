import SchoolRules
import Web

/// The table of indicators; each number opens to its students.
struct IndicatorsPage {
    let frame: IndicatorsFrame
    let table: IndicatorTable
    let wish: IndicatorWish

    private var language: Language { frame.language }

    var answer: Answer { frame.answer("\(lines)\(opened)") }

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
            \(cell(line, .learning, percent(found.learning?.value)))\
            \(cell(line, .average, found.average.map { CountWords.shown($0.value, language) } ?? "—"))\
            \(cell(line, .notAttested, "\(found.notAttested.count)"))\(cell(line, .open, "\(found.open.count)"))\
            \(cell(line, .same, percent(agree)))\(cell(line, .raised, "\(line.raised.count)"))\
            \(cell(line, .lowered, "\(line.lowered.count)"))</tr>

            """
    }

    private func percent(_ number: Fraction?) -> String { frame.percent(number) }

    private func cell(_ line: IndicatorTable.Line, _ number: IndicatorWish.Number, _ words: String) -> HTML {
        let address = "\(frame.address(table.by, table.period))&line=\(line.id)&show=\(number.rawValue)#opened"
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
            \(students.count)</h2>\(line.count(number).map(counted))\(list)</section>
            """
    }

    /// Line by line, with the rule. A line a mark of the same value is one line with their number.
    private func counted(_ count: Count) -> HTML {
        let groups = Dictionary(grouping: count.lines) { CountWords.line($0)[language] }
        let rows = groups.sorted { $0.value[0].value > $1.value[0].value }.html { words, lines -> HTML in
            let times = lines.count > 1 ? "\(lines.count) × (\(words))" : words
            let sum = lines.reduce(Fraction(0)) { $0 + $1.value }
            return "<li><span>\(times)</span><b>\(CountWords.number(sum, language))</b></li>"
        }
        return """
            <p><b>\(CountWords.rule(count.rule)[language])</b></p><ul class="card brief plainlist">\(rows)</ul>
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

    static let finals = Text(ky: "Жыйынтык", ru: "Итоги", kk: "Қорытынды", en: "Finals")
    static let accumulation = Text(
        ky: "Баалардын топтолушу", ru: "Накопляемость", kk: "Бағалардың жиналуы", en: "Marks gathered")
    static let perStudent = Text(
        ky: "Бир окуучуга баа", ru: "Отметок на ученика", kk: "Бір оқушыға баға", en: "Marks per student")
    static let density = Text(
        ky: "Катышкан 100 сабакка баа", ru: "На 100 посещённых уроков", kk: "Қатысқан 100 сабаққа",
        en: "Per 100 lessons attended")
    static let enough = Text(ky: "Минимум бар", ru: "Минимум набран", kk: "Минимум бар", en: "Has the minimum")
    static let below = Text(ky: "Минимумдан аз", ru: "Меньше минимума", kk: "Минимумнан аз", en: "Below minimum")
    static let withoutMarks = Text(ky: "Баасы жок", ru: "Без отметок", kk: "Бағасы жоқ", en: "No marks")
    static let withOne = Text(ky: "Бир баасы бар", ru: "С одной отметкой", kk: "Бір бағасы бар", en: "One mark")
    static let accumulationWhat = Text(
        ky: "Бошотулгандар эсептелбейт. Минимум предметтин бардык барактарынан эсептелет.",
        ru: "Освобождённые не учитываются. Минимум считается по всем страницам предмета.",
        kk: "Босатылғандар есептелмейді. Минимум пәннің барлық беттері бойынша есептеледі.",
        en: "Exempt students are not counted. The minimum runs over all pages of the subject.")

    static func number(_ number: AccumulationPage.Number) -> Text {
        switch number {
        case .enough: enough
        case .below: below
        case .without: withoutMarks
        case .one: withOne
        }
    }

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
        case .learning: IndicatorWords.learning
        case .average: IndicatorWords.average
        case .notAttested: notAttested
        case .open: open
        case .same: same
        case .raised: raised
        case .lowered: lowered
        }
    }
}
