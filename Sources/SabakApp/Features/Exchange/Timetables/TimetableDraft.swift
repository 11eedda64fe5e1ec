import SchoolRules
import Sheets

/// A school's timetable as another program has it, before it is matched with the school. Ids are those of the file and
/// hold for it only.
struct TimetableDraft: Sendable {
    struct Teacher: Sendable, Equatable {
        let id: String
        let name: String
        var short = ""
    }
    struct Subject: Sendable, Equatable {
        let id: String
        let name: String
        var short = ""
    }
    struct SchoolClass: Sendable, Equatable {
        let id: String
        /// As written; corridors and duty posts are "classes" too.
        let title: String
        let name: ClassName?
    }
    /// Some students of a class, or all of them.
    struct Group: Sendable, Equatable {
        let id: String
        let classID: String
        let name: String
        let isWholeClass: Bool
        /// Groups of one division exclude each other.
        var division = ""
    }
    /// What is taught to whom by whom, however often it is placed.
    struct Lesson: Sendable, Equatable {
        let id: String
        var subject: String
        var teachers: [String]
        var groups: [String]
        var rooms: [String] = []
        /// Hours a week in hundredths; 0 where the file does not say.
        var hours = 0
        /// Lessons in a row of one card.
        var length = 1
    }
    /// One lesson of a week.
    struct Card: Sendable, Equatable {
        let lesson: String
        /// 1 = Monday.
        let weekday: Int
        let period: Period
        var parity = SlotParity.every
        var room = ""
        /// Its place in the file, from 1.
        var row = 0
    }
    struct Period: Sendable, Hashable {
        let number: Int
        /// 0 = the shift of the class.
        var shift = 0
        /// Minutes after midnight, where the file says.
        var start: Int?
    }

    var teachers: [Teacher] = []
    var subjects: [Subject] = []
    var classes: [SchoolClass] = []
    var groups: [Group] = []
    var lessons: [Lesson] = []
    var cards: [Card] = []
    /// Cards as the file has them: a double lesson is one.
    var placed = 0
    /// Cards the file asks for and does not place.
    var unplaced = 0
    var problems = ImportProblems()

    /// A school of the region has some thousand lessons a week; a file of many more is none.
    static let limits = SheetLimits(cells: 600_000)

    /// How much of a week's hour a card fills, in hundredths.
    static func share(_ parity: SlotParity) -> Int { parity == .every ? 100 : 50 }

    /// Counts the cards that the hours of the lessons ask for and that have no place.
    mutating func countUnplaced() {
        var hours: [String: Int] = [:]
        for card in cards { hours[card.lesson, default: 0] += Self.share(card.parity) }
        unplaced = lessons.reduce(0) { sum, lesson in
            let missing = max(0, lesson.hours - (hours[lesson.id] ?? 0))
            return sum + (missing + lesson.length * 100 - 1) / (lesson.length * 100)
        }
    }

    /// Groups the file itself has; those of whole classes may have been made in reading.
    var ownGroups: Int { groups.count { !$0.id.hasPrefix(Self.made) } }

    /// How ids of groups begin that the file does not have.
    static let made = "whole:"

    /// Names in which letters were lost to question marks are of no use for finding anybody.
    mutating func refuseLostLetters(in file: String) {
        let names = teachers.map(\.name) + subjects.map(\.name) + classes.map(\.title) + groups.map(\.name)
        if let lost = names.first(where: LostName.isLost) {
            problems.add(.lostNames(lost), at: ImportPlace(file: file))
        }
    }
}

/// Numbers of lessons in the names of periods.
enum PeriodName {
    /// `3`, `3 урок`, `I-3`, `II-1`, `2 смена 4 урок`; nil where the name has no number of its own, as in `08:00`.
    static func period(_ name: String) -> TimetableDraft.Period? {
        let latin = name.uppercased().map { ["І": "I"][$0] ?? $0 }
        let roman = latin.prefix { $0 == "I" }
        let numbers = name.split { !$0.isNumber }.compactMap { Int($0) }
        if (1...3).contains(roman.count), let number = numbers.first, numbers.count == 1, number <= 14,
            latin.dropFirst(roman.count).first.map({ !$0.isLetter }) ?? false
        {
            return TimetableDraft.Period(number: number, shift: roman.count)
        }
        if name.contains(":") { return nil }
        if numbers.count == 2, (1...3).contains(numbers[0]), numbers[1] <= 14, !name.contains("-") || isShift(name) {
            return TimetableDraft.Period(number: numbers[1], shift: numbers[0])
        }
        guard numbers.count == 1, numbers[0] <= 14 else { return nil }
        return TimetableDraft.Period(number: numbers[0])
    }

    private static func isShift(_ name: String) -> Bool {
        let folded = searchFold(name)
        return ["смен", "нөөмөт", "ауысым", "shift"].contains { folded.contains(searchFold($0)) }
    }
}
