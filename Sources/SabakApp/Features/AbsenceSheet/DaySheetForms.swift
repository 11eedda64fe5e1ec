import SchoolRules
import Web

/// Which day and class somebody wishes to see.
struct DaySheetWish: Sendable {
    var day: Day
    var classID: Int64?
    var student: Int64?
    var note: String?

    init(_ query: Form, today: Day) {
        day = query["day"].flatMap(Day.init) ?? today
        classID = query["class"].flatMap(Int64.init)
        student = query["student"].flatMap(Int64.init)
        note = query["note"]
    }
}

/// Why a student was absent on a day, in the class teacher's words. No category withdraws the reason.
struct ReasonForm: Sendable {
    static let categories = ["ill", "excused", "unexcused"]

    let typed: Form
    let student: Int64
    let day: Day?
    let category, words: String
    var problem: Text?

    init(_ form: Form) {
        typed = form
        student = form["student"].flatMap(Int64.init) ?? 0
        day = form["day"].flatMap(Day.init)
        category = form["category"] ?? ""
        words = form["words"] ?? ""
        if day == nil || !(category.isEmpty || Self.categories.contains(category)) {
            problem = DaySheetTexts.chooseCategory
        } else if words.count > 300 {
            problem = DaySheetTexts.tooLong
        }
    }

    func inputs(_ language: Language) -> Inputs {
        let field = words.count > 300 ? "words" : "category"
        return Inputs(
            typed: typed, problems: problem.map { [field: $0] } ?? [:], language: language, prefix: "reason-")
    }
}

/// An absence told ahead of the fact.
struct NoticeForm: Sendable {
    static let categories = ["ill", "excused", "unknown"]

    let typed: Form
    let student: Int64
    let from, to: Day?
    let category, words: String
    var problem: Text?

    init(_ form: Form) {
        typed = form
        student = form["student"].flatMap(Int64.init) ?? 0
        from = form["from"].flatMap(Day.init)
        to = form["to"].flatMap { $0.isEmpty ? nil : Day($0) } ?? from
        category = form["category"] ?? "unknown"
        words = form["words"] ?? ""
        if let from, let to, from <= to, to.days(since: from) <= 60 {
            problem = words.count > 300 || !Self.categories.contains(category) ? DaySheetTexts.tooLong : nil
        } else {
            problem = DaySheetTexts.wrongDays
        }
    }

    func inputs(_ language: Language) -> Inputs {
        let field = words.count > 300 ? "words" : "to"
        return Inputs(
            typed: typed, problems: problem.map { [field: $0] } ?? [:], language: language, prefix: "notice-")
    }
}
