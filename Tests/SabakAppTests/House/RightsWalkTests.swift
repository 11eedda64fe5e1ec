import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct RightsWalkTests {
    static let roles: [TestSchool.Person: Set<Role>] = [
        .director: [.director], .deputy: [.deputy], .administrator: [.administrator], .responsible: [.responsible],
        .clerk: [.clerk], .classTeacher: [.classTeacher, .subjectTeacher], .teacher: [.subjectTeacher],
        .otherTeacher: [.subjectTeacher], .substitute: [.substitute], .student: [.student], .mother: [.parent],
        .otherFather: [.parent],
    ]

    /// The address of a route with ids that exist nowhere.
    private func address(_ route: Route) -> String {
        route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }.reduce("") { $0 + "/" + $1 }
    }

    private func isAllowed(_ access: Route.Access, _ roles: Set<Role>) -> Bool {
        switch access {
        case .open, .signedIn: true
        case .right(let right): RightsTable.allows(right, roles: roles)
        case .anyOf(let rights): rights.contains { RightsTable.allows($0, roles: roles) }
        }
    }

    private func ask(_ route: Route, _ school: TestSchool, as person: TestSchool.Person?) async -> TestAnswer {
        let path = address(route)
        if path.hasPrefix("/api/") {
            let body = route.method == .get || route.method == .delete ? nil : "{}"
            return await school.api(route.method, path, json: body, as: person)
        }
        return route.method == .get
            ? await school.get(path, as: person) : await school.post(path, as: person)
    }

    @Test(arguments: TestSchool.Person.allCases)
    func `every address lets in whom the rights table lets in, and nobody else`(person: TestSchool.Person) async throws
    {
        let school = try await TestSchool.make(students: 3)
        try school.substitute(.substitute, for: school.lesson(school.algebra, "2026-11-20"))
        let roles = try #require(Self.roles[person])
        for route in SiteMap.routes where route.access != .open && route.access != .signedIn {
            let answer = await ask(route, school, as: person)
            let isForbidden =
                answer.status == 403
                && (answer.code == Refusal.forbidden.code || answer.text.contains(RefusalTexts.forbidden.ru))
            let name = "\(person) \(route.method.rawValue) \(route.path): \(answer.status)"
            #expect(isForbidden == !isAllowed(route.access, roles), "\(name)")
            #expect(answer.status != 401 && answer.status < 500, "\(name)")
        }
    }

    @Test func `nobody comes in without signing in`() async throws {
        let school = try await TestSchool.make(students: 3)
        for route in SiteMap.routes where route.access != .open {
            let answer = await ask(route, school, as: nil)
            let isSentToTheDoor = answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true
            #expect(answer.status == 401 || isSentToTheDoor, "\(route.method.rawValue) \(route.path): \(answer.status)")
        }
    }

    @Test(arguments: [TestSchool.Person.student, .mother])
    func `a family has no way into the journal`(person: TestSchool.Person) async throws {
        let school = try await TestSchool.make(students: 3)
        let staffOnly = [
            "/pages", "/lessons", "/my-day", "/control", "/classes", "/students", "/staff", "/load", "/plans",
            "/accounts", "/year", "/settings", "/substitutions", "/schedule", "/roles", "/rights", "/absences",
            "/imports",
            "/api/v1/pages", "/api/v1/lessons", "/api/v1/my-day", "/diary-preview",
        ]
        let routes = SiteMap.routes.filter { route in staffOnly.contains { route.path.hasPrefix($0) } }
        #expect(routes.count > 30)
        for route in routes {
            #expect(await ask(route, school, as: person).status == 403, "\(route.method.rawValue) \(route.path)")
        }
    }

    @Test func `no two routes share an address and a method`() {
        let addresses = SiteMap.routes.map { "\($0.method.rawValue) \($0.path)" }
        #expect(Set(addresses).count == addresses.count)
    }
}
