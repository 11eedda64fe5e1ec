import Foundation
import TestEngines
import Testing

@testable import Store

@Suite(.serialized, .enabled(if: TestEngine.asksPostgres)) struct ReplicaTests {
    private struct Pair {
        let primary: TestPostgres
        let standby: TestStandby

        static let made = Result {
            let primary = try TestPostgres.another()
            return Pair(primary: primary, standby: try TestStandby(of: primary))
        }
    }

    private let scratch: Scratch
    private let standby: TestStandby
    private let teacher: Int64 = 7
    private let mother: Int64 = 8

    init() throws {
        let pair = try Pair.made.get()
        standby = pair.standby
        scratch = try Scratch(on: pair.primary)
    }

    private func place() throws -> PostgresPlace {
        var place = scratch.place
        place.replicas = [try #require(scratch.database).url(port: standby.port)]
        place.lagSeconds = 600
        place.restSeconds = 600
        return place
    }

    private func school(_ place: PostgresPlace) throws -> (school: SchoolStore, replica: PostgresReplica) {
        let store = try Store(postgres: place, path: scratch.path)
        let school = try scratch.school(in: store).school
        try standby.catchUp()
        return (school, try replica(of: store))
    }

    private func replica(of store: Store) throws -> PostgresReplica {
        try #require((store.engine as? PostgresStore)?.replicas.first)
    }

    private func add(_ person: Int64, by author: Int64, to school: SchoolStore) throws {
        try school.writeNow(by: Author(person: author, session: "test"), at: 5) { writing in
            try scratch.add(person: person, to: writing)
        }
    }

    private struct Sight: Equatable {
        let persons: Int
        let isFromReplica: Bool
    }

    private func look(_ connection: Connection) throws -> Sight {
        Sight(
            persons: try connection.count("SELECT count(*) FROM person WHERE school_id = 42"),
            isFromReplica: try connection.count("SELECT pg_is_in_recovery()") == 1)
    }

    @Test func `a replica answers whoever may be answered by it, and nobody who asks for no person`() throws {
        let (school, replica) = try school(place())
        try add(2, by: teacher, to: school)
        try standby.catchUp()
        #expect(try school.read(for: teacher, look) == Sight(persons: 2, isFromReplica: true))
        #expect(try school.read(for: mother, look) == Sight(persons: 2, isFromReplica: true))
        #expect(try school.read(look) == Sight(persons: 2, isFromReplica: false))
        #expect(replica.figuresNow == .init(served: 2))
    }

    @Test func `who has just changed something sees it at once, while a replica that is behind answers others`() throws
    {
        let (school, replica) = try school(place())
        try standby.pause()
        try add(2, by: teacher, to: school)
        try standby.receiveAll()
        #expect(try school.read(for: teacher, look) == Sight(persons: 2, isFromReplica: false))
        #expect(try school.read(for: mother, look) == Sight(persons: 1, isFromReplica: true))
        #expect(replica.figuresNow == .init(served: 1, behind: 1))
        try standby.resume()
        try standby.catchUp()
        #expect(try school.read(for: teacher, look) == Sight(persons: 2, isFromReplica: true))
    }

    @Test func `a store opened anew wants all that was there before`() throws {
        let (school, _) = try school(place())
        try standby.pause()
        try add(2, by: teacher, to: school)
        let opened = try Store(postgres: place(), path: scratch.path).school(42)
        #expect(try opened.read(for: teacher, look) == Sight(persons: 2, isFromReplica: false))
        #expect(try opened.read(for: mother, look) == Sight(persons: 2, isFromReplica: false))
        try standby.resume()
    }

    @Test func `a replica too far behind answers nobody`() throws {
        var place = try place()
        place.lagSeconds = 0
        let (school, _) = try school(place)
        #expect(try school.read(for: mother, look) == Sight(persons: 1, isFromReplica: true))
        try standby.pause()
        try add(2, by: teacher, to: school)
        try standby.receiveAll()
        #expect(try school.read(for: mother, look) == Sight(persons: 2, isFromReplica: false))
        try standby.resume()
    }

    @Test func `a replica says how far it is behind, and nothing when it is gone`() throws {
        let (school, replica) = try school(place())
        func lag() -> Double? {
            replica.measure()
            return replica.server(named: "1").replica?.lag
        }
        #expect(lag() == 0)
        try standby.pause()
        try add(2, by: teacher, to: school)
        try standby.receiveAll()
        #expect(try #require(lag()) > 0)
        try standby.resume()
        try standby.catchUp()
        try standby.stop()
        #expect(lag() == nil)
        try standby.start()
        try standby.catchUp()
    }

    @Test func `a server that follows nobody is no replica`() throws {
        var place = try place()
        place.replicas = [place.url]
        let (school, replica) = try school(place)
        #expect(try school.read(for: mother, look) == Sight(persons: 1, isFromReplica: false))
        #expect(replica.figuresNow == .init(behind: 1))
    }

    @Test func `a stopped replica hurts nobody, is left alone for a while, and answers again when it is back`() throws {
        var place = try place()
        let (school, replica) = try school(place)
        place.restSeconds = 0
        let other = try Store(postgres: place, path: scratch.path)
        let impatient = try other.school(42)
        #expect(try school.read(for: mother, look).isFromReplica)
        #expect(try impatient.read(for: mother, look).isFromReplica)
        try standby.stop()
        for _ in 0..<20 {
            #expect(try school.read(for: mother, look) == Sight(persons: 1, isFromReplica: false))
            #expect(try impatient.read(for: mother, look) == Sight(persons: 1, isFromReplica: false))
        }
        #expect(replica.figuresNow == .init(served: 1, failures: 1))
        #expect(try self.replica(of: other).figuresNow.failures == 20)
        try standby.start()
        try standby.catchUp()
        #expect(try impatient.read(for: mother, look).isFromReplica)
        #expect(try !school.read(for: mother, look).isFromReplica)
    }

    @Test func `a replica that hangs holds a reader up for its patience and no longer`() throws {
        let (school, replica) = try school(place())
        let backend = try school.read(for: mother) { pid_t(try $0.count("SELECT pg_backend_pid()")) }
        #expect(kill(backend, SIGSTOP) == 0)
        defer { kill(backend, SIGCONT) }
        #expect(try school.read(for: mother, look) == Sight(persons: 1, isFromReplica: false))
        #expect(replica.figuresNow == .init(served: 1, failures: 1))
    }

    @Test func `what the questions refuse is refused once, whoever answers`() throws {
        struct Stop: Error {}
        let (school, replica) = try school(place())
        var rounds = 0
        #expect(throws: Stop.self) {
            try school.read(for: mother) { _ in
                rounds += 1
                throw Stop()
            }
        }
        #expect(rounds == 1)
        #expect(replica.figuresNow == .init(served: 1))
    }
}
