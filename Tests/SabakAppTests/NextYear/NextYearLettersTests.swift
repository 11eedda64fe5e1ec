import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// Students who go up into another class follow that class, whatever it is called in the end.
@Suite struct NextYearLettersTests: NextYearSteps {
    /// 7А, 7В and 8Б, with a student of 7А on the way into 8В.
    private func world() async throws -> (school: TestSchool, other: Int64) {
        let school = try await TestSchool.make()
        let other = try school.write { writing in
            try RosterWriting(writing: writing, ids: school.app.ids).addClass(ClassName("7В")!, year: 2026)
        }
        #expect(await prepare(school, other, version: 0).status == 303)
        let form = [("version", "1"), ("way-\(school.students[1])", "to-В")]
        let address = "/next-year/classes/\(school.class7A)"
        #expect(await school.post(address, form: form, as: .administrator).status == 303)
        return (school, other)
    }

    private func prepare(
        _ school: TestSchool, _ other: Int64, version: Int, _ changes: [String: String] = [:]
    ) async -> TestAnswer {
        let third = ["deed-\(other)": "up", "letter-\(other)": "В", "keeps-\(other)": "1"]
        return await prepare(school, version: version, third.merging(changes) { $1 })
    }

    @Test func `a class gets another letter, and who was sent there follows`() async throws {
        let (school, other) = try await world()
        let kept = await prepare(school, other, version: 2, ["letter-\(other)": "Г"])
        #expect(kept.headers[.location] == "/next-year?note=prepared")
        #expect(await confirm(school, version: 3) == 303)
        #expect(try newClasses(school) == ["8А": 4, "8Г": 1, "9Б": 2])
    }

    @Test func `two classes change their letters with one another, and nobody changes the class for it`() async throws {
        let (school, other) = try await world()
        _ = await prepare(school, other, version: 2, ["letter-\(other)": "А", "letter-\(school.class7A)": "В"])
        #expect(await confirm(school, version: 3) == 303)
        #expect(try newClasses(school) == ["8В": 4, "8А": 1, "9Б": 2])
    }

    @Test(arguments: ["stop", "join"]) func `who was sent into a class that ends goes with the own one, and it is said`(
        deed: String
    ) async throws {
        let (school, other) = try await world()
        let wish = deed == "join" ? "join-\(school.class7A)" : deed
        let kept = await prepare(school, other, version: 2, ["deed-\(other)": wish])
        let address = try #require(kept.headers[.location])
        #expect(await school.get(address, as: .administrator).text.contains("пойдут со своим классом: 1"))
        #expect(await confirm(school, version: 3) == 303)
        #expect(try newClasses(school) == ["8А": 5, "9Б": 2])
    }

    @Test func `nobody is sent anywhere of a class that does not go on`() async throws {
        let (school, other) = try await world()
        _ = await prepare(school, other, version: 2, ["deed-\(school.class7A)": "stop"])
        _ = await prepare(school, other, version: 3)
        #expect(await confirm(school, version: 4) == 303)
        #expect(try newClasses(school) == ["8А": 5, "8В": 0, "9Б": 2])
    }

    @Test func `the director sees which classes are made anew, from which, and how many move`() async throws {
        let (school, other) = try await world()
        let ways = [("version", "2"), ("letter", "Г")] + school.students.suffix(2).map { ("way-\($0)", "new") }
        let address = "/next-year/classes/\(school.class7A)"
        #expect(
            await school.post(address, form: ways + [("way-\(school.students[1])", "to-В")], as: .administrator)
                .status == 303)
        let page = await school.get("/next-year", as: .director).text
        #expect(page.contains("Создаётся заново: 8Г (из 7А — 2)"))
        #expect(page.contains("<b>3</b> переходят в другой класс"))
        let taken = await prepare(school, other, version: 3, ["letter-\(other)": "Г"])
        #expect(taken.status == 422 && taken.text.contains("Такой класс уже есть"))
    }
}
