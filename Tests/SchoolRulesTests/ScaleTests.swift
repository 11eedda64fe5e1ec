import Testing

@testable import SchoolRules

@Suite struct ScaleTests {
    @Test(arguments: [
        ("five", "5", Level.excellent), ("five", "2", .fail), ("five-1", "1", .fail), ("ten", "9", .excellent),
        ("ten", "7", .good), ("ten", "5", .satisfactory), ("ten", "4", .fail), ("formative", "4", .satisfactory),
        ("formative", "3", .fail), ("twelve", "10", .excellent), ("twelve", "4", .satisfactory),
        ("hundred", "85", .excellent), ("hundred", "84", .good), ("hundred", "65", .good),
        ("hundred", "64", .satisfactory), ("hundred", "40", .satisfactory), ("hundred", "39", .fail),
        ("pass", "НЗ", .fail), ("letters", "C", .satisfactory),
    ])
    func `every mark has a level`(scale: String, mark: String, level: Level) {
        #expect(Scale.named(scale)?.level(of: mark) == level)
    }

    @Test func `one is a mark only where the school switched it on`() {
        #expect(Scale.fivePoint.value("1") == nil)
        #expect(Scale.fivePointWithOne.value("1")?.numeric == 1)
    }

    @Test func `a sign beside a letter is worth 33 hundredths`() {
        let scale = Scale.lettersWithSigns
        #expect(scale.values.map(\.value) == ["A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "D-", "F"])
        #expect(scale.numeric(of: "B+") == Fraction(hundredths: 433))
        #expect(scale.level(of: "D+") == .fail)
    }

    @Test func `pass and fail stay out of averages`() {
        #expect(Scale.passFail.values.allSatisfy { $0.numeric == nil })
    }

    @Test func `scales have distinct names and no value twice`() {
        #expect(Set(Scale.all.map(\.id)).count == Scale.all.count)
        for scale in Scale.all {
            #expect(Set(scale.values.map(\.value)).count == scale.values.count)
        }
        #expect(Scale.hundredPoint.values.count == 101)
        #expect(Scale.named("six") == nil)
    }

    @Test func `no spelling of a language means two codes`() {
        for language in RecordLanguage.allCases {
            let spellings = AbsenceCode.standard.flatMap { $0.spellings(in: language) }.map(codeFold)
            #expect(Set(spellings).count == spellings.count)
        }
        #expect(Set(AbsenceCode.standard.map(\.category)) == Set(AbsenceCategory.allCases))
    }

    @Test func `late is present, the other four are missed lessons`() {
        #expect(AbsenceCategory.allCases.filter(\.isAbsent) == [.ill, .excused, .unexcused, .unknown])
    }

    @Test func `control work weighs three times a lesson answer`() {
        let names = Dictionary(uniqueKeysWithValues: KindOfWork.standard.map { ($0.names.en, $0) })
        #expect(names["Control work"]?.weight == 3)
        #expect(names["Lesson answer"]?.weight == 1)
        #expect(Set(KindOfWork.standard.map(\.id)).count == KindOfWork.standard.count)
    }
}
