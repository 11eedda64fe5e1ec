import SchoolRules
import Web

/// What the columns hold, as a person has said.
struct ColumnsForm {
    private(set) var wish: ImportWish
    /// Whether the page is to be seen again before the list is checked.
    private(set) var isToBeSeen: Bool

    init(_ form: Form, _ reading: ListReading, _ old: ImportWish) {
        wish = old
        isToBeSeen = form["do"] == "show"
        wish.choices = ListChoices()
        for (index, frame) in reading.frames.enumerated() {
            if reading.frames.count > 1, form["read-\(index)"] != "1" { wish.choices.skipped.insert(frame.name) }
            let (was, typed) = (form["was-\(index)"] ?? "", form["header-\(index)"] ?? "")
            if typed != was, let row = Int(typed), (0...1_000_000).contains(row) {
                wish.choices.headerRows[frame.name] = row
                isToBeSeen = true
            } else {
                wish.choices.headerRows[frame.name] = old.choices.headerRows[frame.name]
                readColumns(form, index, frame, reading.kind)
            }
        }
    }

    private mutating func readColumns(_ form: Form, _ index: Int, _ frame: ListFrame, _ kind: ListKind) {
        let typed = form.named(with: "column-\(index)-")
        guard !typed.isEmpty else { return }
        var columns: [Int: ListColumn] = [:]
        for (position, name) in typed {
            guard let position = Int(position), let column = ListColumn(rawValue: name), kind.columns.contains(column)
            else { continue }
            columns[position] = column
        }
        wish.mappings.keep(ListMapping(kind, headers: frame.guesses.map(\.header), columns: columns))
    }
}

/// What a person has decided on the page that shows what would change.
struct AnswersForm {
    private(set) var wish: ImportWish
    let isToBeWritten: Bool

    init(_ form: Form, _ list: BroughtList) {
        wish = list.wish
        isToBeWritten = form["do"] == "write"
        wish.skipsBadRows = form["skip"] == "1"
        let questions = list.report?.questions ?? []
        for (index, question) in questions.enumerated() {
            guard let answer = form["answer-\(index)"] else { continue }
            wish.decisions[question.place] = nil
            wish.leftOut.remove(question.place)
            take(answer, question)
        }
        let missing = Set(list.report?.left.map(\.id) ?? [])
        wish.leaving = ListLeaving(
            people: list.kind == .students
                ? Set(form.all("leave").compactMap { Int64($0) }).intersection(missing) : [],
            lastDay: form["last-day"].flatMap { Day($0) }?.description ?? "",
            order: String((form["order"] ?? "").prefix(40)),
            orderDay: form["order-day"].flatMap { Day($0) }?.description ?? "")
        wish.agreesToLeaving = form["agree"] == "1"
    }

    private mutating func take(_ answer: String, _ question: ListQuestion) {
        switch answer {
        case "another" where question.mayBeAnother: wish.decisions[question.place] = .another
        case "out": wish.leftOut.insert(question.place)
        default:
            let chosen = question.candidates.first { answer == "same-\($0.person)" }
            if let chosen { wish.decisions[question.place] = .same(chosen.person) }
        }
    }

    /// What was answered to a question, as the form says it.
    static func answer(to question: ListQuestion, in wish: ImportWish) -> String {
        if wish.leftOut.contains(question.place) { return "out" }
        return switch wish.decisions[question.place] {
        case .same(let person): "same-\(person)"
        case .another: "another"
        case nil: ""
        }
    }
}
