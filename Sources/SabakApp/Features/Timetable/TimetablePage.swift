import HTTPTypes
import SchoolRules
import Web

/// The timetable as a table of the week; for the deputy with the chosen cell as a form beside it.
struct TimetablePageView {
    let visit: Visit
    let board: TimetableBoard
    let problem: Text?
    private var words: Language { visit.language }

    /// What a step has to tell, where it was made without the script.
    var notes: [String] = []

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        var layout = Layout(visit: visit, title: title, place: "/timetable", frame: .wide)
        if mayEdit { layout.ownScript = "timetable.js" }
        return .page(layout.html(content), status: status)
    }

    private var content: HTML {
        """
        <div class="head"><div><h1>\(title)</h1><p class="sub">\(subtitle)</p></div>
        \(choice)\(versionMenu)<p class="acts">\(acts)\(ImportLink.timetables(visit))</p></div>
        \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })
        \(PublishingNote.html(visit.asked.query["done"], words))\(told)<div id="warnings">\(warning)</div>
        \(board.version == nil ? empty : table)\(visit.may(.writeTimetable) ? newVersion : nil)
        """
    }

    private var told: HTML? {
        guard !notes.isEmpty else { return nil }
        return "<div class=\"say\" role=\"status\">\(notes.html { "<p>\($0)</p>" })</div>"
    }

    private var title: String {
        let name: String
        switch board.view {
        case .ofClass(let id): name = board.classes.first { $0.id == id }?.name.display(words) ?? ""
        case .ofTeacher(let id): name = board.teachers.first { $0.id == id }?.name.short ?? ""
        case .ofRoom(let room): name = TimetableTexts.room(room)[words]
        case .ofGrade(let grade): name = TimetableTexts.grade(grade)[words]
        case .ofShift(let shift): name = TimetableTexts.shift(shift)[words]
        case .ofSchool: name = TimetableTexts.wholeSchool[words]
        case .nothing: name = ""
        }
        return name.isEmpty ? TimetableTexts.timetable[words] : "\(TimetableTexts.timetable[words]) · \(name)"
    }

    private var subtitle: String {
        guard let version = board.version else { return "" }
        let day = version.from.words(words)
        let since = version.isPublished ? TimetableTexts.since(day) : TimetableTexts.draftSince(day)
        let hours = board.seen.isEmpty || board.isOfManyClasses ? "" : " · " + HoursWords.words(weekHours, words)
        return since[words] + hours
    }

    /// Hours a week of the view; lessons held side by side count once.
    private var weekHours: Int {
        let busy = Dictionary(grouping: board.seen) { board.week.place(of: $0) }
        return busy.values.reduce(0) { total, slots in
            total + (Set(slots.map(\.parity)) == [.odd] || Set(slots.map(\.parity)) == [.even] ? 50 : 100)
        }
    }

    private var choice: HTML {
        guard visit.mayInSchool(.readTimetable) || board.classes.count > 1 else { return HTML() }
        let classes = board.classes.html {
            "<li><a href=\"\(address("class", $0.id))\">\($0.name.display(words))</a></li>"
        }
        guard visit.mayInSchool(.readTimetable) else { return menu(TimetableTexts.classes, classes) }
        let teachers = board.teachers.html {
            "<li><a href=\"\(address("teacher", $0.id))\">\($0.name.list)</a></li>"
        }
        let rooms = board.rooms.html { room in
            "<li><a href=\"\(address("room", Form.encode(room)))\">\(room)</a></li>"
        }
        return """
            \(menu(TimetableTexts.classes, classes))\(menu(TimetableTexts.teachers, teachers))\
            \(menu(TimetableTexts.rooms, rooms))\(menu(TimetableTexts.boards, boards))
            """
    }

    /// Many classes side by side: a shift, a parallel, the whole school.
    private var boards: HTML {
        let shifts = Set(board.classes.map(\.shift)).sorted()
        let grades = Set(board.classes.map(\.name.grade)).sorted()
        return """
            \(shifts.count > 1 ? shifts.html { link("shift", $0, TimetableTexts.shift($0)) } : HTML())\
            \(grades.html { link("grade", $0, TimetableTexts.grade($0)) })\
            \(link("all", 1, TimetableTexts.wholeSchool))
            """
    }

    private func link(_ kind: String, _ value: Int, _ name: Text) -> HTML {
        "<li><a href=\"\(address(kind, value))\">\(name[words])</a></li>"
    }

    private func menu(_ name: Text, _ items: HTML) -> HTML {
        items.isEmpty ? HTML() : "<details class=\"menu\"><summary>\(name[words])</summary><ul>\(items)</ul></details>"
    }

    private var versionMenu: HTML {
        let isDeputy = visit.may(.writeTimetable)
        guard board.versions.count > 1 || isDeputy && board.version != nil else { return HTML() }
        let items = board.versions.html { version in
            let current: HTML? = version.id == board.version?.id ? " aria-current=\"true\"" : nil
            let name = TimetableTexts.name(version.from.words(words), isPublished: version.isPublished)
            return
                "<li><a href=\"/timetable?\(board.view.query)&version=\(version.id)\"\(current)>\(name[words])</a></li>"
        }
        let all: HTML? =
            isDeputy ? "<li><a href=\"/timetable/versions\">\(TimetableTexts.allVersions[words])</a></li>" : nil
        return menu(TimetableTexts.versions, "\(items)\(all)")
    }

    private var acts: HTML {
        let day: HTML? =
            visit.may(.changeLessonSchedule) || visit.may(.readLoad)
            ? "<a class=\"button\" href=\"/schedule\">\(TimetableTexts.lessonsOfDay[words])</a>" : nil
        let print: HTML = """
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button>
            """
        guard let version = board.version, visit.may(.writeTimetable) else { return "\(day)\(print)" }
        let check: HTML = """
            <a class="button" href="/timetable/check?version=\(version.id)">\(TimetableTexts.check[words])</a>
            """
        guard !version.isPublished else { return "\(day)\(check)\(print)" }
        return """
            \(check)\(print)<a class="button main" href="/timetable/publish?version=\(version.id)">\
            \(TimetableTexts.publishFrom(version.from.words(words))[words])</a>
            """
    }

    var warning: HTML? {
        guard visit.may(.writeTimetable) else { return nil }
        var parts: [String] = []
        let hard = board.seen.count { board.clashes[$0.id]?.contains(where: \.isHard) ?? false }
        if hard > 0 { parts.append(TimetableTexts.clashesHard(hard)[words]) }
        let clashes = board.seen.reduce(0) { $0 + (board.clashes[$1.id]?.isEmpty == false ? 1 : 0) }
        if clashes > 0 { parts.append(TimetableTexts.clashes(clashes)[words]) }
        let missing = board.unplaced.filter { $0.hours > 0 }
        if !missing.isEmpty { parts.append(TimetableTexts.notPlaced(list(missing))[words]) }
        let extra = board.unplaced.filter { $0.hours < 0 }.map { (page: $0.page, hours: -$0.hours) }
        if !extra.isEmpty { parts.append(TimetableTexts.tooMany(list(extra))[words]) }
        guard !parts.isEmpty else { return nil }
        return "<p class=\"say warn\" role=\"status\">\(parts.joined(separator: " "))</p>"
    }

    private func list(_ pages: [(page: TaughtPage, hours: Int)]) -> String {
        let named = pages.prefix(12).map { one in
            let title = board.isOfManyClasses ? one.page.title(words) : one.page.subjectTitle(words)
            return "\(title) \(HoursWords.number(one.hours, words))"
        }
        return named.joined(separator: ", ") + (pages.count > 12 ? ", …" : "")
    }

    private var empty: HTML { "<p>\(TimetableTexts.noTimetable[words])</p>" }

    private var table: HTML {
        let grid = TimetableGrid(visit: visit, board: board, mayEdit: mayEdit)
        let scroll: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(TimetableTexts.table[words])">\(grid.html)\
            </div>
            """
        guard mayEdit, let version = board.version else { return scroll }
        var form: HTML?
        if let cell = board.cell, case .ofClass(let id) = board.view {
            form = TimetableCellForm(visit: visit, board: board, classID: id, cell: cell).html
        }
        let texts = JSON.object(TimetableTexts.ofScript.map { ($0.name, .string($0.text[words])) })
        return """
            <div class="beside right" id="table" data-query="\(board.view.query)&amp;version=\(version.id)" \
            data-version="\(version.id)" data-csrf="\(visit.session.csrf)" data-texts="\(texts.string)">\
            <div><p id="said" class="say" role="status" aria-live="polite" hidden></p>\(scroll)</div><div>\(form)\
            \(TimetablePanel(visit: visit, board: board).html)</div></div>
            """
    }

    private var mayEdit: Bool {
        guard visit.may(.writeTimetable), board.isDraft else { return false }
        switch board.view {
        case .ofClass, .ofTeacher, .ofRoom, .ofGrade, .ofShift: return true
        case .ofSchool, .nothing: return false
        }
    }

    private var newVersion: HTML {
        let hint = board.version == nil ? TimetableTexts.emptyHint : TimetableTexts.copyHint
        let copied = board.version.map { "<input type=\"hidden\" name=\"copy\" value=\"\($0.id)\">" as HTML }
        return """
            <details class="add"><summary>\(TimetableTexts.newVersion[words])</summary>
            <form class="form" method="post" action="/timetable/versions">\(visit.csrfField)\(copied)
            <p class="field"><label for="from">\(TimetableTexts.validFrom[words])</label>\
            <input type="date" id="from" name="from" required>\
            <small class="hint">\(hint[words])\
            </small></p>
            <p class="acts"><button class="main">\(TimetableTexts.makeDraft[words])</button></p></form></details>
            """
    }

    private func address(_ kind: String, _ value: some CustomStringConvertible) -> String {
        "/timetable?\(kind)=\(value)" + (board.version.map { "&version=\($0.id)" } ?? "")
            + (board.cell.map { "&cell=\($0.address)" } ?? "")
    }
}
