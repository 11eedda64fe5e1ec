import Testing

@testable import SchoolRules

@Suite struct ProposalTests {
    private func facts(_ text: String, hours: Fraction = 1, missed: Fraction? = nil) -> TermFacts {
        TermFacts(marks: marks(text, kind: 8), hoursPerWeek: hours, kind: .quarter, missed: missed)
    }

    @Test func `the mark by the borders is proposed with its count`() throws {
        let proposal = TermProposal(facts("5x3 5x1 4x5"), under: regime())
        #expect(proposal.proposed == .mark(five("4")))
        #expect(proposal.count?.value == Fraction(40, 9))
        #expect(proposal.minimum.isMet && proposal.notes.isEmpty && !proposal.offersNotAttested)
    }

    @Test func `below the minimum н/а is offered, and proposed when over half the lessons were missed`() {
        let few = TermProposal(facts("5 5"), under: regime())
        #expect(few.proposed == .mark(five("5")))
        #expect(few.offersNotAttested && few.notes == [.belowMinimum])
        let absent = TermProposal(facts("5 5", missed: Fraction(51, 100)), under: regime())
        #expect(absent.proposed == .notAttested)
        #expect(TermProposal(facts("5 5", missed: Fraction(1, 2)), under: regime()).proposed == .mark(five("5")))
        #expect(TermProposal(facts("5 5 5", missed: 1), under: regime()).proposed == .mark(five("5")))
    }

    @Test func `without any mark н/а is proposed`() {
        let proposal = TermProposal(facts(""), under: regime())
        #expect(proposal.proposed == .notAttested)
        #expect(proposal.notes == [.belowMinimum, .noMarks])
    }

    @Test func `who is exempt gets осв whatever the marks`() {
        var exempt = facts("5 5 5")
        exempt.isExempt = true
        #expect(TermProposal(exempt, under: regime()).proposed == .exempt)
    }

    @Test func `summative work missed for a valid reason leaves a student temporarily not attested`() {
        var ahead = TermFacts(marks: [], parts: CriteriaParts(formative: [9]), hoursPerWeek: 3, kind: .quarter)
        ahead.hasSummativeAhead = true
        #expect(TermProposal(ahead, under: regime(.criteria)).proposed == .temporarilyNotAttested)
    }

    @Test func `by criteria the per cent proposes, and a missing term work is said`() {
        let parts = CriteriaParts(formative: [9, 9, 9, 9], sections: [points("9", "10"), points("8", "10")])
        let facts = TermFacts(marks: [], parts: parts, hoursPerWeek: 3, kind: .quarter)
        let proposal = TermProposal(facts, under: regime(.criteria, country: .KZ))
        #expect(proposal.proposed == .mark(five("5")))
        #expect(proposal.minimum.marks == Need(needed: 6, has: 6))
        #expect(proposal.notes == [.rescaled])
    }

    @Test func `pass and fail are proposed where all marks agree`() {
        let regime = regime(.passFail)
        let pass = TermFacts(marks: marks("ЗЧ ЗЧ ЗЧ", on: .passFail, kind: 8), hoursPerWeek: 1, kind: .quarter)
        let mixed = TermFacts(marks: marks("ЗЧ НЗ ЗЧ", on: .passFail, kind: 8), hoursPerWeek: 1, kind: .quarter)
        #expect(TermProposal(pass, under: regime).proposed?.text(in: .ru) == "ЗЧ")
        #expect(TermProposal(mixed, under: regime).proposed == nil)
        #expect(TermProposal(mixed, under: regime).notes == [.disagreeing])
    }

    @Test func `a regime of words proposes nothing`() {
        let proposal = TermProposal(facts("5 5"), under: regime(.words))
        #expect(proposal.proposed == nil && proposal.notes.isEmpty)
    }

    @Test func `marks of the former school count by setting`() {
        var facts = facts("3 3")
        facts.marks += [5, 5].map { CurrentMark(five("\($0)"), kind: 8, isTransferred: true) }
        let with = TermProposal(facts, under: regime())
        let without = TermProposal(facts, under: regime { $0.transferredCount = false })
        #expect(with.count?.value == 4 && with.minimum.marks.has == 4)
        #expect(without.count?.value == 3 && without.minimum.marks.has == 2)
    }

    @Test func `a fail may bar the highest mark by a local rule`() {
        let marks = facts("5x9 5x9 2x1")
        let proposal = TermProposal(marks, under: regime { $0.failBarsHighest = true })
        #expect(TermProposal(marks, under: regime()).proposed == .mark(five("5")))
        #expect(proposal.proposed == .mark(five("4")))
        #expect(proposal.notes == [.barredByFail])
    }

    @Test(arguments: [
        ("0.5", 2, 3, 0), ("1", 3, 5, 1), ("2", 5, 7, 1), ("3", 6, 9, 2), ("4", 7, 10, 2), ("6", 7, 10, 2),
    ])
    func `the minimum grows with the hours a week`(
        hours: String, quarter: Int, halfYear: Int, control: Int
    ) throws {
        let hours = try #require(Fraction(hours))
        let settings = AssessmentSettings.standard(of: .RU)
        let marks = marks("5 4", kind: 8) + marks("3", kind: 1)
        let check = MinimumCheck(marks, hoursPerWeek: hours, in: .quarter, by: settings)
        #expect(check.marks == Need(needed: quarter, has: 3))
        #expect(check.control == Need(needed: control, has: 2))
        #expect(MinimumCheck(marks, hoursPerWeek: hours, in: .halfYear, by: settings).marks.needed == halfYear)
    }

    @Test func `sciences need a laboratory or practical work, languages and mathematics a control work`() {
        let settings = AssessmentSettings.standard(of: .KG)
        let check = { (subject: String, kinds: [Int]) in
            MinimumCheck(
                kinds.map { CurrentMark(five("5"), kind: $0) }, subject: subject, hoursPerWeek: 1, in: .quarter,
                by: settings)
        }
        #expect(check("physics", [8, 8, 8]).works == [Need(needed: 1, has: 0)])
        #expect(!check("physics", [8, 8, 8]).isMet && check("physics", [8, 8, 5]).isMet)
        #expect(!check("algebra", [6, 6, 6]).isMet && check("algebra", [6, 6, 8]).isMet)
        #expect(check("music", [6, 1, 1]).isMet && check("music", [6, 1, 1]).works.isEmpty)
        #expect(AssessmentSettings.standard(of: .KZ).requiredWorks.isEmpty)
    }

    @Test func `a student is at risk by a fail, н/а, a drop of half a mark or three lessons of ten missed`() {
        let fail = TermProposal(facts("2 2 3"), under: regime())
        let found = Risk.of(fail, lastAverage: Fraction(17, 6), missed: Fraction(31, 100))
        #expect(found == [.failExpected, .dropped, .absent])
        #expect(Risk.of(fail, lastAverage: Fraction(27, 10), missed: Fraction(3, 10)) == [.failExpected])
        #expect(Risk.of(TermProposal(facts(""), under: regime())) == [.notAttestedExpected])
        #expect(Risk.of(TermProposal(facts("5 5 5"), under: regime())).isEmpty)
    }
}
