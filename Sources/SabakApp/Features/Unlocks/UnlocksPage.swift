import HTTPTypes
import SchoolRules
import Store
import Web

/// Who asked to change what on which page, who agreed, and what was changed.
struct UnlocksPage {
    /// A page's name and a teacher's, for the list.
    struct Names: Sendable {
        var pages: [Int64: String] = [:]
        var people: [Int64: PersonName] = [:]
    }

    let visit: Visit
    let unlocks: [StandingUnlock]
    let names: Names
    let corrections: [Correction]
    /// The page the visitor wants to ask for.
    let asking: FoundPage?
    var refusal: Refusal?

    private var language: Language { visit.language }

    static func open(_ visit: Visit, asking: Int64?, in connection: Connection) throws -> UnlocksPage {
        let (school, isSchool) = (visit.school.id, visit.mayInSchool(.unlock))
        let unlocks = try StandingUnlock.all(
            teacher: isSchool ? nil : visit.person.id, school: school, time: visit.school.time, in: connection)
        let scope: Correction.Scope =
            isSchool
            ? .school : .person(visit.person.id, led: try visit.classesLed(in: connection))
        return UnlocksPage(
            visit: visit, unlocks: unlocks,
            names: try UnlocksQueries.names(unlocks, visit.language, school: school, in: connection),
            corrections: try Correction.all(scope, year: visit.year, school: school, in: connection),
            asking: try asking.map { try visit.ownPage(toUnlock: $0, in: connection) })
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = UnlocksTexts.title[language]
        let place = visit.may(.unlock) ? "/closing" : "/pages"
        let html = Layout(visit: visit, title: title, place: place).html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(UnlocksTexts.what[language])</p></div></div>
            \(said)\(form)\(list)\(CorrectionList(corrections, visit: visit).html)
            """)
        return .page(html, status: status)
    }

    private var said: HTML? {
        if let refusal { return "<p class=\"say bad\" role=\"alert\">\(refusal.title[language])</p>" }
        let notes = ["asked": UnlocksTexts.asked, "agreed": UnlocksTexts.agreed, "refused": UnlocksTexts.refused]
        guard let note = visit.asked.query["note"].flatMap({ notes[$0] }) else { return nil }
        return "<p class=\"say good\" role=\"status\">\(note[language])</p>"
    }

    private var form: HTML? {
        guard let asking else { return nil }
        let name = [asking.className?.display(language) ?? "", asking.subject[language], asking.groupName]
            .filter { !$0.isEmpty }.joined(separator: " · ")
        let inputs = Inputs(
            typed: visit.asked.method == .post ? visit.asked.form : Form(),
            problems: refusal?.fields.first.map { [$0.pointer: $0.words] } ?? [:], language: language)
        let kinds = [
            (value: "current", words: UnlocksTexts.current[language]),
            (value: "final", words: UnlocksTexts.final[language]),
        ]
        return """
            <section class="card pad"><h2>\(UnlocksTexts.askFor[language]): \(name)</h2>\
            <form method="post" action="/pages/\(asking.id)/unlock" class="form">\(visit.csrfField)\
            <div class="row">\(inputs.choice("kind", UnlocksTexts.kind, kinds))\
            \(inputs.text("reason", UnlocksTexts.reason, isRequired: true, width: "grow"))</div>\
            <p class="acts"><button class="main">\(UnlocksTexts.ask[language])</button></p></form></section>
            """
    }

    private var list: HTML {
        guard !unlocks.isEmpty else { return "<p class=\"say\">\(UnlocksTexts.nothing[language])</p>" }
        return """
            <ul class="unlocks">\(unlocks.html(line))</ul>
            """
    }

    private func line(_ standing: StandingUnlock) -> HTML {
        let request = standing.request
        let at = visit.school.time.moment(standing.askedAt)
        let kind = request.isFinal ? UnlocksTexts.final : UnlocksTexts.current
        let agreed = standing.unlock.approvals.html { approval -> HTML in
            """
            <br><small>\(UnlocksTexts.agreedBy[language]) \(ShellTexts.role(approval.role)[language]): \
            \(names.people[approval.person]?.short ?? ""), \(approval.at.day.words(language)), \
            \(approval.at.time.description)</small>
            """
        }
        return """
            <li class="card pad"><p><b>\(names.pages[request.page] ?? "")</b> · \(kind[language]) · \
            \(names.people[request.teacher]?.full ?? "")<br>\(request.reason)<br>\
            <small>\(at.day.words(language)), \(at.time.description)</small>\(agreed)</p>\
            <p>\(state(standing))</p>\(acts(standing))</li>
            """
    }

    private func state(_ standing: StandingUnlock) -> HTML {
        if standing.isRefused {
            return """
                <span class="tag">\(UnlocksTexts.wasRefused[language])</span> \
                \(names.people[standing.refusedBy]?.short ?? ""): \(standing.refusal)
                """
        }
        if let until = standing.unlock.until {
            let moment = "\(until.day.words(language)), \(until.time.description)"
            let isOpen = standing.isOpen(at: visit.moment)
            let words = isOpen ? UnlocksTexts.openUntil : UnlocksTexts.wasOpenUntil
            return "<span class=\"tag\(isOpen ? " late" : "")\">\(words[language]) \(moment)</span>"
        }
        let roles = [Role.deputy, .director].filter { standing.unlock.waitsFor.contains($0) }
            .map { ShellTexts.role($0)[language].lowercased() }.joined(separator: ", ")
        return "<span class=\"tag subst\">\(UnlocksTexts.waits[language]): \(roles)</span>"
    }

    private func acts(_ standing: StandingUnlock) -> HTML? {
        let isYours = standing.unlock.waits(for: visit.person.id, as: visit.roles)
        guard standing.isWaiting, visit.may(.unlock), isYours else { return nil }
        let inputs = Inputs(
            typed: Form(fields: [("hours", "24")]), language: language, prefix: "u\(standing.id)-")
        return """
            <div class="row"><form method="post" action="/unlocks/\(standing.id)/approve" class="row">\
            \(visit.csrfField)\
            \(inputs.text("hours", UnlocksTexts.hours, type: "number", isRequired: true, width: "short"))\
            <p class="acts"><button class="main">\(UnlocksTexts.agree[language])</button></p></form>
            <form method="post" action="/unlocks/\(standing.id)/refuse" class="row">\(visit.csrfField)\
            \(inputs.text("reason", UnlocksTexts.refusal, isRequired: true))\
            <p class="acts"><button>\(UnlocksTexts.refuse[language])</button></p></form></div>
            """
    }
}

extension Visit {
    /// A page of the visitor's own load, to be unlocked.
    fileprivate func ownPage(toUnlock id: Int64, in connection: Connection) throws -> FoundPage {
        let page = try pageToWrite(id, in: connection)
        guard page.writable == .everything else { throw Refusal.readOnly }
        return page
    }
}

/// The names behind a list of unlocks.
enum UnlocksQueries {
    static func names(
        _ unlocks: [StandingUnlock], _ language: Language, school: Int64, in connection: Connection
    ) throws -> UnlocksPage.Names {
        var names = UnlocksPage.Names()
        let pages = Set(unlocks.map(\.request.page)).sorted()
        names.pages = try PageSpot.all(pages, school: school, in: connection).mapValues { spot in
            [spot.className?.display(language) ?? "", spot.subject[language], spot.group].filter { !$0.isEmpty }
                .joined(separator: " · ")
        }
        let people = unlocks.flatMap { unlock in
            [unlock.request.teacher, unlock.refusedBy] + unlock.unlock.approvals.map(\.person)
        }
        try connection.each(
            """
            SELECT id, surname, given, patronymic FROM person
            WHERE school_id = \(school) AND id IN \(list: Set(people).sorted()) ORDER BY id
            """
        ) { row in
            names.people[row.integer(0)] = PersonName(
                stored: row.text(1), given: row.text(2), patronymic: row.text(3))
        }
        return names
    }
}
