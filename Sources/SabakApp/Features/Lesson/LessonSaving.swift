import SchoolRules
import Store
import Web

/// Taking the form of a lesson: cells, then the record, then the copy, in one transaction.
struct LessonSaving: Sendable {
    struct Saved: Sendable {
        /// Cells that were not taken, as they stand now.
        var problems: [CellOutcome]
        /// What the page says next.
        var note: String
    }

    private let form: Form
    private let isConfirming: Bool
    private let copy: Int64?

    init(_ form: Form) {
        self.form = form
        isConfirming = form["do"] == "confirm"
        copy = form["copy"].flatMap { Int64($0) }
    }

    func save(_ id: Int64, by visit: Visit, in writing: Writing) throws -> Saved {
        let connection = writing.connection
        writing.touchesOnly([])
        let found = try visit.lessonToWrite(id, in: connection)
        try writing.touchesOnly(found.page)
        let sheet = try LessonSheet(found, for: visit, in: connection)
        var draft = LessonDraft(form, codes: sheet.codes, language: sheet.language)
        guard draft.version == sheet.lesson.version else { throw Refusal.changedMeanwhile }
        // What the marks are given for comes before the marks.
        var work = try draft.wish(over: sheet, confirming: false)
        (work.homework, work.noHomework, work.homeworkMinutes) = (nil, nil, nil)
        (work.own, work.remarks) = (nil, [:])
        if work.kind != sheet.lesson.kind || work.maximum.map({ $0 != sheet.lesson.maximum }) ?? false {
            draft.version = try LessonRecording.record(work, on: found, by: visit, in: writing).version
        }
        let wishes =
            sheet.hasBegun
            ? draft.cellWishes(on: id, students: sheet.students, confirming: isConfirming) : []
        let outcomes = try CellRecording.record(wishes, on: found.page, by: visit, in: writing)
        let problems = outcomes.filter { $0.status != .saved }
        // The roll is confirmed as a whole, so not while a line of it waits for an answer.
        let wish = try draft.wish(over: sheet, confirming: isConfirming && problems.isEmpty)
        let lesson = try LessonRecording.record(wish, on: found, by: visit, in: writing)
        return Saved(problems: problems, note: try note(lesson, sheet, by: visit, in: writing))
    }

    private func note(_ lesson: LessonRow, _ sheet: LessonSheet, by visit: Visit, in writing: Writing) throws -> String
    {
        guard let copy else { return isConfirming ? "confirmed" : "saved" }
        guard sheet.parallels.contains(where: { $0.lesson == copy }) else { throw Refusal.notFound }
        let target = try visit.lessonToWrite(copy, in: writing.connection)
        let isCopied = try LessonRecording.copy(lesson, to: target, by: visit, in: writing)
        try writing.touchesOnly(target.page)
        return "\(isCopied ? "copied" : "notcopied")&to=\(copy)"
    }
}

extension LessonQueries.Parallel {
    /// The class, with the subgroup where there is one.
    func name(_ language: Language) -> String {
        group.isEmpty ? className.display(language) : "\(className.display(language)) · \(group)"
    }
}
