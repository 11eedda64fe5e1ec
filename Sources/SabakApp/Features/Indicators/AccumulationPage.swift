import SchoolRules
import Store
import Web

/// The accumulation of marks in its three forms, and who is left without: of anything that has final marks.
struct AccumulationPage {
    struct Line: Sendable {
        let id, name: String
        let found: Accumulation<String>
    }

    enum Number: String, CaseIterable, Sendable {
        case enough, below, without, one
    }

    let frame: IndicatorsFrame
    let lines: [Line]
    let opened: (line: String, number: Number)?
    private var language: Language { frame.language }

    static func read(_ frame: IndicatorsFrame, _ roll: FinalRoll, led: Set<Int64>, in connection: Connection) throws
        -> AccumulationPage
    {
        let visit = frame.visit
        let seats = roll.seats.filter { seat in
            roll.page(seat.page).map { $0.isNeeded && IndicatorTable.maySee($0, seat, visit, led) } ?? false
        }
        let facts = try facts(frame, roll, Set(seats.map(\.page)).sorted(), in: connection)
        let kinds = try SchoolFacts.kindsOfWork(school: visit.school.id, in: connection)
        let homes = Dictionary(roll.homes.map { ($0.id, $0.name) }) { first, _ in first }
        var order: [String] = []
        var groups: [String: (name: String, students: [StudentMarks<String>])] = [:]
        for seat in seats {
            guard let page = roll.page(seat.page) else { continue }
            let student = student(
                seat, page, roll, homes[seat.home], page.isByHalfYear ? facts.half : facts.usual, kinds,
                language: visit.language)
            for (id, name) in IndicatorTable.lines(of: seat, page, homes[seat.home], by: frame.by, visit.language) {
                if groups[id] == nil { order.append(id) }
                groups[id, default: (name, [])].students.append(student)
            }
        }
        let query = visit.asked.query
        let number = query["show"].flatMap(Number.init)
        return AccumulationPage(
            frame: frame,
            lines: order.compactMap { id in
                groups[id].map { Line(id: id, name: $0.name, found: Accumulation($0.students)) }
            },
            opened: query["line"].flatMap { line in number.map { (line: line, number: $0) } })
    }

    /// Where the mark is that of a half-year, both of its quarters are counted.
    private static func facts(
        _ frame: IndicatorsFrame, _ roll: FinalRoll, _ pages: [Int64], in connection: Connection
    ) throws -> (usual: AccumulationFacts, half: AccumulationFacts) {
        let visit = frame.visit
        let half = Set(pages.filter { roll.page($0)?.isByHalfYear ?? false })
        let (from, to) = span(roll.period, frame.terms, visit)
        func read(_ pages: [Int64], _ from: Day) throws -> AccumulationFacts {
            try AccumulationFacts.read(
                pages: pages, from: from, to: to, on: visit.today, year: visit.year, school: visit.school.id,
                in: connection)
        }
        let before = frame.terms.last { term in
            guard case .term(let shown) = roll.period else { return false }
            return term.to < shown.from && term.gradeFrom == shown.gradeFrom
        }
        return (
            try read(pages.filter { !half.contains($0) }, from),
            try half.isEmpty ? .none : read(half.sorted(), before?.from ?? from)
        )
    }

    private static func span(_ period: RollPeriod, _ terms: [FinalTerm], _ visit: Visit) -> (Day, Day) {
        if case .term(let term) = period { return (term.from, term.to) }
        return (terms.map(\.from).min() ?? visit.today, terms.map(\.to).max() ?? visit.today)
    }

