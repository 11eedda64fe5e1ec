import SchoolRules
import Web

/// The card of a student.
struct StudentCardPage: Sendable {
    let visit: Visit
    let card: StudentCard
    let classes: [StudentQueries.ClassChoice]
    let forms: StudentCardForms
    let note: String?
    let showsNationalID: Bool
    private var words: Language { visit.language }

    var answer: Answer {
        let name = card.facts.name.full
        return Layout(visit: visit, title: name, place: "/students").answer(
            """
            <div class="head"><div><h1>\(name)</h1><p class="sub">\(summary)</p></div>\
            <p class="acts">\(editLink)\(diaryLink)\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button></p></div>
            \(said)
            <table class="list"><tbody>\(facts)</tbody></table>
            \(guardians)
            \(siblings)\(StudentPath(visit: visit, card: card).html)
            \(card.mayWrite ? writing : nil)
            """)
    }

    private var summary: String {
        guard let last = card.lastClass, let name = last.className?.display(words) else { return "—" }
        return last.to < visit.today ? "\(name) · \(DirectoryTexts.left(last.to, to: last.destination)[words])" : name
    }

    private var editLink: HTML? {
        card.mayWrite ? "<a class=\"button\" href=\"/students/\(card.id)/edit\">\(DirectoryTexts.edit[words])</a>" : nil
    }

    /// The diary as the family sees it.
    private var diaryLink: HTML? {
        guard visit.may(.previewDiary) else { return nil }
        return "<a class=\"button\" href=\"/diary-preview/\(card.id)\">\(DirectoryTexts.diary[words])</a>"
    }

