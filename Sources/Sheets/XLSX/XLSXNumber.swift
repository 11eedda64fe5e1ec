/// Turns stored numbers into what the screen of a spreadsheet shows.
enum XLSXNumber {
    static func cell(_ stored: String, _ shape: NumberShape, startsIn1904: Bool) -> SheetCell {
        if shape != .plain, let value = Double(stored), let shown = shown(value, shape, startsIn1904) {
            return shown.withStored(stored)
        }
        return SheetCell(NumberText.readable(stored), kind: .number, stored: stored)
    }

    /// `2026-09-01T00:00:00` as other dates read: the day, and the time when there is one.
    static func isoDate(_ stored: String) -> SheetCell {
        guard let mark = stored.firstIndex(of: "T") else { return SheetCell(stored, kind: .date) }
        let time = stored[stored.index(after: mark)...].prefix(5)
        let text = time == "00:00" ? String(stored[..<mark]) : stored[..<mark] + " " + time
        return SheetCell(text, kind: .date, stored: stored)
    }

    private static func shown(_ value: Double, _ shape: NumberShape, _ startsIn1904: Bool) -> SheetCell? {
        if case .digits(let width) = shape {
            guard value >= 0, value == value.rounded(), value < 1e15 else { return nil }
            return SheetCell(CalendarText.padded(Int(value), width), kind: .number)
        }
        guard let text = XLSXDate(serial: value, startsIn1904: startsIn1904)?.text(shape) else { return nil }
        return SheetCell(text, kind: .date)
    }
}

extension SheetCell {
    fileprivate func withStored(_ stored: String) -> SheetCell { SheetCell(text, kind: kind, stored: stored) }
}

/// A day counted from the beginning of the century, with the part of the day behind the point.
struct XLSXDate {
    private let days: Int
    private let minutes: Int
    private let startsIn1904: Bool

    /// Nil for what no spreadsheet shows as a date: negative numbers and years after 9999.
    init?(serial: Double, startsIn1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        // Seconds first: 08:30 is stored as a fraction a hair below or above.
        let seconds = Int((serial * 86_400).rounded())
        days = seconds / 86_400
        minutes = seconds % 86_400 / 60
        self.startsIn1904 = startsIn1904
    }

    func text(_ shape: NumberShape) -> String? {
        let time = CalendarText.time(minutes / 60, minutes % 60)
        let isTimeOnly = days == 0 && !startsIn1904
        switch shape {
        case .elapsed: return CalendarText.time(days * 24 + minutes / 60, minutes % 60)
        case .time: return time
        case .date: return isTimeOnly ? nil : day
        case .dateAndTime: return isTimeOnly ? time : day + " " + time
        case .plain, .digits: return nil
        }
    }

    private var day: String {
        // Excel believes in 29 February 1900, which is day 60; days before it are counted from one day later.
        if !startsIn1904 && days == 60 { return "1900-02-29" }
        let sinceEpoch = startsIn1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569)
        let (year, month, day) = Self.civil(sinceEpoch)
        return CalendarText.day(year, month, day)
    }

    /// The Gregorian day, counted from 1970-01-01, by years that begin in March so that leap days come last.
    private static func civil(_ sinceEpoch: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = sinceEpoch + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
