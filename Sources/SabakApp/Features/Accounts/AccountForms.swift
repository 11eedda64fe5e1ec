import SchoolRules
import Web

/// Which accounts of staff somebody looks for.
struct AccountWish: Sendable {
    let typed, search, state: String
    let note: String?

    init(_ query: Form) {
        typed = query["q"] ?? ""
        search = searchFold(typed)
        state = query["state"] ?? ""
        note = query["note"]
    }
}

/// Who of a class gets a code, and in which language the slips speak.
struct FamilyCodesForm: Sendable {
    let person: Int64?
    /// All who have never signed in, or all.
    let all: String?
    let language: Language

    init(_ form: Form, language: Language) {
        person = form["person"].flatMap(Int64.init)
        all = form["all"]
        self.language = form["language"].flatMap(Language.init) ?? language
    }

    func chosen(from list: FamilyAccounts) -> [FamilyAccounts.Line] {
        let able = list.lines.filter(\.mayHaveCode)
        if let person { return able.filter { $0.holder.id == person } }
        var seen: Set<Int64> = []
        return able.filter { line in
            (all == "everybody" || all == "new" && line.state != .active) && seen.insert(line.holder.id).inserted
        }
    }
}
