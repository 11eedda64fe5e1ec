import SchoolRules
import Web

/// The forms below the lessons of a day: whole days, and one more lesson.
struct ScheduleForm {
    let visit: Visit
    let board: ScheduleBoard
    let adding: FormProblems?
    private var words: Language { visit.language }

    var html: HTML { "\(days)\(add)" }

    /// The reason: a word of the list, or own words.
    static func reasonFields(
        _ words: Language, prefix: String, typed: Form, problems: [String: Text] = [:], isRequired: Bool = false
    ) -> HTML {
        let inputs = Inputs(typed: typed, problems: problems, language: words, prefix: prefix)
        let reasons = [("", "—")] + LessonReason.offered.map { ($0.rawValue, $0.text[words]) }
        return """
            <div class="row">\(inputs.choice("reason", ScheduleTexts.reason, reasons))\
            \(inputs.text("own", ScheduleTexts.ownReason, width: "grow"))</div>
            """
    }

    private var classChoices: [(String, String)] {
        [("0", ScheduleTexts.wholeSchool[words])] + board.classes.map { ("\($0.id)", $0.name.display(words)) }
    }

    private var days: HTML {
        let form = visit.asked.form
        let typed = Form(fields: [
            ("from", form["from"] ?? board.view.day.description), ("to", form["to"] ?? ""),
            ("class", "\(board.view.classID)"), ("reason", form["reason"] ?? ""), ("own", form["own"] ?? ""),
        ])
        let inputs = Inputs(typed: typed, language: words, prefix: "days-")
        let open: HTML? = form["from"] == nil ? nil : " open"
        return """
            <details class="add"\(open)><summary>\(ScheduleTexts.wholeDays[words])</summary>
            <form class="form" method="post" action="/schedule/days">\(visit.csrfField)
            <div class="row">\(inputs.text("from", ScheduleTexts.firstDay, type: "date", isRequired: true))\
            \(inputs.text("to", ScheduleTexts.lastDay, type: "date"))\
            \(inputs.choice("class", ScheduleTexts.classWord, classChoices))</div>
            \(Self.reasonFields(words, prefix: "days-", typed: typed))
            <p class="acts"><button class="danger" name="do" value="cancel">\(ScheduleTexts.cancelDays[words])</button>\
            <button name="do" value="restore">\(ScheduleTexts.restoreDays[words])</button></p></form></details>
            """
    }

    private var add: HTML {
        let form = adding == nil ? Form() : visit.asked.form
        let typed = Form(fields: [
            ("page", form["page"] ?? ""), ("day", form["day"] ?? board.view.day.description),
            ("number", form["number"] ?? ""), ("room", form["room"] ?? ""), ("reason", form["reason"] ?? "extra"),
            ("own", form["own"] ?? ""),
        ])
        let inputs = Inputs(typed: typed, problems: adding?.byField ?? [:], language: words, prefix: "add-")
        let ordered = board.pages.values.filter { board.view.classID == 0 || $0.classID == board.view.classID }
            .sorted { $0.title(words) < $1.title(words) }
        let pages = [("", "—")] + ordered.map { ("\($0.id)", "\($0.title(words)) · \($0.teacherNames)") }
        let open: HTML? = adding == nil ? nil : " open"
        return """
            <details class="add"\(open)><summary>\(ScheduleTexts.addLesson[words])</summary>
            <form class="form" method="post" action="/schedule/add">\(visit.csrfField)
            <input type="hidden" name="class" value="\(board.view.classID)">
            \(adding?.summary(words))\(inputs.choice("page", ScheduleTexts.page, pages, isRequired: true))
            <div class="row">\(inputs.text("day", ScheduleTexts.dayWord, type: "date", isRequired: true))\
            \(inputs.choice("number", ScheduleTexts.lessonNumber, PlaceFields.numbers, width: "short"))\
            \(inputs.text("room", ScheduleTexts.room, width: "short"))</div>
            \(Self.reasonFields(words, prefix: "add-", typed: typed, problems: adding?.byField ?? [:]))\
            \(PlaceFields.anyway(adding, words))
            <p class="acts"><button class="main">\(ScheduleTexts.addLesson[words])</button></p></form></details>
            """
    }
}

/// What the forms for a place have in common.
enum PlaceFields {
    static let numbers = (1...10).map { (value: "\($0)", words: "\($0)") }

    /// Where somebody is busy at that time: the box that says to do it all the same.
    static func anyway(_ problems: FormProblems?, _ words: Language) -> HTML? {
        guard let busy = problems?["anyway"] else { return nil }
        return """
            <p class="say warn" role="alert">\(busy[words])</p><p class="check"><input type="checkbox" id="anyway" \
            name="anyway" value="1"><label for="anyway">\(ScheduleTexts.anyway[words])</label></p>
            """
    }
}

