import SchoolRules
import Web

/// One step of making a timetable: what it changes in the draft, and what is to be told of it.
struct TimetableStep: Sendable {
    var change: SlotChange
    /// What was done: "Алгебра: вт, 2".
    var done: Text
    /// What did not go as asked, line by line.
    var told: [Text] = []

    /// - Throws: 404 for a page that is not the school's, 409 for a lesson that is not where it was seen.
    init(_ act: TimetableForms.Act, in week: TimetableWeek, classes: [ListedClass]) throws {
        switch act {
        case .place(let lessons, let to, let room, let length):
            self = try Self.place(lessons, at: to, room: room, length: length, week)
        case .move(let lessons, let from, let to): self = try Self.move(lessons, from: from, to: to, week)
        case .remove(let lessons, let from):
            let slots = lessons.compactMap { Self.find($0, at: from, week) }
            self.init(
                change: SlotChange(take: slots),
                done: TimetableTexts.removed(try Self.names(lessons.map(\.page), week), Self.hour(from)))
        case .change(let lesson, let place, let parity, let room):
            self = try Self.change(lesson, at: place, parity: parity, room: room, week)
        case .copyDay(let from, let to, let classID):
            guard classes.contains(where: { $0.id == classID }) else { throw Refusal.notFound }
            self.init(TimetableCopy.day(from: from, to: to, classID: classID, in: week))
        case .copyClass(let from, let to):
            guard let one = classes.first(where: { $0.id == from }), let other = classes.first(where: { $0.id == to })
            else { throw Refusal.notFound }
            self.init(TimetableCopy.class(from: one, to: other, in: week))
        case .again(let change):
            for slot in change.put { _ = try Self.page(slot.page, week) }
            self.init(change: change, done: TimetableTexts.done)
        }
    }

    private init(change: SlotChange, done: Text, told: [Text] = []) {
        self.change = change
        self.done = done
        self.told = told
    }

    private init(_ copy: TimetableCopy) {
        self.init(
            change: SlotChange(put: copy.put), done: TimetableTexts.copied(copy.put.count), told: copy.told)
    }

    // MARK: The steps

    private static func place(
        _ lessons: [TimetableForms.Lesson], at to: TimetableForms.Place, room: String?, length: Int,
        _ week: TimetableWeek
    ) throws -> TimetableStep {
        var put: [Slot] = []
        for number in to.number..<(to.number + length) {
            let place = TimetableForms.Place(weekday: to.weekday, number: number, shift: to.shift)
            for lesson in lessons {
                let slot = place.slot(lesson.page, lesson.parity)
                put.append(
                    slot.with(room: try room ?? TimetableRooms(week).usual(for: slot, page(lesson.page, week))))
            }
        }
        let there = Set(week.values.values)
        // Sent again: the room may have been chosen otherwise meanwhile, the lesson stands.
        put = put.filter { new in !there.contains { $0.isSameHour(as: new) } }
        let out = displaced(by: put, week)
        return TimetableStep(
            change: SlotChange(take: out, put: put),
            done: TimetableTexts.placed(try names(lessons.map(\.page), week), hour(to)),
            told: out.isEmpty ? [] : [TimetableTexts.putBack(try names(out.map(\.page), week))])
    }

    /// What stands in the way of the same students goes to the place that becomes free.
    private static func move(
        _ lessons: [TimetableForms.Lesson], from: TimetableForms.Place, to: TimetableForms.Place,
        _ week: TimetableWeek
    ) throws -> TimetableStep {
        let done = TimetableTexts.placed(try names(lessons.map(\.page), week), hour(to))
        let slots = lessons.compactMap { find($0, at: from, week) }
        guard slots.count == lessons.count else {
            guard lessons.allSatisfy({ find($0, at: to, week) != nil }) else { throw Refusal.draftChanged }
            return TimetableStep(change: SlotChange(), done: done)
        }
        guard from != to else { return TimetableStep(change: SlotChange(), done: done) }
        let put = slots.map { $0.with(weekday: to.weekday, number: to.number, shift: to.shift) }
        let out = displaced(by: put, week).filter { !slots.contains($0) }
        let back = out.map { $0.with(weekday: from.weekday, number: from.number, shift: from.shift) }
        return TimetableStep(
            change: SlotChange(take: slots + out, put: put + back), done: done,
            told: out.isEmpty ? [] : [TimetableTexts.placed(try names(out.map(\.page), week), hour(from))])
    }

    private static func change(
        _ lesson: TimetableForms.Lesson, at place: TimetableForms.Place, parity: SlotParity, room: String,
        _ week: TimetableWeek
    ) throws -> TimetableStep {
        let wanted = place.slot(lesson.page, parity, room: room)
        let done = TimetableTexts.changed(try names([lesson.page], week), hour(place), room)
        if week.values.values.contains(wanted) { return TimetableStep(change: SlotChange(), done: done) }
        guard let slot = find(lesson, at: place, week) else { throw Refusal.draftChanged }
        return TimetableStep(change: SlotChange(take: [slot], put: [wanted]), done: done)
    }

    // MARK: Finding

    private static func find(
        _ lesson: TimetableForms.Lesson, at place: TimetableForms.Place, _ week: TimetableWeek
    ) -> Slot? {
        week.values.values.first {
            $0.page == lesson.page && $0.parity == lesson.parity && TimetableForms.Place($0) == place
        }
    }

    /// The lessons of the same students at the same hour.
    private static func displaced(by put: [Slot], _ week: TimetableWeek) -> [Slot] {
        week.values.values.filter { old in
            put.contains { new in
                old.weekday == new.weekday && old.number == new.number && old.shift == new.shift
                    && old.parity.meets(new.parity) && week.shareStudents(old.page, new.page)
            }
        }.sorted { $0.page < $1.page }
    }

    private static func page(_ id: Int64, _ week: TimetableWeek) throws -> TaughtPage {
        guard let page = week.page(id) else { throw Refusal.notFound }
        return page
    }

    private static func names(_ pages: [Int64], _ week: TimetableWeek) throws -> Text {
        let found = try pages.map { try page($0, week) }
        func join(_ language: Language) -> String {
            found.map { $0.title(language) }.joined(separator: ", ")
        }
        return Text(ky: join(.ky), ru: join(.ru), kk: join(.kk), en: join(.en))
    }

    private static func hour(_ place: TimetableForms.Place) -> Text {
        let day = DateWords.shortWeekday(place.weekday)
        func say(_ language: Language) -> String { "\(day[language]), \(place.number)" }
        return Text(ky: say(.ky), ru: say(.ru), kk: say(.kk), en: say(.en))
    }
}

extension Refusal {
    /// Somebody else has changed the draft meanwhile.
    static let draftChanged = Refusal.conflict("draft_changed", TimetableTexts.draftChanged)
}
