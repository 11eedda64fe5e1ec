import Foundation
import HTTPTypes
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

    private func ask(
        _ kept: KeptAnswers, _ visit: Visit, since moment: Int? = nil, about touched: Set<Touched> = [.student(1)],
        bytes: Int = 1_000
    ) throws -> Answer {
        let moment = moment ?? visit.store.moment
        return try visit.store.read { connection in
            try kept.answer(to: visit, since: moment, in: connection) {
                // No two drawings are alike.
                let text = UUID().uuidString + String(repeating: "a", count: bytes - 36)
                return .init(answer: Answer.text(text), about: touched)
            }
        }
    }

    @Test func `one school keeps a quarter of the room at most, and leaves the others theirs`() async throws {
        let kept = KeptAnswers(limit: 40_000)
        let quiet = try await TestSchool.make(students: 3)
        let busy = try await TestSchool.make(students: 3)
        let one = try visits(quiet, 1)[0]
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
        }
        #expect(schools.map { kept.kept(of: $0.store.path).answers } == [0, 1, 1, 1, 1, 1])
    }

    @Test func `what was drawn is given again until something it shows is changed`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let first = try ask(kept, visit, about: [.student(1), .page(2)])
        #expect(try ask(kept, visit).body == first.body)
        try school.write { $0.touchesOnly([.student(1)]) }
        let second = try ask(kept, visit, about: [.student(1), .page(2)])
        #expect(second.body != first.body)
        try school.write { $0.touchesOnly([.page(2)]) }
        #expect(try ask(kept, visit).body != second.body)
    }

    @Test func `who has an answer is told so, and gets it again when it is lost`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        var drawn = 0
        func ask(_ tag: String?) throws -> Answer {
            let cookie = "__Host-sabak=" + school.token(.mother)
            var headers: HTTPFields = [.cookie: cookie]
            headers[.ifNoneMatch] = tag
            let asked = Asked(method: .get, target: "/diary/1", headers: headers)
            let visit = try Visit(Caller(app: school.app, asked: asked))
            let moment = visit.store.moment
            return try visit.store.read { connection in
                try kept.answer(to: visit, since: moment, in: connection) {
                    drawn += 1
                    return .init(answer: Answer.text("the same"), about: [.student(1)])
                }
            }
        }
        let tag = try #require(ask(nil).headers[.eTag])
        try school.write { $0.touchesOnly([.student(1)]) }
        for _ in 1...2 {
            let known = try ask(tag)
            #expect(known.status == .notModified && known.body.isEmpty && known.headers[.eTag] == tag)
        }
        #expect(drawn == 2)
        for _ in 1...2 { #expect(try ask(nil).status == .ok) }
        #expect(drawn == 3)
    }

    @Test func `a change that does not say what it touches may have touched anything`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let first = try ask(kept, visit)
        try school.write { try $0.audit("person.change", "person/1") }
        #expect(try ask(kept, visit).body != first.body)
    }

    // A server's edition moves with every change of the school, because other servers may have made it.
    @Test(.enabled(if: TestEngine.ofPages == .sqlite))
    func `a change of something else leaves what was drawn`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let first = try ask(kept, visit, about: [.student(1)])
        try school.write { writing in
            try writing.audit("cell.set", "cell/7/2")
            writing.touchesOnly([.student(2), .page(1), .person(1)])
        }
        #expect(try ask(kept, visit).body == first.body)
    }

    @Test func `what was drawn while a change came is drawn anew`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let before = visit.store.moment
        try school.write { $0.touchesOnly([.student(1)]) }
        let first = try ask(kept, visit, since: before)
        #expect(try ask(kept, visit).body != first.body)
    }

    @Test(.enabled(if: TestEngine.ofPages == .sqlite))
    func `what another program changes is seen`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let first = try ask(kept, visit)
        let other = try SchoolStore(id: school.store.id, path: school.store.path)
        try other.writeNow(by: .command("test"), at: 1) { $0.touchesOnly([]) }
        // A change that leaves no row leaves the file as it is.
        #expect(try ask(kept, visit).body == first.body)
        try other.writeNow(by: .command("test"), at: 1) { try $0.audit("person.change", "person/1") }
        #expect(try ask(kept, visit).body != first.body)
    }

    // On PostgreSQL no reading has a connection that others wait for.
    @Test(.enabled(if: TestEngine.ofPages == .sqlite))
    func `who comes while somebody else reads gets an answer of his own`() async throws {
        let kept = KeptAnswers()
        let school = try await TestSchool.make(students: 3)
        let visit = try visits(school, 1)[0]
        let first = try ask(kept, visit)
        let meanwhile = try school.read { _ in try ask(kept, visit) }
        #expect(meanwhile.body != first.body)
        #expect(try ask(kept, visit).body == first.body)
    }
}
