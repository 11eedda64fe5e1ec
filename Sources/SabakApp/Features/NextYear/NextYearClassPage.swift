import HTTPTypes
import SchoolRules
import Web

/// The students of a class: who goes with it, who goes elsewhere, who stays.
struct NextYearClassPage: Sendable {
    let visit: Visit
    let state: YearState
    let plan: YearPlan
    let one: YearPlan.ClassDeed
    let pupils: [YearRollQueries.Pupil]
    let problem: Text?
    private var words: Language { visit.language }
    private var mayPrepare: Bool { YearStep.prepare.isOpen(to: visit.roles) && state.confirmed == nil }

    var answer: Answer {
        let title = "\(one.name.display(words)): \(NextYearTexts.staying[words])"
        let rows = pupils.enumerated().html { index, pupil in
            """
            <tr><td class="num">\(index + 1)</td><th scope="row">\(pupil.name.full)</th><td>\(choice(pupil))</td></tr>
            """ as HTML
        }
        let save: HTML? =
            mayPrepare ? "<p class=\"acts\"><button class=\"main\">\(ShellTexts.save[words])</button></p>" : nil
        let wrong: HTML? = problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" }
        let content: HTML =
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(NextYearTexts.stayingWhat[words])</p></div>\
            <p class="acts"><a class="button quiet" href="/next-year">\(Icon.back.html)\
            \(SetupTexts.nextYear[words])</a></p></div>
            \(wrong)<form class="form" method="post" action="/next-year/classes/\(one.id)">\(visit.csrfField)\
            <input type="hidden" name="version" value="\(state.roll?.version ?? 0)">
            \(newLetter)<div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list">\
            <thead><tr>\
            <th scope="col" class="num">№</th><th scope="col">\(NextYearTexts.students[words])</th>\
            <th scope="col">\(NextYearTexts.becomes[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            \(save)</form>
            """
        let layout = Layout(visit: visit, title: title, place: "/readiness", frame: .thin)
        return .page(layout.html(content), status: problem == nil ? .ok : .unprocessableContent)
    }

    /// The letter of a class that is made of a part of this one.
    private var newLetter: HTML? {
        guard mayPrepare, one.goesOn else { return nil }
        let inputs = Inputs(
            typed: Form(fields: [("letter", visit.asked.form["letter"] ?? "")]),
            problems: problem.map { ["letter": $0] } ?? [:], language: words)
        return inputs.text("letter", NextYearTexts.newLetter, width: "short", hint: NextYearTexts.newLetterHint)
    }

    private func choice(_ pupil: YearRollQueries.Pupil) -> HTML {
        let options = options
        let value = visit.asked.form["way-\(pupil.id)"] ?? way(of: pupil)
        guard mayPrepare else { return "\(options.first { $0.0 == value }?.1 ?? "")" }
        let list = options.html { option in
            let chosen: HTML? = option.0 == value ? " selected" : nil
            return "<option value=\"\(option.0)\"\(chosen)>\(option.1)</option>"
        }
        return """
            <select name="way-\(pupil.id)" aria-label="\(NextYearTexts.becomes[words]): \(pupil.name.full)">\
            \(list)</select>
            """
    }

    private var target: YearPlan.ClassDeed? {
        one.deed == .join ? plan.classes.first { $0.id == one.joins } : one.deed == .up ? one : nil
    }

    private var options: [(String, String)] {
        let goes =
            target.map { NextYearTexts.goesTo($0.newName.display(words)) } ?? NextYearTexts.deed(one.deed)
        var options = [("", goes[words])]
        if let target {
            let moving = plan.moves.filter { move in pupils.contains { $0.id == move.student } }.map(\.letter)
            let grade = target.newName.grade
            options += plan.letters(inNewGrade: grade, moving: moving).filter { $0 != target.letter }.map { letter in
                let name = ClassName(grade: grade, letter: letter)
                return ("to-\(letter)", NextYearTexts.goesTo(name.display(words))[words])
            }
            options.append(("new", NextYearTexts.goesToNew[words]))
        }
        options += plan.classes(comingUpTo: one.name).map {
            ("\($0.id)", NextYearTexts.staysIn($0.newName.display(words))[words])
        }
        return options + [("0", NextYearTexts.staysSomewhere[words])]
    }

    private func way(of pupil: YearRollQueries.Pupil) -> String {
        if let stays = plan.repeaters.first(where: { $0.student == pupil.id }) { return "\(stays.joins)" }
        return plan.moves.first { $0.student == pupil.id }.map { "to-\($0.letter)" } ?? ""
    }
}
