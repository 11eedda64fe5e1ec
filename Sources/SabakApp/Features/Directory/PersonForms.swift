import SchoolRules
import Web

/// What is typed about a person.
struct PersonForm: Sendable {
    let typed: Form
    var facts: RosterWriting.PersonFacts
    var problems: [String: Text] = [:]
    let version: Int

    init(_ form: Form, on today: Day) {
        typed = form
        version = form["version"].flatMap(Int.init) ?? 0
        facts = RosterWriting.PersonFacts(
            name: PersonName(
                surname: form["surname"] ?? "", given: form["given"] ?? "", patronymic: form["patronymic"] ?? ""))
        facts.sex = ["f", "m"].contains(form["sex"] ?? "") ? form["sex"] ?? "" : ""
        let born = form["born"] ?? ""
        facts.birthDay = DateReading.day(born)?.description ?? born
        facts.nationalID = form["nationalID"] ?? ""
        facts.phone = form["phone"] ?? ""
        facts.email = form["email"] ?? ""
        facts.address = form["address"] ?? ""
        check(on: today)
    }

    private mutating func check(on today: Day) {
        for (field, value) in [("surname", facts.name.surname), ("given", facts.name.given)] {
            if value.isEmpty { problems[field] = DirectoryTexts.needed }
        }
        for field in ["surname", "given", "patronymic", "phone", "email", "nationalID"] {
            if (typed[field] ?? "").count > 80 { problems[field] = DirectoryTexts.tooLong }
        }
        if (typed["address"] ?? "").count > 300 { problems["address"] = DirectoryTexts.tooLong }
        if !facts.birthDay.isEmpty {
            let born = Day(facts.birthDay)
            if born.map({ $0 > today || $0.year < 1920 }) ?? true { problems["born"] = DirectoryTexts.wrongDay }
        }
        if !facts.phone.allSatisfy({ $0.isNumber || "+-() ".contains($0) }) {
            problems["phone"] = DirectoryTexts.wrongPhone
        }
        let isMail = facts.email.isEmpty || facts.email.filter { $0 == "@" }.count == 1
        if !isMail || facts.email.contains(" ") { problems["email"] = DirectoryTexts.wrongMail }
    }

    func inputs(_ language: Language, prefix: String = "") -> Inputs {
        Inputs(typed: typed, problems: problems, language: language, prefix: prefix)
    }

    /// What was typed over what is known: a field that the form did not have stays as it was.
    func over(_ known: RosterWriting.PersonFacts) -> RosterWriting.PersonFacts {
        var changed = facts
        changed.externalID = known.externalID
        if typed["sex"] == nil { changed.sex = known.sex }
        if typed["born"] == nil { changed.birthDay = known.birthDay }
        if (typed["nationalID"] ?? "").isEmpty { changed.nationalID = known.nationalID }
        if typed["phone"] == nil { changed.phone = known.phone }
        if typed["email"] == nil { changed.email = known.email }
        if typed["address"] == nil { changed.address = known.address }
        return changed
    }

    /// The fields of a form for what is known. The number of the identity card is typed only to replace it.
    static func filled(_ facts: RosterWriting.PersonFacts, version: Int, more: [(name: String, value: String)] = [])
        -> Form
    {
        Form(
            fields: [
                ("surname", facts.name.surname), ("given", facts.name.given), ("patronymic", facts.name.patronymic),
                ("sex", facts.sex), ("born", facts.birthDay), ("phone", facts.phone), ("email", facts.email),
                ("address", facts.address), ("version", String(version)),
            ] + more)
    }
}

/// A legal representative: somebody new, or a person the school knows already.
struct GuardianForm: Sendable {
    static let relations = ["mother", "father", "guardian", "relative"]

    let person: PersonForm
    let relation: String
    let existing: Int64?
    let isKnownToBeNew, isEnd: Bool
    var problems: [String: Text] { person.problems }

    init(_ form: Form, on today: Day) {
        person = PersonForm(form, on: today)
        relation = Self.relations.contains(form["relation"] ?? "") ? form["relation"] ?? "" : "relative"
        existing = form["same"].flatMap(Int64.init)
        isKnownToBeNew = form["same"] == "new"
        isEnd = form["do"] == "end"
    }

    func inputs(_ language: Language, prefix: String = "guardian-") -> Inputs {
        person.inputs(language, prefix: prefix)
    }
}

/// A member of staff who is entered or changed.
struct StaffForm: Sendable {
    let person: PersonForm
    let position: String
    let from: Day?
    let existing: Int64?
    let isKnownToBeNew: Bool
    var problems: [String: Text]

    init(_ form: Form, on today: Day) {
        person = PersonForm(form, on: today)
        problems = person.problems
        position = String((form["position"] ?? "").prefix(120))
        from = form["from"].flatMap(DateReading.day)
        existing = form["same"].flatMap(Int64.init)
        isKnownToBeNew = form["same"] == "new"
        if from == nil { problems["from"] = DirectoryTexts.wrongDay }
    }

    func inputs(_ language: Language) -> Inputs {
        Inputs(typed: person.typed, problems: problems, language: language)
    }
}
