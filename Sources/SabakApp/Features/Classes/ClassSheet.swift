import SchoolRules
import Sheets
import Web

/// The list of a class as a spreadsheet to keep.
struct ClassSheet: Sendable {
    let visit: Visit
    let list: ClassList
    private var words: Language { visit.language }

    func download() throws -> Answer {
        let name = list.found.name.compact
        let title = list.found.name.titled(InterfaceLanguage(rawValue: words.rawValue) ?? .ru)
        let students = list.students.filter { $0.isThere(on: visit.today) }
        let printed = "\(visit.today.short) \(visit.moment.time), \(visit.person.name.short)"
        let sheet = XLSXSheet(
            name: name, title: [visit.school.name, title, printed],
            header: ["№"] + ClassTexts.sheetHeads.map { $0[words] },
            rows: students.enumerated().map { row($0, $1) })
        let document = XLSXDocument(title: title, author: visit.person.name.full, sheets: [sheet])
        return .download(
            try document.bytes(), named: "\(name)-\(visit.today).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private func row(_ position: Int, _ student: ClassesQueries.Student) -> [SheetValue] {
        let guardians = (list.guardians?[student.id] ?? []).filter(\.isConfirmed)
        let born = Day(student.birthDay)
        return [
            .integer(position + 1), .text(student.name.surname), .text(student.name.given),
            .text(student.name.patronymic), .text(list.found.name.compact),
            born.map { .date(year: $0.year, month: $0.month, day: $0.day) } ?? .empty,
            .text(["f": ClassTexts.girl, "m": ClassTexts.boy][student.sex]?[words] ?? ""), .text(student.address),
            .text(guardians.map(\.name.full).joined(separator: "; ")),
            .text(guardians.map(\.phone).filter { !$0.isEmpty }.joined(separator: "; ")),
            .text(guardians.map(\.email).filter { !$0.isEmpty }.joined(separator: "; ")),
            .date(year: student.from.year, month: student.from.month, day: student.from.day),
            .text(MovementWords.order(student.order)),
        ]
    }
}
