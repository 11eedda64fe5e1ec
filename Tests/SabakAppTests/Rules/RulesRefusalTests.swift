import Testing

@testable import SabakApp

@Suite struct RulesRefusalTests {
    @Test(arguments: ["", "[]", "5", "{", "\"x\"", "{\"a\":}"])
    func `what is no JSON object is refused as a whole`(text: String) {
        #expect(problem(in: text)?.path == "")
    }

    @Test(arguments: ["country", "grade", "hoursPerWeek", "period", "scale", "students"])
    func `a missing field is named`(field: String) {
        let text = MarksFile().text.replacing("\"\(field)\"", with: "\"other\"")
        #expect(problem(in: text)?.path == field)
        #expect(problem(in: text)?.code == "missing")
    }

    @Test(arguments: [
        ("\"KG\"", "\"UZ\"", "country"), ("\"KG\"", "null", "country"), ("\"KG\"", "5", "country"),
        ("7", "\"7\"", "grade"), ("7", "13", "grade"), ("7", "7.5", "grade"), ("7", "true", "grade"),
        ("\"1\"", "1", "hoursPerWeek"), ("\"1\"", "\"0\"", "hoursPerWeek"), ("\"1\"", "\"-1\"", "hoursPerWeek"),
        ("\"1\"", "\"1/2\"", "hoursPerWeek"), ("\"1\"", "\"one\"", "hoursPerWeek"), ("\"1\"", "\"\"", "hoursPerWeek"),
        ("\"quarter\"", "\"month\"", "period"), ("\"five\"", "\"six\"", "scale"), ("\"five\"", "\"letters\"", "scale"),
        ("[]", "{}", "students"), ("[]", "[5]", "students[0]"), ("{},", "[],", "settings"),
    ])
    func `a field of the wrong kind is named`(was: String, now: String, path: String) {
        #expect(problem(in: MarksFile().text.replacing(was, with: now))?.path == path)
    }

    @Test(arguments: [
        ("\"borders\":[]", "settings.borders"), ("\"borders\":{\"6\":\"5\"}", "settings.borders.6"),
        ("\"borders\":{\"5\":\"5.01\"}", "settings.borders.5"), ("\"borders\":{\"5\":\"4\"}", "settings.borders.5"),
        ("\"borders\":{\"5\":4.5}", "settings.borders.5"), ("\"borders\":{\"4\":\"x\"}", "settings.borders.4"),
        ("\"kz.sorAggregation\":\"sum\"", "settings.kz.sorAggregation"),
        ("\"kz.percentRounding\":\"up\"", "settings.kz.percentRounding"),
        ("\"sou.notAttested\":\"-1\"", "settings.sou.notAttested"),
        ("\"sou.notAttested\":\"101\"", "settings.sou.notAttested"), ("\"sou.other\":\"1\"", "settings.sou.other"),
    ])
    func `a setting that does not fit is named`(setting: String, path: String) {
        #expect(MarksFile(settings: "{\(setting)}").refusedPath() == path)
    }

    @Test(arguments: [
        ("\"id\":\"\"", "students[0].id"), ("\"id\":5", "students[0].id"), ("\"marks\":{}", "students[0].marks"),
        ("\"marks\":[\"5\"]", "students[0].marks[0]"), ("\"marks\":[{}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"5\"},{\"value\":\"6\"}]", "students[0].marks[1].value"),
        ("\"marks\":[{\"value\":5}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"\"}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"4.5\"}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"5/6\"}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"5/4/3\"}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"xyz\"}]", "students[0].marks[0].value"),
        ("\"marks\":[{\"value\":\"5\",\"weight\":\"0\"}]", "students[0].marks[0].weight"),
        ("\"marks\":[{\"value\":\"5\",\"weight\":\"-2\"}]", "students[0].marks[0].weight"),
        ("\"marks\":[{\"value\":\"5\",\"weight\":2}]", "students[0].marks[0].weight"),
        ("\"marks\":[{\"value\":\"5\",\"weight\":\"1/3\"}]", "students[0].marks[0].weight"),
        ("\"marks\":[{\"value\":\"5\",\"kind\":7}]", "students[0].marks[0].kind"),
        ("\"fo\":[\"8\",\"11\"]", "students[0].fo[1]"), ("\"fo\":[\"-1\"]", "students[0].fo[0]"),
        ("\"fo\":\"8\"", "students[0].fo"), ("\"sor\":[{\"points\":\"7\"}]", "students[0].sor[0].max"),
        ("\"sor\":[{\"max\":\"7\"}]", "students[0].sor[0].points"),
        ("\"sor\":[{\"points\":\"7\",\"max\":\"0\"}]", "students[0].sor[0].max"),
        ("\"sor\":[{\"points\":\"7\",\"max\":\"6.5\"}]", "students[0].sor[0].points"),
        ("\"soch\":{\"points\":\"-1\",\"max\":\"5\"}", "students[0].soch.points"),
        ("\"soch\":[]", "students[0].soch"), ("\"periods\":\"5\"", "students[0].periods"),
        ("\"periods\":[\"5\",\"7\"]", "students[0].periods[1]"), ("\"exam\":\"н\"", "students[0].exam"),
        ("\"final\":\"6\"", "students[0].final"), ("\"final\":\"•\"", "students[0].final"),
        ("\"final\":5", "students[0].final"), ("\"final\":\"\"", "students[0].final"),
    ])
    func `whatever of a student does not fit is named`(fields: String, path: String) {
        #expect(MarksFile(students: [fields]).refusedPath() == path)
    }

    @Test func `two students of one id are refused`() {
        let file = MarksFile(students: ["\"id\":\"7\"", "\"id\":\"8\"", "\"id\":\"7\""])
        #expect(file.refusedPath() == "students[2].id")
    }

    @Test func `maxima without a common measure are refused before they overflow`() {
        let primes = [9973, 9967, 9949, 9941, 9931, 9929, 9923, 9907]
        let works = primes.map { "{\"points\":\"1\",\"max\":\"\($0)\"}" }.joined(separator: ",")
        var file = MarksFile(scale: "kzPercent", students: ["\"sor\":[\(works)]"])
        #expect(file.refusedPath() == "students[0]")
        let few = [(6, 7), (9, 11), (9, 13)].map { "{\"points\":\"\($0.0)\",\"max\":\"\($0.1)\"}" }
        file.students = ["\"sor\":[\(few.joined(separator: ","))],\"soch\":{\"points\":\"20\",\"max\":\"29\"}"]
        #expect(file.refusedPath() == nil)
    }

    @Test func `a problem says in words and for programs where it is`() throws {
        let found = try #require(problem(in: MarksFile(students: [cells("5 9")]).text))
        #expect(found.line == "students[0].marks[1].value: \"9\" is neither a mark of the scale nor a code")
        #expect(found.json.string.contains("\"path\":\"students[0].marks[1].value\""))
    }

    @Test func `a field nobody asked for is said and the file is counted`() throws {
        let file = MarksFile(students: ["\"name\":\"А\",\"marks\":[{\"value\":\"5\",\"wieght\":\"2\"}]"])
        let count = try RulesCount(file: Array(file.text.utf8))
        #expect(count.unknown == ["students[0].name", "students[0].marks[0].wieght"])
    }

    @Test func `a byte order mark is passed over`() {
        #expect(problem(in: "\u{FEFF}" + MarksFile().text) == nil)
    }
}
