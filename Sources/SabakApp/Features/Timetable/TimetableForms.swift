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
                if entry.room.count > 20 { problem = TimetableTexts.roomTooLong }
                let isTwice = entries[..<index].contains {
                    $0.page == entry.page
                        && ($0.parity == .every || entry.parity == .every || $0.parity == entry.parity)
                }
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

    static func version(_ form: Form) throws -> Int64 {
        guard let id = form["version"].flatMap({ Int64($0) }) else { throw Refusal.notFound }
        return id
    }

    /// A day of the school year.
    static func firstDay(_ form: Form, year: Int) -> Day? {
        guard let day = form["from"].flatMap({ Day($0) }), SchoolCalendar.schoolYear(containing: day) == year else {
            return nil
        }
        return day
    }
}