    private static func student(
        _ seat: FinalRoll.Seat, _ page: FinalRoll.Page, _ roll: FinalRoll, _ home: ClassName?,
        _ facts: AccumulationFacts, _ kinds: [KindOfWork], language: Language
    ) -> StudentMarks<String> {
        let place = AccumulationFacts.Place(subject: page.subject, student: seat.student)
        let at = AccumulationFacts.Seat(page: seat.page, student: seat.student)
        let marks = facts.marks[place] ?? [:]
        let all = marks.values.reduce(0, +)
        let name = [
            roll.names[seat.student]?.list ?? "", home?.display(language) ?? "", page.names[language], "\(all)",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        return StudentMarks(
            name, marks: all, presentLessons: max(0, (facts.lessons[at] ?? 0) - (facts.missed[at] ?? 0)),
            minimum: minimum(marks, facts.brought[place] ?? [:], kinds, page, roll.period, facts.pages[seat.page]),
            isExempt: facts.exempt.contains(place) || seat.mark == .exempt)
    }

    /// A year has no minimum of its own.
    private static func minimum(
        _ marks: [Int: Int], _ brought: [Int: Int], _ kinds: [KindOfWork], _ page: FinalRoll.Page,
        _ period: RollPeriod, _ facts: AccumulationFacts.Page?
    ) -> MinimumCheck? {
        guard case .term(let term) = period, let facts else { return nil }
        let settings = page.regime.settings
        let uncounted = Set(kinds.filter { !$0.counts(on: term.to) }.map(\.id))
        let all = settings.transferredCount ? marks.merging(brought, uniquingKeysWith: +) : marks
        return MinimumCheck(
            byKind: all.filter { !uncounted.contains($0.key) }, subject: facts.code,
            hoursPerWeek: Fraction(hundredths: facts.hours), in: page.isByHalfYear ? .halfYear : term.kind,
            by: settings)
    }

    var answer: Answer { frame.answer("\(table)\(students)") }

    private var table: HTML {
        guard !lines.isEmpty else { return "<p class=\"say\">\(IndicatorsTexts.nothing[language])</p>" }
        let heads: [Text] = [
            IndicatorsTexts.perStudent, IndicatorsTexts.density, IndicatorsTexts.enough, IndicatorsTexts.below,
            IndicatorsTexts.withoutMarks, IndicatorsTexts.withOne,
        ]
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(IndicatorsTexts.accumulation[language])">\
            <table class="list indicators"><thead><tr><th scope="col">\(IndicatorsTexts.by(frame.by)[language])</th>\
            \(heads.html { "<th scope=\"col\" class=\"num\">\($0[language])</th>" })</tr></thead>\
            <tbody>\(lines.html(row))</tbody></table></div>\
            <p class="sub">\(IndicatorsTexts.accumulationWhat[language])</p>
            """
    }

    private func row(_ line: Line) -> HTML {
        let found = line.found
        let least = found.belowMinimum.students.isEmpty ? "" : "warn"
        return """
            <tr><th scope="row">\(line.name)</th><td class="num">\(number(found.marksPerStudent))</td>\
            <td class="num">\(frame.percent(found.density))</td>\(cell(line, .enough, found.enough, ""))\
            \(cell(line, .below, found.belowMinimum, least))\(cell(line, .without, found.withoutMarks, ""))\
            \(cell(line, .one, found.withOneMark, ""))</tr>

            """
    }

    private func number(_ number: Fraction?) -> String { number.map { CountWords.shown($0, language) } ?? "—" }

    private func cell(_ line: Line, _ number: Number, _ share: Share<String>, _ css: String) -> HTML {
        let address = "\(frame.address(frame.by, frame.period))&line=\(line.id)&show=\(number.rawValue)#opened"
        return """
            <td class="num"><a class="\(css)" href="\(address)">\(frame.percent(share.percent)) \
            <small>\(share.students.count)/\(share.all)</small></a></td>
            """
    }

    private var students: HTML? {
        guard let opened, let line = lines.first(where: { $0.id == opened.line }) else { return nil }
        let share =
            switch opened.number {
            case .enough: line.found.enough
            case .below: line.found.belowMinimum
            case .without: line.found.withoutMarks
            case .one: line.found.withOneMark
            }
        let items = share.students.html { "<li>\($0)</li>" }
        let list: HTML =
            share.students.isEmpty
            ? "<p class=\"sub\">\(IndicatorsTexts.nobody[language])</p>" : "<ol>\(items)</ol>"
        return """
            <section id="opened"><h2>\(line.name) · \(IndicatorsTexts.number(opened.number)[language]): \
            \(share.students.count)</h2>\(list)</section>
            """
    }
}
