import SchoolRules
import Sheets
import Web

/// The list of staff as a spreadsheet to keep.
struct StaffBook: Sendable {
    let visit: Visit
    let rows: [StaffQueries.Member]
    private var words: Language { visit.language }

    func download() throws -> Answer {
        let title = DirectoryTexts.staff[words]
        let printed = "\(visit.today.short) \(visit.moment.time), \(visit.person.name.short)"
        let sheet = XLSXSheet(
            name: title, title: [visit.school.name, title, printed],
            header: ["№"] + DirectoryTexts.sheetHeads.map { $0[words] },
            rows: rows.enumerated().map { row($0, $1) }, isLandscape: true)
        let document = XLSXDocument(title: title, author: visit.person.name.full, sheets: [sheet])
        return .download(
            try document.bytes(), named: "staff-\(visit.today).xlsx",
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }

    private func row(_ position: Int, _ member: StaffQueries.Member) -> [SheetValue] {
        [
            .integer(position + 1), .text(member.name.surname), .text(member.name.given),
            .text(member.name.patronymic), .text(member.position), .text(StaffPage.roles(of: member, words)),
            visit.mayInSchool(.readLoad) ? .number(Double(member.hours) / 100) : .empty, .text(member.phone),
            .text(member.email), day(member.from), day(member.to),
        ]
    }

    private func day(_ day: Day) -> SheetValue {
        day == .forever ? .empty : .date(year: day.year, month: day.month, day: day.day)
    }
}
