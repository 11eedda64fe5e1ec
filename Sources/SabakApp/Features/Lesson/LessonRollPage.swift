import SchoolRules
import Web

/// The people of a lesson: roll, marks, remarks, and what to do with them.
struct LessonRollPage {
    let visit: Visit
    let sheet: LessonSheet
    let draft: LessonDraft
    private var words: Language { visit.language }

    var html: HTML {
        let hint = sheet.hasBegun ? LessonTexts.rollHint : LessonTexts.rollLater
        let absent = sheet.codes.first { $0.category == .unknown }?.label(in: sheet.language) ?? ""
        let content: HTML = """
            <ol class="roll" data-absent="\(absent)">\(sheet.students.html(line))</ol>\(remarks)
            """
        let list: HTML =
            sheet.students.isEmpty
            ? "<p class=\"say warn\">\(nobody[words])</p>"
            : sheet.mayCallRoll ? content : "<fieldset disabled class=\"bare\">\(content)</fieldset>"
        return """
            <section class="people" aria-labelledby="roll-title"><div class="head"><h2 id="roll-title">\
            \(LessonTexts.rollAndMarks[words])</h2><p class="sub">\(hint[words])</p></div>\(list)</section>
            \(foot)
            """
    }

    private var nobody: Text {
        let page = sheet.found.page
        return page.className == nil || page.groupName.isEmpty ? LessonTexts.nobody : LessonTexts.nobodyInGroup
    }

    private var remarks: HTML? {
        guard sheet.mayCallRoll || !draft.remarks.isEmpty else { return nil }
        return LessonNotes(sheet: sheet, words: words).html(
            draft.remarks, name: "remark", title: LessonTexts.remarks, label: LessonTexts.remark, problem: nil)
    }

    private func line(_ student: LessonQueries.Student) -> HTML {
        let line = draft.lines[student.id] ?? LessonDraft.Line()
        let isAsked = !line.asked.isEmpty && line.absence == line.asked
        let asked: HTML? = isAsked ? " class=\"asked\"" : nil
        let hidden: HTML =
            sheet.mayCallRoll
            ? """
            <input type="hidden" name="version-\(student.id)" value="\(line.version)">\
            <input type="hidden" name="was-\(student.id)" value="\(line.was)">\
            <input type="hidden" name="asked-\(student.id)" value="\(line.asked)">
            """ : HTML()
        return """
            <li\(asked)><span class="name" id="n\(student.id)">\(student.name.full)\(reason(student.id))\
            \(problem(line, student.id))</span>
            <span class="at">\(hidden)\(select(line, student))\(minutes(line, student))</span>
            \(mark(line, 0, "mark", LessonTexts.mark, student))\
            \(mark(line, 1, "second", LessonTexts.secondMark, student))</li>
            """
    }

    private func reason(_ student: Int64) -> HTML? {
        let due = sheet.cells[student]?.marks.lazy.compactMap { DebtSign(stored: $0.value)?.due }.first
        if let due { return "<small>\(DebtTexts.until(due)[words])</small>" }
        if let cell = sheet.cells[student], !cell.marks.isEmpty, cell.absence(sheet.codes)?.category.isAbsent == true {
            return "<small>\(LessonTexts.markedWhileAbsent[words])</small>"
        }
        guard let proposal = sheet.proposals[student] else { return nil }
        return "<small>\(LessonTexts.why(proposal.why)[words])</small>"
    }

    private func problem(_ line: LessonDraft.Line, _ student: Int64) -> HTML? {
        guard let problem = line.problem else { return nil }
        let now = line.was.isEmpty ? LessonTexts.empty[words] : line.was
        return """
            <small class="err" id="e\(student)">\(problem[words]). \(LessonTexts.inCell[words]): \(now)</small>
            """
    }

    private func described(_ line: LessonDraft.Line, _ student: Int64) -> HTML? {
        line.problem == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"e\(student)\""
    }

