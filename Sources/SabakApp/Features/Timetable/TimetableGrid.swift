import SchoolRules
import Web

/// The table: hours down and days across, or, for many classes, days and hours down and classes across.
struct TimetableGrid {
    let visit: Visit
    let board: TimetableBoard
    let mayEdit: Bool
    private let byPlace: [TimetableForms.Place: [PlacedSlot]]
    private let clashWords: TimetableClashWords
    private var words: Language { visit.language }

    init(visit: Visit, board: TimetableBoard, mayEdit: Bool) {
        self.visit = visit
        self.board = board
        self.mayEdit = mayEdit
        byPlace = Dictionary(grouping: board.seen) {
            board.week.place(of: $0) ?? .init(weekday: 0, number: 0, shift: 0)
        }
        clashWords = TimetableClashWords(week: board.week, words: visit.language)
    }

    var html: HTML {
        guard board.isOfManyClasses else { return ofDays }
        guard case .ofSchool = board.view else { return ofClasses(board.columns) }
        // A sheet of paper holds a dozen classes of one shift.
        let shifts = Dictionary(grouping: board.columns, by: \.shift)
        return shifts.keys.sorted().html { shift in
            let classes = shifts[shift] ?? []
            return stride(from: 0, to: classes.count, by: 12).html { start in
                ofClasses(Array(classes[start..<min(start + 12, classes.count)]))
            }
        }
    }

    /// The cells of some days as they stand, by their ids in the page.
    func cells(on days: Set<Int>) -> [(id: String, html: HTML)] {
        board.rows.flatMap { row in
            board.weekdays.filter(days.contains).flatMap { weekday -> [(id: String, html: HTML)] in
                let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
                guard board.isOfManyClasses else { return [(id(place), cell(place, byPlace[place] ?? []))] }
                return board.columns.map { (id(place, $0.id), cell(place, slots(place, $0.id), in: $0.id)) }
            }
        }
    }

    // MARK: One class, teacher or room

    private var ofDays: HTML {
        let rows = board.rows
        let isOneShift = Set(rows.map(\.shift)).count < 2
        return """
            <table class="timetable single"\(gridRole)><thead><tr\(role("row"))><td></td>\
            \(board.weekdays.html { "<th scope=\"col\">\(DateWords.weekday($0)[words])</th>" })</tr></thead>\
            <tbody>\(rows.enumerated().html { index, row in
                let isTurn = !isOneShift && (index == 0 || rows[index - 1].shift != row.shift)
                return self.row(row, isTurn: isTurn, isFirst: index == 0)
            })</tbody></table>
            """
    }

    /// - Parameter isTurn: whether a shift begins with this hour.
    private func row(_ row: TimetableBoard.Row, isTurn: Bool, isFirst: Bool) -> HTML {
        let start = row.start.map { DateWords.clock($0.minutes) } ?? "—"
        let shift: HTML? = isTurn ? "<small>\(TimetableTexts.shift(row.shift)[words])</small>" : nil
        let cells = board.weekdays.html { weekday in
            let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
            let slots = byPlace[place] ?? []
            let day: HTML? = isFirst ? " data-day=\"\(DateWords.weekday(weekday)[words])\"" : nil
            let none: HTML? = slots.isEmpty ? " class=\"vacant\"" : nil
            return """
                <td id="\(id(place))"\(role("gridcell")) data-at="\(place.address)" data-hour="\(row.number) · \
                \(start)"\(day)\(none)>\(cell(place, slots))</td>
                """
        }
        return """
            <tr\(role("row"))\(isTurn ? " class=\"turn\"" : HTML())><th scope="row">\(row.number)\
            <small>\(start)</small>\(shift)</th>\(cells)</tr>
            """
    }

    // MARK: Many classes

    private func ofClasses(_ classes: [ListedClass]) -> HTML {
        let rows = board.rows.filter { row in classes.contains { $0.shift == row.shift } || !isUnused(row, classes) }
        let heads = classes.html { one in
            """
            <th scope="col"><a href="/timetable?class=\(one.id)\(versionPart)">\(one.name.display(words))</a></th>
            """
        }
        let days = board.weekdays.html { weekday in
            rows.html { row in line(row, weekday, classes, rows) }
        }
        return """
            <table class="timetable board"\(gridRole)><thead><tr\(role("row"))><td></td><td></td>\(heads)</tr></thead>\
            <tbody>\(days)</tbody></table>
            """
    }

    private func isUnused(_ row: TimetableBoard.Row, _ classes: [ListedClass]) -> Bool {
        !board.weekdays.contains { weekday in
            let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
            return classes.contains { !slots(place, $0.id).isEmpty }
        }
    }

