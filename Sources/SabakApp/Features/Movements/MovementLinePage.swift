import SchoolRules
import Web

/// One line of the book, to be corrected or withdrawn.
struct MovementLinePage: Sendable {
    let visit: Visit
    let found: CorrectedMovement
    let names: [Int64: ClassName]
    let typed: Inputs?
    private var words: Language { visit.language }
    private var movement: Movement { found.movement }
    private var address: String { "/movements/\(movement.year)/\(movement.number)" }

    var answer: Answer {
        let title = MovementTexts.correctTitle[words]
        let way = [movement.fromClass, movement.toClass].map { names[$0]?.display(words) ?? "—" }
            .joined(separator: " → ")
        let sub = "№ \(movement.number), \(MovementWords.kind(movement.kind)[words]), \(way), \(movement.day.short)"
        return Layout(visit: visit, title: title, place: "/students", frame: .page).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub"><a href="/students/\(movement.student)">\(found.name.full)</a> · \(sub)</p></div></div>
            \(movement.isWithdrawn ? "<p class=\"say\">\(MovementTexts.isWithdrawn[words])</p>" : forms)
            """)
    }

    private var forms: HTML {
        let known = Form(fields: [("day", movement.day.description)] + MovementForm.filled(movement.order))
        let inputs = typed ?? Inputs(typed: known, language: words)
        let fields = MovementFields(inputs: inputs)
        let isLeaving = movement.kind == .leave
        let dayName = isLeaving ? MovementTexts.lastDay : MovementTexts.effective
        let day: HTML =
            found.isLatest
            ? inputs.text("day", dayName, type: "date", isRequired: true)
            : """
            <p class="field"><span>\(dayName[words]): \(movement.day.short)</span>\
            <small class="hint">\(MovementTexts.dayFixed[words])</small>\
            <input type="hidden" name="day" value="\(movement.day.description)"></p>
            """
        let papers: HTML = isLeaving ? fields.leaving : movement.kind.isArrival ? fields.origin : HTML()
        return """
            <form class="form card pad" method="post" action="\(address)">\(visit.csrfField)
            <p class="sub">\(MovementTexts.correctWhat[words])</p>
            <div class="row">\(day)\(fields.order)</div>\(papers)\(fields.note)
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <a class="button quiet" href="/students/\(movement.student)">\(ShellTexts.cancel[words])</a></p></form>
            \(found.isLatest ? withdrawal(inputs) : nil)
            """
    }

    private func withdrawal(_ inputs: Inputs) -> HTML {
        """
        <h2>\(MovementTexts.withdrawTitle[words])</h2>
        <form class="form card pad" method="post" action="\(address)/withdraw">\(visit.csrfField)
        <p class="sub">\(MovementTexts.withdrawWhat[words])</p>
        \(inputs.text("why", MovementTexts.why, isRequired: true))
        <p class="acts"><button class="danger">\(MovementTexts.withdrawTitle[words])</button></p></form>
        """
    }
}
