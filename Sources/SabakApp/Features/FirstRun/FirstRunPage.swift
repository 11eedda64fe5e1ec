import SchoolRules
import Web

/// The pages of the first run.
struct FirstRunPage: Sendable {
    let caller: Caller
    private var words: Language { caller.language }

    func askCode(problem: Text?) -> HTML {
        DoorLayout.html(
            FirstRunTexts.title[words], caller: caller,
            """
            <h1>\(FirstRunTexts.title[words])</h1>
            <p class="sub">\(FirstRunTexts.askCode[words])</p>
            \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })
            <form class="form" method="get" action="/setup">
            <p class="field"><label for="code">\(FirstRunTexts.code[words])</label>\
            <input id="code" name="code" class="code" autocomplete="off" autocapitalize="characters" \
            spellcheck="false" required></p>
            <p class="acts"><button class="main">\(FirstRunTexts.further[words])</button></p></form>
            """)
    }

    func form(_ form: FirstRunForm, code: String) -> HTML {
        let inputs = Inputs(typed: form.typed, problems: form.problems, language: words)
        let countries = [("", "—")] + [Country.KG, .KZ, .RU].map { ($0.rawValue, $0.profile.names[words]) }
        let languages = [Language.ky, .ru, .kk, .en].map { ($0.rawValue, $0.ownName) }
        let failed: HTML? =
            form.problems.isEmpty ? nil : "<p class=\"say bad\" role=\"alert\">\(FirstRunTexts.notYet[words])</p>"
        return DoorLayout.html(
            FirstRunTexts.title[words], caller: caller, frame: "page thin",
            """
            <div class="head"><div><h1>\(FirstRunTexts.title[words])</h1>\
            <p class="sub">\(FirstRunTexts.what[words])</p></div></div>
            \(failed)
            <form class="form card pad founding" method="post" action="/setup" data-guard="setup">\
            <input type="hidden" name="code" value="\(code)">
            <h2>\(FirstRunTexts.school[words])</h2>
            \(inputs.text("name", FirstRunTexts.name, isRequired: true, hint: FirstRunTexts.nameHint))
            <div class="row">\(inputs.choice(
                "country", FirstRunTexts.country, countries, width: "grow", isRequired: true))\
            \(inputs.choice("language", FirstRunTexts.language, languages, width: "grow"))</div>
            <p class="sub">\(FirstRunTexts.countryGives[words])</p>
            <h2>\(FirstRunTexts.people[words])</h2>
            <p class="sub">\(FirstRunTexts.peopleWhat[words])</p>
            \(inputs.text("director", ShellTexts.role(.director), isRequired: true, hint: FirstRunTexts.personHint))
            \(inputs.text(
                "administrator", ShellTexts.role(.administrator), isRequired: true, hint: FirstRunTexts.twoPeople))
            \(inputs.text("deputy", FirstRunTexts.deputy, hint: FirstRunTexts.deputyHint))
            \(inputs.text("clerk", FirstRunTexts.clerk, hint: FirstRunTexts.clerkHint))
            <p class="acts"><button class="main">\(FirstRunTexts.found[words])</button></p></form>
            """)
    }

    func slips(_ slips: [FirstPeople.Slip], school: String, time: LocalTime) -> HTML {
        DoorLayout.html(
            FirstRunTexts.done[words], caller: caller, frame: "page",
            """
            <div class="head"><div><h1>\(FirstRunTexts.done[words])</h1><p class="sub">\(school)</p></div>\
            <p class="acts"><button type="button" class="main" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <p class="say warn" role="status">\(FirstRunTexts.shownOnce[words])</p>
            <ul class="slips">\(slips.html { slip($0, school, time) })</ul>
            <h2>\(FirstRunTexts.next[words])</h2>
            <ol class="steps">\(FirstRunTexts.steps.html { "<li>\($0[words])</li>" })</ol>
            """)
    }

    private func slip(_ first: FirstPeople.Slip, _ school: String, _ time: LocalTime) -> HTML {
        let roles = first.roles.map { ShellTexts.role($0)[words] }.joined(separator: ", ")
        let slip = Slip(
            name: first.name, note: roles, login: first.login, code: first.code,
            expires: time.moment(first.expires).day)
        return SlipCard(slip: slip, school: school, site: .asked(caller.asked), language: words).html(
            below: """
                <p class="acts screen"><a class="button" href="/activate?login=\(slip.login)">\
                \(FirstRunTexts.enterAs[words])<span class="sr">: \(slip.name.full)</span></a></p>
                """)
    }
}
