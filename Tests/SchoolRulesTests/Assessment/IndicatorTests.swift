import Testing

@testable import SchoolRules

@Suite struct IndicatorTests {
    private func subjects(_ text: String) -> [SubjectFinal] { finals(text).map { SubjectFinal($0) } }

    @Test func `5, 4, 3, 3 and 2 learn to 50.4 per cent`() {
        let indicators = Indicators(students("5 4 3 3 2"))
        #expect(indicators.learning?.value == Fraction(504, 10))
        #expect(indicators.progress.percent == 80)
        #expect(indicators.quality.percent == 40)
        #expect(indicators.average?.value == Fraction(17, 5))
    }

    @Test func `н/а is counted, осв and students without a mark or gone are not`() {
        let found = Indicators(
            students("5 4 н/а осв - вр.н/а") + [StudentFinal(7, .mark(five("2")), hasLeft: true)])
        #expect(found.counted == [1, 2, 3])
        #expect(found.progress.students == [1, 2] && found.progress.percent == Fraction(200, 3))
        #expect(found.learning?.value == 57)
        #expect(found.average?.value == Fraction(9, 2))
        #expect(found.notAttested == [3] && found.exempt == [4] && found.open == [5, 6])
        #expect(found.byLevel[.excellent] == [1] && found.byLevel[.good] == [2])
    }

    @Test func `the coefficients of learning are settings`() {
        let leaflet = LearningCoefficients(fail: 14)
        #expect(Indicators(students("5 4 3 3 2"), learning: leaflet).learning?.value == 50)
        let without = LearningCoefficients(notAttested: nil)
        #expect(Indicators(students("5 4 н/а"), learning: without).learning?.value == 82)
        let heavier = LearningCoefficients(notAttested: 10)
        #expect(Indicators(students("5 4 н/а"), learning: heavier).learning?.value == 58)
    }

    @Test func `nobody has no indicators`() {
        let found = Indicators(students(""))
        #expect(found.counted.isEmpty && found.progress.percent == nil && found.quality.percent == nil)
        #expect(found.learning == nil && found.average == nil)
    }

    @Test(arguments: [
        ("ten", "10 8 6 4"), ("twelve", "12 8 5 2"), ("hundred", "90 70 50 20"), ("letters", "A B C D"),
    ])
    func `other scales are counted by level`(name: String, marks: String) {
        let found = Indicators(students(marks, on: Scale.named(name)!))
        #expect(found.progress.percent == 75 && found.quality.percent == 50)
        #expect(found.learning?.value == 54)
    }

    @Test func `pass and fail count for progress alone`() {
        let found = Indicators(students("ЗЧ ЗЧ НЗ ЗЧ", on: .passFail))
        #expect(found.progress.percent == 75)
        #expect(found.quality.percent == nil && found.learning == nil && found.average == nil)
        #expect(found.learned.isEmpty && found.numbered.isEmpty)
    }

    @Test func `the students behind a number are those who were counted`() {
        let fail = FinalMark("НЗ", scale: .passFail)
        let found = Indicators(students("5 н/а осв - 3") + [StudentFinal(6, fail)])
        #expect(found.learned == [1, 2, 5] && found.learning?.value == Fraction(143, 3))
        #expect(found.numbered == [1, 5] && found.average?.value == 4)
        let without = LearningCoefficients(notAttested: nil)
        #expect(Indicators(students("5 н/а 3"), learning: without).learned == [1, 3])
    }

    @Test(arguments: [
        ("5 5 5", StudentCategory.excellent), ("5 5 4", .oneFour), ("5 4 4", .good), ("4 4 4", .good),
        ("5 4 3", .oneThree), ("3 3 5", .satisfactory), ("5 5 2", .failing), ("5 н/а 5", .notAttested),
        ("н/а 2 5", .failing), ("5 осв 5", .excellent), ("5 5 -", .excellent), ("3 3 3", .satisfactory),
    ])
    func `a student is placed by all finals`(marks: String, category: StudentCategory) {
        #expect(StudentCategory(finals: subjects(marks)) == category)
    }

