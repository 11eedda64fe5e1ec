import SchoolRules
import Web

/// What stands in the fields of the lesson form: what is stored and proposed, or what was typed.
struct LessonDraft: Sendable {
    /// One student's line of the roll.
    struct Line: Sendable {
        /// The label of the attendance code; empty for somebody present.
        var absence = ""
        var minutes = ""
        var marks = ["", ""]
        /// The label that was proposed and not confirmed yet.
        var asked = ""
        /// The cell as it was when the form was drawn, with its version.
        var was = ""
        var version: Int64 = 0
        var problem: Text?

        /// The cell as it would be typed in the journal.
        func text(withoutAsked: Bool) -> String {
            let isLeft = withoutAsked && !asked.isEmpty && absence == asked
            let code = isLeft || absence.isEmpty ? "" : minutes.isEmpty ? absence : "\(absence) \(minutes)'"
            let marks = marks.filter { !$0.isEmpty }.joined(separator: "/")
            return [code, marks].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// A text for one student: homework of the student's own, or a remark.
    struct Note: Sendable {
        var student: Int64
        var text: String
    }

    var version: Int
    var topic, material, homework, checkedOn: String
    var noHomework: Bool
    /// As typed; empty where nobody says so.
    var minutes: String
    var kind: Int
    /// As typed; empty for that of the kind.
    var maximum: String
    var own, remarks: [Note]
    var lines: [Int64: Line]
}

extension LessonDraft {
    /// What is stored, and what plan and roll propose where nothing is stored.
    init(_ sheet: LessonSheet) {
        let lesson = sheet.lesson
        let mayPropose = sheet.mayWrite
        version = lesson.version
        topic = lesson.hasTopic || !mayPropose ? lesson.topic : sheet.planned?.topic ?? ""
        material = lesson.material
        homework = lesson.isHomeworkDecided || !mayPropose ? lesson.homework : sheet.planned?.homework ?? ""
        checkedOn = lesson.checkedOn?.description ?? ""
        noHomework = lesson.noHomework
        minutes = lesson.homeworkMinutes > 0 ? String(lesson.homeworkMinutes) : ""
        kind = lesson.kind == 0 && mayPropose ? sheet.planned?.kind ?? 0 : lesson.kind
        maximum = lesson.maximum > 0 ? String(lesson.maximum) : ""
        own = sheet.students.compactMap { student in
            sheet.own[student.id].map { Note(student: student.id, text: $0) }
        }
        remarks = sheet.students.compactMap { student in
            sheet.remarks[student.id].map { Note(student: student.id, text: $0) }
        }
        lines = [:]
        for student in sheet.students { lines[student.id] = Self.line(of: student.id, sheet) }
    }

    static func line(of student: Int64, _ sheet: LessonSheet) -> Line {
        var line = Line()
        let cell = sheet.cells[student] ?? StandingCell()
        line.version = cell.version
        line.was = sheet.text(of: student)
        for (position, mark) in cell.marks.prefix(2).enumerated() {
            line.marks[position] = mark.value.hasPrefix(DebtSign.sign) ? DebtSign.sign : mark.value
        }
        if let absence = cell.absence(sheet.codes) {
            line.absence = sheet.codes.first { $0.id == absence.codeID }?.label(in: sheet.language) ?? "?"
            line.minutes = absence.minutes.map(String.init) ?? ""
        } else if sheet.mayCallRoll, let proposal = sheet.proposals[student] {
            line.asked = proposal.code.label(in: sheet.language)
            line.absence = line.asked
        }
        return line
    }

    /// What was typed.
    init(_ form: Form, codes: [AbsenceCode], language: RecordLanguage) {
        let takesMinutes = Set(codes.filter(\.takesMinutes).map { $0.label(in: language) })
        version = form["version"].flatMap { Int($0) } ?? -1
        topic = form["topic"] ?? ""
        material = form["material"] ?? ""
        homework = form["homework"] ?? ""
        checkedOn = form["checkedOn"] ?? ""
        noHomework = form["noHomework"] == "1"
        minutes = form["minutes"]?.filter { !$0.isWhitespace } ?? ""
        kind = form["kind"].flatMap { Int($0) } ?? 0
        maximum = form["maximum"]?.filter { !$0.isWhitespace } ?? ""
        own = Self.notes(form, "own")
        remarks = Self.notes(form, "remark")
        lines = [:]
        for (rest, value) in form.named(with: "version-") {
            guard let student = Int64(rest) else { continue }
            var line = Line()
            line.version = Int64(value) ?? 0
            line.was = form["was-\(student)"] ?? ""
            line.asked = form["asked-\(student)"] ?? ""
            line.absence = form["absence-\(student)"] ?? ""
            line.minutes = takesMinutes.contains(line.absence) ? form["minutes-\(student)"] ?? "" : ""
            line.marks = [form["mark-\(student)"] ?? "", form["second-\(student)"] ?? ""]
            lines[student] = line
        }
    }

