import SchoolRules
import Web

/// The day of one class: who was absent at which lesson, why, and who told it ahead.
struct ClassDayPage: Sendable {
    let visit: Visit
    let classID: Int64
    let name: ClassName
    let day: Day
    let sheet: ClassDay
    let chosen: Int64?
    let typed: Inputs?
    let note: String?
    private var words: Language { visit.language }
    private var record: RecordLanguage { visit.school.recordLanguage }
    private var date: String { day.description }

    var answer: Answer {
        let title = DaySheetTexts.classTitle(name.display(words))[words]
        return Layout(visit: visit, title: title, place: "/absences", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(day.weekdayWord(words)), \(day.words(words))</p></div>
            \(DayStep(visit: visit, day: day, classID: classID).html)
            <p class="acts">\(wholeSchool)<button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(saved)
            <div class="scroll" tabindex="0" role="region" aria-label="\(DaySheetTexts.table[words])">\
            <table class="list"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(DaySheetTexts.student[words])</th>\(sheet.hours.html(hourHead))\
            \(reasonHead)</tr></thead><tbody>\(sheet.students.enumerated().html(row))</tbody></table></div>
            \(sheet.mayWrite ? forms : HTML())
            """)
    }

    private var wholeSchool: HTML? {
        guard visit.mayInSchool(.readDaySheet) else { return nil }
        return "<a class=\"button quiet\" href=\"/absences?day=\(date)\">\(DaySheetTexts.allClasses[words])</a>"
    }

    private var saved: HTML? {
        note == "saved" ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
    }

    private func hourHead(_ hour: ClassDay.Hour) -> HTML {
        let subjects = hour.subjects.map { $0[words] }.joined(separator: ", ")
        let open = hour.lessons.filter { !$0.isConfirmed }
        let groups = open.map(\.groupName).filter { !$0.isEmpty }.joined(separator: ", ")
        let which = groups.isEmpty || open.count == hour.lessons.count ? "" : groups + ": "
        let state: HTML? = open.isEmpty ? nil : "<small>\(which)\(DaySheetTexts.rollOpen[words])</small>"
        return "<th scope=\"col\" class=\"num\">\(hour.number)<small>\(subjects)</small>\(state)</th>"
    }

    private var reasonHead: HTML? {
        sheet.maySeeReasons
            ? """
            <th scope="col">\(DaySheetTexts.reasonHead[words])</th><th scope="col">\(DaySheetTexts.told[words])</th>
            """ : nil
    }

    private func row(_ position: Int, _ student: DaySheetQueries.Student) -> HTML {
        let entries = sheet.entries[student.id] ?? [:]
        let address = "/absences?class=\(classID)&day=\(date)&student=\(student.id)#reason"
        let link: HTML =
            sheet.mayWrite
            ? "<a href=\"\(address)\">\(student.name.full)</a>" : "\(student.name.full)"
        return """
            <tr><td class="num">\(position + 1)</td><th scope="row">\(link)</th>\
            \(sheet.hours.html { "<td class=\"num\">\($0.lessons.html { entries[$0.id].map(code) ?? HTML() })</td>" })\
            \(reasonCells(student.id))\
            </tr>
            """
    }

    private func code(_ entry: DaySheetQueries.Entry) -> HTML {
        guard let code = sheet.codes.first(where: { $0.id == entry.code }) else { return "?" }
        let minutes = entry.minutes > 0 ? " \(entry.minutes)'" : ""
        return """
            <i class="\(DaySheetTexts.style(code.category))">\(code.label(in: record))\(minutes)</i>\
            <span class="sr"> \(DaySheetTexts.category(code.category)[words])</span>
            """
    }

    private func reasonCells(_ student: Int64) -> HTML? {
        guard sheet.maySeeReasons else { return nil }
        let reason: HTML? = sheet.reasons[student].map { reason in
            let more = reason.words.isEmpty ? "" : ": " + reason.words
            return "<b>\(DaySheetTexts.category(reason.category)[words])</b>\(more)"
        }
        let notice: HTML? = sheet.notices[student].map { notice in
            let more = notice.words.isEmpty ? "" : ": «\(notice.words)»"
            let until = notice.from == notice.to ? "" : " (\(notice.from.short)–\(notice.to.short))"
            return "\(DaySheetTexts.category(notice.category)[words])\(more)\(until) <small>\(notice.by.short)</small>"
        }
        return "<td>\(reason)</td><td>\(notice)</td>"
    }

    private var forms: HTML {
        "\(reasonForm)\(noticeForm)"
    }

    private func inputs(_ prefix: String, _ fields: [(name: String, value: String)]) -> Inputs {
        if let typed, typed.prefix == prefix { return typed }
        return Inputs(typed: Form(fields: fields), language: words, prefix: prefix)
    }

    /// Those who missed something first, since it is about them that a reason is told.
    private var choices: [(value: String, words: String)] {
        let missed = sheet.students.filter { sheet.entries[$0.id] != nil }
        let rest = sheet.students.filter { sheet.entries[$0.id] == nil }
        return (missed + rest).map { (String($0.id), $0.name.full) }
    }

    private var reasonForm: HTML {
        let student = chosen.map(String.init) ?? choices.first?.value ?? ""
        let reason = Int64(student).flatMap { sheet.reasons[$0] }
        let fields = inputs(
            "reason-",
            [("student", student), ("category", reason?.category ?? "ill"), ("words", reason?.words ?? "")])
        let categories = ReasonForm.categories.map { ($0, DaySheetTexts.category($0)[words]) }
        let options = categories + [("", DaySheetTexts.noReason[words])]
        return """
            <h2 id="reason">\(DaySheetTexts.setReason[words])</h2>
            <form class="form card pad" method="post" action="/absences/reasons" \
            data-guard="reason-\(classID)-\(date)">\(visit.csrfField)\
            <input type="hidden" name="day" value="\(date)">
            <p class="sub">\(DaySheetTexts.rollStays[words])</p>
            <div class="row">\(fields.choice("student", DaySheetTexts.student, choices, width: "grow"))\
            \(fields.choice("category", DaySheetTexts.reasonHead, options))</div>
            \(fields.text("words", DaySheetTexts.inWords))
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    private var noticeForm: HTML {
        let start = max(day, visit.today).description
        let fields = inputs(
            "notice-",
            [("student", chosen.map(String.init) ?? ""), ("from", start), ("to", start), ("category", "ill")])
        let options = NoticeForm.categories.map { ($0, DaySheetTexts.category($0)[words]) }
        let students = sheet.students.map { (String($0.id), $0.name.full) }
        return """
            <h2>\(DaySheetTexts.announce[words])</h2>
            <form class="form card pad" method="post" action="/absences/notices" \
            data-guard="notice-\(classID)">\(visit.csrfField)<input type="hidden" name="shown" value="\(date)">
            <p class="sub">\(DaySheetTexts.announceWhat[words])</p>
            \(fields.choice("student", DaySheetTexts.student, students))
            <div class="row">\(fields.text("from", DaySheetTexts.from, type: "date", isRequired: true))\
            \(fields.text("to", DaySheetTexts.until, type: "date"))</div>
            \(fields.choice("category", DaySheetTexts.reasonHead, options))
            \(fields.text("words", DaySheetTexts.inWords))
            <p class="acts"><button class="main">\(DaySheetTexts.announceButton[words])</button></p></form>
            """
    }
}
