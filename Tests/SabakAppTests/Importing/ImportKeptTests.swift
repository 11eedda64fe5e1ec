import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules
@testable import Store

/// What an earlier version of the program has kept of a list is read by this one.
@Suite struct ImportKeptTests {
    private static let report = """
        {"isGood":true,"isUnreadable":false,"counts":{"students":0,"staff":0,"guardians":0,"classes":1,"pages":2,\
        "enrolments":0},"isOfPeople":false,"added":[],"moved":[],"changed":[],"left":[],"unchanged":0,"problems":\
        [{"isError":false,"code":"vacancy","column":"teacher","count":1,"unlisted":0,"entries":[{"text":{"ky":"Бош",\
        "ru":"Вакансия","kk":"Бос","en":"Vacant"},"rows":{"":[2]},"count":1}]}],"wrongRows":0,"questions":[]}
        """
    private static let wish = """
        {"mappings":{"kept":{}},"choices":{"skipped":[],"headerRows":{}},"decisions":[],"leftOut":[],"leaving":\
        {"people":[],"lastDay":"","order":"","orderDay":""},"skipsBadRows":true,"firstDay":""}
        """

    @Test func `a list that was checked by the earlier version is opened, checked again and removed`() async throws {
        let school = try await TestSchool.make()
        let desk = ImportDeskWorld(school: school)
        let list = "Класс;Предмет;Учитель;Часы\n7А;Алгебра;Осмонова Г.;5\n"
        let address = try await desk.upload(.load, list, as: .deputy)
        try await desk.check(address, as: .deputy)
        #expect(try desk.state(address) == "ready")
        let id = Int64(address.split(separator: "/").last ?? "") ?? 0
        try school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE list_import SET report = \(Self.report), wish = \(Self.wish)
                WHERE school_id = \(writing.school) AND id = \(id)
                """)
        }
        let page = await school.get(address, as: .deputy)
        #expect(page.status == 200 && page.text.contains("Вакансия"))
        #expect(await school.post(address + "/check", as: .deputy).status == 303)
        await school.app.imports.rest()
        #expect(try desk.state(address) == "ready")
        #expect(await school.post(address + "/remove", as: .deputy).status == 303)
    }

    @Test func `what a report or a wish does not name is as if nothing had been said`() throws {
        let report = try ImportReport(json: Self.report)
        #expect(report.isGood && report.counts.pages == 2 && report.rows.isEmpty && report.rowCount == 0)
        #expect(report.problems.first?.entries.first?.rows == ["": [2]])
        let wish = try ImportWish(json: Self.wish)
        #expect(wish.skipsBadRows && !wish.agreesToLeaving)
        #expect(try ImportReport(json: "{}").isGood == false)
        #expect(throws: (any Error).self) { try ImportReport(json: #"{"isGood":"perhaps"}"#) }
    }
}
