import SchoolRules
import Web

/// The class teacher's word on a link between a representative and a child.
struct GuardianDecision: Sendable {
    let guardian, student: Int64
    let isConfirmed: Bool

    init(_ form: Form) throws {
        guard let guardian = form["guardian"].flatMap(Int64.init), let student = form["student"].flatMap(Int64.init)
        else { throw Refusal.notFound }
        self.guardian = guardian
        self.student = student
        isConfirmed = form["do"] != "refuse"
    }
}

/// Who goes into which subgroup from a day on.
struct SplitForm: Sendable {
    /// The first group of the split, which stands for it.
    let split: Int64
    let from: Day?
    /// The group of each student; nil where it is none of them.
    let wishes: [Int64: Int64?]

    init(_ form: Form) {
        split = form["split"].flatMap(Int64.init) ?? 0
        from = form["from"].flatMap(Day.init)
        var wishes: [Int64: Int64?] = [:]
        for (rest, value) in form.named(with: "group-") {
            if let student = Int64(rest) { wishes[student] = .some(Int64(value)) }
        }
        self.wishes = wishes
    }

    func problem(in year: Int, _ picture: SplitPicture) -> Text? {
        guard let from, SchoolCalendar.schoolYear(containing: from) == year else { return ClassTexts.wrongDay }
        return picture.splits.contains { $0.id == split } ? nil : ClassTexts.noSuchSplit
    }
}

/// New subgroups of a class: a common name and how many.
struct NewSplitForm: Sendable {
    let typed: Form
    let names: [String]
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form) {
        typed = form
        let title = form["title"] ?? ""
        let count = min(max(form["count"].flatMap(Int.init) ?? 2, 2), 4)
        if !(1...40).contains(title.count) { problems["title"] = ClassTexts.nameTheGroups }
        names = (1...count).map { "\(title) \($0)" }
    }
}
