import SchoolRules
import Web

/// The marks behind a final one, all or of one kind of work.
struct MarksShown {
    let sheet: FinalSheet
    let visit: Visit
    private let kind: Int?

    init(_ sheet: FinalSheet, _ visit: Visit) {
        self.sheet = sheet
        self.visit = visit
        kind = visit.asked.query["kind"].flatMap { Int($0) }
    }

    private var language: Language { visit.language }

    func html(_ line: FinalLine) -> HTML {
        let shown = line.marks.filter { kind == nil || $0.kind == kind }
        guard !shown.isEmpty else { return HTML() }
        let items = shown.html { mark -> HTML in
            let name = sheet.kinds.first { $0.id == mark.kind }?.names[language] ?? ""
            let words = [
                mark.day.words(language), name, mark.source, mark.due.map { DebtTexts.until($0)[language] } ?? "",
            ]
            .filter { !$0.isEmpty }.joined(separator: " · ")
            let sign = mark.source.isEmpty ? "" : "↘"
            return "<li title=\"\(words)\">\(sign)<b>\(mark.text)</b></li>"
        }
        return "<ul>\(items)</ul>"
    }

    /// The kinds that marks of the sheet have, to choose one of them.
    var filter: HTML? {
        guard sheet.place.key.period == .term else { return nil }
        let present = Set(sheet.lines.flatMap { $0.marks.map(\.kind) })
        let kinds = sheet.kinds.filter { present.contains($0.id) }
        guard kinds.count > 1 || kind != nil else { return nil }
        let options =
            [(value: "", words: FinalsTexts.allKinds[language])]
            + kinds.map { (value: "\($0.id)", words: $0.names[language]) }
        let typed = Form(fields: [(name: "kind", value: kind.map(String.init) ?? "")])
        return """
            <form class="filter" method="get" action="/pages/\(sheet.place.page.id)/finals">\
            <input type="hidden" name="term" value="\(sheet.place.key.stored)">\
            \(Inputs(typed: typed, language: language).choice("kind", FinalsTexts.kindOfWork, options))\
            <button>\(FinalsTexts.show[language])</button></form>
            """
    }
}

/// How many marks the students of a page have in a term, each number open to its students.
struct PageAccumulation {
    private let found: Accumulation<String>
    private let isTerm: Bool
    private let language: Language

    init(_ sheet: FinalSheet, _ language: Language) {
        self.language = language
        isTerm = sheet.place.key.period == .term && sheet.place.regime.way != .words
        found = Accumulation(
            sheet.lines.map { line in
                StudentMarks(
                    line.name.list, marks: line.proposal.minimum.marks.has,
                    presentLessons: max(0, line.held - line.missed), minimum: line.proposal.minimum,
                    isExempt: line.proposal.proposed == .exempt)
            })
    }

    var html: HTML? {
        guard isTerm, found.marksPerStudent != nil else { return nil }
        let shares: [(Text, Share<String>)] = [
            (FinalsTexts.enough, found.enough), (FinalsTexts.noMarks, found.withoutMarks),
            (FinalsTexts.withOne, found.withOneMark),
        ]
        return """
            <section class="gathered"><h2>\(FinalsTexts.accumulation[language])</h2>\
            <ul class="card brief plainlist"><li><span>\(FinalsTexts.perStudent[language])</span>\
            <b>\(found.marksPerStudent.map { CountWords.shown($0, language) } ?? "—")</b></li>\
            <li><span>\(FinalsTexts.density[language])</span><b>\(percent(found.density))</b></li>\
            \(shares.html { share($0.0, $0.1) })</ul></section>
            """
    }

    private func percent(_ number: Fraction?) -> String {
        number.map { $0.rounded(decimals: 1, separator: language == .en ? "." : ",") + " %" } ?? "—"
    }

    private func share(_ name: Text, _ share: Share<String>) -> HTML {
        let number: HTML = "<b>\(percent(share.percent))</b> <small>\(share.students.count)/\(share.all)</small>"
        guard !share.students.isEmpty else { return "<li><span>\(name[language])</span><span>\(number)</span></li>" }
        return """
            <li><details><summary>\(name[language]) \(number)</summary>\
            <ol>\(share.students.html { "<li>\($0)</li>" })</ol></details></li>
            """
    }
}
