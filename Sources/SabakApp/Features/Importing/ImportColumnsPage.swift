import SchoolRules
import Sheets
import Web

/// What the columns of a list are taken for, and how its first rows will be understood.
struct ImportColumnsPage {
    let visit: Visit
    let list: BroughtList
    let reading: ListReading
    private var words: Language { visit.language }

    func answer() -> Answer {
        let layout = Layout(
            visit: visit, title: ImportStepTexts.columns[words], place: list.kind.menuPlace(for: visit), frame: .wide)
        return layout.answer(
            """
            \(ImportHead(visit: visit, list: list, title: ImportStepTexts.columns, step: 2).html)
            \(ProblemList(problems: ProblemGroup.groups(problems), language: words).html)
            <form class="form" method="post" action="/imports/\(list.id)/columns">\(visit.csrfField)
            \(reading.frames.count > 1 ? sheets : single)\(groups.html(columns))
            <p class="sub">\(ImportStepTexts.columnsWhat[words])</p>
            <section><h2>\(ImportStepTexts.understood[words])</h2>\(preview)</section>
            <p class="acts"><button class="main" name="do" value="check">\(ImportStepTexts.check[words])</button>\
            <button name="do" value="show">\(ImportStepTexts.show[words])</button></p></form>\
            \(ImportRemoval(visit: visit, list: list).html)
            """)
    }

    private var shown: ListPreview { ListPreview(reading, country: visit.school.country, today: visit.today, most: 6) }

    private var problems: [ImportProblem] { reading.problems.shown(in: reading.file) + shown.problems.list }

    // MARK: Sheets

    private var sheets: HTML {
        let rows = reading.frames.enumerated().html { index, frame in
            let checked: HTML? = frame.isSkipped ? nil : " checked"
            return """
                <tr><td><input type="checkbox" id="read-\(index)" name="read-\(index)" value="1"\(checked)></td>\
                <th scope="row"><label for="read-\(index)">\(frame.name)</label></th>\
                <td class="num">\(frame.rowCount)</td><td>\(header(index, frame))</td></tr>
                """
        }
        let many = reading.frames.count > 6
        return """
            <details class="add"\(many ? HTML() : " open")><summary>\(ImportStepTexts.sheets[words]): \
            \(reading.frames.count)</summary><div class="pad scroll"><table class="list">\
            <thead><tr><th scope="col">\(ImportStepTexts.read[words])</th>\
            <th scope="col">\(ImportStepTexts.sheet[words])</th>\
            <th scope="col" class="num">\(ImportStepTexts.rows[words])</th>\
            <th scope="col">\(ImportStepTexts.headerRow[words])</th></tr></thead><tbody>\(rows)</tbody></table>\
            <p class="hint">\(ImportStepTexts.headerHint[words])</p></div></details>
            """
    }

    private var single: HTML {
        reading.frames.enumerated().html { index, frame in
            """
            <p class="field"><label for="header-\(index)">\(ImportStepTexts.headerRow[words])</label>\
            \(header(index, frame))<small class="hint">\(ImportStepTexts.headerHint[words])</small></p>
            """
        }
    }

    private func header(_ index: Int, _ frame: ListFrame) -> HTML {
        let row = frame.headerRow ?? 0
        return """
            <input type="hidden" name="was-\(index)" value="\(row)">\
            <input class="rownumber" id="header-\(index)" name="header-\(index)" type="number" min="0" max="1000000" \
            value="\(row)" aria-label="\(ImportStepTexts.headerRow[words]): \(frame.name)">
            """
    }

    // MARK: Columns

    /// Sheets of the same form: their columns are matched once.
    private struct Group {
        let index: Int
        let frame: ListFrame
        var names: [String]
    }

    private var groups: [Group] {
        var groups: [Group] = []
        var indexes: [String: Int] = [:]
        for (index, frame) in reading.frames.enumerated() where !frame.isSkipped && !frame.guesses.isEmpty {
            let form = ListMapping.fingerprint(reading.kind, frame.guesses.map(\.header))
            if let known = indexes[form] {
                groups[known].names.append(frame.name)
            } else {
                indexes[form] = groups.count
                groups.append(Group(index: index, frame: frame, names: [frame.name]))
            }
        }
        return groups
    }

    private func columns(_ group: Group) -> HTML {
        let cells = group.frame.guesses.filter { !isEmpty($0, group.frame) }.html { column($0, group) }
        let title: HTML? =
            reading.frames.count > 1
            ? "<h2>\(ImportStepTexts.sheets[words]): \(names(group.names))</h2>" : nil
        return "<section>\(title)<ul class=\"columns\">\(cells)</ul></section>"
    }

    private func names(_ names: [String]) -> String {
        let first = names.prefix(12).joined(separator: ", ")
        return names.count > 12 ? "\(first), \(ImportStepTexts.more(names.count - 12)[words])" : first
    }

    private func isEmpty(_ guess: ColumnGuess, _ frame: ListFrame) -> Bool {
        guess.header.isEmpty && guess.column == nil && samples(guess.position, frame).isEmpty
    }

    private func samples(_ position: Int, _ frame: ListFrame) -> [String] {
        var seen: [String] = []
        for row in frame.samples where seen.count < 3 {
            let text = String(row[position].prefix(40))
            if !text.allSatisfy(\.isWhitespace), !seen.contains(text) { seen.append(text) }
        }
        return seen
    }

    private func column(_ guess: ColumnGuess, _ group: Group) -> HTML {
        let name = "column-\(group.index)-\(guess.position)"
        let letter = Self.letters(guess.position)
        let options = ListColumn.allCases.filter { reading.kind.columns.contains($0) }.html { column in
            let mark: HTML? = column == guess.column ? " selected" : nil
            return "<option value=\"\(column.rawValue)\"\(mark)>\(column.words[words])</option>"
        }
        let doubt = guess.certainty == .contents ? " doubt" : guess.column == nil ? " unread" : ""
        return """
            <li class="card\(doubt)"><label for="\(name)"><b>\(guess.header.isEmpty ? "—" : guess.header)</b>\
            <span class="tag">\(letter)</span></label><select id="\(name)" name="\(name)">\
            <option value="">— \(ImportStepTexts.notRead[words]) —</option>\(options)</select>\
            <small>\(samples(guess.position, group.frame).joined(separator: " · "))</small></li>
            """
    }

    /// The column as spreadsheets call it: A, B … AA.
    private static func letters(_ position: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + position % 26)))
        return position < 26 ? letter : letters(position / 26 - 1) + letter
    }

    // MARK: The first rows

    private var preview: HTML {
        let lines = shown.lines
        let columns = ListColumn.allCases.filter { column in lines.contains { $0.values[column] != nil } }
        guard !columns.isEmpty else { return "<p class=\"none\">\(ImportStepTexts.nothingUnderstood[words])</p>" }
        let heads = columns.html { "<th scope=\"col\">\($0.words[words])</th>" }
        let rows = lines.html { line in
            """
            <tr><td class="num">\(line.place.row ?? 0)</td>\
            \(columns.html { "<td>\($0.shown(line.values[$0] ?? "", words))</td>" })</tr>
            """
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ImportStepTexts.understood[words])">\
            <table class="list understood"><thead><tr>\
            <th scope="col" class="num">\(ImportStepTexts.row[words])</th>\(heads)</tr>\
            </thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
