import SchoolRules
import Web

/// The accounts of staff.
struct AccountsPage: Sendable {
    let visit: Visit
    let wish: AccountWish
    let rows: [AccountQueries.StaffRow]
    let banner: SetupBanner
    private var words: Language { visit.language }

    var answer: Answer {
        let title = AccountTexts.title[words]
        return Layout(visit: visit, title: title, place: "/accounts", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(AccountTexts.titleWhat[words])</p></div></div>
            \(banner.html)\(said)\(filter)\(issuing)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list stack"><thead><tr>\
            <th scope="col">\(AccountTexts.name[words])</th><th scope="col">\(AccountTexts.login[words])</th>\
            <th scope="col">\(AccountTexts.state[words])</th><th scope="col">\(AccountTexts.lastSignIn[words])</th>\
            <th scope="col" class="num">\(AccountTexts.sessions[words])</th>\
            <th scope="col"><span class="sr">\(AccountTexts.acts[words])</span></th></tr></thead>\
            <tbody>\(rows.html(row))</tbody></table></div>
            """)
    }

    private var said: HTML? {
        AccountTexts.said(wish.note).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private var filter: HTML {
        let fields = Inputs(
            typed: Form(fields: [("q", wish.typed), ("state", wish.state)]), language: words, prefix: "find-")
        let states =
            [("", AccountTexts.all[words])]
            + AccountQueries.State.allCases.map { ($0.rawValue, AccountTexts.state($0)[words]) }
        return """
            <form class="filter" method="get" action="/accounts" role="search">\
            \(fields.text("q", AccountTexts.search, type: "search", width: "grow"))\
            \(fields.choice("state", AccountTexts.state, states))\
            <p class="acts"><button>\(AccountTexts.show[words])</button></p></form>
            """
    }

    /// One form for all codes of this page: the buttons of the rows belong to it, so that its language is theirs.
    private var issuing: HTML {
        """
        <form class="form card pad" id="issue" method="post" action="/accounts/codes">\(visit.csrfField)\
        <div class="row">\(SlipLanguage.choice(words))<p class="acts">\
        <button class="main">\(AccountTexts.codesForStaff(rows.filter(\.isWaiting).count)[words])</button></p></div>\
        </form>
        """
    }

    private func row(_ row: AccountQueries.StaffRow) -> HTML {
        let until: HTML? =
            row.isGone
            ? "<small>\(AccountTexts.dismissed(row.to)[words])</small>" : nil
        let state =
            row.isGone
            ? AccountTexts.state(.closed) : row.login.isEmpty ? AccountTexts.noAccount : AccountTexts.state(row.state)
        let last = row.lastSignIn == 0 ? "—" : visit.school.time.moment(row.lastSignIn).day.short
        let closing: HTML? =
            row.login.isEmpty || row.id == visit.person.id
            ? nil
            : row.state == .closed
                ? act(row, "open", AccountTexts.reopen, "") : act(row, "close", AccountTexts.close, "quiet")
        let ending: HTML? =
            row.sessions > 0 && visit.mayInSchool(.endSessions)
            ? act(row, "sessions", AccountTexts.endSessions, "quiet") : nil
        return """
            <tr><th scope="row">\(row.name.full)<small>\(row.position)</small>\(until)</th><td>\(row.login)</td>\
            <td>\(state[words])</td><td data-l="\(AccountTexts.lastSignIn[words])">\(last)</td>\
            <td class="num" data-l="\(AccountTexts.sessions[words])">\(row.sessions)</td>\
            <td class="acts">\(row.isGone ? nil : code(row))\(ending)\(closing)</td></tr>
            """
    }

    private func code(_ row: AccountQueries.StaffRow) -> HTML {
        let name = row.state == .active ? AccountTexts.newCode : AccountTexts.giveCode
        return """
            <button class="link" form="issue" formaction="/accounts/\(row.id)/code" \
            aria-label="\(name[words]): \(row.name.full)">\(name[words])</button>
            """
    }

    private func act(_ row: AccountQueries.StaffRow, _ what: String, _ name: Text, _ style: String) -> HTML {
        """
        <form method="post" action="/accounts/\(row.id)/\(what)">\(visit.csrfField)\
        <button class="\(style.isEmpty ? "link" : "link \(style)")" aria-label="\(name[words]): \(row.name.full)">\
        \(name[words])</button></form>
        """
    }
}

/// The language in which slips are printed.
enum SlipLanguage {
    static func choice(_ words: Language) -> HTML {
        Inputs(typed: Form(fields: [("language", words.rawValue)]), language: words).choice(
            "language", AccountTexts.slipLanguage, [Language.ky, .ru, .kk, .en].map { ($0.rawValue, $0.ownName) })
    }
}

/// The accounts of the families of a class.
struct FamilyAccountsPage: Sendable {
    let visit: Visit
    let list: FamilyAccounts
    private var words: Language { visit.language }
    private var address: String { "/classes/\(list.classID)/accounts" }

    var answer: Answer {
        let title = AccountTexts.familyTitle(list.name.display(words))[words]
        return Layout(visit: visit, title: title, place: "/classes", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(AccountTexts.familyWhat(grade: list.firstGrade)[words])</p></div>\
            <p class="acts"><a class="button quiet" href="/classes/\(list.classID)">\(AccountTexts.backToList[words])\
            </a></p></div>
            \(said)
            <form class="form card pad" id="issue" method="post" action="\(address)">\(visit.csrfField)\
            <div class="row">\
            \(SlipLanguage.choice(words))<p class="acts">\
            <button class="main" name="all" value="new">\(AccountTexts.codesForNew[words])\
            </button><button class="quiet" name="all" value="everybody">\(AccountTexts.codesForAll[words])</button></p>\
            </div></form>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list stack"><thead><tr>\
            <th scope="col">\(AccountTexts.student[words])</th><th scope="col">\(AccountTexts.whose[words])</th>\
            <th scope="col">\(AccountTexts.login[words])</th><th scope="col">\(AccountTexts.state[words])</th>\
            <th scope="col"><span class="sr">\(AccountTexts.acts[words])</span></th></tr></thead>\
            <tbody>\(list.lines.html(row))</tbody></table></div>
            """)
    }