    @Test func `a pass is ignored, a fail without degree is a fail`() {
        let pass = SubjectFinal(FinalMark("ЗЧ", scale: .passFail))
        let fail = SubjectFinal(FinalMark("НЗ", scale: .passFail))
        #expect(StudentCategory(finals: subjects("5 5") + [pass]) == .excellent)
        #expect(StudentCategory(finals: subjects("5 5") + [fail]) == .failing)
        #expect(StudentCategory(finals: [pass, SubjectFinal(.exempt), SubjectFinal(nil)]) == nil)
    }

    @Test func `н/а is a fail in the subjects whose regime says so, and in no other`() {
        let algebra = SubjectFinal(.notAttested, notAttestedFails: true)
        let music = SubjectFinal(.notAttested)
        #expect(StudentCategory(finals: subjects("5 4") + [algebra]) == .failing)
        #expect(StudentCategory(finals: subjects("5 4") + [music]) == .notAttested)
        let five = SubjectFinal(FinalMark("5", scale: .fivePoint), notAttestedFails: true)
        #expect(StudentCategory(finals: [five, music]) == .notAttested)
    }

    @Test func `the level of a class counts students, not marks`() {
        let rows = ["5 5", "5 4", "4 4", "4 3", "3 3", "4 2", "5 н/а", "осв -"]
        let level = ClassLevel(rows.enumerated().map { (student: $0.offset + 1, finals: subjects($0.element)) })
        #expect(level.progress.students == [1, 2, 3, 4, 5] && level.progress.percent == Fraction(500, 7))
        #expect(level.quality.students == [1, 2, 3] && level.quality.percent == Fraction(300, 7))
        #expect(level.byCategory[.oneThree] == [4] && level.byCategory[.oneFour] == [2])
    }

    @Test func `accumulation is shown in three forms`() {
        let enough = MinimumCheck(
            marks: Need(needed: 3, has: 4), control: Need(needed: 0, has: 0), works: [])
        let few = MinimumCheck(marks: Need(needed: 3, has: 1), control: Need(needed: 0, has: 0), works: [])
        let none = MinimumCheck(marks: Need(needed: 3, has: 0), control: Need(needed: 0, has: 0), works: [])
        let found = Accumulation([
            StudentMarks(1, marks: 4, presentLessons: 10, minimum: enough),
            StudentMarks(2, marks: 1, presentLessons: 9, minimum: few),
            StudentMarks(3, marks: 0, presentLessons: 1, minimum: none),
            StudentMarks(4, marks: 0, presentLessons: 5, minimum: none, isExempt: true),
        ])
        #expect(found.marksPerStudent == Fraction(5, 3))
        #expect(found.density == 25)
        #expect(found.enough.percent == Fraction(100, 3) && found.belowMinimum.students == [2, 3])
        #expect(found.withoutMarks.students == [3] && found.withOneMark.students == [2])
        #expect(found.withoutMarks.percent == Fraction(100, 3))
        let nobody = Accumulation<Int>([])
        #expect(nobody.marksPerStudent == nil && nobody.density == nil && nobody.enough.percent == nil)
    }

    @Test func `objectivity holds finals against what the rule expects`() {
        let found = Objectivity(
            [
                StudentFinal(1, .mark(five("5")), expected: five("5")),
                StudentFinal(2, .mark(five("5")), expected: five("4")),
                StudentFinal(3, .mark(five("3")), expected: five("4")),
                StudentFinal(4, .notAttested, expected: five("4")), StudentFinal(5, .mark(five("4"))),
            ], on: .fivePoint)
        #expect(found.same == [1] && found.raised == [2] && found.lowered == [3])
        #expect(found.coincidence.percent == Fraction(100, 3))
    }
}
