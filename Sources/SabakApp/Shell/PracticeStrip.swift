import Web

/// The line on every page of a practice class: nobody may take it for the real journal.
enum PracticeStrip {
    static func html(_ visit: Visit) -> HTML {
        let words = visit.language
        return """
            <aside class="practice-strip" aria-label="\(SetupTexts.practice[words])">\
            <p><b>\(SetupTexts.practice[words])</b> \(SetupTexts.practiceCountsNothing[words])</p>\
            <form method="post" action="/practice/leave">\(visit.csrfField)\
            <button>\(SetupTexts.practiceLeave[words])</button></form></aside>
            """
    }
}

/// The cookie that keeps a person's real session while they practise.
enum HomeCookie {
    static let name = "__Host-sabak-home"

    static func value(_ token: String) -> String {
        "\(name)=\(token); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200"
    }

    static let gone = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"

    /// Back to the session of before, which may have ended meanwhile; the door then asks for the password.
    static func goHome(_ token: String) -> Answer {
        .see("/").with(.setCookie, SessionCookie.value(token, seconds: 12 * 3600)).with(.setCookie, gone)
    }
}
