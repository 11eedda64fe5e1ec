import SchoolRules
import Web

/// The head of the pages of one list.
struct ImportHead {
    let visit: Visit
    let list: BroughtList
    let title: Text
    var step: Int?
    private var words: Language { visit.language }

    var html: HTML {
        let step = step.map { ImportStepTexts.step($0)[words] + " · " } ?? ""
        return """
            <div class="head"><div><p class="sub"><a href="/imports">\(ImportingTexts.title[words])</a> › \
            \(ImportingTexts.kind(list.kind)[words])</p><h1>\(title[words])</h1>\
            <p class="sub">\(step)\(list.name)</p></div></div>
            """
    }
}

/// The button that takes a list away again.
struct ImportRemoval {
    let visit: Visit
    let list: BroughtList

    var html: HTML {
        """
        <form method="post" action="/imports/\(list.id)/remove">\(visit.csrfField)<p class="acts below">\
        <button class="quiet">\(ImportingTexts.remove[visit.language])</button></p></form>
        """
    }
}

/// Problems, each kind once with its rows: three hundred rows without a class are one line.
struct ProblemList {
    let problems: [ProblemGroup]
    let language: Language

    var html: HTML? {
        guard !problems.isEmpty else { return nil }
        let (errors, warnings) = (problems.filter(\.isError), problems.filter { !$0.isError })
        let first: HTML? =
            errors.isEmpty
            ? nil
            : """
            <section class="problems bad"><h2>\(ImportStepTexts.errors[language])</h2><ul>\(errors.html(item))</ul>\
            </section>
            """
        let second: HTML? =
            warnings.isEmpty
            ? nil
            : """
            <section class="problems"><h2>\(ImportStepTexts.warnings[language])</h2><ul>\(warnings.html(item))\
            </ul></section>
            """
        return "\(first)\(second)"
    }

    private func item(_ group: ProblemGroup) -> HTML {
        let column: HTML? = group.column.isEmpty ? nil : "<b>\(group.column)</b>: "
        guard group.entries.count > 1 else {
            return "<li>\(column)\(group.entries.html(words))</li>"
        }
        let rest: HTML? =
            group.unlisted > 0 ? "<li>\(ImportStepTexts.more(group.unlisted)[language])</li>" : nil
        return """
            <li><details><summary>\(column)\(group.entries[0].text[language]) <span class="tag">\
            \(ImportStepTexts.rowsInAll(group.count)[language])</span></summary>\
            <ul>\(group.entries.html { "<li>\(words($0))</li>" })\(rest)</ul></details></li>
            """
    }

    private func words(_ entry: ProblemGroup.Entry) -> HTML {
        let places = entry.rows.sorted { $0.key < $1.key }.map { sheet, rows in
            ImportStepTexts.rows(RowRanges.words(rows), sheet: sheet)[language]
        }
        let listed = entry.rows.values.reduce(0) { $0 + $1.count }
        let more = listed > 0 && listed < entry.count ? [ImportStepTexts.more(entry.count - listed)[language]] : []
        let place = (places + more).joined(separator: "; ")
        return "\(entry.text[language])\(place.isEmpty ? nil : " <small>\(place)</small>" as HTML?)"
    }
}
