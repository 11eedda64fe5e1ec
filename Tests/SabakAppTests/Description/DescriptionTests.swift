import Foundation
import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp

/// The description of the interface for programs, held against what is answered.
@Suite struct DescriptionTests {
    /// What a value has and its description has not, or the other way round, with the place.
    private struct Differences {
        let schemas: [String: Any]
        private(set) var found: [String] = []

        init(_ document: [String: Any]) {
            schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
        }

        mutating func compare(_ value: Any, with schema: [String: Any], at place: String) {
            if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
                compare(value, with: schemas[String(name)] as? [String: Any] ?? [:], at: place)
            } else if let choices = schema["anyOf"] as? [[String: Any]] {
                if !(value is NSNull), let first = choices.first { compare(value, with: first, at: place) }
            } else if let object = value as? [String: Any] {
                let properties = schema["properties"] as? [String: Any] ?? [:]
                let required = Set(schema["required"] as? [String] ?? [])
                found += object.keys.filter { properties[$0] == nil }.map { "\(place).\($0) is not described" }
                found += required.filter { object[$0] == nil }.map { "\(place).\($0) is not answered" }
                for (key, field) in object {
                    compare(field, with: properties[key] as? [String: Any] ?? [:], at: "\(place).\(key)")
                }
            } else if let list = value as? [Any] {
                let items = schema["items"] as? [String: Any] ?? [:]
                for element in list { compare(element, with: items, at: "\(place)[]") }
            }
        }
    }

    /// The schema of the good answer of an operation.
    private func answer(_ document: [String: Any], _ path: String, _ method: String) throws -> [String: Any] {
        var tree: Any? = document
        for step in ["paths", path, method, "responses", "200", "content", "application/json", "schema"] {
            tree = (tree as? [String: Any])?[step]
        }
        return try #require(tree as? [String: Any], "\(method) \(path)")
    }

    @Test func `what is answered has the keys of its description, and no others`() async throws {
        let world = try await FinalsWorld.make(["5", "5", "5", "5"])
        let school = world.school
        #expect(await world.post("5").status == 303)
        #expect(await Entries(school: school).set("н", for: world.child, on: "2026-11-16").status == "saved")
        let document = await school.get("/api/v1/openapi.json").json
        let lesson = school.lesson(school.algebra, "2026-11-20")
        let (page, child) = (school.algebra, world.child)
        let asked: [(path: String, target: String, person: TestSchool.Person)] = [
            ("/api/v1/me", "/api/v1/me", .mother), ("/api/v1/children", "/api/v1/children", .mother),
            ("/api/v1/pages", "/api/v1/pages", .teacher), ("/api/v1/pages/{page}", "/api/v1/pages/\(page)", .teacher),
            ("/api/v1/pages/{page}/finals", "/api/v1/pages/\(page)/finals", .teacher),
            ("/api/v1/my-day", "/api/v1/my-day", .teacher),
            ("/api/v1/diary/{student}", "/api/v1/diary/\(child)", .mother),
        ]
        var differences = Differences(document)
        for (path, target, person) in asked {
            let found = await school.api(.get, target, as: person)
            #expect(found.status == 200)
            differences.compare(found.json, with: try answer(document, path, "get"), at: path)
        }
        let body = #"{"homework":"§ 12","homeworkMinutes":30,"version":\#(try version(of: lesson, school))}"#
        let put = await school.api(.put, "/api/v1/lessons/\(lesson)", json: body, as: .teacher)
        #expect(put.json["homeworkMinutes"] as? Int == 30)
        differences.compare(put.json, with: try answer(document, "/api/v1/lessons/{lesson}", "put"), at: "lesson")
        let absent = await school.api(.get, "/api/v1/diary/\(child)", as: .mother)
        #expect(absent.text.contains("\"absence\":{"))
        differences.compare(absent.json, with: try answer(document, "/api/v1/diary/{student}", "get"), at: "diary")
        let set = await Entries(school: school).send([
            Entries.entry(lesson, school.students[1], "5"), Entries.entry(lesson, school.students[1], "4"),
            Entries.entry(lesson, school.students[1], "??"),
        ])
        let results = try answer(document, "/api/v1/pages/{page}/entries", "post")
        differences.compare(set.json, with: results, at: "entries")
        let finals = await world.api([world.entry("4", reason: "?", student: school.students[1])])
        let finalResults = try answer(document, "/api/v1/pages/{page}/finals", "post")
        differences.compare(finals.json, with: finalResults, at: "finals")
        let differing = Set(differences.found).sorted()
        #expect(differing == [])
    }

    private func version(of lesson: Int64, _ school: TestSchool) throws -> Int {
        try school.read {
            try $0.count("SELECT version FROM lesson WHERE school_id = \(school.store.id) AND id = \(lesson)")
        }
    }
}
