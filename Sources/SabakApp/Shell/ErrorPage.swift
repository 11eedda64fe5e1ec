import Web

/// An expected "no", or a fault, as a page that says what to do next.
enum ErrorPage {
    static func answer(_ refusal: Refusal, to caller: Caller) -> Answer {
        // Without a session that holds, the page is drawn for somebody at the door.
        let visit = try? Visit(caller)
        let language = visit?.language ?? caller.language
        let content: HTML = """
            <p class="number" aria-hidden="true">\(Int(refusal.status.code))</p>
            <h1>\(refusal.title[language])</h1>
            <p>\(refusal.advice[language])</p>
            \(refusal.fields.html { "<p class=\"say bad\">\($0.words[language])</p>" })
            <p class="acts"><a class="button main" href="/">\(ShellTexts.toStart[language])</a></p>
            """
        let title = refusal.title[language]
        let page =
            visit.map { Layout(visit: $0, title: title, place: "", frame: .error).html(content) }
            ?? DoorLayout.html(title, caller: caller, frame: "page error", content)
        var answer = Answer.page(page, status: refusal.status)
        if refusal.status == .serviceUnavailable { answer.headers[.retryAfter] = "3" }
        return answer
    }
}
