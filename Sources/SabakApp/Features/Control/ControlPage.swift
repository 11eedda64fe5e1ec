import SchoolRules
import Web

/// The state of the journals: the map of classes and what is not recorded, oldest first.
struct ControlPage: Sendable {
    let visit: Visit
    let wish: ControlWish
    let report: ControlReport
    let banner: SetupBanner
    var words: Language { visit.language }

    var answer: Answer {
        let title = ControlTexts.title[words]
        return Layout(visit: visit, title: title, place: "/control", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(summary)</p></div>
            <nav class="seg" aria-label="\(ControlTexts.views[words])">\(ControlWish.View.allCases.html(viewLink))</nav>
            <p class="acts">\(checksLink)\(auditLink)<button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(banner.html)\(narrowed)
            \(report.squares.isEmpty ? rest : "<div class=\"beside\">\(map)\(rest)</div>")
            """)
    }

    private var summary: String {
        let moment = "\(visit.today.weekdayWord(words)), \(visit.today.words(words)), \(visit.moment.time)"
        let open = report.squares.reduce(0) { $0 + $1.open } + report.openAcross
        let full = report.squares.filter { $0.open == 0 }.count
        guard !report.squares.isEmpty else { return moment }
        return moment + " · " + ControlTexts.summary(classes: report.squares.count, full: full, open: open)[words]
    }

    private func viewLink(_ view: ControlWish.View) -> HTML {
        let current: HTML? = view == wish.view ? " aria-current=\"page\"" : nil
        let address = wish.address(view: view, classID: wish.classID, teacher: wish.teacher)
        return "<a href=\"\(address)\"\(current)>\(ControlTexts.view(view)[words])</a>"
    }

    private var checksLink: HTML {
        "<a class=\"button quiet\" href=\"/data-checks\">\(ControlTexts.dataChecks[words])</a>"
    }

    private var auditLink: HTML? {
        visit.may(.readJournalAudit)
            ? "<a class=\"button quiet\" href=\"/control/audit\">\(ControlTexts.changes[words])</a>" : nil
    }

    private var narrowed: HTML? {
        guard wish.isNarrowed else { return nil }
        let who = [report.className?.display(words), report.teacherName?.full].compactMap { $0 }
            .joined(separator: " · ")
        let name = who.isEmpty ? ControlTexts.across[words] : who
        return """
            <p class="say" role="status">\(name) · <a href="\(wish.address())">\(ControlTexts.everything[words])</a></p>
            """
    }

    private var map: HTML {
        let letters = Dictionary(report.squares.map { ($0.name.letter, $0.letterKey) }) { first, _ in first }
            .sorted { $0.value < $1.value }.map(\.key)
        let grades = Set(report.squares.map(\.name.grade)).sorted()
        let rows = grades.html { grade in
            let cells = letters.html { letter in
                "<td>\(report.squares.first { $0.name.grade == grade && $0.name.letter == letter }.map(square))</td>"
            }
            return "<tr><th scope=\"row\">\(grade)</th>\(cells)</tr>"
        }
        return """
            <section><h2>\(ControlTexts.classes(report.squares.count)[words])</h2>
            <table class="map"><caption class="sr">\(ControlTexts.mapCaption[words])</caption><thead><tr><td></td>\
            \(letters.html { "<th scope=\"col\">\($0)</th>" })</tr></thead><tbody>\(rows)</tbody></table>
            <p class="sub">\(ControlTexts.legend[words])\(acrossLink)</p></section>
            """
    }

    private func square(_ square: ControlReport.Square) -> HTML {
        let name = square.name.display(words)
        let current: HTML? = square.id == wish.classID ? " aria-current=\"true\"" : nil
        let address = wish.address(classID: square.id)
        guard let oldest = square.oldest, square.open > 0 else {
            return """
                <a href="\(address)"\(current)><span>\(name)</span>\
                <span class="sr">\(ControlTexts.full[words])</span></a>
                """
        }
        let age = visit.today.days(since: oldest)
        let state = age == 0 ? "today" : age < ControlTexts.longAge ? "warn" : "bad"
        let sign = state == "bad" ? "! " : ""
        return """
            <a class="\(state)" href="\(address)"\(current)><span>\(name)</span><b>\(square.open)</b>\
            <small>\(sign)\(ControlTexts.age(age)[words])</small></a>
            """
    }

    private var acrossLink: HTML? {
        guard report.openAcross > 0 else { return nil }
        return """
            <br><a href="\(wish.address(classID: 0))">\(ControlTexts.across[words]): \(report.openAcross)</a>
            """
    }

    private var rest: HTML {
        let table =
            switch wish.view {
            case .open: lines
            case .late: lateLines
            case .unchecked: uncheckedLines
            case .all: allLines
            }
        let heading =
            switch wish.view {
            case .open: ControlTexts.oldestFirst
            case .late: ControlTexts.lateHeading(ControlReport.lateDays)
            case .unchecked: ControlTexts.uncheckedHeading
            case .all: ControlTexts.allHeading
            }
        return """
            <section class="rest"><h2 id="oldest">\(heading[words])</h2>\(table)\(singles)</section>
            """
    }

    private var lines: HTML {
        guard !report.lines.isEmpty else {
            return "<p class=\"say good\" role=\"status\">\(ControlTexts.nothingOpen[words])</p>"
        }
        return table(
            [ControlTexts.age, ControlTexts.schoolClass, ControlTexts.subject, ControlTexts.teacher],
            number: ControlTexts.lessons, last: ControlTexts.missing, sorted: true,
            report.lines.html { line in
                """
                <tr><td>\(age(line.tally.oldest))</td>\(page(line.page))<td>\(teachers(line))</td>\
                <td class="num">\(line.tally.open)</td><td>\(ControlTexts.missing(line.tally)[words])</td></tr>
                """
            })
    }

    private var allLines: HTML {
        table(
            [ControlTexts.age, ControlTexts.schoolClass, ControlTexts.subject, ControlTexts.teacher],
            number: ControlTexts.held, last: ControlTexts.recorded, sorted: false,
            report.lines.html { line in
                let whole = line.tally.held - line.tally.open
                let share = whole * 100 / max(line.tally.held, 1)
                return """
                    <tr><td>\(age(line.tally.oldest))</td>\(page(line.page))<td>\(teachers(line))</td>\
                    <td class="num">\(line.tally.held)</td><td>\(whole) (\(share) %)</td></tr>
                    """
            })
    }

    private var lateLines: HTML {
        guard !report.late.isEmpty else {
            return "<p class=\"say good\" role=\"status\">\(ControlTexts.nothingLate[words])</p>"
        }
        return table(
            [ControlTexts.newest, ControlTexts.schoolClass, ControlTexts.subject, ControlTexts.teacher],
            number: nil, last: ControlTexts.whatLate, sorted: false,
            report.late.html { line in
                """
                <tr><td>\(line.tally.newest.short)</td>\(page(line.page))<td>\(line.page.teachers.html(teacher))</td>\
                <td>\(ControlTexts.late(line.tally)[words])</td></tr>
                """
            })
    }

    private var uncheckedLines: HTML {
        guard !report.unchecked.isEmpty else {
            return "<p class=\"say good\" role=\"status\">\(ControlTexts.allChecked[words])</p>"
        }
        return table(
            [ControlTexts.checkUntil, ControlTexts.schoolClass, ControlTexts.subject, ControlTexts.teacher],
            number: nil, last: ControlTexts.workHead, sorted: false,
            report.unchecked.html { work in
                let kind = report.kinds.first { $0.id == work.kind }?.names[words] ?? ""
                let teachers = work.teachers.map(\.name.short).joined(separator: ", ")
                return """
                    <tr><td>\(work.due.short)</td><td><b>\(work.className?.display(words) ?? work.groupName)</b></td>\
                    <td><a href="/pages/\(work.page)">\(work.subject[words])</a></td><td>\(teachers)</td>\
                    <td><a href="/lessons/\(work.lesson)">\(kind), \(work.day.words(words))</a></td></tr>
                    """
            })
    }

    private func table(_ columns: [Text], number: Text?, last: Text, sorted: Bool, _ rows: HTML) -> HTML {
        let heads = columns.enumerated().html { position, column in
            let sort: HTML? = position == 0 && sorted ? " aria-sort=\"descending\"" : nil
            return "<th scope=\"col\"\(sort)>\(column[words])</th>"
        }
        let count: HTML? = number.map { "<th scope=\"col\" class=\"num\">\($0[words])</th>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="oldest"><table class="list"><thead><tr>\
            \(heads)\(count)<th scope="col">\(last[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private func age(_ oldest: Day?) -> HTML {
        guard let oldest else { return "<i class=\"st done\"></i> \(ControlTexts.full[words])" }
        let days = visit.today.days(since: oldest)
        let state = days == 0 ? "next" : days < ControlTexts.longAge ? "half" : "due"
        return "<i class=\"st \(state)\"></i> <b>\(ControlTexts.age(days)[words])</b>"
    }

    private func page(_ page: ControlQueries.PageRow) -> HTML {
        let group = page.groupName.isEmpty ? "" : " · " + page.groupName
        let name = page.className?.display(words) ?? "—"
        let subject = page.subject[words] + group
        let linked: HTML = visit.may(.readPage) ? "<a href=\"/pages/\(page.id)\">\(subject)</a>" : "\(subject)"
        return "<td><b>\(name)</b></td><td>\(linked)</td>"
    }

    private func teachers(_ line: ControlReport.Line) -> HTML {
        guard !line.teachers.isEmpty else { return "<b class=\"warn\">\(ControlTexts.noTeacher[words])</b>" }
        let tag: HTML? =
            line.isSubstituted
            ? " <span class=\"tag subst\">\(ControlTexts.substitute[words])</span>" : nil
        return "\(line.teachers.html(teacher))\(tag)"
    }

    private func teacher(_ teacher: ControlQueries.Teacher) -> HTML {
        "<a href=\"\(ControlWish(.init()).address(teacher: teacher.id))\">\(teacher.name.full)</a> "
    }

    private var singles: HTML? {
        guard !report.singles.isEmpty else { return nil }
        let rows = report.singles.html { single in
            """
            <tr><th scope="row"><a href="/lessons/\(single.lesson.id)">\(single.lesson.day.short), \
            \(ControlTexts.lesson(single.lesson.number)[words])</a></th>\(page(single.line.page))\
            <td>\(ControlTexts.missing(single.lesson)[words])</td></tr>
            """
        }
        return """
            <h2 id="singles">\(ControlTexts.singles[words])</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="singles"><table class="list"><thead><tr>\
            <th scope="col">\(ControlTexts.lessonHead[words])</th>\
            <th scope="col">\(ControlTexts.schoolClass[words])</th>\
            <th scope="col">\(ControlTexts.subject[words])</th><th scope="col">\(ControlTexts.missing[words])</th></tr>\
            </thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
