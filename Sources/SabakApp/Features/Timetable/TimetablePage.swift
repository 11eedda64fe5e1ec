import HTTPTypes
import SchoolRules
import Web

/// The timetable as a table of the week; for the deputy with the chosen cell as a form beside it.
struct TimetablePageView {
    let visit: Visit
    let board: TimetableBoard
    let problem: Text?
    private var words: Language { visit.language }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let layout = Layout(visit: visit, title: title, place: "/timetable", frame: .wide)
        return .page(layout.html(content), status: status)
    }

    private var content: HTML {
        """
        <div class="head"><div><h1>\(title)</h1><p class="sub">\(subtitle)</p></div>
        \(choice)\(versionMenu)<p class="acts">\(acts)</p></div>
        \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })
        \(PublishingNote.html(visit.asked.query["done"], words))\(warning)
        \(board.version == nil ? empty : table)\(visit.may(.writeTimetable) ? newVersion : nil)
        """
    }

    private var title: String {
        let name: String
        switch board.view {
        case .ofClass(let id): name = board.classes.first { $0.id == id }?.name.display(words) ?? ""
        case .ofTeacher(let id): name = board.teachers.first { $0.id == id }?.name.short ?? ""
        case .ofRoom(let room): name = TimetableTexts.room(room)[words]
        case .nothing: name = ""
        }
        return name.isEmpty ? TimetableTexts.timetable[words] : "\(TimetableTexts.timetable[words]) · \(name)"
    }

    private var subtitle: String {
        guard let version = board.version else { return "" }
        let day = version.from.words(words)
        let since = version.isPublished ? TimetableTexts.since(day) : TimetableTexts.draftSince(day)
        let hours = board.seen.isEmpty ? "" : " · " + HoursWords.words(weekHours, words)
        return since[words] + hours
    }

    /// Hours a week of the view; lessons held side by side count once.
    private var weekHours: Int {
        let busy = Dictionary(grouping: board.seen) { board.places[$0.id] }
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
            \(menu(TimetableTexts.rooms, rooms))
            """
    }

    private func menu(_ name: Text, _ items: HTML) -> HTML {
        items.isEmpty ? HTML() : "<details class=\"menu\"><summary>\(name[words])</summary><ul>\(items)</ul></details>"
    }

    private var versionMenu: HTML {
        guard board.versions.count > 1 else { return HTML() }
        let items = board.versions.html { version in
            let day = version.from.words(words)
            let name = version.isPublished ? TimetableTexts.since(day) : TimetableTexts.draftSince(day)
            let current: HTML? = version.id == board.version?.id ? " aria-current=\"true\"" : nil
            return "<li><a href=\"\(address(version: version.id))\"\(current)>\(name[words])</a></li>"
        }
        return menu(TimetableTexts.versions, items)
    }

    private var acts: HTML {
        let day: HTML? =
            visit.may(.changeLessonSchedule) || visit.may(.readLoad)
            ? "<a class=\"button\" href=\"/schedule\">\(TimetableTexts.lessonsOfDay[words])</a>" : nil
        guard let version = board.version, visit.may(.writeTimetable), !version.isPublished else {
            return """
                \(day)<button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button>
                """
        }
        return """
            \(day)<a class="button main" href="/timetable/publish?version=\(version.id)">\
            \(TimetableTexts.publishFrom(version.from.words(words))[words])</a>
            """
    }

    private var warning: HTML? {
        guard visit.may(.writeTimetable) else { return nil }
        var parts: [String] = []
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
        pages.map { "\($0.page.subjectTitle(words)) \(HoursWords.number($0.hours, words))" }.joined(separator: ", ")
    }

    private var empty: HTML { "<p>\(TimetableTexts.noTimetable[words])</p>" }

    private var table: HTML {
        let grid = TimetableGrid(board: board, words: words, mayEdit: mayEdit, address: address)
        let scroll: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(TimetableTexts.table[words])">\(grid.html)\
            </div>
            """
        guard mayEdit, let cell = board.cell, case .ofClass(let id) = board.view else { return scroll }
        let form = TimetableCellForm(visit: visit, board: board, classID: id, cell: cell).html
        return "<div class=\"beside right\">\(scroll)\(form)</div>"
    }

    private var mayEdit: Bool {
        guard case .ofClass = board.view else { return false }
        return visit.may(.writeTimetable) && board.isDraft
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
    }

    private func address(version: Int64) -> String {
        switch board.view {
        case .ofClass(let id): "/timetable?class=\(id)&version=\(version)"
        case .ofTeacher(let id): "/timetable?teacher=\(id)&version=\(version)"
        case .ofRoom(let room): "/timetable?room=\(Form.encode(room))&version=\(version)"
        case .nothing: "/timetable?version=\(version)"
        }
    }

    private func address(cell: TimetableForms.Place) -> String {
        address(version: board.version?.id ?? 0) + "&cell=\(cell.address)"
    }
}
