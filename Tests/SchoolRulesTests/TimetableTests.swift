import Testing

@testable import SchoolRules

@Suite struct TimetableTests {
    let bells = Country.KG.profile.bells
    let pages = [TimetablePage(id: 1, grade: 7, shift: 1), TimetablePage(id: 2, grade: 1, shift: 1)]

    func lessons(
        _ slots: [Slot], from: String, to: String, calendar: SchoolCalendar = kyrgyzYear,
        weeks: WeekCount = .calendarWeeks, pages: [TimetablePage]? = nil
    ) -> [PlannedLesson] {
        plannedLessons(
            versions: [TimetableVersion(from: day("2026-09-01"), slots: slots)], calendar: calendar, bells: bells,
            pages: pages ?? self.pages, from: day(from), to: day(to), weeks: weeks)
    }

    @Test func `a slot gives one lesson in every week of lessons`() {
        let found = lessons([Slot(page: 1, weekday: 5, number: 2, room: "12")], from: "2026-10-19", to: "2026-11-22")
        #expect(found.map(\.day.description) == ["2026-10-23", "2026-10-30", "2026-11-13", "2026-11-20"])
        #expect(Set(found.map(\.start)) == [time("8:55")])
        #expect(Set(found.map(\.end)) == [time("9:40")])
        #expect(found[0].room == "12")
    }

    @Test func `a new version holds from its day`() {
        let versions = [
            TimetableVersion(from: day("2026-11-18"), slots: [Slot(page: 1, weekday: 4, number: 1)]),
            TimetableVersion(from: day("2026-09-01"), slots: [Slot(page: 1, weekday: 2, number: 1)]),
        ]
        let found = plannedLessons(
            versions: versions, calendar: kyrgyzYear, bells: bells, pages: pages, from: day("2026-11-10"),
            to: day("2026-11-29"))
        #expect(found.map(\.day.description) == ["2026-11-10", "2026-11-17", "2026-11-19", "2026-11-26"])
    }

    @Test func `before the first version there are no lessons`() {
        let version = TimetableVersion(from: day("2026-11-18"), slots: [Slot(page: 1, weekday: 2, number: 1)])
        let found = plannedLessons(
            versions: [version], calendar: kyrgyzYear, bells: bells, pages: pages, from: day("2026-11-01"),
            to: day("2026-11-17"))
        #expect(found.isEmpty)
    }

    @Test func `odd weeks are counted from the week of the first of September`() {
        let odd = lessons([Slot(page: 1, weekday: 3, number: 1, parity: .odd)], from: "2026-09-01", to: "2026-09-30")
        #expect(odd.map(\.day.day) == [2, 16, 30])
        let even = lessons([Slot(page: 1, weekday: 3, number: 1, parity: .even)], from: "2026-09-01", to: "2026-09-30")
        #expect(even.map(\.day.day) == [9, 23])
    }

    @Test func `a break does not shift the weeks unless the school skips breaks`() {
        let slot = [Slot(page: 1, weekday: 3, number: 1, parity: .odd)]
        let counted = lessons(slot, from: "2026-10-26", to: "2026-11-20")
        #expect(counted.map(\.day.description) == ["2026-10-28", "2026-11-11"])
        let skipped = lessons(slot, from: "2026-10-26", to: "2026-11-20", weeks: .schoolWeeks)
        #expect(skipped.map(\.day.description) == ["2026-10-28", "2026-11-18"])
    }

    @Test func `short days and grade 1 have their own bells`() {
        let slots = [Slot(page: 1, weekday: 5, number: 2), Slot(page: 2, weekday: 5, number: 2)]
        let short = lessons(slots, from: "2027-04-30", to: "2027-04-30")
        #expect(short.map(\.start) == [time("8:40"), time("8:40")])
        let normal = lessons(slots, from: "2027-04-23", to: "2027-04-23")
        #expect(normal.map { $0.end.minutes - $0.start.minutes } == [45, 35])
    }

    @Test func `the slot names the shift, else the page does`() {
        let pages = [TimetablePage(id: 1, grade: 7, shift: 2)]
        let slots = [Slot(page: 1, weekday: 5, number: 1), Slot(page: 1, weekday: 5, number: 1, shift: 1)]
        let found = lessons(slots, from: "2026-11-20", to: "2026-11-20", pages: pages)
        #expect(found.map(\.shift) == [1, 2])
        #expect(found.map(\.start) == [time("8:00"), time("13:30")])
    }

    @Test func `a page has lessons only while it lasts`() {
        let pages = [TimetablePage(id: 1, grade: 7, shift: 1, from: day("2026-11-16"), to: day("2026-11-23"))]
        let found = lessons([Slot(page: 1, weekday: 1, number: 1)], from: "2026-11-01", to: "2026-12-15", pages: pages)
        #expect(found.map(\.day.day) == [16, 23])
    }

    @Test func `a slot without a bell is named, not lost in silence`() {
        let ninth = Slot(page: 1, weekday: 5, number: 9)
        #expect(lessons([ninth], from: "2026-11-20", to: "2026-11-20").isEmpty)
        let version = TimetableVersion(from: day("2026-09-01"), slots: [ninth, Slot(page: 1, weekday: 5, number: 1)])
        #expect(slotsWithoutBell(versions: [version], bells: bells, pages: pages) == [ninth])
    }

    @Test func `a bell of the day beats one of any day`() {
        let monday = Bell(shift: 1, weekday: 1, number: 1, start: time("8:30"), end: time("9:15"))
        let found = bell(in: bells + [monday], number: 1, shift: 1, weekday: 1, dayKind: .normal, grade: 1)
        #expect(found == monday)
        #expect(bell(in: [monday], number: 1, shift: 1, weekday: 1, dayKind: .short, grade: 5) == monday)
    }

    @Test func `the lessons of a day come in order of time`() {
        let slots = [3, 1, 2].map { Slot(page: 1, weekday: 5, number: $0) }
        #expect(lessons(slots, from: "2026-11-20", to: "2026-11-20").map(\.number) == [1, 2, 3])
    }

    @Test func `a timetable for which nobody names a day does not reach back`() {
        func first(on today: String, isFirst: Bool) -> String {
            TimetableVersion.firstDay(on: day(today), yearFrom: day("2026-09-01"), isFirst: isFirst).description
        }
        #expect(first(on: "2026-08-20", isFirst: true) == "2026-09-01")
        #expect(first(on: "2026-11-20", isFirst: true) == "2026-11-20")
        #expect(first(on: "2026-11-20", isFirst: false) == "2026-11-23")
        #expect(first(on: "2026-08-20", isFirst: false) == "2026-09-01")
    }
}
