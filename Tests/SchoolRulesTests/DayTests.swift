import Testing

@testable import SchoolRules

@Suite struct DayTests {
    @Test func `every day of four centuries agrees with a calendar walked day by day`() {
        var (year, month, date) = (1890, 1, 1)
        var day = Day(year: 1890, month: 1, day: 1)!
        var weekday = 3
        var wrong: [Day] = []
        while year < 2290 {
            let isRight = (day.year, day.month, day.day, day.weekday) == (year, month, date, weekday)
            if !isRight || Day(year: year, month: month, day: date) != day { wrong.append(day) }
            day = day.adding(1)
            weekday = weekday % 7 + 1
            date += 1
            if Day(year: year, month: month, day: date) == nil { (month, date) = (month + 1, 1) }
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `the count starts on the first of January 1970`() {
        #expect(day("1970-01-01").number == 0)
        #expect(day("1969-12-31").number == -1)
        #expect(day("2000-03-01").number == 11_017)
        #expect(Day.forever.description == "9999-12-31")
        #expect(day("0001-01-01").number == -719_162)
    }

    @Test(arguments: ["2026-11-20", "0001-01-01", "2028-02-29", "9999-12-31", "1969-07-20"])
    func `a day prints as it is written`(text: String) {
        #expect(Day(text)?.description == text)
    }

    @Test(arguments: [
        "2026-11-31", "2027-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
        "2026-1-05", "26-01-05", "2026/01/05", "2026-01-05 ", " 2026-01-05", "", "2026-01-0５", "+026-01-05",
    ])
    func `a text that is no date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `order of days is order of their texts`() {
        var random = SeededNumbers(1)
        for _ in 0..<500 {
            let first = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
            let second = Day(number: Int.random(in: -700_000...2_900_000, using: &random))
            #expect((first < second) == (first.description < second.description))
            #expect(first.adding(second.days(since: first)) == second)
            #expect(Day(first.description) == first)
        }
    }

    @Test func `a week begins on Monday`() {
        #expect(day("2026-11-20").weekday == 5)
        #expect(day("2026-11-22").monday == day("2026-11-16"))
        #expect(day("2026-11-16").monday == day("2026-11-16"))
    }

    @Test(arguments: [
        ("2026-11-20", "2026-W47"), ("2026-01-01", "2026-W01"), ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"), ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"),
    ])
    func `a week is numbered by the year of its Thursday`(date: String, name: String) {
        let week = Week(containing: day(date))
        #expect(week.description == name)
        #expect(Week(name) == week)
    }

    @Test(arguments: ["2027-W53", "2026-W54", "2026-W00", "2026-47", "2026-w47", "2026-W7", ""])
    func `a week the year does not have is refused`(text: String) {
        #expect(Week(text) == nil)
    }

    @Test func `weeks follow one another without a gap`() {
        var week = Week("2019-W01")!
        for _ in 0..<700 {
            #expect(week.next.monday == week.days[6].adding(1))
            #expect(week.next.previous == week)
            #expect(Week(week.description) == week)
            week = week.next
        }
    }
}
