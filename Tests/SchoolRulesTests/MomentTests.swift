import Testing

@testable import SchoolRules

@Suite struct MomentTests {
    @Test(arguments: [("08:00", 480), ("8:00", 480), ("00:00", 0), ("23:59", 1439), ("24:00", 1440), ("13:05", 785)])
    func `a time is read with one or two digits of the hour`(text: String, minutes: Int) {
        #expect(ClockTime(text)?.minutes == minutes)
    }

    @Test(arguments: ["24:01", "25:00", "8:60", "8:5", "800", ":30", "8:", "-1:00", "008:00", "8:00:00", ""])
    func `a text that is no time is refused`(text: String) {
        #expect(ClockTime(text) == nil)
    }

    @Test func `a moment carries minutes over midnight`() {
        let late = moment("2026-12-31T23:50")
        #expect(late.adding(minutes: 15).description == "2027-01-01T00:05")
        #expect(late.adding(minutes: -1440).description == "2026-12-30T23:50")
        #expect(late.adding(minutes: 15).minutes(since: late) == 15)
        #expect(Moment(day("2026-12-31"), time("24:00")) == moment("2027-01-01T00:00"))
        #expect(Moment(day: day("2026-01-01"), minute: -1).description == "2025-12-31T23:59")
    }

    @Test(arguments: ["2026-11-20T24:00", "2026-11-20 09:00", "2026-11-20T9:00", "2026-11-20T09:00Z", "T09:00", ""])
    func `a text that is no moment is refused`(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `moments are ordered by day, then by minute`() {
        #expect(moment("2026-11-20T09:00") < moment("2026-11-20T09:01"))
        #expect(moment("2026-11-20T23:59") < moment("2026-11-21T00:00"))
    }
}
