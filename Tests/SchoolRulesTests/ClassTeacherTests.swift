import Testing

@testable import SchoolRules

@Suite struct ClassTeacherTests {
    @Test func `who teaches more than half of the hours is proposed`() {
        #expect(ClassTeacher.proposed(hours: ["Осмонова": 1900, "Ким": 300, "Исаев": 1500]) == "Осмонова")
        #expect(ClassTeacher.proposed(hours: ["Ким": 200]) == "Ким")
    }

    @Test func `at exactly half, below it and without hours nobody is`() {
        #expect(ClassTeacher.proposed(hours: ["Осмонова": 500, "Ким": 500]) == nil)
        #expect(ClassTeacher.proposed(hours: ["Осмонова": 500, "Ким": 300, "Исаев": 200]) == nil)
        #expect(ClassTeacher.proposed(hours: ["Осмонова": 400, "Ким": 300, "Исаев": 300]) == nil)
        #expect(ClassTeacher.proposed(hours: ["Ким": 0]) == nil)
        #expect(ClassTeacher.proposed(hours: [String: Int]()) == nil)
    }
}
