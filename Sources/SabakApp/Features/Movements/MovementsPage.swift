import SchoolRules
import Web

/// The movement book of a school year, line by line.
struct MovementsPage: Sendable {
    let visit: Visit
    let wish: MovementWish
    let lines: [MovementsQueries.Line]
    let total: Int
    let classes: [(id: Int64, name: ClassName)]
    let names: [Int64: ClassName]
    let years: [Int]
    private var words: Language { visit.language }
    private var mayCorrect: Bool { visit.mayInSchool(.enrol) }

    var answer: Answer {
        let frame = BookFrame(
            visit: visit, title: MovementTexts.book, address: "/movements", file: wish.address("/movements.xlsx"))
        let table: HTML =
            lines.isEmpty
            ? "<p class=\"card pad\">\(MovementTexts.nothing[words])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(MovementTexts.book[words])">\
            <table class="list book"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(MovementTexts.day[words])</th><th scope="col">\(MovementTexts.fullName[words])</th>\
            <th scope="col">\(MovementTexts.born[words])</th><th scope="col">\(MovementTexts.what[words])</th>\
            <th scope="col">\(MovementTexts.schoolClass[words])</th><th scope="col">\(MovementTexts.order[words])</th>\
            <th scope="col">\(MovementTexts.whence[words])</th><th scope="col">\(MovementTexts.address[words])</th>\
            </tr></thead><tbody>\(lines.html(row))</tbody></table></div>
            """
        let sub = "\(wish.year)/\(wish.year + 1) · \(MovementTexts.lines(total)[words])"
        return frame.answer(sub, "\(filter)\(table)\(frame.pages(wish, total: total))")
    }

    private var filter: HTML {
        let inputs = Inputs(typed: wish.fields, language: words, prefix: "find-")
        let yearChoices = years.map { (String($0), "\($0)/\($0 + 1)") }
        let classChoices = [("", MovementTexts.all[words])] + classes.map { (String($0.id), $0.name.display(words)) }
        let kinds = MovementWish.Kind.allCases.map { ($0.rawValue, MovementTexts.kind($0)[words]) }
        return """
            <form class="filter" method="get" action="/movements" role="search">\
            \(inputs.text("q", MovementTexts.search, type: "search", width: "grow", isFirst: true))\
            \(inputs.choice("year", MovementTexts.year, yearChoices))\
            \(inputs.choice("class", MovementTexts.schoolClass, classChoices))\
            \(inputs.choice("kind", MovementTexts.kind, kinds))\
            <p class="acts"><button>\(MovementTexts.show[words])</button></p></form>
            """
    }

    private func row(_ line: MovementsQueries.Line) -> HTML {
        let movement = line.movement
        let opening: HTML = movement.isWithdrawn ? "<tr class=\"left\">" : "<tr>"
        let number: HTML =
            mayCorrect && !movement.isWithdrawn
            ? """
            <a href="/movements/\(movement.year)/\(movement.number)" title="\(MovementTexts.correctTitle[words])">\
            \(movement.number)</a>
            """
            : "\(movement.number)"
        let state: HTML? = movement.isWithdrawn ? "<small>\(withdrawn(movement))</small>" : nil
        return """
            \(opening)<td class="num">\(number)</td><td>\(movement.day.short)</td>\
            <th scope="row"><a href="/students/\(movement.student)">\(line.name.full)</a>\(state)</th>\
            <td>\(Day(line.birthDay)?.short ?? "—")</td><td>\(MovementWords.kind(movement.kind)[words])</td>\
            <td>\(way(movement))</td><td>\(MovementWords.order(movement.order))</td>\
            <td>\(about(movement.order))</td><td>\(line.address)</td></tr>
            """
    }

    private func withdrawn(_ movement: Movement) -> String {
        let why = movement.withdrawnWhy
        if why == MovementTexts.correctedCode { return MovementWords.corrected[words] }
        return MovementWords.withdrawn[words] + (why.isEmpty ? "" : ": " + why)
    }

    private func way(_ movement: Movement) -> String {
        let (from, to) = (names[movement.fromClass]?.display(words), names[movement.toClass]?.display(words))
        return [from, to].compactMap { $0 }.joined(separator: " → ")
    }

    private func about(_ order: MovementOrder) -> String {
        [
            order.whereabouts, order.reason.map { MovementWords.reason($0)[words] } ?? "",
            MovementWords.document(order), order.note,
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
