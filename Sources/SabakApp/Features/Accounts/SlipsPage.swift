import HTTPTypes
import SchoolRules
import Web

/// Slips to print and cut: one a person, with the login and the code.
struct SlipsPage: Sendable {
    let visit: Visit
    let slips: [Slip]
    /// The language of the slips, which may be another than the class teacher's own.
    let language: Language
    let back: String
    let place: String

    var answer: Answer {
        let words = visit.language
        let title = AccountTexts.slips[words]
        return Layout(visit: visit, title: title, place: place).answer(
            """
            <div class="head"><div><h1>\(title)</h1></div><p class="acts"><a class="button quiet" href="\(back)">\
            \(AccountTexts.done[words])</a><button type="button" class="main" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <p class="say warn" role="status">\(AccountTexts.shownOnce[words])</p>
            <ul class="slips" lang="\(language.rawValue)">\(slips.html(slip))</ul>
            """)
    }

    private func slip(_ slip: Slip) -> HTML {
        let note: HTML? = slip.note.isEmpty ? nil : "<small>\(slip.note)</small>"
        return """
            <li><p class="whom"><b>\(slip.name.full)</b>\(note)<small>\(visit.school.name)</small></p>\
            <dl><dt>\(AccountTexts.address[language])</dt><dd>\(address)</dd>\
            <dt>\(AccountTexts.login[language])</dt><dd><b>\(slip.login)</b></dd>\
            <dt>\(AccountTexts.code[language])</dt><dd><b class="code">\(Self.spaced(slip.code))</b></dd>\
            <dt>\(AccountTexts.until[language])</dt><dd>\(slip.expires.short)</dd></dl>\
            <p class="sub">\(AccountTexts.howTo[language])</p></li>
            """
    }

    /// The browser says where it sent the form from, port and all.
    private var address: String {
        let plain = (visit.asked.isEncrypted ? "https://" : "http://") + visit.asked.host
        let origin = visit.asked.headers[.origin] ?? ""
        return (origin.hasPrefix(plain) ? origin : plain) + "/activate"
    }

    /// Two groups of five are easier to copy than ten in a row; the space is not part of the code.
    private static func spaced(_ code: String) -> String { "\(code.prefix(5)) \(code.dropFirst(5))" }
}
