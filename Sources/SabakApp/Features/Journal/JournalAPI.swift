import HTTPTypes
import SchoolRules
import Store
import Web

/// The journal for programs, and for its own grid.
enum JournalAPI {
    static let routes: [Route] = [
        .get("/api/v1/pages", .readPage, list),
        .get("/api/v1/pages/{page}", .readPage, page),
        .post("/api/v1/pages/{page}/entries", .writeMark, bodyLimit: 131_072, write),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        let pages = try visit.read { try PageList.read(for: visit, in: $0) }
        return .json(.items(pages.map { json($0, visit) }))
    }

    private static func page(_ visit: Visit) throws -> Answer {
        let (id, term) = (try visit.id("page"), visit.asked.query["term"])
        return try visit.read { connection in
            let opening = try JournalOpening(id, term: term, for: visit, in: connection)
            let sheet = try JournalSheet.read(opening, for: visit, in: connection)
            let teachers = try JournalQueries.teachers(
                of: id, from: visit.today, to: visit.today, school: visit.school.id, in: connection)
            return .json(SheetJSON(visit, sheet).json(teachers: teachers))
        }
    }

    private static func write(_ visit: Visit) async throws -> Answer {
        let (id, key) = (try visit.id("page"), try visit.idempotencyKey())
        let wishes = try JournalForms.wishes(visit.asked)
        let kept = try await visit.write { writing in
            writing.touchesOnly([.page(id)])
            let page = try visit.pageToWrite(id, in: writing.connection)
            return try visit.once(key: key, in: writing) {
                let outcomes = try CellRecording.record(wishes, on: page, by: visit, in: writing)
                writing.touchesOnly(Set(outcomes.map { .student($0.student) }))
                return (.ok, ["results": .array(outcomes.map { json($0, visit.language) })])
            }
        }
        return kept.answer
    }

    private static func json(_ page: ListedPage, _ visit: Visit) -> JSON {
        [
            "id": .id(page.id), "class": .optional(page.className?.compact),
            "subject": .string(page.subject[visit.language]),
            "group": .optional(page.groupName.isEmpty ? nil : page.groupName),
            "teachers": .array(page.teachers.map { .string($0.full) }), "mayWrite": .bool(page.mayWrite),
        ]
    }

    private static func json(_ outcome: CellOutcome, _ language: Language) -> JSON {
        var fields: [(String, JSON)] = [
            ("lesson", .id(outcome.lesson)), ("student", .id(outcome.student)),
            ("status", .string(outcome.status.rawValue)), ("value", .string(outcome.value)),
            ("version", .integer(outcome.version)), ("code", .optional(outcome.code)),
            ("message", .optional(outcome.message?[language])), ("late", .bool(outcome.isLate)),
            ("comment", .string(outcome.comment)),
        ]
        switch outcome.status {
        case .saved: fields.append(("average", .string(outcome.number?.shown(in: language) ?? "—")))
        case .conflict: if let name = outcome.changedBy { fields.append(("by", .string(name.short))) }
        case .refused: break
        }
        return .object(fields)
    }
}

/// A page of a term as programs see it.
private struct SheetJSON {
    let visit: Visit
    let sheet: JournalSheet
    let names: [Int: String]

    init(_ visit: Visit, _ sheet: JournalSheet) {
        self.visit = visit
        self.sheet = sheet
        names = Dictionary(sheet.kinds.map { ($0.id, $0.names[visit.language]) }) { first, _ in first }
    }

    func json(teachers: [PersonName]) -> JSON {
        let page = sheet.page
        let lessons = LessonJSON(visit)
        return [
            "page": [
                "id": .id(page.id), "class": .optional(page.className?.compact),
                "subject": .string(page.subject[visit.language]),
                "group": .optional(page.groupName.isEmpty ? nil : page.groupName),
                "teachers": .array(teachers.map { .string($0.full) }), "mayWrite": .bool(page.writable != .nothing),
            ],
            "term": .integer(Int64(sheet.term.number)),
            "students": .array(sheet.students.map(json)),
            "lessons": .array(sheet.lessons.map { lessons.json($0, mayWrite: sheet.mayWrite($0)) }),
            "cells": .array(cells),
        ]
    }

    private func json(_ student: JournalStudent) -> JSON {
        [
            "id": .id(student.id), "name": .string(student.name), "from": .string(student.stays[0].from),
            "to": .optional(student.lastDay == Day.forever.description ? nil : student.lastDay),
        ]
    }

    private var cells: [JSON] {
        var cells: [JSON] = []
        for (column, lesson) in sheet.lessons.enumerated() {
            for (row, student) in sheet.students.enumerated() {
                guard let cell = sheet.cell(row, column) else { continue }
                let place = CellPlace(lesson: lesson.id, student: student.id)
                cells.append(
                    json(
                        cell, place, cell.commentSlot < 0 ? "" : sheet.comment(row, column),
                        due: sheet.due(row, column)))
            }
        }
        return cells
    }

    private func json(_ cell: SheetCell, _ place: CellPlace, _ comment: String, due: Day?) -> JSON {
        let entry = CellEntry(marks: cell.marks.map { sheet.values[Int($0.value)] }, absence: absence(of: cell))
        return [
            "lesson": .id(place.lesson), "student": .id(place.student),
            "value": .string(entry.display(sheet.page.recordLanguage, codes: sheet.codes)),
            "marks": .array(cell.marks.map { json($0, place, $0.slot == cell.commentSlot ? comment : "") }),
            "absence": json(entry.absence), "late": .bool(cell.isLate && !cell.isEmpty),
            "comment": .string(comment), "version": .integer(cell.version), "due": .optional(due?.description),
        ]
    }

    private func json(_ mark: SheetCell.Mark, _ place: CellPlace, _ comment: String) -> JSON {
        [
            "id": .string("\(place.lesson)-\(place.student)-\(mark.slot)"),
            "value": .string(sheet.values[Int(mark.value)]), "kind": .string(KindCode.of(Int(mark.kind))),
            "kindName": .string(names[Int(mark.kind)] ?? ""), "weight": .number(decimal(Int(mark.weight))),
            "maximum": .integer(Int64(mark.maximum)), "comment": .string(comment),
        ]
    }

    private func json(_ absence: CellAbsence?) -> JSON {
        guard let absence else { return .null }
        let label = sheet.codes.first { $0.id == absence.codeID }?.label(in: sheet.page.recordLanguage)
        return [
            "code": .string(label ?? "?"), "category": .string(absence.category.rawValue),
            "minutes": absence.minutes.map { .integer(Int64($0)) } ?? .null,
        ]
    }

    private func absence(of cell: SheetCell) -> CellAbsence? {
        guard cell.code != 0 else { return nil }
        let category = sheet.codes.first { $0.id == Int(cell.code) }?.category ?? .unknown
        return CellAbsence(
            codeID: Int(cell.code), category: category, minutes: cell.minutes > 0 ? Int(cell.minutes) : nil)
    }
}
