import SchoolRules
import Web

/// What went well and what did not, on top of the record and beside its fields.
extension LessonPage {
    /// What is wrong with each field, by its name.
    var problems: [String: Text] {
        guard case .refused(let refusal) = note else { return [:] }
        let found = refusal.fields.map { (String($0.pointer.drop { $0 == "/" }), $0.words) }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    func problem(_ name: String) -> HTML? {
        problems[name].map { "<small class=\"err\" id=\"\(name)-err\">\($0[words])</small>" }
    }

    func invalid(_ name: String) -> HTML? {
        problems[name] == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(name)-err\""
    }

    var says: HTML {
        switch note {
        case .nothing: standing
        case .saved: good(ShellTexts.saved)
        case .confirmed: good(sheet.lesson.missing.isEmpty ? LessonTexts.completeNow : LessonTexts.rollIsConfirmed)
        case .copied(let name): good(LessonTexts.copied(to: name))
        case .notCopied(let name): good(LessonTexts.notCopied(to: name))
        case .cellsLeft: "<p class=\"say bad\" role=\"alert\">\(LessonTexts.cellsLeft[words])</p>"
        case .refused(let refusal):
            """
            <div class="say bad" role="alert"><p>\(refusal.title[words]). \(LessonTexts.nothingLost[words])</p>\
            \(refusal.code == Refusal.changedMeanwhile.code ? stored : nil)</div>
            """
        }
    }

    private func good(_ text: Text) -> HTML { "<p class=\"say good\" role=\"status\">\(text[words])</p>" }

    /// Why the form is not to be filled in, or only in part.
    private var standing: HTML {
        if sheet.lesson.isCancelled {
            return say(LessonTexts.cancelled(LessonReason.words(sheet.reason)[words]))
        } else if !sheet.found.mayWrite {
            return say(LessonTexts.readOnly)
        } else if sheet.isTermClosed {
            return say(LessonTexts.termClosed)
        } else if sheet.isSubstituted {
            return say(LessonTexts.onlyThis)
        } else {
            return HTML()
        }
    }

    private func say(_ text: Text) -> HTML { "<p class=\"say\">\(text[words])</p>" }

    /// What is stored now, where it differs from what was typed: both are shown, nothing is overwritten in silence.
    private var stored: HTML {
        let lesson = sheet.lesson
        let none = LessonTexts.noHomework[words]
        let kind = { (id: Int) in sheet.kinds.first { $0.id == id }?.names[words] ?? "" }
        let rows: [(Text, String, String)] = [
            (LessonTexts.topic, lesson.topic, draft.topic), (LessonTexts.material, lesson.material, draft.material),
            (
                LessonTexts.homework, lesson.noHomework ? none : lesson.homework,
                draft.noHomework ? none : draft.homework
            ),
            (LessonTexts.kind, kind(lesson.kind), lesson.kind == 0 ? "" : kind(draft.kind)),
        ]
        let changed = rows.filter { $0.1 != $0.2 }
        guard !changed.isEmpty else { return HTML() }
        let items = changed.html { row in
            "<li>\(row.0[words]): <b>\(row.1.isEmpty ? "—" : row.1)</b></li>"
        }
        return "<p>\(LessonTexts.storedNow[words]):</p><ul class=\"plain\">\(items)</ul>"
    }
}

/// Texts for single students in rows of a choice and a field, with one empty row.
struct LessonNotes {
    let sheet: LessonSheet
    let words: Language

    func html(_ notes: [LessonDraft.Note], name: String, title: Text, label: Text, problem: HTML?) -> HTML {
        let rows = notes + (sheet.mayWrite ? [LessonDraft.Note(student: 0, text: "")] : [])
        let count: HTML? = notes.isEmpty ? nil : " <span class=\"n\">\(notes.count)</span>"
        let open: HTML? = notes.isEmpty ? nil : " open"
        let lines = rows.enumerated().html { row($0.element, $0.offset + 1, name, label) }
        return """
            <details class="own"\(open)><summary>\(title[words])\(count)</summary>\(problem)\(lines)</details>
            """
    }

    private func row(_ note: LessonDraft.Note, _ number: Int, _ name: String, _ label: Text) -> HTML {
        let options = sheet.students.html { student in
            let mark: HTML? = student.id == note.student ? " selected" : nil
            return "<option value=\"\(student.id)\"\(mark)>\(student.name.list)</option>"
        }
        return """
            <p class="row"><select name="\(name)-student-\(number)" \
            aria-label="\(LessonTexts.student[words]) \(number)"><option value="">—</option>\(options)</select>\
            <input class="grow" name="\(name)-text-\(number)" \
            maxlength="\(LessonWish.longestTopic)" aria-label="\(label[words]) \(number)" value="\(note.text)"></p>
            """
    }
}