    private static func notes(_ form: Form, _ name: String) -> [Note] {
        form.named(with: "\(name)-student-").compactMap { rest, value in
            let text = form["\(name)-text-\(rest)"] ?? ""
            guard let student = Int64(value) else { return text.isEmpty ? nil : Note(student: 0, text: text) }
            return Note(student: student, text: text)
        }
    }

    /// What the form wishes of the lesson.
    /// - Parameter sheet: the lesson as it stands, so that fields the form did not show stay as they are.
    func wish(over sheet: LessonSheet, confirming: Bool) throws -> LessonWish {
        guard !(own + remarks).contains(where: { $0.student == 0 }) else { throw LessonFormRefusals.studentMissing }
        var wish = LessonWish(version: version)
        wish.topic = topic
        wish.material = material
        wish.homework = homework
        wish.noHomework = noHomework
        if sheet.limits != nil {
            guard let number = minutes.isEmpty ? 0 : Int(minutes) else {
                throw Refusal.invalid("wrong_minutes", LessonRefusals.wrongMinutes, at: "/homeworkMinutes")
            }
            wish.homeworkMinutes = number
        }
        wish.kind = kind == sheet.kinds.first?.id && sheet.lesson.kind == 0 ? 0 : kind
        if sheet.givesPoints {
            guard let points = maximum.isEmpty ? 0 : Int(maximum), maximum.isEmpty || points > 0 else {
                throw LessonRefusals.wrongMaximum
            }
            wish.maximum = points
        }
        if sheet.showsCheckedOn { wish.checkedOn = checkedOn }
        wish.own = Self.joined(own)
        if sheet.hasBegun {
            wish.remarks = Self.joined(remarks)
            for student in sheet.remarks.keys where wish.remarks[student] == nil { wish.remarks[student] = "" }
        }
        if confirming { wish.rollConfirmed = true }
        return wish
    }

    /// Two texts for the same student are one.
    private static func joined(_ notes: [Note]) -> [Int64: String] {
        Dictionary(
            notes.filter { !$0.text.isEmpty }.map { ($0.student, $0.text) }, uniquingKeysWith: { $0 + "\n" + $1 })
    }

    /// The cells the form changes. A proposal that was only shown is no entry until the roll is confirmed.
    func cellWishes(on lesson: Int64, students: [LessonQueries.Student], confirming: Bool) -> [CellWish] {
        students.compactMap { student in
            guard let line = lines[student.id] else { return nil }
            let text = line.text(withoutAsked: !confirming)
            guard text != line.was else { return nil }
            return CellWish(lesson: lesson, student: student.id, set: text, version: line.version)
        }
    }
}

extension LessonSheet {
    /// The day of checking belongs to written work, and to the page's own teacher.
    var showsCheckedOn: Bool {
        hasBegun && !isSubstituted && kinds.contains { $0.id == lesson.kind && $0.isWritten }
    }
}

extension LessonSheet {
    /// Whether works on this page can have points: for sections and terms, by criteria.
    var givesPoints: Bool { regime.way == .criteria && kinds.contains { CriteriaKinds.givesPoints($0.id) } }

    /// The maximum of the lesson's work; 0 for one that is given marks.
    var maximum: Int { regime.maximum(of: lesson.kind, own: lesson.maximum, kinds: kinds) }
}

enum LessonFormRefusals {
    static let studentMissing = Refusal.invalid(
        "student_missing",
        Text(
            ky: "Кайсы окуучуга экенин тандаңыз", ru: "Выберите, какому ученику", kk: "Қай оқушыға екенін таңдаңыз",
            en: "Choose the student"), at: "/own")
}
