import SchoolRules
import Web

/// Lessons that are set as others stand. Only free places are filled, within the hours of the load; what finds no place
/// is told by name. Copying again finds nothing more to do.
struct TimetableCopy: Sendable {
    private(set) var put: [Slot] = []
    private(set) var told: [Text] = []
    private var week: TimetableWeek
    private var hours: [Int64: Int]
    private var standing: [PlacedSlot]

    private init(_ week: TimetableWeek) {
        self.week = week
        hours = week.hours
        standing = week.slots
    }

    /// The lessons of a class of one weekday on another.
    static func day(from: Int, to: Int, classID: Int64, in week: TimetableWeek) -> TimetableCopy {
        var copy = TimetableCopy(week)
        for slot in copy.slots(of: classID) where slot.weekday == from {
            copy.add(slot.with(weekday: to))
        }
        return copy
    }

    /// The week of a class for another: the same subjects at the same hours, by the other class's own teachers.
    static func `class`(from: ListedClass, to: ListedClass, in week: TimetableWeek) -> TimetableCopy {
        var copy = TimetableCopy(week)
        let own = week.pages.filter { $0.classID == to.id }
        for slot in copy.slots(of: from.id) {
            guard let page = week.page(slot.page), page.classID == from.id else { continue }
            guard let mine = own.first(where: { $0.subjectID == page.subjectID && $0.groupName == page.groupName })
            else {
                copy.tell(slot, page, TimetableTexts.notInLoad)
                continue
            }
            let shift = slot.shift == from.shift ? to.shift : slot.shift
            let place = TimetableForms.Place(weekday: slot.weekday, number: slot.number, shift: shift)
            copy.add(place.slot(mine.id, slot.parity))
        }
        return copy
    }

    private func slots(of classID: Int64) -> [Slot] {
        week.slots.compactMap { week.values[$0.id] }.filter { week.columns[$0.page]?.contains(classID) ?? false }
            .sorted { ($0.weekday, $0.number, $0.page) < ($1.weekday, $1.number, $1.page) }
    }

    private mutating func add(_ wanted: Slot) {
        guard let page = week.page(wanted.page) else { return }
        guard !week.values.values.contains(where: { $0.isSameHour(as: wanted) }),
            !put.contains(where: { $0.isSameHour(as: wanted) })
        else { return }
        guard week.hasBell(wanted, grade: page.grade) else { return tell(wanted, page, TimetableTexts.noBellThere) }
        let share = TimetableWeek.share(wanted.parity)
        guard (hours[page.id] ?? 0) + share <= page.hours else { return tell(wanted, page, TimetableTexts.noHours) }
        let bare = wanted.with(room: "")
        let clashes = Clash.of(week.placed(bare, of: page), among: standing, sharing: week.sharing)
        if clashes.contains(where: { $0.cause == .students }) { return tell(wanted, page, TimetableTexts.placeTaken) }
        if !clashes.isEmpty { return tell(wanted, page, TimetableTexts.teacherTaken) }
        let room = wanted.room.isEmpty ? TimetableRooms(week).usual(for: wanted, page) : wanted.room
        var slot = wanted.with(room: room)
        let placed = week.placed(slot, of: page, id: -Int64(put.count) - 1)
        if !Clash.of(placed, among: standing, sharing: week.sharing).isEmpty { slot = bare }
        put.append(slot)
        standing.append(week.placed(slot, of: page, id: -Int64(put.count)))
        hours[page.id, default: 0] += share
    }

    private mutating func tell(_ slot: Slot, _ page: TaughtPage, _ why: Text) {
        let day = DateWords.shortWeekday(slot.weekday)
        told.append(
            Text(
                ky: "\(day.ky), \(slot.number): \(page.subjectTitle(.ky)) — \(why.ky)",
                ru: "\(day.ru), \(slot.number): \(page.subjectTitle(.ru)) — \(why.ru)",
                kk: "\(day.kk), \(slot.number): \(page.subjectTitle(.kk)) — \(why.kk)",
                en: "\(day.en), \(slot.number): \(page.subjectTitle(.en)) — \(why.en)"))
    }
}
