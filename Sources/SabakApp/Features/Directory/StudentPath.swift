import SchoolRules
import Web

/// Where a student has been and by which orders: classes, groups, the lines of the movement book.
struct StudentPath: Sendable {
    let visit: Visit
    let card: StudentCard
    private var words: Language { visit.language }

    var html: HTML {
        """
        <h2 id="path">\(DirectoryTexts.path[words])</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="path"><table class="list"><thead><tr>\
        <th scope="col">\(DirectoryTexts.when[words])</th><th scope="col">\(DirectoryTexts.what[words])</th>\
        <th scope="col">\(DirectoryTexts.whence[words])</th><th scope="col">\(DirectoryTexts.order[words])</th>\
        <th scope="col">\(DirectoryTexts.note[words])</th>\(card.mayWrite ? actsHead : nil)</tr></thead>\
        <tbody>\(card.movements.html(line))</tbody></table></div>
        <h2 id="lists">\(DirectoryTexts.lists[words])</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="lists"><table class="list"><thead><tr>\
        <th scope="col">\(DirectoryTexts.classOrGroup[words])</th><th scope="col">\(DirectoryTexts.from[words])</th>\
        <th scope="col">\(DirectoryTexts.until[words])</th></tr></thead>\
        <tbody>\(card.enrolments.html(enrolment))</tbody></table></div>
        """
    }

    private var actsHead: HTML {
        "<th scope=\"col\"><span class=\"sr\">\(DirectoryTexts.acts[words])</span></th>"
    }

    private func line(_ movement: Movement) -> HTML {
        let opening: HTML = movement.isWithdrawn ? "<tr class=\"left\">" : "<tr>"
        let order = movement.order
        let notes = [
            order.reason.map { MovementWords.reason($0)[words] } ?? "", order.whereabouts,
            MovementWords.document(order), order.note,
            movement.isWithdrawn ? MovementWords.withdrawn[words] : "",
        ].filter { !$0.isEmpty }.joined(separator: "; ")
        let acts: HTML? =
            card.mayWrite
            ? """
            <td class="acts">\(movement.isWithdrawn ? nil : correction(of: movement))</td>
            """ : nil
        return """
            \(opening)<td>\(movement.day.short)</td><th scope="row">\(MovementWords.kind(movement.kind)[words])</th>\
            <td>\(way(movement))</td><td>\(MovementWords.order(order))</td><td>\(notes)</td>\(acts)</tr>
            """
    }

    private func correction(of movement: Movement) -> HTML {
        "<a href=\"/movements/\(movement.year)/\(movement.number)\">\(DirectoryTexts.correct[words])</a>"
    }

    /// "7-А → 8-Б"; outside of the school a dash.
    private func way(_ movement: Movement) -> String {
        [movement.fromClass, movement.toClass].map { card.classNames[$0]?.display(words) ?? "—" }
            .joined(separator: " → ")
    }

    private func enrolment(_ row: StudentCard.Enrolment) -> HTML {
        let name = row.isClass ? row.className?.display(words) ?? "" : row.name
        let opening: HTML = row.to < visit.today ? "<tr class=\"left\">" : "<tr>"
        return """
            \(opening)<th scope="row">\(name)</th><td>\(row.from.short)</td>\
            <td>\(row.to == .forever ? "—" : row.to.short)</td></tr>
            """
    }
}
