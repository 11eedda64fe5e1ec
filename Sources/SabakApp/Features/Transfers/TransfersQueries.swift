import SchoolRules
import Store

enum TransfersQueries {
    static func add(_ form: TransferForm, to page: FoundPage, by visit: Visit, in writing: Writing) throws {
        for value in form.values {
            let id = visit.app.ids.next()
            let day = form.day?.description ?? ""
            try writing.connection.run(
                """
                INSERT INTO transferred_mark (school_id, id, page_id, student_id, period, day, value, scale, kind_id,
                    weight, source, at, by_person)
                VALUES (\(writing.school), \(id), \(page.id), \(form.student), \(form.period), \(day), \(value),
                    \(form.scale), \(form.kind?.id ?? 1), \(form.kind?.weight.hundredths ?? 100), \(form.source),
                    \(writing.instant), \(visit.person.id))
                """)
            try writing.audit(
                "transfer.add", "transfer/\(id)/\(page.id)/\(form.student)",
                after: [form.period, day, value].filter { !$0.isEmpty }.joined(separator: " "), text: form.source)
        }
        try CellPage.noteChange(of: page.id, in: writing)
        try FinalExpectation.refresh(
            page, students: [form.student], days: form.day.map { [$0] } ?? [], on: visit.today, in: writing)
    }

    static func withdraw(_ id: Int64, of page: FoundPage, by visit: Visit, in writing: Writing) throws {
        let found = try writing.connection.first(
            """
            UPDATE transferred_mark SET withdrawn_at = \(writing.instant)
            WHERE school_id = \(writing.school) AND id = \(id) AND page_id = \(page.id) AND withdrawn_at = 0
            RETURNING value, student_id, day
            """
        ) { (value: $0.text(0), student: $0.integer(1), day: Day($0.text(2))) }
        guard let found else { throw Refusal.notFound }
        try writing.audit("transfer.withdraw", "transfer/\(id)/\(page.id)", before: found.value)
        try CellPage.noteChange(of: page.id, in: writing)
        try FinalExpectation.refresh(
            page, students: [found.student], days: found.day.map { [$0] } ?? [], on: visit.today, in: writing)
    }
}
