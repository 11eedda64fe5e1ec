import TestSchool
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// What stands on a slip, and who may hand slips to staff.
@Suite struct SlipsTests {
    private func slips(in school: TestSchool, language: String = "ky") async -> String {
        await school.post(
            "/classes/\(school.class7A)/accounts", form: [("all", "everybody"), ("language", language)],
            as: .classTeacher
        ).text
    }

    private func setSetting(_ name: String, _ value: String, in school: TestSchool) throws {
        try school.write { writing in
            _ = try writing.connection.run(
                "INSERT INTO setting (school_id, name, value) VALUES (\(writing.school), \(name), \(value))")
            try writing.audit("setting.change", "setting/\(name)", after: value)
        }
    }

    @Test func `a slip carries the school, the address it has set, name, code, expiry and a picture`() async throws {
        let school = try await TestSchool.make()
        try setSetting("site.address", "https://sabak.mektep7.kg", in: school)
        let page = await slips(in: school)
        #expect(page.contains("<small>№ 7 орто мектеби</small>"))
        #expect(page.contains("<dd>sabak.mektep7.kg/activate</dd>"))
        #expect(page.contains("04.12.2026"))
        #expect(page.components(separatedBy: "<svg class=\"qr\"").count - 1 == 6)
        #expect(page.contains("<ul class=\"slips\" lang=\"ky\">"))
    }

    @Test func `the picture holds the address with the name, and no code`() async throws {
        let school = try await TestSchool.make()
        try setSetting("site.address", "https://sabak.mektep7.kg", in: school)
        let page = await slips(in: school)
        let login = try #require(page.firstMatch(of: /<dd><b>([^<]+)<\/b>/)?.1)
        let address = "https://sabak.mektep7.kg/activate?login=\(login)"
        let picture = try #require(QRCode(address)).svg(title: AccountTexts.scan.ky).string
        #expect(page.contains(picture))
    }

    @Test(arguments: [("ru", "Одноразовый код"), ("kk", "Бір реттік код"), ("ky", "Бир жолку код")])
    func `slips speak the language chosen for them, not the reader's`(language: String, words: String) async throws {
        let school = try await TestSchool.make()
        let page = await slips(in: school, language: language)
        #expect(page.contains("<dt>\(words)</dt>"))
        #expect(page.contains("<html lang=\"ru\">"))
    }

    @Test func `all of the staff who have not come in get their slips at once`() async throws {
        let school = try await TestSchool.make()
        let page = await school.post("/accounts/codes", form: [("language", "kk")], as: .administrator)
        #expect(page.status == 200)
        #expect(page.text.components(separatedBy: "class=\"whom\"").count - 1 == 9)
        #expect(await school.post("/accounts/codes", as: .deputy).status == 403)
    }

    @Test func `the deputy issues codes to staff where the school has set so, and not elsewhere`() async throws {
        let school = try await TestSchool.make()
        let address = "/accounts/\(school.id(.teacher))/code"
        #expect(await school.get("/accounts", as: .deputy).status == 403)
        #expect(await school.get("/accounts", as: .responsible).status == 200)
        let form = [("issuing", "1"), ("issuer-deputy", "1")]
        #expect(await school.post("/settings/school", form: form, as: .responsible).status == 303)
        #expect(await school.get("/accounts", as: .deputy).status == 403)
        #expect(await school.post("/settings/school", form: form, as: .administrator).status == 303)
        #expect(await school.post(address, as: .deputy).status == 200)
        #expect(await school.get("/accounts", as: .responsible).status == 403)
        #expect(await school.get("/accounts", as: .administrator).status == 200)
        let row =
            await school.get("/rights", as: .director).text.components(separatedBy: "<tr>")
            .first { $0.contains("<small>A50</small>") } ?? ""
        #expect(
            row.components(separatedBy: "<td>").dropFirst().prefix(4).map { $0.hasPrefix("—") }
                == [true, false, false, true])
    }

    @Test func `an address that is none is refused, and stays to be mended`() async throws {
        let school = try await TestSchool.make()
        for typed in ["sabak.kg", "https://", "https://a.kg/b", "javascript:alert(1)", "https://a.kg?x=1"] {
            let answer = await school.post("/settings/school", form: [("address", typed)], as: .administrator)
            #expect(answer.status == 422, "\(typed)")
        }
        let good = await school.post("/settings/school", form: [("address", "https://a.kg:8443/")], as: .administrator)
        #expect(good.status == 303)
        #expect(await school.get("/settings/school", as: .administrator).text.contains("value=\"https://a.kg:8443\""))
    }
}
