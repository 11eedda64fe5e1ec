import SchoolRules
import Web

/// The alphabetical book.
struct AlphabetPage: Sendable {
    let visit: Visit
    let wish: MovementWish
    let entries: [AlphabetQueries.Entry]
    let total: Int
    let letters: [String]
    let names: [Int64: ClassName]
    private var words: Language { visit.language }

    var answer: Answer {
        let frame = BookFrame(
            visit: visit, title: MovementTexts.alphabet, address: "/alphabet", file: wish.address("/alphabet.xlsx"))
        let table: HTML =
            entries.isEmpty
            ? "<p class=\"card pad\">\(MovementTexts.nothing[words])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(MovementTexts.alphabet[words])">\
            <table class="list book"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(MovementTexts.fullName[words])</th><th scope="col">\(MovementTexts.born[words])</th>\
            <th scope="col">\(MovementTexts.sex[words])</th><th scope="col">\(MovementTexts.entered[words])</th>\
            <th scope="col">\(MovementTexts.gone[words])</th><th scope="col">\(MovementTexts.document[words])</th>\
            </tr></thead><tbody>\(entries.html(row))</tbody></table></div>
            """
        return frame.answer(
            MovementTexts.students(total)[words], "\(filter)\(table)\(frame.pages(wish, total: total))")
    }

    private var filter: HTML {
        let inputs = Inputs(typed: wish.fields, language: words, prefix: "find-")
        let links = ([""] + letters).html { letter in
            let current: HTML? = letter == wish.letter ? " aria-current=\"true\"" : nil
            let name = letter.isEmpty ? MovementTexts.all[words] : letter
            return "<a href=\"\(wish.address("/alphabet", letter: letter))\"\(current)>\(name)</a>"
        }
        return """
            <form class="filter" method="get" action="/alphabet" role="search">\
            \(inputs.text("q", MovementTexts.search, type: "search", width: "grow", isFirst: true))\
            <p class="acts"><button>\(MovementTexts.show[words])</button></p></form>
            <nav class="letters" aria-label="\(MovementTexts.letters[words])">\(links)</nav>
            """
    }

    private func row(_ entry: AlphabetQueries.Entry) -> HTML {
        let sex = ["f": MovementTexts.girl, "m": MovementTexts.boy][entry.sex]?[words] ?? "—"
        return """
            <tr><td class="num">\(entry.number)</td>\
            <th scope="row"><a href="/students/\(entry.student)">\(entry.name.full)</a></th>\
            <td>\(Day(entry.birthDay)?.short ?? "—")</td><td>\(sex)</td><td>\(came(entry))</td>\
            <td>\(went(entry))</td><td>\(entry.leaving.map { MovementWords.document($0.order) } ?? "")</td></tr>
            """
    }

    private func came(_ entry: AlphabetQueries.Entry) -> HTML {
        let again = entry.returns.html { "<small>\(MovementTexts.again[words]): \(text($0, $0.toClass))</small>" }
        return "\(entry.entry.map { text($0, $0.toClass) } ?? "")\(again)"
    }

    private func went(_ entry: AlphabetQueries.Entry) -> HTML {
        guard let leaving = entry.leaving else { return "" }
        let order = leaving.order
        let why = [order.reason.map { MovementWords.reason($0)[words] } ?? "", order.whereabouts, order.note]
            .filter { !$0.isEmpty }.joined(separator: "; ")
        let more: HTML? = why.isEmpty ? nil : "<small>\(why)</small>"
        return "\(text(leaving, leaving.fromClass))\(more)"
    }

    /// "01.09.2026, 7-А, № 12, 30.08.2026".
    private func text(_ movement: Movement, _ classID: Int64) -> String {
        [movement.day.short, names[classID]?.display(words) ?? "", MovementWords.order(movement.order)]
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