    private func line(
        _ row: TimetableBoard.Row, _ weekday: Int, _ classes: [ListedClass], _ rows: [TimetableBoard.Row]
    ) -> HTML {
        let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
        let isFirst = row == rows.first
        let day: HTML? =
            isFirst
            ? """
            <th scope="rowgroup" rowspan="\(rows.count)"><span>\(DateWords.weekday(weekday)[words])</span></th>
            """ : nil
        let cells = classes.html { one in
            let slots = slots(place, one.id)
            if one.shift != row.shift, slots.isEmpty { return "<td class=\"off\"></td>" }
            return """
                <td id="\(id(place, one.id))"\(role("gridcell")) data-at="\(place.address)" data-class="\(one.id)">\
                \(cell(place, slots, in: one.id))</td>
                """
        }
        return """
            <tr\(role("row"))\(isFirst ? " class=\"first\"" : HTML())>\(day)<th scope="row" title="\
            \(row.start.map { DateWords.clock($0.minutes) } ?? "—")">\(row.number)</th>\(cells)</tr>
            """
    }

    private func slots(_ place: TimetableForms.Place, _ classID: Int64) -> [PlacedSlot] {
        (byPlace[place] ?? []).filter { board.week.columns[$0.page]?.contains(classID) ?? false }
    }

    // MARK: A cell

    private func id(_ place: TimetableForms.Place, _ classID: Int64 = 0) -> String { "c\(classID)-\(place.address)" }

    private func role(_ name: StaticString) -> HTML? {
        guard mayEdit else { return nil }
        var html: HTML = " role=\""
        html.append(markup: name)
        html.append(markup: "\"")
        return html
    }

    private var gridRole: HTML? {
        mayEdit ? " role=\"grid\" aria-label=\"\(TimetableTexts.table[words])\"" : nil
    }

    private var versionPart: String { board.version.map { "&version=\($0.id)" } ?? "" }

    private func cell(_ place: TimetableForms.Place, _ slots: [PlacedSlot], in column: Int64? = nil) -> HTML {
        let lines = slots.html(line)
        guard mayEdit else { return slots.isEmpty ? HTML() : "<div class=\"held\">\(lines)</div>" }
        let href = form(place, slots, in: column).map { " href=\"\($0)\"" as HTML }
        let current: HTML? = board.cell == place && !board.isOfManyClasses ? " aria-current=\"true\"" : nil
        guard !slots.isEmpty else {
            let name = TimetableTexts.free(DateWords.weekday(place.weekday)[words], place.number)[words]
            return "<a class=\"spot free\"\(href)\(current)><span class=\"sr\">\(name)</span></a>"
        }
        let clashes = slots.flatMap { board.clashes[$0.id] ?? [] }
        let mark: HTML? = clashes.isEmpty ? nil : (clashes.contains(where: \.isHard) ? " clash hard" : " clash")
        var said: [String] = []
        for clash in clashes.compactMap(clashWords.say) where !said.contains(clash) { said.append(clash) }
        return """
            <a class="spot\(mark)"\(href)\(current)>\(lines)\(said.html { "<em>! \($0)</em>" })</a>
            """
    }

    /// The address of the form for a cell: that of its class.
    private func form(_ place: TimetableForms.Place, _ slots: [PlacedSlot], in column: Int64?) -> String? {
        var classID = column
        if case .ofClass(let id) = board.view { classID = id }
        if classID == nil, let page = slots.first?.page { classID = board.week.columns[page]?.min() }
        return classID.map { "/timetable?class=\($0)\(versionPart)&cell=\(place.address)" }
    }

    private func line(_ slot: PlacedSlot) -> HTML {
        guard let page = board.page(slot.page) else { return HTML() }
        let week: HTML? =
            slot.parity == .every
            ? nil : "<span class=\"tag\">\(TimetableTexts.week(slot.parity)[words])</span> "
        let text: HTML = "<b>\(heading(page))</b><small>\(week)\(details(page, slot))</small>"
        guard mayEdit else { return text }
        return """
            <span class="slot" data-page="\(slot.page)" data-week="\(slot.parity.rawValue)" data-room="\(slot.room)">\
            \(text)</span>
            """
    }

    private var isOfClass: Bool {
        if case .ofClass = board.view { return true }
        return board.isOfManyClasses
    }

    private func heading(_ page: TaughtPage) -> String { isOfClass ? page.subject[words] : page.title(words) }

    private func details(_ page: TaughtPage, _ slot: PlacedSlot) -> String {
        var parts: [String] = []
        if isOfClass, !page.groupName.isEmpty { parts.append(page.groupName) }
        if case .ofTeacher = board.view {
        } else {
            parts.append(page.teachers.isEmpty ? "—" : page.teachers.map(\.name.surname).joined(separator: ", "))
        }
        if case .ofRoom = board.view {} else if !slot.room.isEmpty { parts.append(slot.room) }
        return parts.joined(separator: " · ")
    }
}
