import SchoolRules
import Web

/// A student who is entered: the person, the class and the order.
struct StudentForm: Sendable {
    let person: PersonForm
    let classID: Int64?
    let from: Day?
    let movement: MovementForm
    let isKnownToBeNew: Bool
    /// Whether the next student is to be entered right away.
    let goesOn: Bool
    var problems: [String: Text]

    init(_ form: Form, on today: Day) {
        person = PersonForm(form, on: today)
        movement = MovementForm(form)
        problems = person.problems.merging(movement.problems) { first, _ in first }
        classID = form["class"].flatMap(Int64.init)
        from = form["from"].flatMap(DateReading.day)
        isKnownToBeNew = form["same"] == "new"
        goesOn = form["then"] == "next"
        if classID == nil { problems["class"] = DirectoryTexts.chooseClass }
        if !MovementForm.isNear(from, to: today) { problems["from"] = DirectoryTexts.wrongDay }
    }

    func inputs(_ language: Language) -> Inputs {
        Inputs(typed: person.typed, problems: problems, language: language)
    }

    /// Where the next student is entered: the same class, day and order.
    var next: String {
        let kept = [
            ("add", "1"), ("class", classID.map(String.init) ?? ""), ("from", from?.description ?? ""),
            ("order", movement.order.number), ("orderDay", movement.order.day), ("note", "added"),
        ]
        return "/students?" + Form(fields: kept.filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }).encoded
    }
}

/// A move to another class, or the way back in.
struct MoveForm: Sendable {
    let typed: Form
    let classID: Int64?
    let from: Day?
    let movement: MovementForm
    var problems: [String: Text]

    init(_ form: Form, on today: Day) {
        typed = form
        movement = MovementForm(form)
        problems = movement.problems
        classID = form["class"].flatMap(Int64.init)
        from = form["from"].flatMap(DateReading.day)
        if classID == nil { problems["class"] = DirectoryTexts.chooseClass }
        if !MovementForm.isNear(from, to: today) { problems["from"] = DirectoryTexts.wrongDay }
    }

    func inputs(_ language: Language) -> Inputs {
        Inputs(typed: typed, problems: problems, language: language, prefix: "move-")
    }
}

/// A student who leaves: the last day, why and where to.
struct LeaveForm: Sendable {
    let typed: Form
    let day: Day?
    let movement: MovementForm
    var problems: [String: Text]

    init(_ form: Form, on today: Day) {
        typed = form
        movement = MovementForm(form)
        problems = movement.problems
        day = form["day"].flatMap(DateReading.day)
        if !MovementForm.isNear(day, to: today) { problems["day"] = DirectoryTexts.wrongDay }
        if movement.order.reason == nil { problems["reason"] = DirectoryTexts.chooseReason }
    }

    func inputs(_ language: Language) -> Inputs {
        Inputs(typed: typed, problems: problems, language: language, prefix: "leave-")
    }
}

/// Which students somebody looks for.
struct StudentWish: Sendable {
    static let pageLength = 50

    let search: String
    let typed: String
    let classID: Int64?
    let showsLeft: Bool
    let page: Int

    init(_ query: Form) {
        typed = query["q"] ?? ""
        search = searchFold(typed)
        classID = query["class"].flatMap(Int64.init)
        showsLeft = query["state"] == "left"
        page = max(1, query["p"].flatMap(Int.init) ?? 1)
    }

    func address(page: Int) -> String {
        var fields: [(name: String, value: String)] = []
        if !typed.isEmpty { fields.append(("q", typed)) }
        if let classID { fields.append(("class", String(classID))) }
        if showsLeft { fields.append(("state", "left")) }
        if page > 1 { fields.append(("p", String(page))) }
        return fields.isEmpty ? "/students" : "/students?" + Form(fields: fields).encoded
    }
}
