import Testing

@testable import SchoolRules

@Suite struct MovementCountTests {
    private let september = Day("2026-09-01")!
    private let endOfOctober = Day("2026-10-31")!
    private let november = Day("2026-11-01")!
    private let endOfDecember = Day("2026-12-31")!

    private func stay(_ student: Int64, _ classID: Int64, _ from: String, _ to: String = "9999-12-31") -> ClassStay {
        ClassStay(student: student, classID: classID, from: Day(from)!, to: Day(to)!)
    }

    /// Class 1: 1, 2 stay; 3 leaves on 10 October; 4 comes on 15 September; 5 goes to class 2 on 1 October.
    private var stays: [ClassStay] {
        [
            stay(1, 1, "2026-09-01"), stay(2, 1, "2026-09-01"), stay(3, 1, "2026-09-01", "2026-10-10"),
            stay(4, 1, "2026-09-15"), stay(5, 1, "2026-09-01", "2026-09-30"), stay(5, 2, "2026-10-01"),
            stay(6, 2, "2026-09-01", "2026-11-20"),
        ]
    }

    @Test func `the first term counts as by hand: 4 + 1 - 1 - 1 = 3, and the other class gains one`() throws {
        let counts = MovementCount.byClass(stays, from: september, to: endOfOctober, isFirst: true)
        let first = try #require(counts[1])
        #expect((first.atStart, first.arrived, first.movedIn) == (4, 1, 0))
        #expect((first.left, first.movedOut, first.atEnd) == (1, 1, 3))
        let second = try #require(counts[2])
        #expect((second.atStart, second.arrived, second.movedIn) == (1, 0, 1))
        #expect((second.left, second.movedOut, second.atEnd) == (0, 0, 2))
    }

    @Test func `the next term begins with what the one before ended with`() {
        let before = MovementCount.byClass(stays, from: september, to: endOfOctober, isFirst: true)
        let after = MovementCount.byClass(stays, from: november, to: endOfDecember, isFirst: false)
        for classID: Int64 in [1, 2] { #expect(before[classID]?.atEnd == after[classID]?.atStart) }
        #expect(after[2]?.left == 1)
    }

    @Test func `who comes on the first day of a later term has arrived, of the first term was there`() {
        let one = [stay(1, 1, "2026-11-01")]
        let later = MovementCount.byClass(one, from: november, to: endOfDecember, isFirst: false)[1]
        #expect((later?.atStart, later?.arrived) == (0, 1))
        let first = MovementCount.byClass(one, from: november, to: endOfDecember, isFirst: true)[1]
        #expect((first?.atStart, first?.arrived) == (1, 0))
    }

    @Test func `who stays to the last day of the year has not left, who comes on it is there`() {
        let one = [
            stay(1, 1, "2026-09-01", "2026-12-31"), stay(2, 1, "2026-12-31"), stay(3, 1, "2026-09-01", "2026-12-30"),
        ]
        let count = MovementCount.byClass(one, from: november, to: endOfDecember, isFirst: false, isLast: true)[1]
        #expect((count?.atStart, count?.arrived, count?.left, count?.atEnd) == (2, 1, 1, 2))
    }

    @Test func `a student who came, left and came back is counted each time`() {
        let path = [stay(1, 1, "2026-09-05", "2026-09-20"), stay(1, 1, "2026-10-05")]
        let count = MovementCount.byClass(path, from: september, to: endOfOctober, isFirst: true)[1]
        #expect((count?.arrived, count?.left, count?.atEnd) == (2, 1, 1))
    }

    @Test func `every class of any school adds up, and moves cancel out over the school`() {
        var seed: UInt64 = 7
        func next(_ below: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % below
        }
        for _ in 0..<200 {
            var stays: [ClassStay] = []
            for student in 0..<Int64(30) {
                var day = september.adding(next(3) == 0 ? next(100) : 0)
                for _ in 0..<(1 + next(3)) {
                    let last = next(3) == 0 ? Day.forever : day.adding(next(60))
                    stays.append(ClassStay(student: student, classID: Int64(1 + next(4)), from: day, to: last))
                    if last == .forever { break }
                    day = last.adding(1 + (next(2) == 0 ? 0 : next(10)))
                }
            }
            let from = september.adding(next(40))
            let to = from.adding(20 + next(60))
            let counts = MovementCount.byClass(stays, from: from, to: to, isFirst: next(2) == 0)
            let wrong = counts.values.filter { !$0.isBalanced }
            #expect(wrong.isEmpty)
            let school = counts.values.reduce(MovementCount(), +)
            #expect(school.isBalanced)
        }
    }
}
