import SchoolRules
import Web

/// The table: hours down, days across.
struct TimetableGrid {
    let board: TimetableBoard
    let words: Language
    let mayEdit: Bool
    let address: (TimetableForms.Place) -> String

    var html: HTML {
        let rows = board.rows
        let byPlace = Dictionary(grouping: board.seen) { board.places[$0.id] }
        let isOneShift = Set(rows.map(\.shift)).count < 2
        return """
            <table class="timetable"><thead><tr><td></td>\
            \(board.weekdays.html { "<th scope=\"col\">\(DateWords.weekday($0)[words])</th>" })</tr></thead>\
            <tbody>\(rows.html { self.row($0, byPlace, isOneShift: isOneShift) })</tbody></table>
            """
    }

    private func row(
        _ row: TimetableBoard.Row, _ byPlace: [TimetableForms.Place?: [PlacedSlot]], isOneShift: Bool
    ) -> HTML {
        let start = row.start.map { DateWords.clock($0.minutes) } ?? "—"
        let shift: HTML? = isOneShift ? nil : "<small>\(TimetableTexts.shift(row.shift)[words])</small>"
        let cells = board.weekdays.html { weekday in
            let place = TimetableForms.Place(weekday: weekday, number: row.number, shift: row.shift)
            return "<td>\(cell(place, byPlace[place] ?? []))</td>"
        }
        return "<tr><th scope=\"row\">\(row.number)<small>\(start)</small>\(shift)</th>\(cells)</tr>"
    }

    private func cell(_ place: TimetableForms.Place, _ slots: [PlacedSlot]) -> HTML {
        let lines = slots.html(line)
        guard mayEdit else { return slots.isEmpty ? HTML() : "<div class=\"held\">\(lines)</div>" }
        let current: HTML? = board.cell == place ? " aria-current=\"true\"" : nil
        guard !slots.isEmpty else {
            let name = TimetableTexts.free(DateWords.weekday(place.weekday)[words], place.number)[words]
            return "<a class=\"free\" href=\"\(address(place))\"\(current)><span class=\"sr\">\(name)</span></a>"
        }
        let clashes = slots.flatMap { board.clashes[$0.id] ?? [] }
        let mark: HTML? = clashes.isEmpty ? nil : " class=\"clash\""
        return "<a href=\"\(address(place))\"\(mark)\(current)>\(lines)\(clashes.html(clash))</a>"
    }

    private func line(_ slot: PlacedSlot) -> HTML {
        guard let page = board.page(slot.page) else { return HTML() }
        let week: HTML? =
            slot.parity == .every
            ? nil : "<span class=\"tag\">\(TimetableTexts.week(slot.parity)[words])</span> "
        return "<b>\(heading(page))</b><small>\(week)\(details(page, slot))</small>"
    }

    private func heading(_ page: TaughtPage) -> String {
        if case .ofClass = board.view { return page.subject[words] }
        return page.title(words)
    }

    private func details(_ page: TaughtPage, _ slot: PlacedSlot) -> String {
        var parts: [String] = []
        if case .ofClass = board.view, !page.groupName.isEmpty { parts.append(page.groupName) }
        if case .ofTeacher = board.view {
        } else {
            parts.append(page.teachers.isEmpty ? "—" : page.teachers.map(\.name.surname).joined(separator: ", "))
        }
        if case .ofRoom = board.view {} else if !slot.room.isEmpty { parts.append(slot.room) }
        return parts.joined(separator: " · ")
    }

    private func clash(_ clash: Clash) -> HTML {
        guard let other = board.slots.first(where: { $0.id == clash.other }), let page = board.page(other.page) else {
            return HTML()
        }
        let said: Text
        switch clash.cause {
        case .teacher(let id):
            let name = page.teachers.first { $0.id == id }?.name.surname ?? ""
            said = TimetableTexts.busy(name, page.title(words))
        case .room(let room): said = TimetableTexts.busy(room, page.whom(words))
        case .students: said = TimetableTexts.studentsBusy(page.title(words))
        }
        return "<em>! \(said[words])</em>"
    }
}

/// The lessons of one class at one place of the week, as a form.
struct TimetableCellForm {
    let visit: Visit
    let board: TimetableBoard
    let classID: Int64
    let cell: TimetableForms.Place
    private var words: Language { visit.language }

    var html: HTML {
        let entries = board.typed ?? saved
        let version = board.version?.id ?? 0
        let start = board.start(shift: cell.shift, number: cell.number).map { DateWords.clock($0.minutes) } ?? "—"
        let fields = (0...min(entries.count, 7)).html { fieldset($0 + 1, $0 < entries.count ? entries[$0] : nil) }
        return """
            <form class="form card pad" method="post" action="/timetable/cell" \
            data-guard="cell-\(version)-\(classID)-\(cell.address)">\(visit.csrfField)
            <input type="hidden" name="version" value="\(version)"><input type="hidden" name="class" value="\
            \(classID)">\
            <input type="hidden" name="cell" value="\(cell.address)">
            <h2>\(TimetableTexts.lesson(DateWords.weekday(cell.weekday)[words], cell.number)[words]) <small>\(start)\
            </small></h2>\(fields)
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <button name="do" value="clear">\(TimetableTexts.clear[words])</button></p></form>
            """
    }

    private var saved: [TimetableForms.CellLesson] {
        board.seen.filter { board.places[$0.id] == cell }.map {
            TimetableForms.CellLesson(page: $0.page, parity: $0.parity, room: $0.room)
        }
    }

    private func fieldset(_ number: Int, _ lesson: TimetableForms.CellLesson?) -> HTML {
        let pages = board.choices.html { page in
            let selected: HTML? = page.id == lesson?.page ? " selected" : nil
            return "<option value=\"\(page.id)\"\(selected)>\(page.subjectTitle(words)) · \(page.teacherNames)</option>"
        }
        let weeks = [SlotParity.every, .odd, .even].html { parity in
            let selected: HTML? = parity == lesson?.parity ? " selected" : nil
            return "<option value=\"\(parity.rawValue)\"\(selected)>\(TimetableTexts.week(parity)[words])</option>"
        }
        return """
            <fieldset class="entry"><legend>\(TimetableTexts.entry(number)[words])</legend>
            <p class="field"><label for="page-\(number)">\(TimetableTexts.subjectAndTeacher[words])</label>\
            <select id="page-\(number)" name="page-\(number)"><option value="">—</option>\(pages)</select></p>
            <div class="row"><p class="field grow"><label for="week-\(number)">\(TimetableTexts.weekLabel[words])\
            </label>\
            <select id="week-\(number)" name="week-\(number)">\(weeks)</select></p>
            <p class="field short"><label for="room-\(number)">\(TimetableTexts.roomLabel[words])</label>\
            <input id="room-\(number)" name="room-\(number)" maxlength="20" value="\(lesson?.room ?? "")"></p></div>\
            </fieldset>
            """
    }
}
