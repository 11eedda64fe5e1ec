import SchoolRules
import Web

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
        let start =
            board.week.start(shift: cell.shift, number: cell.number, grade: board.grade)
            .map { DateWords.clock($0.minutes) } ?? "—"
        let fields = (0...min(entries.count, 7)).html { fieldset($0 + 1, $0 < entries.count ? entries[$0] : nil) }
        return """
            <form class="form card pad" method="post" action="/timetable/cell" \
            data-guard="cell-\(version)-\(classID)-\(cell.address)">\(visit.csrfField)
            <input type="hidden" name="version" value="\(version)"><input type="hidden" name="class" value="\
            \(classID)">\
            <input type="hidden" name="cell" value="\(cell.address)">
            <h2>\(TimetableTexts.lesson(DateWords.weekday(cell.weekday)[words], cell.number)[words]) <small>\(start)\
            </small></h2>\(fields)\(freeRooms)
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button>\
            <button name="do" value="clear">\(TimetableTexts.clear[words])</button></p></form>
            """
    }

    private var saved: [TimetableForms.CellLesson] {
        board.seen.filter { board.week.place(of: $0) == cell }.map {
            TimetableForms.CellLesson(page: $0.page, parity: $0.parity, room: $0.room)
        }
    }

    /// Rooms that nobody uses at that hour, offered while a room is typed.
    private var freeRooms: HTML {
        guard let page = board.choices.first else { return HTML() }
        let rooms = TimetableRooms(board.week).all(for: cell.slot(page.id, .every), page).filter { $0.page == nil }
        return "<datalist id=\"free-rooms\">\(rooms.html { "<option value=\"\($0.room)\"></option>" })</datalist>"
    }

    private func fieldset(_ number: Int, _ lesson: TimetableForms.CellLesson?) -> HTML {
        let pages = board.choices.html { page in
            let selected: HTML? = page.id == lesson?.page ? " selected" : nil
            return "<option value=\"\(page.id)\"\(selected)>\(page.subjectTitle(words)) · \(page.teacherNames)</option>"
        }
        return """
            <fieldset class="entry"><legend>\(TimetableTexts.entry(number)[words])</legend>
            <p class="field"><label for="page-\(number)">\(TimetableTexts.subjectAndTeacher[words])</label>\
            <select id="page-\(number)" name="page-\(number)"><option value="">—</option>\(pages)</select></p>
            <div class="row"><p class="field grow"><label for="week-\(number)">\(TimetableTexts.weekLabel[words])\
            </label>\
            <select id="week-\(number)" name="week-\(number)">\(TimetablePanel.weeks(lesson?.parity, words))\
            </select></p>
            <p class="field short"><label for="room-\(number)">\(TimetableTexts.roomLabel[words])</label>\
            <input id="room-\(number)" name="room-\(number)" maxlength="20" list="free-rooms" autocomplete="off" \
            value="\(lesson?.room ?? "")"></p></div></fieldset>
            """
    }
}
