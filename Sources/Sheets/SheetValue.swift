import Foundation

/// A cell to write. Literals do: `["Асанов", 5, 4.5, nil]`.
public enum SheetValue: Sendable, Equatable {
    case empty
    /// Always written as text, whatever it looks like: phone numbers and codes keep their zeros.
    case text(String)
    case integer(Int)
    /// Not a number and infinity are written as empty cells.
    case number(Double)
    case boolean(Bool)
    /// A calendar day. Days that Excel cannot hold (before 1900-03-01) are written as text.
    case date(year: Int, month: Int, day: Int)
    /// A day and a time of the clock on the wall, without a zone.
    case moment(year: Int, month: Int, day: Int, hour: Int, minute: Int)
}

extension SheetValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int) { self = .integer(number) }
    public init(floatLiteral number: Double) { self = .number(number) }
    public init(nilLiteral: ()) { self = .empty }
}

extension SheetValue {
    /// The value in plain text: ISO 8601 days, a dot before decimals, TRUE and FALSE.
    var plain: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? NumberText.readable(String(number)) : ""
        case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
        case .date(let year, let month, let day): CalendarText.day(year, month, day)
        case .moment(let year, let month, let day, let hour, let minute):
            CalendarText.day(year, month, day) + " " + CalendarText.time(hour, minute)
        }
    }
}

/// ISO 8601 days and times.
enum CalendarText {
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String {
        padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    static func time(_ hour: Int, _ minute: Int) -> String { padded(hour, 2) + ":" + padded(minute, 2) }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
