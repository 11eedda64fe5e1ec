import SchoolRules
import Sheets
import Web

/// The books as workbooks to keep.
struct MovementSheets: Sendable {
    let visit: Visit
    let names: [Int64: ClassName]
    private var words: Language { visit.language }

    func book(_ lines: [MovementsQueries.Line], year: Int) throws -> Answer {
        let heads = [
            MovementTexts.day, MovementTexts.fullName, MovementTexts.born, MovementTexts.what, MovementTexts.fromClass,
            MovementTexts.toClass, MovementTexts.orderNumber, MovementTexts.orderDay, MovementTexts.place,
            MovementTexts.reason, MovementTexts.document, MovementTexts.note, MovementTexts.address,
        ]
        let rows = lines.map { line -> [SheetValue] in
            let (movement, order) = (line.movement, line.movement.order)
            let state = movement.isWithdrawn ? MovementWords.withdrawn[words] : ""
            return [
                .integer(movement.number), day(movement.day), .text(line.name.full), day(Day(line.birthDay)),
                .text(MovementWords.kind(movement.kind)[words]), className(movement.fromClass),
                className(movement.toClass), .text(order.number), day(Day(order.day)), .text(order.whereabouts),
                .text(order.reason.map { MovementWords.reason($0)[words] } ?? ""), .text(MovementWords.document(order)),
                .text([state, order.note].filter { !$0.isEmpty }.joined(separator: "; ")), .text(line.address),
            ]
        }
        return try file(MovementTexts.book, "\(year)/\(year + 1)", heads, rows, named: "movement-\(year)")
    }

    func alphabet(_ entries: [AlphabetQueries.Entry]) throws -> Answer {
        let heads = [
            MovementTexts.fullName, MovementTexts.born, MovementTexts.sex, MovementTexts.entryDay,
            MovementTexts.entryClass, MovementTexts.orderNumber, MovementTexts.leaveDay, MovementTexts.leaveClass,
            MovementTexts.destination, MovementTexts.reason, MovementTexts.orderNumber, MovementTexts.document,
        ]
        let rows = entries.map { entry -> [SheetValue] in
            let (came, went) = (entry.entry, entry.leaving)
            return [
                .integer(entry.number), .text(entry.name.full), day(Day(entry.birthDay)),
                .text(["f": MovementTexts.girl, "m": MovementTexts.boy][entry.sex]?[words] ?? ""), day(came?.day),
                className(came?.toClass ?? 0), .text(came.map { MovementWords.order($0.order) } ?? ""), day(went?.day),
                className(went?.fromClass ?? 0), .text(went?.order.whereabouts ?? ""),
                .text(went?.order.reason.map { MovementWords.reason($0)[words] } ?? ""),
                .text(went.map { MovementWords.order($0.order) } ?? ""),
                .text(went.map { MovementWords.document($0.order) } ?? ""),
            ]
        }
        return try file(MovementTexts.alphabet, "", heads, rows, named: "alphabet")
    }

    func totals(_ table: MovementTable) throws -> Answer {
        let name = (table.term.map(MovementTexts.term) ?? MovementTexts.wholeYear)[words]
        let sub = "\(name), \(MovementTexts.span(table.from, table.to)[words])"
        var rows: [[SheetValue]] = []
        func add(_ name: String, _ count: MovementCount) {
            rows.append([.text(name)] + MovementTotalsPage.numbers(count).map(SheetValue.integer))
        }
        for grade in table.grades {
            for line in grade.lines { add(line.name.compact, line.count) }
            if grade.lines.count > 1 { add(MovementTexts.grade(grade.grade)[words], grade.total) }
        }
        add(MovementTexts.school[words], table.total)
        return try file(
            MovementTexts.totals, sub, MovementTotalsPage.heads, rows, first: MovementTexts.schoolClass[words],
            named: "totals-\(table.year)")
    }

    private func file(
        _ title: Text, _ sub: String, _ heads: [Text], _ rows: [[SheetValue]], first: String = "№", named name: String
    ) throws -> Answer {
        let printed = "\(visit.today.short) \(visit.moment.time), \(visit.person.name.short)"
        let lines = [visit.school.name, [title[words], sub].filter { !$0.isEmpty }.joined(separator: ", "), printed]
        let sheet = XLSXSheet(
            name: title[words], title: lines, header: [first] + heads.map { $0[words] }, rows: rows, isLandscape: true)
        let document = XLSXDocument(title: title[words], author: visit.person.name.full, sheets: [sheet])
        return .download(
            try document.bytes(), named: "\(name)-\(visit.today).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private func day(_ day: Day?) -> SheetValue {
        day.map { .date(year: $0.year, month: $0.month, day: $0.day) } ?? .empty
    }

    private func className(_ id: Int64) -> SheetValue { names[id].map { .text($0.compact) } ?? .empty }
}