/// One lesson: cancel, restore, move; its history.
struct LessonDeskPage {
    let visit: Visit
    let desk: LessonDesk
    let problems: FormProblems
    private var words: Language { visit.language }
    private var lesson: DayLesson { desk.lesson }

    func answer() -> Answer {
        let title = desk.page.title(words)
        let saved: HTML? =
            visit.asked.query["note"] == "saved"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(lesson.day.weekdayWord(words)), \
            \(lesson.day.longWords(words)), \(DateWords.clock(lesson.start))–\(DateWords.clock(lesson.end)) · \
            \(desk.page.teacherNames) · <a href="/schedule?day=\(lesson.day.description)&amp;class=\
            \(desk.page.classID)">\
            \(ScheduleTexts.lessonsOfDay[words])</a></p></div></div>
            \(problems.summary(words))\(saved)<p>\(Self.state(lesson, words))</p>\(cancelling)\(moving)\(history)
            """
        let layout = Layout(visit: visit, title: title, place: "/timetable", frame: .thin)
        return .page(layout.html(content), status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// What has become of a lesson, in words.
    static func state(_ lesson: DayLesson, _ words: Language) -> HTML {
        let reason = LessonReason.words(lesson.changeReason)[words]
        let why = reason.isEmpty ? "" : " · \(reason)"
        if lesson.isCancelled {
            return "<i class=\"st off\"></i> \(ScheduleTexts.cancelled[words])\(why)"
        }
        if lesson.isUnplaced { return "<span class=\"warn\">\(ScheduleTexts.withoutPlace[words])</span>" }
        if lesson.origin == "added" { return "<span class=\"tag\">\(ScheduleTexts.added[words])</span>\(why)" }
        if let day = lesson.movedFrom {
            return "<span class=\"tag\">\(ScheduleTexts.movedFrom(day.words(words))[words])</span>\(why)"
        }
        return HTML()
    }

    private var cancelling: HTML {
        let action = "/schedule/lessons/\(lesson.id)"
        if lesson.isCancelled {
            return """
                <form class="form" method="post" action="\(action)">\(visit.csrfField)\
                <p class="acts"><button class="main" name="do" value="restore">\(ScheduleTexts.restore[words])\
                </button></p></form>
                """
        }
        return """
            <h2>\(ScheduleTexts.cancel[words])</h2><form class="form card pad" method="post" action="\(action)">\
            \(visit.csrfField)\(ScheduleForm.reasonFields(words, prefix: "cancel-", typed: Form()))
            <p class="acts"><button class="danger" name="do" value="cancel">\(ScheduleTexts.cancel[words])</button>\
            </p></form>
            """
    }

    private var moving: HTML {
        let form = visit.asked.form
        let typed = Form(fields: [
            ("day", form["day"] ?? lesson.day.description), ("number", form["number"] ?? "\(lesson.number)"),
            ("shift", form["shift"] ?? "\(lesson.shift)"), ("room", form["room"] ?? lesson.room),
            ("reason", form["reason"] ?? "otherDay"), ("own", form["own"] ?? ""),
        ])
        let inputs = Inputs(typed: typed, problems: problems.byField, language: words, prefix: "move-")
        let shifts = (1...3).map { ("\($0)", "\($0)") }
        return """
            <h2>\(ScheduleTexts.move[words])</h2>
            <form class="form card pad" method="post" action="/schedule/lessons/\(lesson.id)/move">\(visit.csrfField)
            <div class="row">\(inputs.text("day", ScheduleTexts.dayWord, type: "date", isRequired: true))\
            \(inputs.choice("number", ScheduleTexts.lessonNumber, PlaceFields.numbers, width: "short"))\
            \(inputs.choice("shift", ScheduleTexts.shift, shifts, width: "short"))\
            \(inputs.text("room", ScheduleTexts.room, width: "short"))</div>
            \(ScheduleForm.reasonFields(words, prefix: "move-", typed: typed, problems: problems.byField))\
            \(PlaceFields.anyway(problems, words))
            <p class="acts"><button class="main">\(ScheduleTexts.move[words])</button></p></form>
            """
    }

    private var history: HTML? {
        guard !desk.history.isEmpty else { return nil }
        let rows = desk.history.html { change in
            let at = visit.school.time.moment(change.at)
            let from = change.from.map { " · \($0.day.short) \(DateWords.clock($0.minute))" } ?? ""
            let reason = LessonReason.words(change.reason)[words]
            return """
                <li><p>\(ScheduleTexts.change(change.kind)[words])\(from)</p><p class="sub">\(at.day.short) \
                \(DateWords.clock(at.minute)) · \(change.by?.short ?? "—")\(reason.isEmpty ? "" : " · " + reason)\
                </p></li>
                """
        }
        return "<h2>\(ScheduleTexts.history[words])</h2><ol class=\"history\">\(rows)</ol>"
    }
}
