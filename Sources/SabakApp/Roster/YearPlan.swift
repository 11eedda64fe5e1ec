import SchoolRules
import Web

/// A new school year made from the old one, as it is prepared: what becomes of each class and who stays behind.
struct YearPlan: Sendable {
    enum Deed: String, CaseIterable, Sendable {
        /// Goes on in the next grade.
        case up
        /// Its students have finished the school.
        case leave
        /// Ends; the clerk enrols its students elsewhere.
        case stop
        /// Its students go up with another class.
        case join
    }

    struct ClassDeed: Sendable {
        let id: Int64
        let name: ClassName
        let students: Int
        let leader: PersonName?
        let pages: Int
        var deed: Deed
        var letter: String
        /// Class teacher, load and subgroups are taken over as a proposal.
        var keepsTeachers: Bool
        /// The class it goes up with, for one that joins; 0: none.
        var joins: Int64 = 0

        var goesOn: Bool { deed == .up || deed == .join }
        var newName: ClassName { ClassName(grade: name.grade + 1, letter: letter) }
    }

    struct Repeater: Sendable, Equatable {
        let student: Int64
        /// The present class that the student joins in the new year; 0: none yet.
        let joins: Int64
    }

    /// A student who goes up into another class of the grade.
    struct Move: Sendable, Equatable {
        let student: Int64
        let letter: String
        /// The student's present class.
        let from: Int64
    }

    /// The new year.
    let year: Int
    var leavingDay: Day
    var classes: [ClassDeed]
    var repeaters: [Repeater] = []
    var moves: [Move] = []

    var firstDay: Day { SchoolCalendar.firstDay(of: year) }
    /// The old year's last day.
    var lastDay: Day { firstDay.adding(-1) }

    var goingUp: [ClassDeed] { classes.filter { $0.deed == .up } }
    var leavers: Int { classes.filter { $0.deed == .leave }.reduce(0) { $0 + $1.students } }
    var pagesKept: Int { goingUp.filter(\.keepsTeachers).reduce(0) { $0 + $1.pages } }

    /// The classes that a student who stays in the grade of this class may join: those that come up to it.
    func classes(comingUpTo name: ClassName) -> [ClassDeed] {
        goingUp.filter { $0.newName.grade == name.grade }
    }

    /// The classes the students of this class may go up into.
    func neighbours(of one: ClassDeed) -> [ClassDeed] {
        goingUp.filter { $0.name.grade == one.name.grade && $0.id != one.id }
    }

    /// Letters of the new classes of a grade, of those too that are only made for students who move.
    func letters(inNewGrade grade: Int, moving: [String]) -> [String] {
        let own = goingUp.filter { $0.newName.grade == grade }.map(\.letter)
        return own
            + moving.reduce(into: []) { list, letter in
                if !own.contains(letter), !list.contains(letter) { list.append(letter) }
            }
    }

    /// New names that stand twice, among themselves or with classes the new year has already.
    func clashes(with known: Set<ClassName>) -> [ClassName] {
        var seen = known
        return goingUp.map(\.newName).filter { !seen.insert($0).inserted }
    }

    /// A class that is made only for students who move, and how many it gets from which class.
    struct Parted: Sendable, Equatable {
        let name: ClassName
        var from: [(name: ClassName, students: Int)]

        static func == (one: Parted, other: Parted) -> Bool {
            one.name == other.name && one.from.map(\.name) == other.from.map(\.name)
                && one.from.map(\.students) == other.from.map(\.students)
        }
    }

    /// The classes made anew, in order of their names.
    /// - Parameter known: names the new year has already.
    func parted(known: Set<ClassName>) -> [Parted] {
        let there = known.union(goingUp.map(\.newName))
        var found: [Parted] = []
        for one in classes where one.goesOn {
            let letters = Dictionary(grouping: moves.filter { $0.from == one.id }, by: \.letter)
            for (letter, moves) in letters.sorted(by: { $0.key < $1.key }) {
                let name = ClassName(grade: one.name.grade + 1, letter: letter)
                guard !there.contains(name) else { continue }
                if let index = found.firstIndex(where: { $0.name == name }) {
                    found[index].from.append((one.name, moves.count))
                } else {
                    found.append(Parted(name: name, from: [(one.name, moves.count)]))
                }
            }
        }
        return found.sorted { ($0.name.grade, $0.name.letter) < ($1.name.grade, $1.name.letter) }
    }

    /// Lets those who move follow their class: it may have another letter now. Who was sent into a class that does not
    /// go up any more, or out of one that does not go on, is not sent any more.
    /// - Parameter before: the plan by whose letters they were sent.
    /// - Returns: how many are not sent any more.
    mutating func follow(_ before: YearPlan) -> Int {
        let all = moves
        moves = all.compactMap { move in
            guard let own = classes.first(where: { $0.id == move.from }), own.goesOn else { return nil }
            let old = before.goingUp.first { $0.name.grade == own.name.grade && $0.letter == move.letter }
            guard let old else { return move }
            return goingUp.first { $0.id == old.id }.map {
                Move(student: move.student, letter: $0.letter, from: own.id)
            }
        }
        return all.count - moves.count
    }

    /// What a class does unless somebody says otherwise. Teachers of the first four grades do not go on to the fifth,
    /// where every subject gets a teacher of its own.
    static func usual(for name: ClassName, lastGrade: Int) -> (deed: Deed, keepsTeachers: Bool) {
        let deed: Deed = name.grade >= lastGrade ? .leave : .up
        return (deed, deed == .up && name.grade != 4)
    }
}
