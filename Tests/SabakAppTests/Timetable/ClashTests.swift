import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct ClashTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func week(_ dice: inout Dice) -> [PlacedSlot] {
        (Int64(1)...60).map { id in
            let start = 480 + 25 * Int.random(in: 0...12, using: &dice)
            return PlacedSlot(
                id: id, page: id, group: .random(in: 1...9, using: &dice), weekday: .random(in: 1...2, using: &dice),
                parity: SlotParity.allCases.randomElement(using: &dice)!,
                room: ["", "214", "Зал", "зал"].randomElement(using: &dice)!, start: ClockTime(minutes: start),
                end: ClockTime(minutes: start + 45), teachers: [.random(in: 1...6, using: &dice)])
        }
    }

    @Test(arguments: UInt64(1)...60)
    func `whoever clashes with another is clashed with for the same reason`(seed: UInt64) {
        var dice = Dice(state: seed)
        let slots = week(&dice)
        let sharing: Set<GroupPair> = [GroupPair(1, 2), GroupPair(3, 7)]
        let all = Clash.all(in: slots, sharing: sharing)
        let pairs = Set(all)
        #expect(!all.isEmpty && pairs.count == all.count)
        for clash in all {
            #expect(pairs.contains { $0.slot == clash.other && $0.other == clash.slot && $0.cause == clash.cause })
        }
        // Asked one by one, the places say the same.
        let single = slots.flatMap { Clash.of($0, among: slots, sharing: sharing) }
        #expect(Set(single) == pairs && single.count == all.count)
    }

    private func slot(_ id: Int64, room: String, from: Int, minutes: Int = 45) -> PlacedSlot {
        PlacedSlot(
            id: id, page: id, group: id, weekday: 1, parity: .every, room: room, start: ClockTime(minutes: from),
            end: ClockTime(minutes: from + minutes), teachers: [5])
    }

    @Test func `shifts clash where their minutes overlap, whatever the numbers of the lessons`() {
        // The sixth lesson of the first shift ends at 13:20, the first of the second begins at 13:10.
        #expect(Clash.all(in: [slot(1, room: "1", from: 755), slot(2, room: "2", from: 790)], sharing: []).count == 2)
        #expect(Clash.all(in: [slot(1, room: "1", from: 745), slot(2, room: "2", from: 790)], sharing: []).isEmpty)
    }

    @Test func `a teacher in two rooms is a hard clash, two classes together in one room are not`() {
        let apart = Clash.all(in: [slot(1, room: "214", from: 480), slot(2, room: "301", from: 480)], sharing: [])
        #expect(apart.map(\.isHard) == [true, true])
        let together = Clash.all(in: [slot(1, room: "Зал", from: 480), slot(2, room: "зал", from: 480)], sharing: [])
        #expect(together.map(\.isHard) == [false, false, false, false])
        let nowhere = Clash.all(in: [slot(1, room: "", from: 480), slot(2, room: "", from: 480)], sharing: [])
        #expect(nowhere.map(\.isHard) == [true, true])
    }
}
