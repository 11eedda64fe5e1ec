import Foundation
import SchoolRules
import Sheets

/// A day as somebody wrote it.
struct WrittenDay: Equatable {
    let day: Day
    /// Only two digits of the year were written; the age of the person told the century.
    var isCenturyGuessed = false
}

/// Reads days in the forms lists have them.
enum DateReading {
    /// Whose birthday may stand in a list, in years of age.
    static let ages: [ListKind: ClosedRange<Int>] = [.students: 3...27, .staff: 16...95]

    /// A cell of a workbook or a CSV file: also a serial number that lost its date format, and years of two digits
    /// where ages can tell the century.
    static func day(
        _ cell: Sheets.SheetCell, today: Day, ages: ClosedRange<Int>?, startsIn1904: Bool = false
    ) -> WrittenDay? {
        let text = cell.text.trimmedSpaces
        if let serial = Double(text), (10_000..<80_000).contains(serial) {
            return SheetSerial.day(serial, startsIn1904: startsIn1904).flatMap(Day.init(_:)).map { WrittenDay(day: $0) }
        }
        if let day = day(text) { return WrittenDay(day: day) }
        guard let ages, let parts = parts(text), let short = parts.short else { return nil }
        return [1900, 2000].lazy.compactMap { Day(year: $0 + short, month: parts.month, day: parts.day) }
            .first { ages.contains((today.number - $0.number) / 365) }
            .map { WrittenDay(day: $0, isCenturyGuessed: true) }
    }

    /// `2015-03-01`, `1.3.2015`, `01/03/2015`, `20150301`, `1 марта 2015 г.`, `2015-жылдын 1-марты`, `1 March 2015`.
    /// Years of two digits are refused: nobody can tell the century.
    static func day(_ text: String) -> Day? {
        guard let parts = parts(text), let year = parts.year else { return nil }
        return Day(year: year, month: parts.month, day: parts.day)
    }

    private struct Parts {
        var day: Int
        var month: Int
        var year: Int?
        var short: Int?
    }

    private static func parts(_ text: String) -> Parts? {
        guard let (numbers, words) = tokens(text) else { return nil }
        let months = words.compactMap(month)
        guard words.allSatisfy({ month($0) != nil || asides.contains($0) }), months.count <= 1 else { return nil }
        if let month = months.first {
            guard numbers.count == 2 else { return nil }
            return numbers[0].count == 4 ? parts(numbers[1], month, numbers[0]) : parts(numbers[0], month, numbers[1])
        }
        if numbers.count == 1, numbers[0].count == 8 { return unparted(numbers[0]) }
        guard numbers.count == 3 else { return nil }
        let isYearFirst = numbers[0].count == 4
        guard let month = Int(numbers[1]), numbers[1].count <= 2 else { return nil }
        return isYearFirst ? parts(numbers[2], month, numbers[0]) : parts(numbers[0], month, numbers[2])
    }

    private static func parts(_ day: String, _ month: Int, _ year: String) -> Parts? {
        guard day.count <= 2, let day = Int(day), let number = Int(year) else { return nil }
        switch year.count {
        case 4: return Parts(day: day, month: month, year: number)
        case 2: return Parts(day: day, month: month, short: number)
        default: return nil
        }
    }

    /// Eight digits: the year is where it makes sense.
    private static func unparted(_ digits: String) -> Parts? {
        let all = digits.compactMap(\.wholeNumberValue)
        guard all.count == 8 else { return nil }
        func number(_ range: Range<Int>) -> Int { all[range].reduce(0) { $0 * 10 + $1 } }
        let first = number(0..<4)
        if (1900...2100).contains(first) { return Parts(day: number(6..<8), month: number(4..<6), year: first) }
        let last = number(4..<8)
        return (1900...2100).contains(last) ? Parts(day: number(0..<2), month: number(2..<4), year: last) : nil
    }

    /// Runs of digits and of letters; nil where other signs stand between them. A time of the day is passed over.
    private static func tokens(_ text: String) -> (numbers: [String], words: [String])? {
        var date = text
        if let mark = text.firstIndex(of: "T"), text[text.index(after: mark)...].contains(":") {
            date = String(text[..<mark])
        }
        date = date.split(whereSeparator: \.isWhitespace).filter { !$0.contains(":") }.joined(separator: " ")
        var numbers: [String] = []
        var words: [String] = []
        var previous = 0
        for sign in date {
            let kind = sign.isASCII && sign.isNumber ? 1 : sign.isLetter ? 2 : 3
            guard kind < 3 || " .,/-\u{2011}–—«»'\"".contains(sign) else { return nil }
            switch (kind, kind == previous) {
            case (1, true): numbers[numbers.count - 1].append(sign)
            case (1, false): numbers.append(String(sign))
            case (2, true): words[words.count - 1].append(sign)
            case (2, false): words.append(String(sign))
            default: break
            }
            previous = kind
        }
        return (numbers, words.map(searchFold))
    }

    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }

    private static let months: [[String]] = [
        ["янв", "қаңт", "jan"], ["фев", "ақп", "feb"], ["мар", "наур", "mar"], ["апр", "сәу", "apr"],
        ["май", "мая", "мам", "may"], ["июн", "маус", "jun"], ["июл", "шіл", "jul"], ["авг", "там", "aug"],
        ["сен", "қырк", "қырк", "sep"], ["окт", "қаз", "oct"], ["ноя", "қараш", "nov"], ["дек", "желт", "dec"],
    ].map { $0.map(searchFold) }

    private static let asides = Set(
        [
            "г", "год", "года", "г р", "ж", "жыл", "жылы", "жылдын", "жылғы", "чы", "чи", "чу", "чү", "шы", "ші", "ы",
            "и", "st", "nd", "rd", "th", "of", "дата", "й",
        ].map(searchFold))
}
