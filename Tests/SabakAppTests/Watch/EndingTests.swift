import Foundation
import NIOCore
import NIOPosix
import ServiceLifecycle
import Store
import TestEngines
import TestSchool
import Testing

@testable import SabakApp

@Suite struct EndingTests {
    private let clock = ContinuousClock()

    @Test(.enabled(if: TestEngine.asksPostgres))
    func `asked to end while the database is silent, the program does not wait for it twice`() async throws {
        let server = try TestPostgres.another()
        let database = try server.emptyDatabase()
        let path = NSTemporaryDirectory() + "sabak-ending-\(UUID().uuidString)"
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: path) } }
        let store = try Store(postgres: PostgresPlace(url: database.url), path: path)
        let (services, ended, port) = try await served(store)
        let visitor = try await visitor(of: port)
        let answer = try await visitor.executeThenClose { answers, questions in
            try server.freeze()
            defer { #expect(throws: Never.self) { try server.thaw() } }
            try await questions.write(ByteBuffer(string: Self.question))
            while store.figures.servers.first?.lent == 0 { try await Task.sleep(for: .milliseconds(5)) }
            let took = try await clock.measure {
                await services.triggerGracefulShutdown()
                try await ended.value
            }
            // The question under way alone would wait for five.
            #expect(took < .seconds(4.9))
            var first = answers.makeAsyncIterator()
            return try await first.next().map { String(buffer: $0) }
        }
        #expect(answer?.hasPrefix("HTTP/1.1 503") == true)
    }

    private static let question: String = {
        let body = #"{"login":"aida","password":"never mind"}"#
        return """
            POST /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
    }()

    private func served(_ store: Store) async throws -> (ServiceGroup, Task<Void, any Error>, Int) {
        let (said, say) = AsyncStream.makeStream(of: String.self)
        var config = Config()
        config.log = { say.yield($0) }
        var server = Server(store: store, config: config, clock: .wall, host: "127.0.0.1", port: 0)
        server.ending.database = .zero
        let services = try server.services(endedBy: []) {}
        let ended = Task { try await services.run() }
        for await line in said where line.hasPrefix("Sabak: ") {
            return (services, ended, try #require(line.split(separator: ":").last.flatMap { Int($0) }))
        }
        throw CancellationError()
    }

    private func visitor(of port: Int) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(host: "127.0.0.1", port: port) {
            channel in
            channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel(wrappingChannelSynchronously: channel) }
        }
    }

    /// One that ends only when it is left.
    private struct Stubborn: Service {
        let left: AsyncStream<Void>

        func run() async throws {
            for await _ in left { return }
        }
    }

    @Test func `whoever is still at work at the very end is left`() async throws {
        let school = try await TestSchool.make(students: 3)
        let (left, leave) = AsyncStream.makeStream(of: Void.self)
        let time = Ending.Time(database: .zero, all: .milliseconds(20))
        let pulse = Pulse()
        let end = Ending(store: school.app.store, pulse: pulse, time: time) { leave.yield() }
        let services = ServiceGroup(
            configuration: .init(services: [Stubborn(left: left), end], logger: .init(label: "test")))
        let ended = Task { try await services.run() }
        await services.triggerGracefulShutdown()
        try await ended.value
        #expect(pulse.isDraining)
    }
}
