import Testing

@testable import SchoolRules

@Suite struct SchoolCalendarTests {
    @Test(arguments: [
        ("2026-09-01", true), ("2026-10-30", true), ("2026-10-31", false), ("2026-11-06", false),
        ("2026-11-09", true), ("2026-11-21", false), ("2026-12-30", true), ("2026-12-31", false),
        ("2027-03-08", false), ("2027-05-28", true), ("2027-05-31", false), ("2026-08-31", false),
    ])
    func `lessons are held in a term, on a day of the week, and not in a break or on a holiday`(
        date: String, isHeld: Bool
    ) {
        #expect(kyrgyzYear.isSchoolDay(day(date), grade: 7) == isHeld)
    }

    @Test func `grade 1 has its own week of rest in the third quarter`() {
        #expect(!kyrgyzYear.isSchoolDay(day("2027-02-17"), grade: 1))
        #expect(kyrgyzYear.isSchoolDay(day("2027-02-17"), grade: 2))
    }

    @Test func `a Saturday declared a working day has lessons, even on a holiday`() {
        var calendar = kyrgyzYear
        let saturday = day("2026-11-21")
        calendar.daysOff.append(DayOff(from: saturday, to: saturday, kind: .workingDay, gradeFrom: 5, gradeTo: 9))
        #expect(calendar.isSchoolDay(saturday, grade: 7))
        #expect(!calendar.isSchoolDay(saturday, grade: 10))
        calendar.daysOff.append(DayOff(from: saturday, to: saturday, kind: .holiday))
        #expect(calendar.isSchoolDay(saturday, grade: 7))
        #expect(calendar.dayOff(on: saturday, grade: 7) == nil)
        #expect(calendar.dayOff(on: saturday, grade: 10)?.kind == .holiday)
    }

    @Test func `a lyceum learns six days in its upper grades`() {
        var calendar = kyrgyzYear
        calendar.weekdaysByGrade[10] = [1, 2, 3, 4, 5, 6]
        #expect(calendar.isSchoolDay(day("2026-11-21"), grade: 10))
        #expect(!calendar.isSchoolDay(day("2026-11-21"), grade: 9))
    }

    @Test func `quarters up to grade 9, half-years above`() {
        #expect(kyrgyzYear.term(on: day("2026-11-20"), grade: 9)?.kind == .quarter)
        #expect(kyrgyzYear.term(on: day("2026-11-20"), grade: 10)?.kind == .halfYear)
        #expect(kyrgyzYear.terms(of: 9).map(\.number) == [1, 2, 3, 4])
        #expect(!kyrgyzYear.isSchoolDay(day("2026-11-04"), grade: 10))
    }

    @Test(arguments: [
        ("2026-08-20", 1), ("2026-09-01", 1), ("2026-11-03", 1), ("2026-11-09", 2), ("2027-01-05", 2),
        ("2027-07-01", 4),
    ])
    func `in a break the term just ended is shown, before the year the first`(date: String, number: Int) {
        #expect(kyrgyzYear.currentTerm(on: day(date), grade: 7)?.number == number)
    }

    @Test func `there is no current term without terms`() {
        #expect(SchoolCalendar(terms: [], daysOff: []).currentTerm(on: day("2026-11-20"), grade: 7) == nil)
        #expect(SchoolCalendar(terms: [], daysOff: []).nextSchoolDay(after: day("2026-11-20"), grade: 7) == nil)
    }

    @Test(arguments: [
        ("2026-11-19", "2026-11-20"), ("2026-11-20", "2026-11-23"), ("2026-10-30", "2026-11-02"),
        ("2026-12-31", "2027-01-08"), ("2027-04-30", "2027-05-10"), ("2027-05-28", "2027-05-31"),
    ])
    func `the next working day skips weekends and holidays but not breaks`(after: String, next: String) {
        #expect(kyrgyzYear.nextWorkingDay(after: day(after), grade: 7) == day(next))
    }

    @Test func `the next school day skips breaks too`() {
        #expect(kyrgyzYear.nextSchoolDay(after: day("2026-10-30"), grade: 7) == day("2026-11-09"))
        #expect(kyrgyzYear.nextSchoolDay(after: day("2026-08-01"), grade: 7) == day("2026-09-01"))
        #expect(kyrgyzYear.nextSchoolDay(after: day("2027-05-28"), grade: 7) == nil)
    }

    @Test func `the school year changes on the first of August`() {
        #expect(SchoolCalendar.schoolYear(containing: day("2027-07-31")) == 2026)
        #expect(SchoolCalendar.schoolYear(containing: day("2027-08-01")) == 2027)
        #expect(SchoolCalendar.firstDay(of: 2027) == day("2027-08-01"))
        #expect(SchoolCalendar.lastDay(of: 2026) == day("2027-07-31"))
    }

    @Test func `the day before a holiday rings the short bells`() {
        #expect(kyrgyzYear.dayKind(day("2027-04-30"), grade: 7) == .short)
        #expect(kyrgyzYear.dayKind(day("2027-04-29"), grade: 7) == .normal)
        #expect(kyrgyzYear.isSchoolDay(day("2027-04-30"), grade: 7))
    }
}
