import Testing

@testable import SchoolRules

@Suite struct SlotChangeTests {
    /// Numbers that are the same in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func slot(_ dice: inout Dice) -> Slot {
        Slot(
            page: .random(in: 1...6, using: &dice), weekday: .random(in: 1...5, using: &dice),
            number: .random(in: 1...7, using: &dice), shift: .random(in: 1...2, using: &dice),
            parity: SlotParity.allCases.randomElement(using: &dice) ?? .every,
            room: ["", "214", "спортзал"].randomElement(using: &dice) ?? "")
    }

    private func week(_ dice: inout Dice) -> [Slot] {
        (0..<40).reduce(into: []) { week, _ in
            let new = slot(&dice)
            if !week.contains(where: { $0.isSameHour(as: new) }) { week.append(new) }
        }
    }

    @Test(arguments: UInt64(1)...200)
    func `undoing gives back the same draft, step by step`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        var slots = week(&dice)
        var history: [(before: Set<Slot>, change: SlotChange)] = []
        for _ in 0..<25 {
            let take = (0..<Int.random(in: 0...2, using: &dice)).compactMap { _ in slots.randomElement(using: &dice) }
            let put = (0..<Int.random(in: 0...2, using: &dice)).map { _ in slot(&dice) }
            let change = SlotChange(take: Array(Set(take)), put: Array(Set(put)))
            guard let after = change.applied(to: slots), Set(after) != Set(slots) else { continue }
            history.append((Set(slots), change))
            slots = after
        }
        #expect(!history.isEmpty)
        for (before, change) in history.reversed() {
            slots = try #require(change.inverse.applied(to: slots))
            #expect(Set(slots) == before)
        }
    }

    @Test(arguments: UInt64(1)...100)
    func `a change that is sent twice is made once`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let slots = week(&dice)
        let change = SlotChange(take: Array(slots.prefix(2)), put: [slot(&dice)])
        guard let once = change.applied(to: slots) else { return }
        #expect(change.applied(to: once).map(Set.init) == Set(once))
    }

    @Test func `what is not there cannot be given up, and no page is held twice at once`() {
        let one = Slot(page: 1, weekday: 1, number: 1, shift: 1, room: "214")
        #expect(SlotChange(take: [one]).applied(to: []) == [])
        #expect(SlotChange(take: [one], put: [one.with(number: 2)]).applied(to: []) == nil)
        #expect(SlotChange(put: [one.with(room: "")]).applied(to: [one]) == nil)
        #expect(SlotChange(put: [one.with(parity: .odd)]).applied(to: [one]) == nil)
        #expect(SlotChange(put: [one, one.with(parity: .odd)]).applied(to: []) == nil)
        #expect(SlotChange(put: [one.with(parity: .odd)]).applied(to: [one.with(parity: .even)])?.count == 2)
    }

    @Test(arguments: [([1, 2, 3], 0), ([1, 3], 1), ([2, 6, 7], 3), ([], 0), ([5], 0)])
    func `a window is a free hour between two lessons`(numbers: [Int], count: Int) {
        #expect(windows(in: Set(numbers)) == count)
    }
}
