import Foundation
import SchoolRules
import Sheets

/// One row of a list.
struct ListRow: Sendable {
    /// What all rows below one header share.
    struct Frame: Sendable {
        let columns: [ListColumn: Int]
        let headers: [ListColumn: String]
        /// The header as it stands in the file.
        let texts: [String]
        let sheet: ImportPlace
        let schoolClass: ClassName?
        let startsIn1904: Bool
    }

    /// The row as it stands in the file.
    let cells: SheetRow
    let frame: Frame
    /// The class of the title above, where classes follow one another on one sheet.
    private let titleClass: ClassName?
    /// The day of a timetable or the part of a plan of the title above.
    private let heading: String?
    /// Left out because of its mistakes.
    var isRejected = false

    init(_ cells: SheetRow, _ frame: Frame, schoolClass: ClassName?, heading: String?) {
        self.cells = cells
        self.frame = frame
        titleClass = schoolClass
        self.heading = heading
    }

    var number: Int { cells.number }

    /// The text under a column, composed and without outer spaces; empty where there is none.
    subscript(column: ListColumn) -> String {
        let text = column == .schoolClass ? classText : stored(column)
        guard text.isEmpty else { return text }
        switch column {
        case .schoolClass: return inheritedClass?.compact ?? ""
        case .weekday, .section: return heading ?? ""
        default: return ""
        }
    }

    private func stored(_ column: ListColumn) -> String {
        frame.columns[column].map { cells[$0].precomposedStringWithCanonicalMapping.trimmedSpaces } ?? ""
    }

    /// The class of the row, also where grade and letter stand in columns of their own: `5` and `А`.
    private var classText: String {
        let text = stored(has(.schoolClass) ? .schoolClass : .grade)
        let letter = stored(.letter)
        guard !letter.isEmpty, let name = ClassCell.read(text), name.letter.isEmpty else { return text }
        return "\(name.grade)\(letter)"
    }

    private var namesClass: Bool { has(.schoolClass) || has(.grade) }

    /// The class of the title above the row; that of the whole sheet, where no column names classes.
    private var inheritedClass: ClassName? { titleClass ?? (namesClass ? nil : frame.schoolClass) }

    /// Whether a class is only named above the row or by its sheet.
    var inheritsClass: ClassName? { namesClass ? nil : inheritedClass }

    func has(_ column: ListColumn) -> Bool { frame.columns[column] != nil }

    func cell(_ column: ListColumn) -> Sheets.SheetCell {
        guard let position = frame.columns[column], cells.cells.indices.contains(position) else {
            return Sheets.SheetCell.empty
        }
        return cells.cells[position]
    }

    /// Where a column of this row is.
    func place(_ column: ListColumn) -> ImportPlace {
        frame.sheet.row(number, frame.headers[column] ?? column.headers[0])
    }

    var place: ImportPlace { frame.sheet.row(number) }

    /// Whether nothing stands under any known column but the running number.
    var isBlank: Bool {
        frame.columns.allSatisfy { column, position in
            column == .ordinal || cells[position].trimmedSpaces.isEmpty && cell(column).kind != .error
        }
    }

    /// Whether the row is to be written: neither blank nor left out.
    var isGood: Bool { !isBlank && !isRejected }

    /// Columns whose formula came to nothing: `#N/A` in a workbook or, as text, in a CSV file.
    var brokenColumns: [ListColumn] {
        frame.columns.filter { column, position in
            column != .ordinal && column != .note
                && (cell(column).kind == .error || Self.errors.contains(cells[position].trimmedSpaces.uppercased()))
        }.map(\.key).sorted { (frame.columns[$0] ?? 0) < (frame.columns[$1] ?? 0) }
    }

    private static let errors: Set<String> = [
        "#N/A", "#Н/Д", "#REF!", "#ССЫЛКА!", "#VALUE!", "#ЗНАЧ!", "#DIV/0!", "#ДЕЛ/0!", "#NAME?", "#ИМЯ?", "#NULL!",
        "#ПУСТО!", "#NUM!", "#ЧИСЛО!",
    ]
}
