import SchoolRules
import Store
import Web

/// The duty to keep login and password to oneself: shown at the first sign-in, accepted once, kept with its date.
enum Duty {
    static let routes: [Route] = [
        .needs(.signedIn, .get, "/duty", bodyLimit: nil, show),
        .needs(.signedIn, .post, "/duty", accept),
    ]

    private static func show(_ visit: Visit) -> Answer {
        DutyPage(visit: visit, next: SignInForms.next(visit.asked.query["next"])).answer
    }

    private static func accept(_ visit: Visit) async throws -> Answer {
        let language = visit.asked.form["language"].flatMap(Language.init) ?? visit.language
        try await visit.write { try DutyQueries.accept(by: visit.person.id, in: language, in: $0) }
        return .see(SignInForms.next(visit.asked.form["next"]))
    }
}

/// The duty on a page of its own, for those who came in without having seen it.
struct DutyPage: Sendable {
    let visit: Visit
    let next: String

    var answer: Answer {
        let words = visit.language
        let title = SignInTexts.duty[words]
        return Layout(visit: visit, title: title, place: "/account", frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(visit.person.name.full)</p></div></div>
            <form class="form card pad" method="post" action="/duty">\(visit.csrfField)\
            <input type="hidden" name="next" value="\(next)">\
            <input type="hidden" name="language" value="\(words.rawValue)">
            \(Self.text(words))
            <p class="acts"><button class="main">\(SignInTexts.accept[words])</button></p></form>
            """)
    }

    static func text(_ words: Language) -> HTML {
        "<ul class=\"duty\">\(SignInTexts.dutyText.html { "<li>\($0[words])</li>" })</ul>"
    }
}
