import SchoolRules
import Web

/// What a list would change, what is wrong with it, and what somebody has to decide.
struct ImportPreviewPage {
    let visit: Visit
    let list: BroughtList
    private var words: Language { visit.language }

    func answer() -> Answer {
        let layout = Layout(
            visit: visit, title: ImportStepTexts.preview[words], place: list.kind.menuPlace(for: visit))
        guard let report = list.report else { return ImportBrokenPage(visit: visit, list: list).answer() }
        let changing: HTML? =
            list.kind.list == nil
            ? nil
            : """
            <a class="button" href="/imports/\(list.id)?step=columns">\(ImportStepTexts.changeColumns[words])</a>
            """
        return layout.answer(
            """
            \(ImportHead(visit: visit, list: list, title: ImportStepTexts.preview, step: 3).html)
            \(said(report))\(ProblemList(problems: report.problems.filter(\.isError), language: words).html)
            <form class="form" method="post" action="/imports/\(list.id)/answers">\(visit.csrfField)
            \(ImportQuestions(list: list, report: report, language: words).html)
            \(ImportChanges(report: report, kind: list.kind, isDone: false, language: words).html)\(leaving(report))
            \(agreeing(report))\(skipping(report))<p class="acts">\(writing(report))\
            <button name="do" value="check" formnovalidate>\(ImportStepTexts.checkAgain[words])</button>\
            \(changing)</p></form>
            \(ProblemList(problems: report.problems.filter { !$0.isError }, language: words).html)\
            \(ImportRemoval(visit: visit, list: list).html)
            """)
    }

    private func said(_ report: ImportReport) -> HTML {
        guard report.isGood else {
            return "<p class=\"say bad\" role=\"alert\">\(ImportStepTexts.allWrong[words])</p>"
        }
        guard report.hasErrors else { return "<p class=\"say\">\(ImportStepTexts.nothingYet[words])</p>" }
        return "<p class=\"say warn\" role=\"alert\">\(ImportStepTexts.wrongStop[words])</p>"
    }

    private func writing(_ report: ImportReport) -> HTML? {
        guard report.isGood else { return nil }
        return "<button class=\"main\" name=\"do\" value=\"write\">\(ImportStepTexts.write[words])</button>"
    }

    private func skipping(_ report: ImportReport) -> HTML? {
        guard report.isGood, report.wrongRows > 0 else { return nil }
        let checked: HTML? = list.wish.skipsBadRows ? " checked" : nil
        return """
            <p class="check"><input type="checkbox" id="skip" name="skip" value="1" required\(checked)>\
            <label for="skip">\(ImportStepTexts.skip(report.wrongRows)[words])</label></p>
            """
    }

    /// A whole set of files says of everybody it does not name that he has left: somebody has to mean it.
    private func agreeing(_ report: ImportReport) -> HTML? {
        guard report.problems.contains(where: { ["people_leave", "leaving_unagreed"].contains($0.code) }) else {
            return nil
        }
        let checked: HTML? = list.wish.agreesToLeaving ? " checked" : nil
        return """
            <p class="check"><input type="checkbox" id="agree" name="agree" value="1"\(checked)>\
            <label for="agree">\(ImportStepTexts.agree[words])</label></p>
            """
    }

    /// Of a set parents leave too, who have no page of their own here.
    private func linked(_ person: ImportReport.Person) -> HTML {
        list.kind == .people && person.what.isEmpty
            ? "\(person.name)" : "<a href=\"\(list.kind.place)/\(person.id)\">\(person.name)</a>"
    }

    /// Nobody leaves because a list does not name him; whoever has left is marked by hand.
    private func leaving(_ report: ImportReport) -> HTML? {
        guard report.isOfPeople, !report.left.isEmpty else { return nil }
        let title = "\(ImportStepTexts.left[words]): \(report.left.count)"
        guard list.kind == .students, report.wrongRows == 0 else {
            let why =
                list.kind == .people
                ? ImportStepTexts.leftOfSet
                : list.kind == .staff ? ImportStepTexts.leftStaff : ImportStepTexts.leftUncertain
            let names = report.left.html { "<li>\(linked($0)) <small>\($0.what)</small></li>" }
            return """
                <details class="add"><summary>\(title)</summary><div class="pad"><p class="sub">\(why[words])</p>\
                <ul class="names">\(names)</ul></div></details>
                """
        }
        let inputs = Inputs(
            typed: Form(fields: [
                (
                    "last-day",
                    list.wish.leaving.lastDay.isEmpty ? visit.today.description : list.wish.leaving.lastDay
                ), ("order", list.wish.leaving.order), ("order-day", list.wish.leaving.orderDay),
            ]), language: words)
        let people = report.left.html { person in
            let checked: HTML? = list.wish.leaving.people.contains(person.id) ? " checked" : nil
            return """
                <li class="check"><input type="checkbox" id="leave-\(person.id)" name="leave" \
                value="\(person.id)"\(checked)><label for="leave-\(person.id)">\(person.name) \
                <small>\(person.what)</small></label></li>
                """
        }
        return """
            <details class="add"\(list.wish.leaving.people.isEmpty ? HTML() : " open")><summary>\(title)</summary>\
            <fieldset class="pad"><legend>\(ImportStepTexts.hasLeft[words])</legend>\
            <p class="sub">\(ImportStepTexts.leftStay[words])</p><ul class="names">\(people)</ul>\
            <div class="row">\(inputs.text("last-day", ImportStepTexts.lastDay, type: "date"))\
            \(inputs.text("order", ImportStepTexts.order))\
            \(inputs.text("order-day", ImportStepTexts.orderDay, type: "date"))</div></fieldset></details>
            """
    }
}

