import Sheets
import Web

/// The rows of a list that were left out, with what is wrong written beside each. Mended, the file can be brought
/// again as it is.
public struct RejectsBook: Sendable, Equatable {
    private static let header = Text(
        ky: "Эмнени оңдоо керек", ru: "Что исправить", kk: "Нені түзету керек", en: "What to mend")
    private static let classHeader = Text(ky: "Классы", ru: "Класс", kk: "Сыныбы", en: "Class")
    /// The header of the column of problems in every language: lists that come back have it.
    static let headers = [header.ky, header.ru, header.kk, header.en]

    struct Line: Sendable, Equatable {
        let number: Int
        let values: [SheetValue]
        let problems: [Text]
    }
    struct Page: Sendable, Equatable {
        let name: String
        let header: [String]
        /// Whether the class, named above the rows only, must be written into each.
        let addsClass: Bool
        var lines: [Line] = []
    }
    private(set) var pages: [Page] = []

    init() {}

    /// What a file of rows that go back is called, by the file they came in.
    static func fileName(_ name: String, _ language: Language) -> String {
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        return "\(stem.isEmpty ? name : stem) – \(header[language].lowercased()).xlsx"
    }

    /// How many rows were left out.
    public var count: Int { pages.reduce(0) { $0 + $1.lines.count } }

    /// Notes the rows of these places.
    mutating func add(_ reading: ListReading, _ problems: [ImportProblem], at places: Set<RowPlace>) {
        let texts = Dictionary(grouping: problems.filter { $0.severity == .error }) { RowPlace($0.place) }
        for sheet in reading.sheets {
            var carried: [ListColumn: String] = [:]
            for row in sheet.rows {
                // A timetable may name class and day in the first of several rows only.
                for column in [ListColumn.schoolClass, .weekday] where !row[column].isEmpty {
                    carried[column] = row[column]
                }
                let place = RowPlace(sheet: sheet.place.sheet, row: row.number)
                guard places.contains(place) else { continue }
                let known = reading.kind == .timetable ? carried : [:]
                add(row, sheet, (texts[place] ?? []).map(\.words), known)
            }
        }
    }

    private mutating func add(
        _ row: ListRow, _ sheet: ListSheet, _ problems: [Text], _ carried: [ListColumn: String]
    ) {
        let addsClass = row.inheritsClass != nil
        var index = pages.firstIndex { page in
            page.name == sheet.name && page.header == row.frame.texts && page.addsClass == addsClass
        }
        if index == nil {
            pages.append(Page(name: sheet.name, header: row.frame.texts, addsClass: addsClass))
            index = pages.count - 1
        }
        var values = row.cells.cells.map(Self.value)
        while values.count < row.frame.texts.count { values.append(.empty) }
        for column in [ListColumn.schoolClass, .weekday, .section] {
            guard let position = row.frame.columns[column], row.cells[position].isEmpty else { continue }
            let inherited = row[column].isEmpty ? carried[column] ?? "" : row[column]
            if values.indices.contains(position), !inherited.isEmpty { values[position] = .text(inherited) }
        }
        if addsClass { values.append(.text(row[.schoolClass])) }
        pages[index ?? 0].lines.append(Line(number: row.number, values: values, problems: problems))
    }

    /// Everything as text, so that numbers and dates stay as they were shown; a broken formula shows its error.
    private static func value(_ cell: Sheets.SheetCell) -> SheetValue {
        switch cell.kind {
        case .empty: .empty
        case .error: .text(cell.stored)
        case .number where cell.isScientific: .text(cell.stored)
        case .text, .number, .date, .boolean: .text(cell.text)
        }
    }

    public func document(_ language: Language) -> XLSXDocument {
        XLSXDocument(
            sheets: pages.map { page in
                let width = page.lines.map(\.values.count).max() ?? 0
                let own = page.addsClass ? [Self.classHeader[language]] : []
                var header = page.header
                while header.count + own.count < width { header.append("") }
                let rows = page.lines.sorted { $0.number < $1.number }.map { line in
                    let padding = [SheetValue](repeating: .empty, count: width - line.values.count)
                    let words = line.problems.map { $0[language] }.joined(separator: " ")
                    return line.values + padding + [.text("\(line.number): \(words)")]
                }
                return XLSXSheet(name: page.name, header: header + own + [Self.header[language]], rows: rows)
            })
    }

    /// - Throws: `SheetProblem` where the file cannot be written.
    public func write(to path: String, in language: Language) throws { try document(language).write(to: path) }
}

extension ImportProblem {
    /// The column and what is wrong with it.
    fileprivate var words: Text {
        guard let column = place.column else { return text }
        return Text(
            ky: "\(column): \(text.ky)", ru: "\(column): \(text.ru)", kk: "\(column): \(text.kk)",
            en: "\(column): \(text.en)")
    }
}
