import HTTPTypes
import SchoolRules
import Store
import Web

/// The school's rules for works, debts and checking.
struct WorkRulesPage {
    let visit: Visit
    let settings: WorkSettings
    /// The kinds of written work, each with days of its own.
    let kinds: [KindOfWork]
    /// From when a change of what debts turn into may hold.
    let starts: [AssessedYear.Start]
    var typed: Form?
    var problems: [String: Text] = [:]
    private var language: Language { visit.language }

    static func read(_ visit: Visit, in connection: Connection) throws -> WorkRulesPage {
        let school = visit.school.id
        return WorkRulesPage(
            visit: visit, settings: try WorkSettings.read(school: school, on: visit.today, in: connection),
            kinds: try SchoolFacts.kindsOfWork(school: school, in: connection).filter(\.isWritten),
            starts: try AssessedYear.starts(for: visit, in: connection))
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = WorksTexts.rulesTitle[language]
        let said: HTML? =
            visit.asked.query["note"] == "saved" && problems.isEmpty
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[language])</p>" : nil
        let fields = fields
        let form: HTML =
            SettingsPart.teaching.isFor(visit)
            ? """
            <form class="form" method="post" action="/works/rules">\(visit.csrfField)\(fields)\
            <p class="acts"><button class="main">\(ShellTexts.save[language])</button></p></form>
            """ : "<fieldset disabled class=\"bare\">\(fields)</fieldset>"
        let html = Layout(visit: visit, title: title, place: "/works").html(
            """
            <div class="head"><div><h1>\(title)</h1></div>
            <p class="acts"><a class="button quiet" href="/works">\(WorksTexts.title[language])</a></p></div>
            \(FormProblems(problems).summary(language))\(said)\(form)
            """)
        return .page(html, status: status)
    }

    private var stored: Form {
        var fields: [(name: String, value: String)] = [
            ("criteria", settings.rules.criteria.rawValue), ("loadLimits", settings.rules.load.rawValue),
            ("debtDays", "\(settings.debts.days)"), ("debtTurns", settings.debts.turning.last),
            ("debtFrom", starts.first?.day.description ?? ""),
        ]
        for (kind, days) in settings.checking { fields.append(("check-\(kind)", "\(days)")) }
        return Form(fields: fields)
    }

    /// From when what is set now holds, where it was another before.
    private var since: HTML? {
        settings.debts.turning.steps.last.map { "<p class=\"sub\">\(RegimeTexts.since($0.from)[language])</p>" }
    }

    private var fields: HTML {
        let inputs = Inputs(typed: typed ?? stored, problems: problems, language: language)
        let levels = Enforcement.allCases.map {
            (value: $0.rawValue, words: WorksTexts.enforcement($0)[language])
        }
        let code = AssessmentCode.notAttested
        let turns =
            [(value: "", words: WorksTexts.stays[language])]
            + ["2", "1"].map { (value: $0, words: "«\($0)»") }
            + [(value: code.rawValue, words: "«\(code.label[visit.school.recordLanguage])»")]
        let checks = kinds.html { kind in
            inputs.text("check-\(kind.id)", Text(same: kind.names[language]), type: "number", width: "grow")
        }
        return """
            <h2>\(WorksTexts.ofPage[language])</h2>\(inputs.choice("criteria", WorksTexts.criteria, levels))\
            \(inputs.choice("loadLimits", WorksTexts.load, levels))
            <h2>\(DebtTexts.title[language])</h2>\(inputs.text("debtDays", WorksTexts.debtDays, type: "number"))\
            \(inputs.choice("debtTurns", WorksTexts.debtTurns, turns))\(since)\
            \(inputs.choice("debtFrom", WorksTexts.debtFrom, RegimeTexts.starts(starts, language)))<p class="sub">\
            \(WorksTexts.computed[language])</p>
            <h2>\(WorksTexts.checking[language])</h2><p class="sub">\(WorksTexts.checkingWhat[language])</p>\
            <div class="row checks">\(checks)</div>
            """
    }
}
