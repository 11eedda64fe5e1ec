import SchoolRules
import Web

/// The marks and codes of a page, each made into HTML once.
struct GridSigns {
    private let marks: [(html: HTML, numeric: Fraction?)]
    private let values: [String]
    private let codes: [Int: HTML]
    private let lowest, highest: Fraction
    private let isPercent: Bool
    let codesJSON, scaleJSON: String

    init(_ sheet: JournalSheet) {
        let language = sheet.page.recordLanguage
        let scale = sheet.scale
        // A value of a scale the page had before is shown as it is and counts for nothing.
        marks = sheet.values.enumerated().map { number, value in
            guard number < scale.values.count else {
                return ("\(DebtSign.shown(value, language))", nil)
            }
            let kind = Self.kind(of: scale.values[number].level)
            let html: HTML = kind.isEmpty ? "\(value)" : "<i class=\"\(kind)\">\(value)</i>"
            return (html, scale.values[number].numeric)
        }
        values = sheet.values
        codes = Dictionary(
            sheet.codes.map { code in
                (code.id, "<i class=\"\(Self.kind(of: code))\">\(code.label(in: language))</i>")
            }, uniquingKeysWith: { first, _ in first })
        isPercent = sheet.reading.regime.countsPercent
        let numbers = sheet.scale.values.compactMap(\.numeric)
        lowest = numbers.min() ?? 0
        highest = numbers.max() ?? 0
        let debt = (DebtSign.sign, JSON.string("debt"))
        codesJSON =
            JSON.object(sheet.codes.map { ($0.label(in: language), .string(Self.kind(of: $0))) } + [debt]).string
        scaleJSON =
            JSON.object(
                sheet.scale.values.map { value in
                    let number = value.numeric.map { JSON.number(decimal($0)) } ?? .null
                    let keys = value.synonyms.filter { $0.count == 1 }.joined()
                    let parts = [number, .string(Self.kind(of: value.level))] + (keys.isEmpty ? [] : [.string(keys)])
                    return (value.value, .array(parts))
                }
            ).string
    }

    /// Code, minutes and marks, as one reads and types them.
    /// - Parameter column: the maximum of the works of the column, 0 where it has none.
    func append(_ cell: SheetCell, beside column: Int, to html: inout HTML) {
        if cell.code != 0 {
            html.append(codes[Int(cell.code)] ?? "?")
            if cell.minutes > 0 { html.append(" <i class=\"min\">\(Int(cell.minutes))'</i>") }
            if cell.first != nil { html.append(markup: " ") }
        }
        guard let first = cell.first else { return }
        append(first, beside: column, to: &html)
        guard let second = cell.second else { return }
        html.append(markup: "/")
        append(second, beside: column, to: &html)
    }

    private func append(_ mark: SheetCell.Mark, beside column: Int, to html: inout HTML) {
        guard mark.maximum > 0 || mark.isForeign else { return html.append(marks[Int(mark.value)].html) }
        let maximum = Int(mark.maximum)
        let own = maximum > 0 && maximum != column ? "/\(maximum)" : ""
        let kind = maximum > 0 ? Scale.points(of: maximum).level(of: values[Int(mark.value)]).map(Self.kind) ?? "" : ""
        let css = mark.isForeign && maximum == 0 ? "old" : kind
        let text = values[Int(mark.value)] + own
        html.append(css.isEmpty ? "\(text)" : "<i class=\"\(css)\">\(text)</i>")
    }

    /// The number a value counts with; nil for one that stays out of averages.
    func numeric(_ mark: SheetCell.Mark) -> Fraction? {
        if mark.maximum > 0 { return Fraction(values[Int(mark.value)]) }
        return mark.isForeign ? nil : marks[Int(mark.value)].numeric
    }

    /// How far an average is from the lowest value of the scale to the highest, in per cent; a per cent is that itself.
    func share(_ average: Fraction) -> Int64 {
        if isPercent { return average.nearest }
        guard highest > lowest else { return 0 }
        return max(0, ((average - lowest) / (highest - lowest) * 100).nearest)
    }

    private static func kind(of level: Level) -> String {
        switch level {
        case .excellent, .good, .pass: ""
        case .satisfactory: "m3"
        case .fail: "m2"
        }
    }

    static func kind(of code: AbsenceCode) -> String {
        switch code.category {
        case .present: "other"
        case .late, .ill, .excused, .unexcused, .unknown: code.category.rawValue
        }
    }
}
