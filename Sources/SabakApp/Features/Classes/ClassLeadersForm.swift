import SchoolRules
import Web

/// The class teachers, shifts and rooms as typed, each with what the page was drawn from.
struct ClassLeadersForm: Sendable {
    /// What was typed for a field, beside what stood there and what stands there now.
    enum Wish<Value: Equatable & Sendable>: Equatable, Sendable {
        /// Nothing was chosen here, or what stands there anyhow.
        case kept
        case anew(Value)
        /// A colleague has chosen something else meanwhile.
        case crossed

        init(typed: Value?, was: Value?, now: Value) {
            guard let typed, typed != was, typed != now else {
                self = .kept
                return
            }
            self = was == nil || was == now ? .anew(typed) : .crossed
        }
    }

    let typed: Form
    let from: Day
    /// Class → person; a class without a choice stays as it is.
    let chosen: [Int64: Int64]
    let shifts: [Int64: Int]
    let rooms: [Int64: String]
    var problems: [String: Text] = [:]

    init(_ form: Form, year: Int) {
        typed = form
        let day = form["from"].flatMap(Day.init)
        from = day ?? .forever
        chosen = Self.fields("leader-", form) { Int64($0) }.filter { $0.value > 0 }
        shifts = Self.fields("shift-", form) { Int($0) }
        rooms = Self.fields("room-", form) { $0 }
        for (id, room) in rooms where room.count > 20 { problems["room-\(id)"] = ClassTexts.roomTooLong }
        if day.map(SchoolCalendar.schoolYear(containing:)) != year { problems["from"] = ClassTexts.wrongDay }
    }

    private static func fields<Value>(
        _ prefix: String, _ form: Form, _ read: (String) -> Value?
    ) -> [Int64: Value] {
        let all = form.named(with: prefix).compactMap { rest, value in Int64(rest).map { ($0, read(value)) } }
        return Dictionary(all) { $1 }.compactMapValues { $0 }
    }

    /// - Parameter now: who leads the class; 0 for nobody.
    func leader(of schoolClass: Int64, now: Int64) -> Wish<Int64> {
        let was = typed["was-leader-\(schoolClass)"].map { Int64($0) ?? 0 }
        let person = chosen[schoolClass]
        // A proposal that was left as it is says nothing against a colleague's choice.
        let isProposal = typed["proposed-\(schoolClass)"].flatMap { Int64($0) } == person
        if isProposal, now != 0, was == 0 { return .kept }
        return Wish(typed: person, was: was, now: now)
    }

    func shift(of schoolClass: Int64, now: Int) -> Wish<Int> {
        Wish(typed: shifts[schoolClass], was: typed["was-shift-\(schoolClass)"].flatMap { Int($0) }, now: now)
    }

    func room(of schoolClass: Int64, now: String) -> Wish<String> {
        Wish(typed: rooms[schoolClass], was: typed["was-room-\(schoolClass)"], now: now)
    }
}