    private var said: HTML? {
        let note = visit.asked.query["note"]
        return AccountTexts.said(note).map { "<p class=\"say\" role=\"status\">\($0[words])</p>" }
    }

    private func row(_ line: FamilyAccounts.Line) -> HTML {
        let whose: HTML =
            line.isParent
            ? "\(line.holder.name.full)" : "<b>\(AccountTexts.theStudent[words])</b>"
        let why: Text? =
            line.isStaff
            ? AccountTexts.isStaff
            : !line.isConfirmed ? AccountTexts.notConfirmed : line.isOldEnough ? nil : AccountTexts.tooYoung
        let acts: HTML = why.map { "<small>\($0[words])</small>" } ?? button(line)
        let state = line.login.isEmpty ? AccountTexts.noAccount : AccountTexts.state(line.state)
        return """
            <tr><th scope="row">\(line.isParent ? "" : line.studentName.full)\
            \(line.isParent ? "<span class=\"sr\">\(line.studentName.full)</span>" as HTML : HTML())</th>\
            <td>\(whose)</td>\
            <td>\(line.login)</td><td>\(state[words])</td><td class="acts">\(acts)</td></tr>
            """
    }

    private func button(_ line: FamilyAccounts.Line) -> HTML {
        let name = line.state == .active ? AccountTexts.newCode : AccountTexts.giveCode
        let ending: HTML? =
            line.state != .active
            ? nil
            : """
            <form method="post" action="/accounts/\(line.holder.id)/sessions">\(visit.csrfField)\
            <input type="hidden" name="class" value="\(list.classID)"><button class="link quiet" \
            aria-label="\(AccountTexts.endSessions[words]): \(line.holder.name.full)">\
            \(AccountTexts.endSessions[words])</button></form>
            """
        return """
            <button class="link" form="issue" name="person" value="\(line.holder.id)" \
            aria-label="\(name[words]): \(line.holder.name.full)">\(name[words])</button>\(ending)
            """
    }
}
