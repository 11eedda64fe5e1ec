import SchoolRules
import Web

/// A role to be given, by order.
struct GrantForm: Sendable {
    static let roles: [Role] = [.deputy, .administrator, .responsible, .clerk, .director]

    let typed: Form
    let person: Int64
    let role: Role?
    let from, until: Day?
    let order, orderDay: String
    var problems: [String: Text] = [:]

    init(_ form: Form) {
        typed = form
        person = form["person"].flatMap(Int64.init) ?? 0
        role = form["role"].flatMap(Role.init).flatMap { Self.roles.contains($0) ? $0 : nil }
        from = form["from"].flatMap(Day.init)
        until = form["until"].flatMap(Day.init)
        order = String((form["order"] ?? "").prefix(40))
        orderDay = form["orderDay"].flatMap(Day.init)?.description ?? ""
        if orderDay.isEmpty { problems["orderDay"] = RightsTexts.giveOrderDay }
        if person == 0 { problems["person"] = RightsTexts.choosePerson }
        if role == nil { problems["role"] = RightsTexts.chooseRole }
        if order.isEmpty { problems["order"] = RightsTexts.giveOrder }
        if from == nil { problems["from"] = RightsTexts.wrongDay }
        if let from, let until, until < from { problems["until"] = RightsTexts.wrongDay }
    }

    func inputs(_ language: Language) -> Inputs { Inputs(typed: typed, problems: problems, language: language) }
}

/// A role to be withdrawn, by order.
struct WithdrawalForm: Sendable {
    let grant: Int64
    let typed: Form
    let order, orderDay: String
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form, of grant: Int64) {
        self.grant = grant
        typed = form
        order = String((form["order"] ?? "").prefix(40))
        orderDay = form["orderDay"].flatMap(Day.init)?.description ?? ""
        if order.isEmpty { problems["order"] = RightsTexts.giveOrder }
        if orderDay.isEmpty { problems["orderDay"] = RightsTexts.giveOrderDay }
    }
}
