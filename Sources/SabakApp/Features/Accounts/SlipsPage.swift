import SchoolRules
import Web

/// Slips to print and cut: one a person, with the login and the code.
struct SlipsPage: Sendable {
    let visit: Visit
    let slips: [Slip]
    /// The language of the slips, which may be another than the reader's own.
    let language: Language
    let site: SiteAddress
    let back: String
    let place: String

    var answer: Answer {
        let words = visit.language
        let title = AccountTexts.slips[words]
        return Layout(visit: visit, title: title, place: place).answer(
            """
            <div class="head screen"><div><h1>\(title)</h1>\
            <p class="sub">\(AccountTexts.slipCount(slips.count)[words])</p></div><p class="acts">\
            <a class="button quiet" href="\(back)">\(AccountTexts.done[words])</a>\
            <button type="button" class="main" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <p class="say warn screen" role="status">\(AccountTexts.shownOnce[words])</p>
            <ul class="slips" lang="\(language.rawValue)">\(slips.html(slip))</ul>
            """)
    }

    private func slip(_ slip: Slip) -> HTML {
        SlipCard(slip: slip, school: visit.school.name, site: site, language: language).html(below: nil)
    }
}

/// One slip of paper.
struct SlipCard: Sendable {
    let slip: Slip
    let school: String
    let site: SiteAddress
    let language: Language

    /// - Parameter below: what stands under it on the screen.
    func html(below: HTML?) -> HTML {
        let note: HTML? = slip.note.isEmpty ? nil : "<small>\(slip.note)</small>"
        return """
            <li><p class="whom"><b>\(slip.name.full)</b>\(note)<small>\(school)</small></p>\
            <div class="scan">\(picture)<small>\(AccountTexts.scan[language])</small></div>\
            <dl><div><dt>\(AccountTexts.address[language])</dt><dd>\(site.plain)/activate</dd></div>\
            <div><dt>\(AccountTexts.login[language])</dt><dd><b>\(slip.login)</b></dd></div>\
            <div><dt>\(AccountTexts.code[language])</dt><dd><b class="code">\(Self.spaced(slip.code))</b></dd></div>\
            <div><dt>\(AccountTexts.until[language])</dt><dd>\(slip.expires.short)</dd></div></dl>\
            <p class="sub">\(AccountTexts.howTo[language])</p>\(below)</li>
            """
    }

    private var picture: HTML? {
        QRCode(site.activation(of: slip.login))?.svg(title: AccountTexts.scan[language])
    }

    /// Two groups of five are easier to copy than ten in a row; the space is not part of the code.
    private static func spaced(_ code: String) -> String { "\(code.prefix(5)) \(code.dropFirst(5))" }
}
