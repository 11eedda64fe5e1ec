import HTTPTypes
import SchoolRules
import Store
import Web

/// The record of one lesson: topic, homework, roll and marks on one page.
enum Lesson {
    static let routes: [Route] =
        [
            .get("/lessons/{lesson}", .readPage, show),
            .post("/lessons/{lesson}", .writeLesson, bodyLimit: 262_144, save),
            .get("/lessons/{lesson}/history", .readPage, history),
        ] + LessonAPI.routes

    private static func show(_ visit: Visit) throws -> Answer {
        let sheet = try read(visit)
        let note = Note(visit.asked.query, sheet, visit.language)
        return LessonPage(visit: visit, sheet: sheet, draft: LessonDraft(sheet), note: note).answer()
    }

    private static func save(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("lesson")
        let form = visit.asked.form
        do {
            let saved = try await visit.write { try LessonSaving(form).save(id, by: visit, in: $0) }
            guard saved.problems.isEmpty else { return try redraw(visit, form, after: saved) }
            return .see("/lessons/\(id)?note=\(saved.note)")
        } catch let refusal as Refusal where refusal.isAboutForm {
            return try redraw(visit, form, because: refusal)
        }
    }

    private static func history(_ visit: Visit) throws -> Answer {
        let id = try visit.id("lesson")
        let (found, changes, names) = try visit.read { connection in
            let found = try visit.lesson(id, in: connection)
            guard found.page.lessons == nil else { throw Refusal.notFound }
            guard visit.may(.readMarkHistory) else { throw Refusal.forbidden }
            let changes = try LessonQueries.history(of: id, school: visit.school.id, in: connection)
            return (found, changes, try SchoolFacts.kindsOfWork(school: visit.school.id, in: connection))
        }
        return LessonHistoryPage(visit: visit, lesson: found, kinds: names).answer(changes)
    }

    private static func read(_ visit: Visit) throws -> LessonSheet {
        let id = try visit.id("lesson")
        return try visit.read { connection in
            try LessonSheet(try visit.lesson(id, in: connection), for: visit, in: connection)
        }
    }

    /// Some cells were not taken: they keep what was typed and say why, all else is saved.
    private static func redraw(_ visit: Visit, _ form: Form, after saved: LessonSaving.Saved) throws -> Answer {
        let sheet = try read(visit)
        var draft = LessonDraft(sheet)
        let typed = LessonDraft(form, codes: sheet.codes, language: sheet.language)
        for problem in saved.problems {
            guard var line = typed.lines[problem.student] else { continue }
            line.was = problem.value
            line.version = problem.version
            line.problem = problem.message
            draft.lines[problem.student] = line
        }
        let note = Note.cellsLeft(saved.problems)
        return LessonPage(visit: visit, sheet: sheet, draft: draft, note: note)
            .answer(saved.problems.contains { $0.status == .conflict } ? .conflict : .unprocessableContent)
    }

    /// Nothing was saved: the whole form keeps what was typed, over the lesson as it stands now.
    private static func redraw(_ visit: Visit, _ form: Form, because refusal: Refusal) throws -> Answer {
        let sheet = try read(visit)
        var draft = LessonDraft(form, codes: sheet.codes, language: sheet.language)
        draft.version = sheet.lesson.version
        for student in sheet.students where draft.lines[student.id] == nil {
            draft.lines[student.id] = LessonDraft.line(of: student.id, sheet)
        }
        return LessonPage(visit: visit, sheet: sheet, draft: draft, note: .refused(refusal)).answer(refusal.status)
    }
}

extension Lesson {
    /// What the page says on top.
    enum Note: Sendable {
        case nothing, saved, confirmed
        case copied(to: String)
        case notCopied(to: String)
        case cellsLeft([CellOutcome])
        case refused(Refusal)

        init(_ query: Form, _ sheet: LessonSheet, _ language: Language) {
            let parallel = query["to"].flatMap { Int64($0) }
            let name = sheet.parallels.first { $0.lesson == parallel }?.name(language) ?? ""
            switch query["note"] {
            case "saved": self = .saved
            case "confirmed": self = .confirmed
            case "copied" where !name.isEmpty: self = .copied(to: name)
            case "notcopied" where !name.isEmpty: self = .notCopied(to: name)
            default: self = .nothing
            }
        }
    }
}

extension Refusal {
    /// Something the person can set right in the form.
    fileprivate var isAboutForm: Bool { status == .conflict || status == .unprocessableContent }
}
