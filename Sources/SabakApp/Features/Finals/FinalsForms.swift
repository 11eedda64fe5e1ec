import SchoolRules
import Web

/// The sheet of final marks as a browser sends it: `set-year-17`, `reason-year-17`, `version-year-17`, where 17 is
/// the student.
struct FinalsForms: Sendable {
    let form: Form
    /// Whether the proposals are to be set wherever nothing stands yet.
    let isAccepting: Bool

    init(_ form: Form) {
        self.form = form
        isAccepting = form["do"] == "accept"
    }

    static func field(_ name: String, _ key: FinalKey, _ student: Int64) -> String {
        "\(name)-\(key.stored)-\(student)"
    }

    /// What differs from what stands, in the order of the sheet.
    func wishes(on sheet: FinalSheet) -> [FinalWish] {
        isAccepting ? proposals(sheet) : typed(sheet)
    }

    private func typed(_ sheet: FinalSheet) -> [FinalWish] {
        sheet.place.keys.flatMap { key in
            sheet.lines.compactMap { line -> FinalWish? in
                guard let set = form[Self.field("set", key, line.student)] else { return nil }
                let version = form[Self.field("version", key, line.student)].flatMap { Int64($0) } ?? 0
                let standing = line.standing[key]
                guard !set.isEmpty || standing?.value.isEmpty == false else { return nil }
                return FinalWish(
                    key: key, student: line.student, set: set,
                    reason: Self.tidy(form[Self.field("reason", key, line.student)] ?? ""), version: version)
            }
        }
    }

    /// Equal ones in one action: never н/а, which a teacher decides one by one; who is exempt is so by a paper.
    private func proposals(_ sheet: FinalSheet) -> [FinalWish] {
        guard let key = sheet.place.keys.first else { return [] }
        return sheet.lines.compactMap { line in
            guard line.standing[key]?.value.isEmpty ?? true,
                let mark = line.proposal(for: key).proposed, mark.value != nil || mark == .exempt
            else { return nil }
            return FinalWish(
                key: key, student: line.student, set: mark.stored, version: line.standing[key]?.version ?? 0)
        }
    }

    /// Without control characters, and without spaces around it.
    static func tidy(_ text: String) -> String {
        let kept = text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) }
        return String(kept).split(separator: " ").joined(separator: " ")
    }
}

/// Marks somebody imagines, for "what if"; nothing of it is saved.
struct WhatIfForm: Sendable {
    struct Row: Sendable {
        let mark: String
        let kind: Int
    }

    static let rows = 3

    let typed: [Row]
    let imagined: [CurrentMark]
    let whatIf: WhatIf

    init(_ query: Form, sheet: FinalSheet) {
        let kinds = sheet.kinds
        let scale = SchoolFacts.scale(sheet.place.regime.markScale(of: sheet.place.page.scale))
        typed = (1...Self.rows).map { number in
            Row(
                mark: query["m\(number)"] ?? "",
                kind: query["k\(number)"].flatMap { Int($0) } ?? kinds.first?.id ?? 1)
        }
        imagined = typed.compactMap { row in
            let maximum = sheet.maximum(of: row.kind)
            let scale = maximum > 0 ? Scale.points(of: maximum) : scale
            guard !row.mark.isEmpty, let value = scale.value(row.mark) else { return nil }
            return CurrentMark(value, weight: kinds.first { $0.id == row.kind }?.weight ?? 1, kind: row.kind)
        }
        let settings = sheet.place.regime.settings
        whatIf = WhatIf(
            sheet.lines.first?.marks.compactMap(\.mark) ?? [], scale: scale, finalScale: sheet.place.scale,
            borders: settings.borders, isWeighted: settings.isWeighted)
    }
}