    private func select(_ line: LessonDraft.Line, _ student: LessonQueries.Student) -> HTML {
        let options = sheet.codes.html { code in
            let label = code.label(in: sheet.language)
            let mark: HTML? = label == line.absence ? " selected" : nil
            let category = code.category == .present ? "other" : code.category.rawValue
            return """
                <option value="\(label)" data-k="\(category)"\(mark)>\(label) · \(code.names[words])</option>
                """
        }
        return """
            <select name="absence-\(student.id)" aria-label="\(LessonTexts.attendance[words]): \(student.name.full)"\
            \(described(line, student.id))><option value="">\(LessonTexts.present[words])</option>\(options)</select>
            """
    }

    private func minutes(_ line: LessonDraft.Line, _ student: LessonQueries.Student) -> HTML {
        """
        <input class="min" name="minutes-\(student.id)" inputmode="numeric" maxlength="2" value="\(line.minutes)" \
        aria-label="\(LessonTexts.minutesLate[words]): \(student.name.full)">
        """
    }

    private func mark(
        _ line: LessonDraft.Line, _ position: Int, _ name: String, _ label: Text, _ student: LessonQueries.Student
    ) -> HTML {
        let value = line.marks[position]
        let look =
            switch (sheet.maximum > 0 ? Scale.points(of: sheet.maximum) : sheet.scale).level(of: value) {
            case .satisfactory: " m3"
            case .fail: " m2"
            case .excellent, .good, .pass, nil: ""
            }
        // A work with points has one number.
        if position == 1, sheet.maximum > 0, value.isEmpty { return HTML() }
        let words = sheet.maximum > 0 ? LessonTexts.points(of: sheet.maximum)[words] : label[words]
        return """
            <input class="mk\(look)" name="\(name)-\(student.id)" value="\(value)" maxlength="11" \
            placeholder="\(sheet.maximum > 0 ? "/\(sheet.maximum)" : " ")" autocomplete="off" \
            aria-label="\(words): \(student.name.full)"\(described(line, student.id))>
            """
    }

    private var foot: HTML? {
        guard sheet.mayWrite else { return nil }
        let isOpen = sheet.hasBegun && !sheet.lesson.isRollConfirmed
        let save: HTML =
            isOpen ? "<button name=\"do\" value=\"save\">" : "<button class=\"main\" name=\"do\" value=\"save\">"
        let confirm: HTML? =
            isOpen
            ? "<button class=\"main\" name=\"do\" value=\"confirm\">\(LessonTexts.confirmRoll[words])</button>" : nil
        return """
            <div class="foot">\(sheet.hasBegun ? counts : nil)\(standing)
            <p class="acts">\(save)\(ShellTexts.save[words])</button>\(confirm)</p></div>
            """
    }

    private var standing: HTML? {
        guard sheet.lesson.isRollConfirmed else { return nil }
        let moment = visit.school.time.moment(sheet.lesson.rollAt)
        return """
            <p class="sub">\(LessonTexts.rollIsConfirmed[words]): \(moment.day.words(words)), \
            \(DateWords.clock(moment.minute))</p>
            """
    }

    private var counts: HTML {
        let categories = sheet.students.map { category(draft.lines[$0.id]?.absence ?? "") }
        let asked = sheet.students.filter { student in
            draft.lines[student.id].map { !$0.asked.isEmpty && $0.absence == $0.asked } ?? false
        }.count
        let late = categories.filter { $0 == .late }.count
        let absent = categories.filter { $0 != nil && $0 != .late }.count
        let present = categories.count - absent
        return """
            <p class="count"><b><output data-count="present">\(present)</output> \
            \(LessonTexts.presentCount[words])</b> <span>\
            <output data-count="absent">\(absent)</output> \(LessonTexts.absent[words]) · \
            <output data-count="late">\(late)</output> \(LessonTexts.lateCount[words]) · \
            <output data-count="asked">\(asked)</output> \(LessonTexts.asked[words])</span></p>
            """
    }

    private func category(_ label: String) -> AbsenceCategory? {
        label.isEmpty ? nil : sheet.codes.first { $0.label(in: sheet.language) == label }?.category ?? .unknown
    }
}
