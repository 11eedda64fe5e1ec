import HTTPTypes
import SchoolRules
import Web

/// The next year as it is prepared: every class with what becomes of it.
struct NextYearPage: Sendable {
    let visit: Visit
    let state: YearState
    var problems: [String: Text] = [:]
    private var words: Language { visit.language }
    private var mayPrepare: Bool { YearStep.prepare.isOpen(to: visit.roles) && state.confirmed == nil }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = state.target.map { NextYearTexts.title($0)[words] } ?? SetupTexts.nextYear[words]
        let layout = Layout(visit: visit, title: title, place: "/readiness")
        return .page(
            layout.html(
                """
                <div class="head"><div><h1>\(title)</h1><p class="sub">\(NextYearTexts.what[words])</p></div></div>
                \(SetupPlaces.navigation(visit, at: .nextYear))\(said)\(content)
                """), status: status)
    }

    private var said: HTML? {
        if !problems.isEmpty { return "<p class=\"say bad\" role=\"alert\">\(NextYearTexts.notSaved[words])</p>" }
        let notSent = visit.asked.query["notsent"].flatMap { Int($0) }
        let dropped: HTML? = notSent.map { "<p class=\"say warn\">\(NextYearTexts.notSent($0)[words])</p>" }
        return NextYearTexts.said(visit.asked.query["note"])
            .map { "<p class=\"say good\" role=\"status\">\($0[words])</p>\(dropped)" }
    }

    private var content: HTML {
        guard let plan = state.plan else { return "<p class=\"say\">\(NextYearTexts.noClasses[words])</p>" }
        if let roll = state.confirmed {
            let day = visit.school.time.moment(roll.confirmedAt).day.short
            return """
                <p class="say good">\(NextYearTexts.confirmedBy(roll.confirmer?.short ?? "", day)[words])</p>\(after)
                """
        }
        return "\(standing)\(summary(plan))\(mayPrepare ? form(plan) : table(plan))\(decisions)"
    }

    private var after: HTML? {
        let year = state.target ?? visit.year
        return visit.may(.writeLoad)
            ? """
            <p class="acts"><a class="button" href="/next-year/load">\(NextYearTexts.checkLoad[words])</a>\
            <a class="button" href="/load?year=\(year)">\(NextYearTexts.wholeLoad[words])</a>\
            <a class="button" href="/classes?year=\(year)">\(NextYearTexts.newClasses[words])</a></p>
            """ : nil
    }

    private var standing: HTML {
        guard let roll = state.roll else {
            return
                "<p class=\"say\">\((mayPrepare ? NextYearTexts.prepareFirst : NextYearTexts.notPrepared)[words])</p>"
        }
        let day = visit.school.time.moment(roll.preparedAt).day.short
        return "<p class=\"say warn\">\(NextYearTexts.preparedBy(roll.preparer.short, day)[words])</p>"
    }

    private func summary(_ plan: YearPlan) -> HTML {
        let counts = [
            (plan.goingUp.count, NextYearTexts.up), (plan.leavers, NextYearTexts.leavers),
            (plan.repeaters.count, NextYearTexts.stayers), (plan.moves.count, NextYearTexts.movers),
            (plan.pagesKept, NextYearTexts.pages),
        ]
        return """
            <ul class="tally">\(counts.html { "<li><b>\($0.0)</b> \($0.1[words])</li>" })</ul>\(parted(plan))
            <p class="sub">\(NextYearTexts.also[words])</p>
            """
    }

    /// The classes that stand in no row of the table: they are made for those who are sent into them.
    private func parted(_ plan: YearPlan) -> HTML? {
        let parted = state.confirmed == nil ? plan.parted(known: state.knownNames) : []
        guard !parted.isEmpty else { return nil }
        let classes = parted.map { one in
            let from = one.from.map { "\($0.name.display(words)) — \($0.students)" }.joined(separator: ", ")
            return NextYearTexts.parted(one.name.display(words), from: from)[words]
        }
        return "<p class=\"say\">\(NextYearTexts.madeAnew[words]): \(classes.joined(separator: "; "))</p>"
    }

    private func form(_ plan: YearPlan) -> HTML {
        let inputs = Inputs(
            typed: Form(fields: [("leaving", plan.leavingDay.description)]), problems: problems, language: words)
        return """
            <form class="form" method="post" action="/next-year" data-guard="next-year" \
            data-version="\(state.roll?.version ?? 0)">\(visit.csrfField)\
            <input type="hidden" name="version" value="\(state.roll?.version ?? 0)">
            \(inputs.text("leaving", NextYearTexts.leavingDay, type: "date", isRequired: true))
            \(frame(plan.classes.html { editable($0, plan) }))
            <p class="acts"><button class="main">\(state.roll == nil
                ? NextYearTexts.prepare[words] : NextYearTexts.savePlan[words])</button></p></form>
            """
    }

    private func table(_ plan: YearPlan) -> HTML { frame(plan.classes.html { fixed($0, plan) }) }

    private func frame(_ rows: HTML) -> HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(SetupTexts.nextYear[words])">\
        <table class="list rolling stack"><thead><tr><th scope="col">\(NextYearTexts.now[words])</th>\
        <th scope="col" class="num">\(NextYearTexts.students[words])</th>\
        <th scope="col">\(NextYearTexts.becomes[words])</th><th scope="col">\(NextYearTexts.name[words])</th>\
        <th scope="col">\(NextYearTexts.teachers[words])</th><th scope="col">\(NextYearTexts.staying[words])</th></tr>\
        </thead><tbody>\(rows)</tbody></table></div>
        """
    }

    private func editable(_ one: YearPlan.ClassDeed, _ plan: YearPlan) -> HTML {
        let name = one.name.display(words)
        let deeds = deeds(one, plan).html { value, said in
            let isChosen = value == (one.deed == .join ? "join-\(one.joins)" : one.deed.rawValue)
            return "<option value=\"\(value)\"\(isChosen ? " selected" : HTML())>\(said)</option>"
        }
        let problem = problems["letter-\(one.id)"] ?? problems["deed-\(one.id)"]
        let wrong: HTML? = problem.map { "<small class=\"err\">\($0[words])</small>" }
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\""
        let checked: HTML? = one.keepsTeachers ? " checked" : nil
        return """
            <tr><th scope="row">\(name)</th>\(students(one))\
            <td><select name="deed-\(one.id)" aria-label="\(NextYearTexts.becomes[words]): \(name)">\(deeds)</select>\
            </td><td><span class="letter">\(one.name.grade + 1) <input name="letter-\(one.id)" size="4" \
            value="\(one.letter)" autocomplete="off" \
            aria-label="\(NextYearTexts.name[words]): \(name)"\(invalid)></span>\(wrong)</td>\
            <td><label class="check"><input type="checkbox" name="keeps-\(one.id)" value="1"\(checked)>\
            <span>\(one.leader?.short ?? NextYearTexts.keeps[words])<span class="sr">: \(name)</span></span></label>\
            </td><td data-l="\(NextYearTexts.staying[words])">\(stayers(one, plan))</td></tr>
            """
    }

    /// What may become of a class: also that it goes up with any other of its grade.
    private func deeds(_ one: YearPlan.ClassDeed, _ plan: YearPlan) -> [(value: String, said: String)] {
        let own = [YearPlan.Deed.up, .leave, .stop].map { ($0.rawValue, NextYearTexts.deed($0)[words]) }
        let others = plan.classes.filter { $0.name.grade == one.name.grade && $0.id != one.id }
        return own + others.map { ("join-\($0.id)", NextYearTexts.joins($0.name.display(words))[words]) }
    }

    private func students(_ one: YearPlan.ClassDeed) -> HTML {
        "<td class=\"num\" data-l=\"\(NextYearTexts.students[words])\">\(one.students)</td>"
    }

    private func fixed(_ one: YearPlan.ClassDeed, _ plan: YearPlan) -> HTML {
        let isUp = one.deed == .up
        let teachers = isUp && one.keepsTeachers ? one.leader?.short ?? NextYearTexts.keeps[words] : "—"
        return """
            <tr><th scope="row">\(one.name.display(words))</th>\(students(one))\
            <td>\(said(one, plan))</td><td>\(isUp ? one.newName.display(words) : "—")</td>\
            <td>\(teachers)</td><td data-l="\(NextYearTexts.staying[words])">\(stayers(one, plan))</td></tr>
            """
    }

    private func said(_ one: YearPlan.ClassDeed, _ plan: YearPlan) -> String {
        guard one.deed == .join, let other = plan.classes.first(where: { $0.id == one.joins }) else {
            return NextYearTexts.deed(one.deed)[words]
        }
        return NextYearTexts.joins(other.name.display(words))[words]
    }

    /// How many go another way than their class can be said once there is something to keep it in.
    private func stayers(_ one: YearPlan.ClassDeed, _ plan: YearPlan) -> HTML {
        guard state.roll != nil else { return "—" }
        let count = state.staying[one.id, default: 0]
        return """
            <a href="/next-year/classes/\(one.id)" aria-label="\(NextYearTexts.staying[words]): \
            \(one.name.display(words))">\(count == 0 ? NextYearTexts.choose[words] : "\(count)")</a>
            """
    }

    private var decisions: HTML? {
        guard let roll = state.roll else { return nil }
        let isOwn = !YearStep.mayConfirm(visit.person.id, preparedBy: roll.preparedBy)
        let confirming: HTML? =
            !YearStep.confirm.isOpen(to: visit.roles)
            ? "<p class=\"sub\">\(NextYearTexts.directorWill[words])</p>"
            : isOwn
                ? "<p class=\"say warn\">\(NextYearTexts.notAlone.title[words])</p>"
                : """
                <form method="post" action="/next-year/confirm">\(visit.csrfField)\
                <input type="hidden" name="version" value="\(roll.version)">\
                <button class="main">\(NextYearTexts.confirm[words])</button></form>
                """
        return """
            <h2>\(NextYearTexts.decision[words])</h2><p class="sub">\(NextYearTexts.onConfirm[words])</p>
            <div class="acts deciding">\(confirming)\
            <form method="post" action="/next-year/withdraw">\(visit.csrfField)\
            <input type="hidden" name="version" value="\(roll.version)">\
            <button class="quiet">\(NextYearTexts.withdraw[words])</button></form></div>
            """
    }
}