    private var said: HTML? {
        let isBad = forms.move != nil || forms.leave != nil || forms.guardian != nil
        if isBad { return "<p class=\"say bad\" role=\"alert\">\(DirectoryTexts.notSaved[words])</p>" }
        return DirectoryTexts.said(note).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private var facts: HTML {
        let sex = ["f": DirectoryTexts.girl, "m": DirectoryTexts.boy][card.facts.sex]
        let known = [
            (DirectoryTexts.born, Day(card.facts.birthDay)?.short ?? ""), (DirectoryTexts.sex, sex?[words] ?? ""),
            (DirectoryTexts.address, card.facts.address), (DirectoryTexts.phone, card.facts.phone),
            (DirectoryTexts.mail, card.facts.email),
        ].html { fact($0, "\($1.isEmpty ? "—" : $1)") }
        return "\(known)\(fact(DirectoryTexts.nationalID, nationalID))"
    }

    private func fact(_ name: Text, _ value: HTML) -> HTML {
        "<tr><th scope=\"row\">\(name[words])</th><td>\(value)</td></tr>"
    }

    private var nationalID: HTML {
        let number = card.facts.nationalID
        if number.isEmpty { return "—" }
        if showsNationalID { return "\(number)" }
        let masked = String(repeating: "•", count: max(number.count - 4, 0)) + number.suffix(4)
        return "\(masked) <a href=\"/students/\(card.id)?show=id\">\(DirectoryTexts.showNumber[words])</a>"
    }

    private var siblings: HTML? {
        guard !card.siblings.isEmpty else { return nil }
        let lines = card.siblings.html { sibling in
            let name: HTML =
                sibling.isOpen
                ? "<a href=\"/students/\(sibling.id)\">\(sibling.name.full)</a>" : "\(sibling.name.full)"
            return "<li>\(name), \(sibling.className.display(words))</li>"
        }
        return "<h2>\(DirectoryTexts.siblings[words])</h2><ul class=\"plain\">\(lines)</ul>"
    }

    private var guardians: HTML? {
        guard let guardians = card.guardians else { return nil }
        let rows = guardians.html { guardian in
            let state: HTML? =
                guardian.isConfirmed
                ? nil : " <span class=\"tag\">\(DirectoryTexts.waitsForClassTeacher[words])</span>"
            let edit: HTML? = card.mayWrite ? guardianForm(guardian) : nil
            let phone: HTML? =
                guardian.phone.isEmpty
                ? nil : "<a href=\"tel:\(guardian.phone.filter { $0 != " " })\">\(guardian.phone)</a>"
            let relation = DirectoryTexts.relation(guardian.relation)[words]
            return "<li><b>\(guardian.name.full)</b>, \(relation) \(phone) \(guardian.email)\(state)\(edit)</li>"
        }
        let none: HTML? = guardians.isEmpty ? "<p class=\"sub\">\(DirectoryTexts.noGuardians[words])</p>" : nil
        return """
            <h2>\(DirectoryTexts.guardians[words])</h2>\(none)<ul class="plain">\(rows)</ul>\
            \(card.mayWrite ? addGuardian : nil)
            """
    }

    private func guardianForm(_ guardian: GuardianQueries.Guardian) -> HTML {
        let prefix = "g\(guardian.id)-"
        let known = Inputs(
            typed: Form(fields: [
                ("surname", guardian.name.surname), ("given", guardian.name.given),
                ("patronymic", guardian.name.patronymic), ("phone", guardian.phone), ("email", guardian.email),
                ("relation", guardian.relation),
            ]), language: words, prefix: prefix)
        let typed = forms.guardian?.prefix == prefix ? forms.guardian : nil
        let open: HTML? = typed == nil ? nil : " open"
        let fields = PersonFields(inputs: typed ?? known)
        return """
            <details class="add"\(open)><summary>\(DirectoryTexts.edit[words])</summary>
            <form class="form" method="post" action="/students/\(card.id)/guardians/\(guardian.id)">\(visit.csrfField)
            \(fields.names)\(fields.contacts)\(relation(fields.inputs))
            <p class="acts"><button class="main" name="do" value="save">\(ShellTexts.save[words])</button>\
            <button class="danger" name="do" value="end" formnovalidate>\(DirectoryTexts.unlink[words])</button></p>\
            </form></details>
            """
    }

    private var addGuardian: HTML {
        let typed = forms.guardian?.prefix == "guardian-" ? forms.guardian : nil
        let fields = PersonFields(inputs: typed ?? Inputs(language: words, prefix: "guardian-"))
        let open: HTML? = typed == nil ? nil : " open"
        return """
            <details class="add" id="add"\(open)><summary>\(DirectoryTexts.addGuardian[words])</summary>
            <form class="form" method="post" action="/students/\(card.id)/guardians">\(visit.csrfField)
            \(fields.names)\(fields.contacts)\(relation(fields.inputs))
            \(NamesakeChoice(visit: visit, same: forms.namesakes, mayUse: true).html)
            <p class="sub">\(DirectoryTexts.linkNeedsConfirmation[words])</p>
            <p class="acts"><button class="main">\(DirectoryTexts.add[words])</button></p></form></details>
            """
    }

    private func relation(_ inputs: Inputs) -> HTML {
        let choices = GuardianForm.relations.map { ($0, DirectoryTexts.relation($0)[words]) }
        return inputs.choice("relation", DirectoryTexts.relationHead, choices)
    }

    private var writing: HTML {
        let today = visit.today.description
        let move = forms.move ?? Inputs(typed: Form(fields: [("from", today)]), language: words, prefix: "move-")
        let leave = forms.leave ?? Inputs(typed: Form(fields: [("day", today)]), language: words, prefix: "leave-")
        let choices = [("", "—")] + classes.map { (String($0.id), $0.name.display(words)) }
        let isGone = card.lastClass.map { $0.to < visit.today } ?? true
        let name = (isGone ? DirectoryTexts.takeBack : DirectoryTexts.move)[words]
        let moving: HTML = """
            <h2>\(name)</h2>
            <form class="form card pad" method="post" action="/students/\(card.id)/class">\(visit.csrfField)
            <div class="row">\(move.choice("class", DirectoryTexts.schoolClass, choices, isRequired: true))\
            \(move.text("from", DirectoryTexts.from, type: "date", isRequired: true, hint: DirectoryTexts.marksStay))\
            \(MovementFields(inputs: move).order)</div>\(isGone ? MovementFields(inputs: move).origin : nil)\
            \(MovementFields(inputs: move).note)
            <p class="acts"><button>\(name)</button></p></form>
            """
        guard !isGone else { return moving }
        return """
            \(moving)
            <h2>\(DirectoryTexts.leave[words])</h2>
            <form class="form card pad" method="post" action="/students/\(card.id)/leave">\(visit.csrfField)
            <div class="row">\(leave.text("day", DirectoryTexts.lastDay, type: "date", isRequired: true))\
            \(MovementFields(inputs: leave).order)</div>\(MovementFields(inputs: leave).leaving)\
            \(MovementFields(inputs: leave).note)
            <p class="acts"><button class="danger">\(DirectoryTexts.leave[words])</button></p></form>
            """
    }
}
