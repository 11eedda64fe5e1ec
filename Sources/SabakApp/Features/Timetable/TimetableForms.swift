import SchoolRules
import Web

/// What may come in.
enum TimetableForms {
    /// A place of the week: weekday, number and shift, in an address `3-2-1`.
    struct Place: Sendable, Hashable {
        let weekday, number, shift: Int

        init(weekday: Int, number: Int, shift: Int) {
            self.weekday = weekday
            self.number = number
            self.shift = shift
        }

        init?(_ address: String?) {
            let parts = (address ?? "").split(separator: "-").compactMap { Int($0) }
            guard parts.count == 3, (1...7).contains(parts[0]), (0...20).contains(parts[1]), (1...3).contains(parts[2])
            else { return nil }
            self.init(weekday: parts[0], number: parts[1], shift: parts[2])
        }

        var address: String { "\(weekday)-\(number)-\(shift)" }

        func slot(_ page: Int64, _ parity: SlotParity, room: String = "") -> Slot {
            Slot(page: page, weekday: weekday, number: number, shift: shift, parity: parity, room: room)
        }
    }

    struct CellLesson: Sendable {
        let page: Int64
        let parity: SlotParity
        let room: String
    }

    /// The lessons of one class at one place of the week.
    struct Cell: Sendable {
        let version, classID: Int64
        let place: Place
        let entries: [CellLesson]
        var problem: Text?

        init(_ form: Form) throws {
            guard let place = Place(form["cell"]), let classID = form["class"].flatMap({ Int64($0) }) else {
                throw Refusal.notFound
            }
            version = try TimetableForms.version(form)
            self.classID = classID
            self.place = place
            entries = form["do"] == "clear" ? [] : (1...8).compactMap { Self.entry($0, form) }
            for (index, entry) in entries.enumerated() {
                if entry.room.count > roomLength { problem = TimetableTexts.roomTooLong }
                let isTwice = entries[..<index].contains { $0.page == entry.page && $0.parity.meets(entry.parity) }
                if isTwice { problem = TimetableTexts.pageTwice }
            }
        }

        private static func entry(_ number: Int, _ form: Form) -> CellLesson? {
            guard let page = form["page-\(number)"].flatMap({ Int64($0) }) else { return nil }
            return CellLesson(
                page: page, parity: form["week-\(number)"].flatMap(SlotParity.init) ?? .every,
                room: form["room-\(number)"] ?? "")
        }
    }

    /// A page on some weeks, as it is picked up: `12:every`.
    struct Lesson: Sendable, Hashable {
        let page: Int64
        let parity: SlotParity

        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let page = Int64(parts[0]), let parity = SlotParity(rawValue: String(parts[1]))
            else { return nil }
            self.page = page
            self.parity = parity
        }
    }

    /// One step of making a timetable.
    enum Act: Sendable {
        /// From the list of pages into the week. No room named: the usual one where it is free.
        case place([Lesson], at: Place, room: String?, length: Int)
        case move([Lesson], from: Place, to: Place)
        case remove([Lesson], from: Place)
        case change(Lesson, at: Place, parity: SlotParity, room: String)
        case copyDay(from: Int, to: Int, classID: Int64)
        case copyClass(from: Int64, to: Int64)
        /// What was done, or undone, as it was told.
        case again(SlotChange)

        /// - Throws: 422 for what names no step.
        init(_ form: Form) throws {
            let lessons = form.all("lesson").compactMap(Lesson.init)
            let (from, to) = (Place(form["from"]), Place(form["to"]))
            let room = form["room"]
            if let room, room.count > roomLength { throw Refusal.invalid("room_too_long", TimetableTexts.roomTooLong) }
            switch (form["do"] ?? "", lessons.first, from, to) {
            case ("place", .some, _, let to?):
                self = .place(lessons, at: to, room: room, length: form["double"] == nil ? 1 : 2)
            case ("move", .some, let from?, let to?): self = .move(lessons, from: from, to: to)
            case ("remove", .some, let from?, _): self = .remove(lessons, from: from)
            case ("change", let lesson?, let from?, _):
                let parity = form["week"].flatMap(SlotParity.init) ?? lesson.parity
                self = .change(lesson, at: from, parity: parity, room: room ?? "")
            case ("copy-day", _, _, _): self = try Self.copyDay(form)
            case ("copy-class", _, _, _):
                guard let from = form["from"].flatMap({ Int64($0) }), let to = form["class"].flatMap({ Int64($0) })
                else { throw Refusal.notFound }
                self = .copyClass(from: from, to: to)
            case ("again", _, _, _):
                self = .again(SlotChange(take: try slots(form.all("take")), put: try slots(form.all("put"))))
            default: throw Refusal.invalid("unknown_step", TimetableTexts.unknownStep, at: "do")
            }
        }

        private static func copyDay(_ form: Form) throws -> Act {
            guard let from = form["from"].flatMap({ Int($0) }), let to = form["to"].flatMap({ Int($0) }),
                (1...7).contains(from), (1...7).contains(to), let classID = form["class"].flatMap({ Int64($0) })
            else { throw Refusal.invalid("unknown_step", TimetableTexts.unknownStep, at: "do") }
            guard from != to else { throw Refusal.invalid("same_day", TimetableTexts.sameDay, at: "to") }
            return .copyDay(from: from, to: to, classID: classID)
        }
    }

    static let roomLength = 20

    /// A place as it is told and taken back: `12:3-2-1:every:214`.
    static func text(_ slot: Slot) -> String {
        "\(slot.page):\(Place(slot).address):\(slot.parity.rawValue):\(slot.room)"
    }

    private static func slots(_ texts: [String]) throws -> [Slot] {
        try texts.map { text in
            let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 4, let page = Int64(parts[0]), let place = Place(parts[1]),
                let parity = SlotParity(rawValue: parts[2]), parts[3].count <= roomLength
            else { throw Refusal.invalid("unknown_step", TimetableTexts.unknownStep, at: "take") }
            return place.slot(page, parity, room: parts[3])
        }
    }

    static func version(_ form: Form) throws -> Int64 {
        guard let id = form["version"].flatMap({ Int64($0) }) else { throw Refusal.notFound }
        return id
    }

    /// A view of more than one class: by teacher, by room, a parallel, a shift, the school.
    static func wideView(_ query: Form) -> TimetableBoard.View? {
        if let id = query["teacher"].flatMap({ Int64($0) }) { return .ofTeacher(id) }
        if let room = query["room"], !room.isEmpty { return .ofRoom(room) }
        if let grade = query["grade"].flatMap({ Int($0) }) { return .ofGrade(grade) }
        if let shift = query["shift"].flatMap({ Int($0) }) { return .ofShift(shift) }
        return query["all"] == nil ? nil : .ofSchool
    }

    /// A day of the school year.
    static func firstDay(_ form: Form, year: Int) -> Day? {
        guard let day = form["from"].flatMap({ Day($0) }), SchoolCalendar.schoolYear(containing: day) == year else {
            return nil
        }
        return day
    }
}
