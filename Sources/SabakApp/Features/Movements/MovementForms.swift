import SchoolRules
import Web

/// Which lines of the books are asked for.
struct MovementWish: Sendable {
    static let pageLength = 200

    enum Kind: String, CaseIterable, Sendable {
        case all = ""
        case arrived, left, moved
        /// Without number or date of the order.
        case noOrder = "no-order"
    }

    let year: Int
    let classID: Int64?
    let kind: Kind
    /// The number of a term; nil for the whole year.
    let term: String
    let letter: String
    let typed: String
    let page: Int
    var search: String { searchFold(typed) }

    init(_ query: Form, year: Int) {
        self.year = query["year"].flatMap(Int.init) ?? year
        classID = query["class"].flatMap(Int64.init)
        kind = query["kind"].flatMap(Kind.init) ?? .all
        term = query["term"] ?? ""
        letter = String((query["letter"] ?? "").prefix(1))
        typed = query["q"] ?? ""
        page = max(1, query["p"].flatMap(Int.init) ?? 1)
    }

    var fields: Form {
        Form(fields: [
            ("year", String(year)), ("class", classID.map(String.init) ?? ""), ("kind", kind.rawValue), ("q", typed),
            ("term", term),
        ])
    }

    func address(_ place: String, page: Int = 1, letter: String? = nil) -> String {
        var kept = fields.fields.filter { !$0.value.isEmpty }
        let shown = letter ?? self.letter
        if !shown.isEmpty { kept.append(("letter", shown)) }
        if page > 1 { kept.append(("p", String(page))) }
        return place + "?" + Form(fields: kept).encoded
    }
}

/// A line as it should have been written.
struct CorrectionForm: Sendable {
    let typed: Form
    let day: Day?
    let movement: MovementForm
    var problems: [String: Text]

    init(_ form: Form, on today: Day) {
        typed = form
        movement = MovementForm(form)
        problems = movement.problems
        day = form["day"].flatMap(DateReading.day)
        if !MovementForm.isNear(day, to: today, within: 4000) { problems["day"] = MovementWords.wrongDay }
    }

    func inputs(_ language: Language) -> Inputs { Inputs(typed: typed, problems: problems, language: language) }
}