/// Rows about whose person somebody has to decide.
struct ImportQuestions {
    let list: BroughtList
    let report: ImportReport
    let language: Language

    var html: HTML? {
        guard !report.questions.isEmpty else { return nil }
        let items = report.questions.enumerated().html(item)
        return """
            <section class="questions"><h2>\(ImportStepTexts.questions[language])</h2>\(items)</section>
            """
    }

    private func item(_ index: Int, _ question: ListQuestion) -> HTML {
        let answer = AnswersForm.answer(to: question, in: list.wish)
        let chosen = answer.isEmpty && !question.isPressing ? "another" : answer
        var choices: [(value: String, words: HTML)] = question.candidates.map { other in
            (
                "same-\(other.person)",
                "\(ImportStepTexts.same[language]): <b>\(other.name)</b> \(facts(other.birthDay, other.schoolClass))"
            )
        }
        if question.mayBeAnother { choices.append(("another", "\(ImportStepTexts.another[language])")) }
        choices.append(("out", "\(ImportStepTexts.out[language])"))
        if question.isPressing { choices.append(("", "\(ImportStepTexts.undecided[language])")) }
        let buttons = choices.html { choice in
            let checked: HTML? = choice.value == chosen ? " checked" : nil
            return """
                <label><input type="radio" name="answer-\(index)" value="\(choice.value)"\(checked)>\
                <span>\(choice.words)</span></label>
                """
        }
        let place = ImportStepTexts.rows("\(question.place.row)", sheet: question.place.sheet ?? "")[language]
        let reason = ImportStepTexts.reason(question.reason, otherRow: question.otherRow)[language]
        return """
            <fieldset class="choice"><legend>\(question.name) \(facts(question.birthDay, question.schoolClass)) \
            <small>\(place)</small><br>\(reason)</legend>\(buttons)</fieldset>
            """
    }

    private func facts(_ birthDay: String, _ schoolClass: String) -> HTML {
        let day = Day(birthDay)?.short ?? ""
        let text = [day, schoolClass].filter { !$0.isEmpty }.joined(separator: ", ")
        return "<small>\(text)</small>"
    }
}

/// What changes, counted, with the names to be opened.
struct ImportChanges {
    let report: ImportReport
    let kind: ImportKind
    let isDone: Bool
    let language: Language

    var html: HTML {
        guard report.isOfPeople else {
            return "\(counts)\(ImportRows(report: report, isOpen: !isDone, language: language).html)"
        }
        let texts =
            isDone
            ? (ImportStepTexts.addedDone, ImportStepTexts.movedDone, ImportStepTexts.changedDone)
            : (ImportStepTexts.added, ImportStepTexts.moved, ImportStepTexts.changed)
        return """
            \(counts)\(names(texts.0, report.added.map { ($0, "") }))\
            \(names(texts.1, report.moved.map { ($0.name, $0.what) }))\
            \(names(texts.2, report.changed.map { ($0.name, columns($0.columns)) }))\
            <p class="sub">\(ImportStepTexts.unchanged[language]): \(report.unchanged)</p>
            """
    }

    private func columns(_ names: [String]) -> String {
        names.compactMap { ListColumn(rawValue: $0)?.words[language] }.joined(separator: ", ")
    }

    private func names(_ title: Text, _ people: [(name: String, what: String)]) -> HTML? {
        guard !people.isEmpty else { return nil }
        let items = people.html { "<li>\($0.name) <small>\($0.what)</small></li>" }
        return """
            <details class="add"><summary>\(title[language]): \(people.count)</summary>\
            <ul class="names pad">\(items)</ul></details>
            """
    }

    private var counts: HTML {
        let parts = figures.filter { $0.count > 0 || $0.isAlways }.html { figure in
            "<li>\(figure.words(figure.count)[language])</li>"
        }
        return "<ul class=\"figures\">\(parts)</ul>"
    }

    private var figures: [(count: Int, words: Plural, isAlways: Bool)] {
        let counts = report.counts
        if let timetable = report.timetable {
            return [
                (timetable.lessons, ImportStepTexts.lessons, true), (timetable.cards, ImportStepTexts.cards, true),
                (timetable.classes, ImportStepTexts.classes, true), (timetable.groups, ImportStepTexts.groups, false),
                (timetable.teachers, ImportStepTexts.teachers, true),
                (timetable.unplaced, ImportStepTexts.unplaced, false),
            ]
        }
        switch kind {
        case .students, .people:
            return [
                (counts.students, ImportStepTexts.students, true), (counts.classes, ImportStepTexts.classes, false),
                (counts.guardians, ImportStepTexts.guardians, false), (counts.staff, ImportStepTexts.staff, false),
            ]
        case .staff: return [(counts.staff, ImportStepTexts.staff, true)]
        case .load, .teaching:
            return [
                (counts.pages, ImportStepTexts.pages, true), (counts.classes, ImportStepTexts.classes, false),
                (counts.staff, ImportStepTexts.teachers, false),
            ]
        case .timetable, .asc, .fet, .plan:
            return [(counts.pages, ImportStepTexts.pages, true), (counts.classes, ImportStepTexts.classes, false)]
        }
    }
}
