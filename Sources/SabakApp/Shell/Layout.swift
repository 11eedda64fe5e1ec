import SchoolRules
import Web

/// The frame of every page.
struct Layout {
    /// How the page fills the window: the class of `main`, and whether it scrolls inside.
    enum Frame: String {
        case page
        case wide = "page wide"
        case thin = "page thin"
        case two = "page two"
        case journal, diary
        case diaryThin = "diary thin"
        case error = "page error"
        case lesson = ""
        var fills: Bool { self == .journal || self == .lesson }
    }

    let visit: Visit
    let title: String
    /// The address of the place in the menu that the page belongs to.
    let place: String
    var frame = Frame.page
    var script = "app.js"
    /// A script of the room's own, beside the one of every page.
    var ownScript: String?

    func answer(_ content: HTML) -> Answer { .page(html(content)) }

    func html(_ content: HTML) -> HTML {
        let places = Menu.places(of: visit)
        let isFamily = visit.startRole == .parent || visit.startRole == .student
        let bodyClass = (isFamily ? "family" : "staff") + (frame.fills ? " fill" : "")
        let main: HTML =
            frame == .lesson
            ? content : "<main id=\"main\" class=\"\(frame.rawValue)\">\(content)</main>"
        return """
            \(Self.head(title: title, language: visit.language, script: script, own: ownScript, files: visit.app.files))
            <body class="\(bodyClass)" data-person="\(visit.person.id)">
            <a class="skip" href="#main">\(ShellTexts.skip[visit.language])</a>
            <header class="top">
            <a class="brand" href="/">\(Icon.book.html)\(ShellTexts.sabak[visit.language])</a>
            <nav class="places" aria-label="\(ShellTexts.places[visit.language])"><span>\
            \(places.prefix(Menu.barCount).html(link))</span>\(isFamily ? nil : allPlaces(places))</nav>
            <div class="who"><span class="school">\(visit.school.name)</span>\(languageMenu)\(personMenu)</div>
            </header>
            \(visit.school.isPractice ? PracticeStrip.html(visit) : wayBack)\(main)
            </body></html>
            """
    }

    /// Whoever came from the set-up list sees the way back to it on every page, until it was gone.
    private var wayBack: HTML? {
        guard visit.asked.cookie(SetupTrail.name) != nil, SetupPlaces(rawValue: visit.asked.path) == nil
        else { return nil }
        return """
            <p class="trail"><a href="/readiness">\(Icon.back.html)\(SetupTexts.backToList[visit.language])</a></p>
            """
    }

    static func head(
        title: String, language: Language, script: String, own: String? = nil, files: PublicFiles
    ) -> HTML {
        let ownScript = own.map { name in
            "<script type=\"module\" src=\"\(files.address(of: name))\"></script>" as HTML
        }
        return """
            <!doctype html><html lang="\(language.rawValue)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title) · \(ShellTexts.sabak[language])</title>
            <link rel="stylesheet" href="\(files.address(of: "style.css"))"><link rel="icon" href="\
            \(files.address(of: "favicon.svg"))" type="image/svg+xml">
            <link rel="manifest" href="\(files.address(of: "manifest.webmanifest"))"><script type="module" src="\
            \(files.address(of: script))"></script>\(ownScript)</head>
            """
    }

    private func link(_ item: Menu.Place) -> HTML {
        let current: HTML? = item.address == place ? " aria-current=\"page\"" : nil
        return "<a href=\"\(item.address)\"\(current)>\(item.icon?.html)\(item.name[visit.language])</a>"
    }

    /// All places in a list: those beyond the bar on a wide screen, every one on a phone.
    private func allPlaces(_ places: [Menu.Place]) -> HTML {
        let current = places.firstIndex { $0.address == place }
        let name = current.map { places[$0].name } ?? ShellTexts.places
        let groups = Menu.groups(of: places)
        let alone = groups.isEmpty ? places : Array(places.prefix(Menu.barCount))
        return """
            <details class="menu all\(places.count > 6 ? "" : places.count > 4 ? " five" : " few")">\
            <summary\(current ?? 0 >= 4 ? " class=\"in\"" : "")><span class="here">\(name[visit.language])</span>\
            <span class="more">\(ShellTexts.more[visit.language])</span></summary>\
            <ul>\(alone.html { "<li>\(link($0))</li>" })\(groups.html(section))</ul></details>
            """
    }

    private func section(_ group: Menu.Group, _ places: [Menu.Place]) -> HTML {
        """
        <li class="group"><b id="places-\(group.rawValue)">\(group.name[visit.language])</b>\
        <ul aria-labelledby="places-\(group.rawValue)">\(places.html { "<li>\(link($0))</li>" })</ul></li>
        """
    }

    private var languageMenu: HTML {
        """
        <details class="menu"><summary aria-label="\(ShellTexts.language[visit.language]): \
        \(visit.language.ownName)">\(visit.language.rawValue.uppercased())</summary>
        <form method="post" action="/language">\(visit.csrfField)\
        \(LanguageButtons.html(current: visit.language, back: visit.asked.target))</form></details>
        """
    }

    private var personMenu: HTML {
        let roles = Menu.startRoles(of: visit)
        let switches =
            roles.count < 2
            ? HTML()
            : roles.html { role in
                let current: HTML? = role == visit.startRole ? " aria-current=\"true\"" : nil
                return
                    """
                    <li><form method="post" action="/start">\(visit.csrfField)\
                    <button name="role" value="\(role.rawValue)"\(current)>\
                    \(ShellTexts.role(role)[visit.language])</button></form></li>
                    """
            }
        return """
            <details class="menu me"><summary>\
            <span class="face" aria-hidden="true">\(visit.person.name.initials)</span>\
            <span class="name">\(visit.person.name.short)</span></summary><ul>\(switches)
            <li><a href="/account">\(ShellTexts.account[visit.language])</a></li>
            <li><form method="post" action="/sign-out">\(visit.csrfField)<button>\(ShellTexts.signOut[visit.language])\
            </button></form></li></ul></details>
            """
    }
}

extension Visit {
    /// The hidden field that shows a form to be our own.
    var csrfField: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(session.csrf)\">" }
}

/// The four languages as buttons.
enum LanguageButtons {
    static func html(current: Language, back: String) -> HTML {
        let buttons = [Language.ky, .ru, .kk, .en].html { language in
            let mark: HTML? = language == current ? " aria-current=\"true\"" : nil
            return
                """
                <button name="lang" value="\(language.rawValue)" lang="\(language.rawValue)"\(mark)>\
                \(language.ownName)</button>
                """
        }
        return "<input type=\"hidden\" name=\"next\" value=\"\(back)\">\(buttons)"
    }
}

/// The frame of a page for somebody who is not signed in.
enum DoorLayout {
    static func html(_ title: String, caller: Caller, frame: String = "card", _ content: HTML) -> HTML {
        """
        \(Layout.head(title: title, language: caller.language, script: "app.js", files: caller.app.files))
        <body class="door">
        <a class="skip" href="#main">\(ShellTexts.skip[caller.language])</a>
        <header class="top"><a class="brand" href="/">\(Icon.book.html)\(ShellTexts.sabak[caller.language])</a>
        <form class="langs" method="post" action="/language">\
        \(LanguageButtons.html(current: caller.language, back: caller.asked.target))</form></header>
        <main id="main" class="\(frame)">\(content)</main></body></html>
        """
    }
}
