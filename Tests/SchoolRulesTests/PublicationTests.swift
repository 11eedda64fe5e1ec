import Testing

@testable import SchoolRules

@Suite struct PublicationTests {
    let from = day("2026-11-16")

    func planned(_ date: String, _ start: String = "08:00", page: Int64 = 1, room: String = "") -> PlannedLesson {
        PlannedLesson(
            page: page, day: day(date), number: 1, shift: 1, start: time(start),
            end: time(start).adding(minutes: 45), room: room)
    }

    func row(
        _ id: Int64, _ date: String, _ start: String = "08:00", touched: Bool = false, byHand: Bool = false
    ) -> ExistingLesson {
        ExistingLesson(id: id, page: 1, day: day(date), start: time(start), touched: touched, byHand: byHand)
    }

    @Test func `an untouched lesson without a place is removed, a place without a lesson gets one`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-17")], planned: [planned("2026-11-18")], from: from)
        #expect(plan.remove == [1])
        #expect(plan.add == [planned("2026-11-18")])
    }

    @Test func `a lesson that is still in the timetable stays, touched or not`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-17"), row(2, "2026-11-18", touched: true)],
            planned: [planned("2026-11-17"), planned("2026-11-18")], from: from)
        #expect(plan.keep.sorted() == [1, 2])
        #expect(plan.isEmpty)
    }

    @Test func `lessons before the day never change`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-13"), row(2, "2026-11-15", touched: true)],
            planned: [planned("2026-11-14")], from: from)
        #expect(plan.keep == [1, 2])
        #expect(plan.isEmpty)
    }

    @Test func `touched lessons move to the next free slots in order`() {
        let plan = Publication.plan(
            existing: [row(2, "2026-11-19", touched: true), row(1, "2026-11-17", touched: true)],
            planned: [planned("2026-11-16"), planned("2026-11-18"), planned("2026-11-20"), planned("2026-11-25")],
            from: from)
        #expect(plan.move.map(\.id) == [1, 2])
        #expect(plan.move.map(\.to.day) == [day("2026-11-18"), day("2026-11-20")])
        #expect(plan.add.map(\.day) == [day("2026-11-16"), day("2026-11-25")])
    }

    @Test func `a touched lesson takes the slot of an untouched one`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-16", touched: true), row(2, "2026-11-18")],
            planned: [planned("2026-11-18")], from: from)
        #expect(plan.move.map(\.id) == [1])
        #expect(plan.remove == [2])
    }

    @Test func `a touched lesson without a slot is listed for the deputy`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-19", touched: true)], planned: [planned("2026-11-18")], from: from)
        #expect(plan.unplaced == [1])
        #expect(plan.add == [planned("2026-11-18")])
    }

    @Test func `a lesson made by hand stays and holds its slot`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-18", byHand: true), row(2, "2026-11-21", "15:00", touched: true, byHand: true)],
            planned: [planned("2026-11-18")], from: from)
        #expect(plan.keep == [1, 2])
        #expect(plan.isEmpty)
    }

    @Test func `a touched lesson may go to another hour of its day`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-18", "10:50", touched: true)], planned: [planned("2026-11-18")], from: from)
        #expect(plan.move == [Publication.Move(id: 1, to: planned("2026-11-18"))])
    }

    @Test func `a change of room keeps the lesson and its place`() {
        let existing = ExistingLesson(
            id: 1, page: 1, day: day("2026-11-18"), start: time("8:00"), number: 1, end: time("8:45"), room: "7",
            touched: false, byHand: false)
        let plan = Publication.plan(existing: [existing], planned: [planned("2026-11-18", room: "9")], from: from)
        #expect(plan.move.map(\.id) == [1])
        #expect(plan.remove.isEmpty && plan.add.isEmpty)
    }

    @Test func `pages do not take each other's slots`() {
        let plan = Publication.plan(
            existing: [row(1, "2026-11-17", touched: true)], planned: [planned("2026-11-18", page: 2)], from: from)
        #expect(plan.unplaced == [1])
        #expect(plan.add.map(\.page) == [2])
    }

    @Test(arguments: 0..<200)
    func `nothing touched is lost, every slot is filled, and publishing twice changes nothing`(seed: UInt64) {
        var random = SeededNumbers(seed)
        let starts = ["08:00", "08:55", "13:30"]
        let slots = Set((0..<25).map { _ in randomPlace(starts, &random) }).map { place in
            PlannedLesson(
                page: place.page, day: place.day, number: 1, shift: 1, start: place.start,
                end: place.start.adding(minutes: 45))
        }
        let rows = (1...25).map { id in
            let place = randomPlace(starts, &random)
            return ExistingLesson(
                id: Int64(id), page: place.page, day: place.day, start: place.start,
                touched: Bool.random(using: &random), byHand: Int.random(in: 0..<6, using: &random) == 0)
        }
        let plan = Publication.plan(existing: rows, planned: slots, from: from)
        check(plan, rows)
        let after = applied(plan, rows)
        #expect(Set(slots.filter { $0.day >= from }.map(place)).isSubset(of: Set(after.map(place))))
        let again = Publication.plan(existing: after, planned: slots, from: from)
        #expect(again.move.isEmpty && again.remove.isEmpty && again.add.isEmpty)
        #expect(again.unplaced.sorted() == plan.unplaced.sorted())
    }

    struct Place: Hashable {
        let page: Int64
        let day: Day
        let start: ClockTime
    }

    private func place(_ lesson: PlannedLesson) -> Place {
        Place(page: lesson.page, day: lesson.day, start: lesson.start)
    }

    private func place(_ row: ExistingLesson) -> Place { Place(page: row.page, day: row.day, start: row.start) }

    private func randomPlace(_ starts: [String], _ random: inout SeededNumbers) -> Place {
        Place(
            page: Int64.random(in: 1...2, using: &random),
            day: from.adding(Int.random(in: -3...9, using: &random)),
            start: time(starts.randomElement(using: &random)!))
    }

    private func check(_ plan: Publication, _ rows: [ExistingLesson]) {
        let named = plan.keep + plan.move.map(\.id) + plan.remove + plan.unplaced
        #expect(named.sorted() == rows.map(\.id))
        for row in rows where row.day < from || row.byHand { #expect(plan.keep.contains(row.id)) }
        for row in rows where row.touched { #expect(!plan.remove.contains(row.id)) }
        for row in rows where !row.touched { #expect(!plan.unplaced.contains(row.id)) }
        for move in plan.move { #expect(rows.first { $0.id == move.id }!.day <= move.to.day) }
        let order = plan.move.map { move in rows.first { $0.id == move.id }! }
        for page in Int64(1)...2 {
            let days = zip(order, plan.move).filter { $0.0.page == page }.map { $0.1.to }
            #expect(days == days.sorted { ($0.day, $0.start) < ($1.day, $1.start) })
        }
    }

    private func applied(_ plan: Publication, _ rows: [ExistingLesson]) -> [ExistingLesson] {
        let moves = Dictionary(uniqueKeysWithValues: plan.move.map { ($0.id, $0.to) })
        let kept = rows.filter { !plan.remove.contains($0.id) }.map { row in
            guard let to = moves[row.id] else { return row }
            return ExistingLesson(
                id: row.id, page: row.page, day: to.day, start: to.start, touched: row.touched, byHand: false)
        }
        let added = plan.add.enumerated().map { index, slot in
            ExistingLesson(
                id: Int64(1000 + index), page: slot.page, day: slot.day, start: slot.start, touched: false,
                byHand: false)
        }
        return kept + added
    }
}
