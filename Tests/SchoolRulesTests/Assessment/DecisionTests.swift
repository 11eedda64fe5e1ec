import Testing

@testable import SchoolRules

@Suite struct DecisionTests {
    private func decide(
        _ mark: String, marks text: String = "4 4 4", reason: String = "", country: Country = .KG,
        _ change: (inout AssessmentSettings) -> Void = { _ in }
    ) throws(DecisionProblem) -> FinalDecision {
        let regime = regime(country: country, change)
        let facts = TermFacts(marks: marks(text, kind: 8), hoursPerWeek: 1, kind: .quarter)
        return try FinalDecision(
            FinalMark(mark, scale: .fivePointWithOne)!, beside: TermProposal(facts, under: regime), reason: reason,
            on: .fivePoint, by: regime.settings)
    }

    @Test func `a mark as proposed needs no reason`() throws {
        let decision = try decide("4")
        #expect(decision.isAsProposed && decision.steps == 0 && !decision.isBelowMinimum)
    }

    @Test func `a step away needs a reason, two steps are refused`() throws {
        #expect(throws: DecisionProblem.reasonMissing) { try decide("5", reason: " ") }
        #expect(try decide("5", reason: "олимпиада").steps == 1)
        #expect(try decide("3", reason: "не сдал проект").steps == -1)
        #expect(throws: DecisionProblem.tooFar(steps: -2, allowed: 1)) { try decide("2", reason: "много") }
    }

    @Test func `in Kazakhstan no mark differs from the proposal`() throws {
        #expect(throws: DecisionProblem.tooFar(steps: 1, allowed: 0)) {
            try decide("5", reason: "олимпиада", country: .KZ)
        }
        #expect(try decide("4", country: .KZ).isAsProposed)
    }

    @Test func `codes in place of a mark need a reason, н/а below the minimum does not`() throws {
        #expect(throws: DecisionProblem.reasonMissing) { try decide("н/а") }
        #expect(try decide("н/а", reason: "не посещал").steps == nil)
        #expect(try decide("н/а", marks: "4").mark == .notAttested)
        #expect(throws: DecisionProblem.reasonMissing) { try decide("осв", marks: "4") }
    }

    @Test func `a mark below the minimum is warned of or refused by setting`() throws {
        #expect(try decide("4", marks: "4 4").isBelowMinimum)
        let short = MinimumCheck(
            marks: Need(needed: 3, has: 2), control: Need(needed: 1, has: 2), works: [])
        #expect(throws: DecisionProblem.belowMinimum(short)) {
            try decide("4", marks: "4 4") { $0.minimum = .refuse }
        }
        #expect(!(try decide("4", marks: "4 4") { $0.minimum = .off }.isBelowMinimum))
    }

    @Test func `a mark the final scale does not have is refused`() {
        #expect(throws: DecisionProblem.notOnScale("1")) { try decide("1", reason: "нет") }
    }

    @Test func `a mark where н/а was proposed needs a reason`() throws {
        #expect(throws: DecisionProblem.reasonMissing) { try decide("3", marks: "") }
        #expect(try decide("3", marks: "", reason: "экзамен сдан").steps == nil)
    }
}
