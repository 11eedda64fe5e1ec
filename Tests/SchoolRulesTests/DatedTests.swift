import Testing

@testable import SchoolRules

@Suite struct DatedTests {
    private let january = Day("2027-01-12")!
    private let april = Day("2027-04-01")!

    @Test func `a value holds until its step and another from then on`() {
        let marks = Dated("5").changed(to: "4", from: january).changed(to: "3", from: april)
        #expect(marks.value(on: january.adding(-1)) == "5" && marks.value(on: january) == "4")
        #expect(marks.value(on: april) == "3" && marks.last == "3" && marks.first == "5")
    }

    @Test func `a change takes the place of what was to follow, and no change is no step`() {
        let counts = Dated(true).changed(to: false, from: april)
        #expect(counts.changed(to: true, from: january) == Dated(true))
        #expect(Dated("5").changed(to: "5", from: january).steps.isEmpty)
    }

    @Test(arguments: ["5", "", "5;2026-12-06=4", ";2026-12-06=2", "н/а;2026-12-06=;2027-01-12=3"])
    func `what is stored is read back`(text: String) {
        #expect(Dated<String>(stored: text)?.stored == text)
    }

    @Test(arguments: ["5;", "5;x=4", "5;2026-12-06", "5;2026-13-06=4"])
    func `what was never stored is refused`(text: String) {
        #expect(Dated<String>(stored: text) == nil)
        #expect(Dated<Bool>(stored: text) == nil)
    }
}
