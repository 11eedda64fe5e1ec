import SchoolRules
import Web

/// What stands beside the grid of a draft: the lesson in hand, the hours of the load, copying.
struct TimetablePanel {
    let visit: Visit
    let board: TimetableBoard
    private var words: Language { visit.language }

    var html: HTML {
        """
        <aside class="making" id="making">\(hand)
        <p class="acts"><button type="button" id="undo" hidden>\(Icon.undo.html)<span>\(TimetableTexts.undo[words])\
        </span></button></p>
        <h2 id="hours">\(TimetableTexts.hoursOfLoad[words]) <small>\(TimetableTexts.placedOfAll[words])</small></h2>
        <p class="field"><label class="sr" for="seek">\(TimetableTexts.seek[words])</label>\
        <input type="search" id="seek" placeholder="\(TimetableTexts.seek[words])" autocomplete="off" \
        role="combobox" aria-expanded="true" aria-controls="load" aria-autocomplete="list" hidden></p>
        <ul id="load" role="listbox" aria-labelledby="hours">\(pages)</ul>\(copies)\(keys)</aside>
        """
    }

    /// The pages with their hours; those that have all of them stand back.
    var pages: HTML {
        let placed = board.week.hours
        return board.choices.html { page in
            let has = placed[page.id] ?? 0
            let state = has < page.hours ? "" : has == page.hours ? "done" : "over"
            let columns = (board.week.columns[page.id] ?? []).sorted().map(String.init).joined(separator: " ")
            return """
                <li role="option" id="p\(page.id)" class="\(state)" data-page="\(page.id)" \
                data-classes="\(columns)"><b>\(title(page))</b>\
                <small>\(page.teacherNames)</small><span class="num">\(HoursWords.number(has, words)) / \
                \(HoursWords.number(page.hours, words))</span></li>
                """
        }
    }

    static func weeks(_ chosen: SlotParity?, _ words: Language) -> HTML {
        [SlotParity.every, .odd, .even].html { parity in
            let selected: HTML? = parity == chosen ? " selected" : nil
            return "<option value=\"\(parity.rawValue)\"\(selected)>\(TimetableTexts.week(parity)[words])</option>"
        }
    }

    private func title(_ page: TaughtPage) -> String {
        if case .ofClass = board.view { return page.subjectTitle(words) }
        return page.title(words)
    }

    private var hand: HTML {
        """
        <div class="card pad form" id="hand" hidden><p><b></b> <small></small></p>
        <div class="row"><p class="field short"><label for="hand-week">\(TimetableTexts.weekLabel[words])</label>\
        <select id="hand-week">\(Self.weeks(nil, words))</select></p>\
        <p class="field grow"><label for="hand-room">\(TimetableTexts.roomLabel[words])</label>\
        <input id="hand-room" maxlength="20" list="hand-rooms" autocomplete="off">\
        <datalist id="hand-rooms"></datalist></p></div>
        <label class="check" id="hand-double"><input type="checkbox"> \(TimetableTexts.double[words])</label>
        <p class="acts"><button type="button" data-do="lift">\(TimetableTexts.lift[words])</button>\
        <button type="button" data-do="letGo">\(TimetableTexts.putDown[words])</button>\
        <button type="button" data-do="remove">\(TimetableTexts.remove[words])</button>\
        <a class="button quiet" data-do="form">\(TimetableTexts.openForm[words])</a></p></div>
        """
    }

    private var keys: HTML {
        let list = TimetableTexts.keys.html { "<dt><kbd>\($0.keys)</kbd></dt><dd>\($0.does[words])</dd>" }
        return """
            <details class="add keys" hidden><summary>\(TimetableTexts.keysTitle[words])</summary><dl>\(list)</dl>\
            </details>
            """
    }

    // MARK: Copying

    private var copies: HTML? {
        guard case .ofClass(let id) = board.view, let mine = board.classes.first(where: { $0.id == id }) else {
            return nil
        }
        return """
            <details class="add"><summary>\(TimetableTexts.copying[words])</summary>\(copyDay(id))\
            \(copyClass(mine))<p class="pad"><small>\(TimetableTexts.copyRule[words])</small></p></details>
            """
    }

    private func form(_ classID: Int64, _ what: String, _ fields: HTML, _ button: Text) -> HTML {
        """
        <form class="form" method="post" action="/timetable/steps?class=\(classID)&version=\(board.version?.id ?? 0)" \
        data-step>\(visit.csrfField)<input type="hidden" name="do" value="\(what)">\
        <input type="hidden" name="class" value="\(classID)"><div class="row">\(fields)</div>\
        <p class="acts"><button>\(button[words])</button></p></form>
        """
    }

    private func copyDay(_ classID: Int64) -> HTML {
        func days(_ first: Int) -> HTML {
            board.weekdays.enumerated().html { index, day in
                let selected: HTML? = index == first ? " selected" : nil
                return "<option value=\"\(day)\"\(selected)>\(DateWords.weekday(day)[words])</option>"
            }
        }
        return form(
            classID, "copy-day",
            """
            <p class="field"><label for="day-from">\(TimetableTexts.fromDay[words])</label>\
            <select id="day-from" name="from">\(days(0))</select></p>\
            <p class="field"><label for="day-to">\(TimetableTexts.toDay[words])</label>\
            <select id="day-to" name="to">\(days(1))</select></p>
            """, TimetableTexts.copyDay)
    }

    /// Classes of the same parallel first, as they are the likeliest.
    private func copyClass(_ mine: ListedClass) -> HTML {
        let others = board.classes.filter { $0.id != mine.id }
        let near = others.filter { $0.name.grade == mine.name.grade }
        let rest = others.filter { $0.name.grade != mine.name.grade }
        guard !others.isEmpty else { return HTML() }
        let options = (near + rest).html { "<option value=\"\($0.id)\">\($0.name.display(words))</option>" }
        return form(
            mine.id, "copy-class",
            """
            <p class="field"><label for="class-from">\(TimetableTexts.fromClass[words])</label>\
            <select id="class-from" name="from">\(options)</select></p>
            """, TimetableTexts.copyClass)
    }
}
