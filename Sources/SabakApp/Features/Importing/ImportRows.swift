import SchoolRules
import Web

/// The rows of a load list, a timetable or a plan as they are understood, and what they change.
struct ImportRows {
    let report: ImportReport
    let isOpen: Bool
    let language: Language

    var html: HTML? {
        guard !report.rows.isEmpty else { return nil }
        let columns = ListColumn.allCases.filter { column in
            column == .subject || report.rows.contains { !($0.values[column] ?? "").isEmpty }
        }
        let hasPlaces = report.rows.contains { $0.place != nil }
        let hasChanges = !report.rowCounts.isEmpty
        let heads = columns.html { "<th scope=\"col\">\($0.words[language])</th>" }
        let place: HTML? =
            hasPlaces ? "<th scope=\"col\" class=\"num\">\(ImportStepTexts.row[language])</th>" : nil
        let change: HTML? = hasChanges ? "<th scope=\"col\">\(ImportStepTexts.whatChanges[language])</th>" : nil
        let lines = report.rows.html { line($0, columns, hasPlaces, hasChanges) }
        let title = ImportStepTexts.rowsUnderstood[language]
        return """
            <details class="add"\(isOpen ? " open" : HTML())><summary>\(title): \(report.rowCount)</summary>\
            <div class="pad">\(tally)\(rest)<div class="scroll" tabindex="0" role="region" aria-label="\(title)">\
            <table class="list understood"><thead><tr>\(place)\(heads)\(change)</tr></thead><tbody>\(lines)</tbody>\
            </table></div></div></details>
            """
    }

    /// A long list is not shown whole.
    private var rest: HTML? {
        guard report.rows.count < report.rowCount else { return nil }
        let words = ImportStepTexts.firstRows(report.rows.count, of: report.rowCount)[language]
        return "<p class=\"say\">\(words)</p>"
    }

    private var tally: HTML? {
        let parts = UnderstoodRow.Change.allCases.compactMap { change -> String? in
            guard let count = report.rowCounts[change] else { return nil }
            return "\(ImportStepTexts.change(change)[language]): \(count)"
        }
        return parts.isEmpty ? nil : "<p class=\"sub\">\(parts.joined(separator: " · "))</p>"
    }

    private func line(
        _ row: UnderstoodRow, _ columns: [ListColumn], _ hasPlaces: Bool, _ hasChanges: Bool
    ) -> HTML {
        let place: HTML? = hasPlaces ? "<td class=\"num\">\(self.place(row.place))</td>" : nil
        let change: HTML? = hasChanges ? "<td>\(self.change(row))</td>" : nil
        let cells = columns.html { column in
            let text = column == .subject ? row.subject?[language] ?? "" : row.values[column] ?? ""
            return "<td>\(column.shown(text, language))</td>"
        }
        let ended: HTML? = row.change == .ended ? " class=\"gone\"" : nil
        return "<tr\(ended)>\(place)\(cells)\(change)</tr>"
    }

    private func hours(_ text: String) -> String { ListColumn.hours.shown(text, language) }

    private func place(_ place: RowPlace?) -> String {
        guard let place else { return "" }
        return place.sheet.map { "\($0): \(place.row)" } ?? "\(place.row)"
    }

    private func change(_ row: UnderstoodRow) -> HTML {
        switch row.change {
        case .new: "<b>\(ImportStepTexts.change(.new)[language])</b>"
        case .changed: "<b>\(hours(row.before)) → \(hours(row.values[.hours] ?? ""))</b>"
        case .same, .ended: "\(row.change.map { ImportStepTexts.change($0)[language] } ?? "")"
        case nil: ""
        }
    }
}
