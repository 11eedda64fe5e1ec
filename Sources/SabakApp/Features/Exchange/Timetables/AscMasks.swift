import SchoolRules
import Sheets

/// Days, weeks, terms and periods as aSc Timetables writes them: masks of 0 and 1, or numbers in older exports.
struct AscMasks {
    enum Weeks: Equatable {
        case parity(SlotParity)
        case wrong
        /// A cycle of three weeks and more that is no plain alternation.
        case longCycle
    }

    /// 1 = Monday, by the position in a mask.
    private let days: [Int]
    /// Weekdays by the number older exports give them.
    private let numbers: [String: Int]
    private let weekCount: Int
    private let termCount: Int
    private let periods: [String: TimetableDraft.Period]

    init(_ root: MarkupElement) {
        func table(_ name: String) -> [MarkupElement] { root.children(name).flatMap(\.children) }
        let defined = table("daysdefs").filter { Self.ones($0["days"]).count == 1 }
        let width = table("daysdefs").map { Self.width($0["days"]) }.max() ?? 0
        let old = table("days")
        var named: [Int: Int] = [:]
        for row in defined { named[Self.ones(row["days"])[0]] = Self.weekday(row) }
        let isSure = named.count == width && Set(named.values).count == width
        days = (0..<max(width, old.count)).map { isSure ? named[$0] ?? $0 + 1 : $0 + 1 }
        let first = root["options"].contains("daynumbering1") ? 1 : 0
        numbers = Dictionary(
            old.enumerated().map { index, row in
                (row["day"], Self.weekday(row) ?? (Int(row["day"]).map { $0 - first + 1 } ?? index + 1))
            }
        ) { one, _ in one }
        weekCount = table("weeksdefs").map { Self.width($0["weeks"]) }.max() ?? Self.widest(root, "weeks")
        termCount = table("termsdefs").map { Self.width($0["terms"]) }.max() ?? 1
        periods = Dictionary(
            table("periods").compactMap { row in
                let number = row["period"]
                let named = [row["name"], row["short"]].lazy.compactMap(PeriodName.period).first { $0.shift > 0 }
                var period = named ?? Int(number).map { TimetableDraft.Period(number: $0) }
                period?.start = Self.minutes(row["starttime"])
                return period.map { (number, $0) }
            }
        ) { one, _ in one }
    }

    private static func widest(_ root: MarkupElement, _ attribute: String) -> Int {
        root.children("cards").flatMap(\.children).map { width($0[attribute]) }.max() ?? 0
    }

    private static func weekday(_ row: MarkupElement) -> Int? {
        [row["name"], row["short"]].lazy.filter { Int($0) == nil }.compactMap(ListValues.weekday).first
    }

    /// `8:00` and `13:30`.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]) else { return nil }
        return parts[0] * 60 + parts[1]
    }

    private static func width(_ mask: String) -> Int { mask.split(separator: ",").first?.count ?? 0 }

    private static func ones(_ mask: String) -> [Int] {
        mask.contains(",") ? [] : mask.enumerated().filter { $0.element == "1" }.map(\.offset)
    }

    /// The days of a card; empty for one that is not placed, nil for a mask of another length or of several choices.
    func weekdays(_ row: MarkupElement) -> [Int]? {
        let mask = row["days"]
        if mask.isEmpty {
            let number = row["day"]
            guard !number.isEmpty else { return [] }
            return numbers[number].map { [$0] }
        }
        guard mask.allSatisfy({ $0 == "0" || $0 == "1" }), days.isEmpty || mask.count == days.count else { return nil }
        return Self.ones(mask).map { days.isEmpty ? $0 + 1 : days[$0] }.filter { (1...7).contains($0) }
    }

    func parity(_ mask: String) -> Weeks {
        guard !mask.isEmpty, mask != "1" else { return .parity(.every) }
        guard mask.allSatisfy({ $0 == "0" || $0 == "1" }), mask.count == weekCount, mask.contains("1") else {
            return .wrong
        }
        if mask.allSatisfy({ $0 == "1" }) { return .parity(.every) }
        guard mask.count.isMultiple(of: 2) else { return .longCycle }
        let isOdd = mask.enumerated().allSatisfy { ($0.element == "1") == $0.offset.isMultiple(of: 2) }
        let isEven = mask.enumerated().allSatisfy { ($0.element == "1") != $0.offset.isMultiple(of: 2) }
        return isOdd ? .parity(.odd) : isEven ? .parity(.even) : .longCycle
    }

    func isPartOfYear(_ row: MarkupElement) -> Bool {
        let mask = row["terms"]
        return termCount > 1 && mask.count == termCount && mask.contains("0")
    }

    /// The period so many later, for lessons of two and more in a row.
    func following(_ period: TimetableDraft.Period, by offset: Int) -> TimetableDraft.Period {
        guard offset > 0 else { return period }
        let next = TimetableDraft.Period(number: period.number + offset, shift: period.shift)
        return periods.values.first { $0.number == next.number && $0.shift == next.shift } ?? next
    }

    /// Lessons count from 1; a school that begins with lesson 0 keeps it.
    func period(_ text: String) -> TimetableDraft.Period? {
        if let known = periods[text] { return known }
        return Int(text).flatMap { (0...14).contains($0) ? TimetableDraft.Period(number: $0) : nil }
    }
}
