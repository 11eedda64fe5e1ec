import SchoolRules
import Store
import Web

/// The requests a class teacher or the clerk has to see to, and what became of the last ones.
struct RequestsPage: Sendable {
    let visit: Visit
    /// With the class teacher: of the own class, or for the clerk to know.
    let waiting: [ChangeRequest]
    /// With the clerk.
    let passed: [ChangeRequest]
    let decided: [ChangeRequest]
    let led: Set<Int64>
    private var words: Language { visit.language }
    private var mayDecide: Bool { visit.mayInSchool(.approveRosterChange) }

    static func read(_ visit: Visit, in connection: Connection) throws -> RequestsPage {
        let school = visit.school.id
        let led = try visit.classesLed(in: connection)
        let reach = visit.mayInSchool(.approveRosterChange) ? nil : led
        func found(_ asked: ChangeRequest.Asked) throws -> [ChangeRequest] {
            try ChangeRequest.find(asked, school: school, on: visit.today, in: connection)
        }
        return RequestsPage(
            visit: visit, waiting: try found(.inState(.sent, classes: reach)),
            passed: try found(.inState(.passed, classes: reach)),
            decided: try found(.decided(since: visit.now - 60 * 86_400_000, classes: reach)), led: led)
    }

    var answer: Answer {
        let title = RequestTexts.title[words]
        let own = waiting.filter { led.contains($0.classID) }
        let others = waiting.filter { !led.contains($0.classID) }
        let sections: [HTML?] =
            mayDecide
            ? [
                own.isEmpty ? nil : section(RequestTexts.toPass, own, acts: teacherActs),
                section(RequestTexts.toDecide, passed, acts: clerkActs),
                section(RequestTexts.withTeachers, others, acts: { _ in nil }),
            ]
            : [
                section(RequestTexts.toPass, own, acts: teacherActs),
                section(RequestTexts.withClerk, passed, acts: { _ in nil }),
            ]
        return Layout(visit: visit, title: title, place: "/requests").answer(
            """
            <div class="head"><div><h1>\(title)</h1></div></div>
            \(said)\(sections.compactMap { $0 }.html { $0 })
            \(section(RequestTexts.decided, decided, acts: { _ in nil }))
            """)
    }

    private var said: HTML? {
        guard let note = visit.asked.query["note"], let state = ChangeRequest.State(rawValue: note) else { return nil }
        return "<p class=\"say good\" role=\"status\">\(RequestTexts.said(state)[words])</p>"
    }

    private func section(_ title: Text, _ requests: [ChangeRequest], acts: (ChangeRequest) -> HTML?) -> HTML {
        let list: HTML =
            requests.isEmpty
            ? "<p class=\"sub\">\(RequestTexts.none[words])</p>"
            : "<ul class=\"card brief plainlist requests\">\(requests.html { item($0, acts: acts($0)) })</ul>"
        return "<h2>\(title[words]) <span class=\"n\">\(requests.count)</span></h2>\(list)"
    }

    private func item(_ request: ChangeRequest, acts: HTML?) -> HTML {
        let moment = visit.school.time.moment(request.sentAt)
        let className = request.className.map { $0.display(words) + ", " } ?? ""
        let whose = request.person == request.student ? "" : " · \(request.personName.full)"
        let sender = "\(moment.day.short) \(moment.time), \(request.senderName.short)"
        let note: HTML? = request.words.isEmpty ? nil : "<p class=\"told\">\(request.words)</p>"
        let answer: HTML? = request.answer.isEmpty ? nil : "<p class=\"told\"><b>\(request.answer)</b></p>"
        let state: HTML? =
            request.state.isOpen ? nil : " <span class=\"tag\">\(ChangeWords.state(request.state)[words])</span>"
        let field = LessonWords.sentence(ChangeWords.field(request.field)[words])
        return """
            <li id="r\(request.id)"><div><b><a href="/students/\(request.student)">\(request.studentName.full)</a></b>\
            <small>\(className)\(sender)\(whose)</small>\
            <p>\(field): \(values(request))\(state)</p>\(note)\(answer)\
            </div>\(acts)</li>
            """
    }

    /// Old → new; where the card has changed meanwhile, what it says now too.
    private func values(_ request: ChangeRequest) -> HTML {
        guard request.field != .words else { return HTML() }
        func shown(_ value: String) -> String {
            value.isEmpty
                ? ChangeWords.empty[words]
                : request.field.shown(value, inFull: visit.mayInSchool(.writeStudentCard))
        }
        let now: HTML? =
            request.state.isOpen && request.isOutdated
            ? " <span class=\"tag late\">\(RequestTexts.now[words]): \(shown(request.nowValue))</span>" : nil
        return "<del>\(shown(request.oldValue))</del> → <ins>\(shown(request.newValue))</ins>\(now)"
    }

    private func teacherActs(_ request: ChangeRequest) -> HTML? {
        HTML(
            """
            <div class="decide"><form method="post" action="/requests/\(request.id)/pass">\(visit.csrfField)\
            <p class="acts"><button class="main">\(RequestTexts.pass[words])</button></p></form>\
            \(refusal(request, "return", RequestTexts.sendBack))</div>
            """)
    }

    private func clerkActs(_ request: ChangeRequest) -> HTML? {
        HTML(
            """
            <div class="decide"><form method="post" action="/requests/\(request.id)/accept">\(visit.csrfField)\
            <input type="hidden" name="now" value="\(request.shownNow)">\
            <p class="acts"><button class="main">\
            \((request.field == .words ? RequestTexts.done : RequestTexts.accept)[words])</button></p></form>\
            \(refusal(request, "reject", RequestTexts.reject))</div>
            """)
    }

    private func refusal(_ request: ChangeRequest, _ verb: String, _ name: Text) -> HTML {
        let inputs = Inputs(language: words, prefix: "\(verb)-\(request.id)-")
        return """
            <details class="add"><summary>\(name[words])</summary>\
            <form class="form" method="post" action="/requests/\(request.id)/\(verb)">\(visit.csrfField)\
            \(inputs.text("answer", RequestTexts.reason, isRequired: true))\
            <p class="acts"><button class="danger">\(name[words])</button></p></form></details>
            """
    }
}

/// A request the class teacher starts.
struct NewRequestPage: Sendable {
    let visit: Visit
    let subject: RequestSubject
    let inputs: Inputs

    var answer: Answer {
        let words = visit.language
        let title = ChangeWords.report[words]
        let name = subject.people.first?.name.full ?? ""
        return Layout(visit: visit, title: title, place: "/requests", frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(name)</p></div></div>
            <form class="form card pad" method="post" action="/requests">\(visit.csrfField)\
            <input type="hidden" name="student" value="\(subject.student)">\
            \(ChangeFields(inputs: inputs, people: subject.people.map { ($0.id, $0.name.full) }).html)
            <p class="acts"><button class="main">\(RequestTexts.pass[words])</button>\
            <a class="button quiet" href="/students/\(subject.student)">\(ShellTexts.cancel[words])</a></p></form>
            """)
    }
}
