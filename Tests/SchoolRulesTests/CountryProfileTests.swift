import Testing

@testable import SchoolRules

@Suite struct CountryProfileTests {
    @Test(arguments: [
        (Country.KG, 7, 1, "2026-09-01", "2026-10-30"), (.KG, 7, 4, "2027-03-29", "2027-05-28"),
        (.KG, 11, 1, "2026-09-01", "2026-12-30"), (.KZ, 5, 1, "2026-09-01", "2026-10-25"),
        (.KZ, 5, 2, "2026-11-02", "2026-12-27"), (.KZ, 11, 3, "2027-01-11", "2027-03-21"),
        (.KZ, 5, 4, "2027-03-29", "2027-05-25"), (.RU, 9, 1, "2026-09-01", "2026-10-23"),
        (.RU, 10, 2, "2027-01-11", "2027-05-26"),
    ])
    func `terms of 2026 and 2027`(country: Country, grade: Int, number: Int, from: String, to: String) throws {
        let calendar = country.profile.calendar(schoolYear: 2026, language: .ru)
        let term = try #require(calendar.terms(of: grade).first { $0.number == number })
        #expect(term.from == day(from))
        #expect(term.to == day(to))
    }

    @Test(arguments: Country.allCases, 2020...2040)
    func `in any year terms and breaks follow one another without a gap`(country: Country, schoolYear: Int) {
        let profile = country.profile
        let calendar = profile.calendar(schoolYear: schoolYear, language: .ru)
        let breaks = profile.daysOff(schoolYear: schoolYear).filter { $0.kind == .vacation && $0.gradeTo == 12 }
        let terms = calendar.terms(of: 5)
        #expect(terms.map(\.number) == [1, 2, 3, 4])
        #expect(terms.first?.from.description == "\(schoolYear)-09-01")
        for (index, pause) in breaks.enumerated() {
            #expect(terms[index].to.adding(1) == pause.from)
            #expect(pause.to.adding(1) == terms[index + 1].from)
            #expect(pause.from <= pause.to)
        }
        #expect(Set(calendar.terms.map(\.id)).count == calendar.terms.count)
        #expect(calendar.terms.allSatisfy { SchoolCalendar.schoolYear(containing: $0.to) == schoolYear })
    }

    @Test(arguments: Country.allCases)
    func `a year has 30 to 36 weeks of lessons for every grade`(country: Country) {
        let profile = country.profile
        let calendar = profile.calendar(schoolYear: 2026, language: .ru)
        for grade in profile.grades {
            let days = (day("2026-08-01")...day("2027-07-31")).count { calendar.isSchoolDay($0, grade: grade) }
            #expect((150...180).contains(days), "\(country) grade \(grade): \(days)")
        }
    }

    @Test(arguments: Country.allCases)
    func `bells ring in order and leave breaks of at least five minutes`(country: Country) {
        let bells = country.profile.bells
        for kind in DayKind.allCases {
            for (shift, grade) in [(1, 7), (2, 7), (1, 1)] {
                let rung = (1...8).compactMap {
                    bell(in: bells, number: $0, shift: shift, weekday: 3, dayKind: kind, grade: grade)
                }
                #expect(rung.count >= 5)
                #expect(rung.allSatisfy { $0.dayKind == kind && $0.start < $0.end })
                for (one, next) in zip(rung, rung.dropFirst()) { #expect(next.start.minutes - one.end.minutes >= 5) }
            }
        }
    }

    @Test func `a Kyrgyz lesson lasts 45 minutes, in grade 1 it lasts 35`() throws {
        let bells = Country.KG.profile.bells
        let first = try #require(bell(in: bells, number: 1, shift: 1, weekday: 1, dayKind: .normal, grade: 5))
        #expect(first.start == time("8:00") && first.end == time("8:45"))
        let small = try #require(bell(in: bells, number: 3, shift: 1, weekday: 1, dayKind: .normal, grade: 1))
        #expect(small.end.minutes - small.start.minutes == 35)
    }

    @Test(arguments: [
        ("0.5", TermKind.quarter, 2, 0), ("1", .quarter, 3, 1), ("1", .halfYear, 5, 1), ("1.5", .quarter, 3, 1),
        ("2", .halfYear, 7, 1), ("3", .quarter, 6, 2), ("8", .halfYear, 10, 2), ("0.25", .quarter, 2, 0),
    ])
    func `the least number of marks grows with the hours`(
        hours: String, kind: TermKind, marks: Int, control: Int
    ) throws {
        let hours = try #require(Fraction(hours))
        let least = Country.KG.profile.minimumMarks(hoursPerWeek: hours, in: kind)
        #expect(least == (marks, control))
    }

    @Test func `every country speaks its own languages first`() {
        #expect(Country.KG.profile.interfaceLanguages.first == .ky)
        #expect(Country.KZ.profile.recordLanguages == [.kk, .ru])
        #expect(Country.RU.profile.recordLanguages == [.ru])
        for country in Country.allCases {
            #expect(Set(country.profile.interfaceLanguages) == Set(InterfaceLanguage.allCases))
            #expect(country.profile.country == country)
        }
    }

    @Test func `subjects have one code each and a name in every language`() {
        #expect(Set(Subject.all.map(\.code)).count == Subject.all.count)
        for subject in Subject.all {
            for language in InterfaceLanguage.allCases { #expect(!subject.names[language].isEmpty) }
        }
        #expect(Subject.named("algebra")?.names.ky == "Алгебра")
        #expect(!Country.RU.profile.subjects.contains { $0.code == "manas-studies" })
        #expect(Country.KG.profile.subjects.contains { $0.code == "manas-studies" })
    }

    @Test func `days off carry the name of the language asked for`() {
        let calendar = Country.KZ.profile.calendar(schoolYear: 2026, language: .kk)
        #expect(calendar.dayOff(on: day("2026-10-28"), grade: 5)?.name == "Күзгі демалыс")
        #expect(calendar.dayOff(on: day("2027-03-15"), grade: 5)?.name == "Конституция күні")
    }

    @Test func `kinds of work of every country have distinct ids`() {
        for country in Country.allCases {
            let kinds = country.profile.kindsOfWork
            #expect(Set(kinds.map(\.id)).count == kinds.count)
        }
    }
}
