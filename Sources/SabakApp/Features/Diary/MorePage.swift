import SchoolRules
import Web

/// The rest of what a family may need: past years, printing, account, language, signing out.
struct MorePage {
    let frame: DiaryFrame
    let pastYears: [Int]

    private var language: Language { frame.language }

    func html() -> HTML {
        let visit = frame.visit
        let content: HTML = """
            \(frame.over())
            <div class="head"><h1>\(MarksTexts.more[language])</h1></div>
            <ul class="card brief">\(link(frame.address("/week"), MarksTexts.weekForPrint[language]))\(report)\
            \(pastYears.html(year))\(link("/account", ShellTexts.account[language]))\(switches)</ul>
            <h2 id="tongue">\(ShellTexts.language[language])</h2>
            <form class="choice langs" method="post" action="/language" aria-labelledby="tongue">\(visit.csrfField)\
            \(LanguageButtons.html(current: language, back: "/diary/more"))</form>
            <form method="post" action="/sign-out">\(visit.csrfField)<p class="acts">\
            <button>\(ShellTexts.signOut[language])</button></p></form>
            """
        return frame.page(MarksTexts.more, menu: "/diary/more", frame: .diaryThin, content)
    }

    /// Parents report, for themselves and the child.
    private var report: HTML? {
        frame.mayAnnounce ? link(frame.address("/changes"), ChangeWords.report[language]) : nil
    }

    private func year(_ year: Int) -> HTML {
        let words = "\(MarksTexts.pastYears[language]): \(MarksTexts.schoolYear(year))"
        return link(frame.address("/marks?year=\(year)"), words)
    }

    /// The phone hides the menu of the person, so the other roles are offered here.
    private var switches: HTML {
        Menu.startRoles(of: frame.visit).filter { ![.parent, .student].contains($0) }
            .html { role in
                """
                <li><form method="post" action="/start">\(frame.visit.csrfField)\
                <button name="role" value="\(role.rawValue)">\(ShellTexts.role(role)[language])</button></form></li>
                """
            }
    }

    private func link(_ address: String, _ words: String) -> HTML {
        "<li><a href=\"\(address)\"><span>\(words)</span></a></li>"
    }
}
