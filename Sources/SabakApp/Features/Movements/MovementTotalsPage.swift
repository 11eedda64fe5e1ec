import SchoolRules
import Web

/// How many there were, came, went and are: by class, parallel and school.
struct MovementTotalsPage: Sendable {
    let visit: Visit
    let table: MovementTable
    let years: [Int]
    private var words: Language { visit.language }

    static let heads = [
        MovementTexts.atStart, MovementTexts.arrived, MovementTexts.movedIn, MovementTexts.left,
        MovementTexts.movedOut, MovementTexts.atEnd,
    ]

    static func numbers(_ count: MovementCount) -> [Int] {
        [count.atStart, count.arrived, count.movedIn, count.left, count.movedOut, count.atEnd]
    }

    var answer: Answer {
        let term = table.term.map(MovementTable.key) ?? ""
        let frame = BookFrame(
            visit: visit, title: MovementTexts.totals, address: "/movements/totals",
            file: "/movements/totals.xlsx?year=\(table.year)&term=\(term)")
        let name = (table.term.map(MovementTexts.term) ?? MovementTexts.wholeYear)[words]
        let sub = "\(table.year)/\(table.year + 1), \(name), \(MovementTexts.span(table.from, table.to)[words])"
        return frame.answer(
            sub,
            """
            \(filter(term))
            <div class="scroll" tabindex="0" role="region" aria-label="\(MovementTexts.totals[words])">\
            <table class="list book"><thead><tr><th scope="col">\(MovementTexts.schoolClass[words])</th>\
            \(Self.heads.html { "<th scope=\"col\" class=\"num\">\($0[words])</th>" })</tr></thead>\
            <tbody>\(table.grades.html(grade))</tbody><tfoot>\
            \(line(MovementTexts.school[words], table.total))</tfoot></table></div>
            """)
    }

    private func filter(_ term: String) -> HTML {
        let inputs = Inputs(
            typed: Form(fields: [("year", String(table.year)), ("term", term)]), language: words, prefix: "find-")
        let terms =
            [("", MovementTexts.wholeYear[words])]
            + table.terms.map { (MovementTable.key($0), MovementTexts.term($0)[words]) }
        return """
            <form class="filter" method="get" action="/movements/totals">\
            \(inputs.choice("year", MovementTexts.year, years.map { (String($0), "\($0)/\($0 + 1)") }))\
            \(inputs.choice("term", MovementTexts.term, terms))\
            <p class="acts"><button>\(MovementTexts.show[words])</button></p></form>
            """
    }

    private func grade(_ grade: (grade: Int, lines: [MovementTable.Line], total: MovementCount)) -> HTML {
        let rows = grade.lines.html { line($0.name.display(words), $0.count) }
        guard grade.lines.count > 1 else { return rows }
        return "\(rows)\(line(MovementTexts.grade(grade.grade)[words], grade.total, isSum: true))"
    }

    private func line(_ name: String, _ count: MovementCount, isSum: Bool = false) -> HTML {
        let opening: HTML = isSum ? "<tr class=\"sum\">" : "<tr>"
        let cells = Self.numbers(count).html { "<td class=\"num\">\($0)</td>" }
        return "\(opening)<th scope=\"row\">\(name)</th>\(cells)</tr>"
    }
}
