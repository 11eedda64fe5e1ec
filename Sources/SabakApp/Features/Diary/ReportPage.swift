import SchoolRules
import Store
import Web

/// Where a parent reports a change of data, and reads what became of it.
struct ReportPage {
    let frame: DiaryFrame
    let requests: [ChangeRequest]
    let people: [(id: Int64, name: String)]
    var inputs: Inputs
    var isSent = false
    private var language: Language { frame.language }

    func html() -> HTML {
        let list: HTML =
            requests.isEmpty
            ? "<p class=\"card pad\">\(ChangeWords.none[language])</p>"
            : "<ul class=\"card brief plainlist\">\(requests.html(item))</ul>"
        let content: HTML = """
            \(frame.over("/changes"))
            <div class="head"><h1>\(ChangeWords.report[language])</h1></div>
            \(isSent ? "<p class=\"say good\" role=\"status\">\(ChangeWords.sent[language])</p>" : nil)
            <form class="form card pad" method="post" action="\(frame.address("/changes"))" data-guard="change-\
            \(frame.child.id)">\(frame.visit.csrfField)\(ChangeFields(inputs: inputs, people: people).html)
            <p class="acts"><button class="main">\(ChangeWords.send[language])</button></p></form>
            <section>\(list)</section>
            """
        return frame.page(ChangeWords.report, menu: "/diary/more", frame: .diaryThin, content)
    }

    private func item(_ request: ChangeRequest) -> HTML {
        let moment = frame.visit.school.time.moment(request.sentAt)
        let sent = "\(moment.day.short) \(moment.time)"
        let whose = request.person == request.student ? request.studentName.given : request.personName.given
        let answer: HTML? = request.answer.isEmpty ? nil : "<small>\(request.answer)</small>"
        let told: HTML? = request.words.isEmpty ? nil : "<small>\(request.words)</small>"
        let value: HTML? =
            request.field == .words ? nil : ": <b>\(request.field.shown(request.newValue, inFull: false))</b>"
        return """
            <li><span>\(whose), \(ChangeWords.field(request.field)[language])\(value)\(told)\
            <small>\(sent) · <span class="tag">\(ChangeWords.state(request.state)[language])</span>\
            </small>\(answer)</span>\(withdrawal(request))</li>
            """
    }

    private func withdrawal(_ request: ChangeRequest) -> HTML? {
        guard request.state.isOpen else { return nil }
        return """
            <form method="post" action="\(frame.address("/changes/\(request.id)/withdraw"))">\(frame.visit.csrfField)\
            <button class="link">\(ChangeWords.withdraw[language])</button></form>
            """
    }
}

extension Diary {
    static let reportRoutes: [Route] = [
        .get("/diary/{student}/changes", .requestRosterChange, reports),
        .post("/diary/{student}/changes", .requestRosterChange, report),
        .post("/diary/{student}/changes/{request}/withdraw", .requestRosterChange, takeBack),
    ]

    private static func reports(_ visit: Visit) throws -> Answer {
        let student = try visit.id("student")
        return try visit.read { connection in
            var page = try reportPage(visit, student, Inputs(language: visit.language), in: connection)
            page.isSent = visit.asked.query["note"] == "sent"
            return .page(page.html())
        }
    }

    private static func report(_ visit: Visit) async throws -> Answer {
        let student = try visit.id("student")
        let people = [student, visit.person.id]
        var wish = ChangeWish(visit.asked.form, people: people, on: visit.today)
        if wish.problems.isEmpty {
            let (sent, id) = (wish, visit.app.ids.next())
            do {
                try await visit.write { writing in
                    let child = try visit.child(student, in: writing.connection)
                    try sent.send(about: child.id, isPassed: false, id: id, in: writing)
                }
                return .see("/diary/\(student)/changes?note=sent")
            } catch let refusal as Refusal where refusal.code == "same_value" {
                wish.mark(refusal)
            }
        }
        let inputs = Inputs(typed: wish.typed, problems: wish.problems, language: visit.language)
        let page = try visit.read { try reportPage(visit, student, inputs, in: $0).html() }
        return .page(page, status: .unprocessableContent)
    }

    private static func takeBack(_ visit: Visit) async throws -> Answer {
        let (student, id) = (try visit.id("student"), try visit.id("request"))
        try await visit.write { writing in
            let child = try visit.child(student, in: writing.connection)
            let found = try ChangeRequest.find(
                .sentBy(visit.person.id, about: child.id), school: writing.school, on: visit.today,
                in: writing.connection)
            guard let request = found.first(where: { $0.id == id }) else { throw Refusal.notFound }
            try ChangeDeciding(request: request, writing: writing).withdraw()
        }
        return .see("/diary/\(student)/changes")
    }

    private static func reportPage(_ visit: Visit, _ student: Int64, _ inputs: Inputs, in connection: Connection) throws
        -> ReportPage
    {
        let child = try visit.child(student, in: connection)
        return ReportPage(
            frame: try frame(visit, child, in: connection),
            requests: try ChangeRequest.find(
                .sentBy(visit.person.id, about: child.id), school: visit.school.id, on: visit.today, in: connection),
            people: [(child.id, child.name.full), (visit.person.id, visit.person.name.full)], inputs: inputs)
    }
}
