import Store
import TestEngines
import TestSchool
import Testing
import Web

@testable import SabakApp

@Suite struct KeptAnswersTests {
    /// A visit of the mother for each week; every one of them is another answer.
    private func visits(_ school: TestSchool, _ weeks: Int) throws -> [Visit] {
        try (0..<weeks).map { number in
            let cookie = "__Host-sabak=" + school.token(.mother)
            let asked = Asked(method: .get, target: "/diary/1?week=\(number)", headers: [.cookie: cookie])
            return try Visit(Caller(app: school.app, asked: asked))
        }
    }

    private func ask(_ kept: KeptAnswers, _ visit: Visit, bytes: Int = 1_000) throws -> Answer {
        let edition = kept.edition(of: visit.store)
        return try visit.store.read { connection in
            try kept.answer(to: visit, edition: edition, in: connection) {
                Answer.text(String(repeating: "a", count: bytes))
            }
        }
    }

    @Test func `one school keeps a quarter of the room at most, and leaves the others theirs`() async throws {
        let kept = KeptAnswers(limit: 40_000)
        let quiet = try await TestSchool.make(students: 3)
        let busy = try await TestSchool.make(students: 3)
        let one = try visits(quiet, 1)[0]
        // The first one only makes the connection known.
        _ = try ask(kept, one)
        _ = try ask(kept, one)
        #expect(kept.kept(of: quiet.store.path).answers == 1)
        for visit in try visits(busy, 60) { _ = try ask(kept, visit) }
        #expect(kept.kept(of: busy.store.path).bytes <= 10_000)
        #expect(kept.kept(of: busy.store.path).answers > 0)
        #expect(kept.kept(of: quiet.store.path).answers == 1)
    }

    @Test func `where all is full, the school that was left alone longest makes room`() async throws {
        let kept = KeptAnswers(limit: 8_000)
        var schools: [TestSchool] = []
        for _ in 0..<6 { schools.append(try await TestSchool.make(students: 3)) }
        for school in schools {
            let visit = try visits(school, 1)[0]
            _ = try ask(kept, visit)
            _ = try ask(kept, visit)
        }
        #expect(schools.map { kept.kept(of: $0.store.path).answers } == [0, 1, 1, 1, 1, 1])
    }

    // A connection to a server would have to name the school first.
    @Test(.enabled(if: TestEngine.ofPages == .sqlite)) func `connections that are gone are forgotten`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        for _ in 0..<200 {
            let connection = try Connection(path: school.store.path, readOnly: true)
            _ = try kept.answer(to: visit, edition: 0, in: connection) { Answer.text("a") }
            connection.close()
        }
        #expect(kept.kept(of: school.store.path).connections <= 64)
    }
}
