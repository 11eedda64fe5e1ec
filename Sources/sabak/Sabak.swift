import ArgumentParser
import Hummingbird
import HTTPTypes
@main struct Sabak: AsyncParsableCommand {
    mutating func run() async throws {
        let r = Router(); r.get("/plain") { _, _ in "hello" }
        try await Application(router: r, configuration: .init(address: .hostname("127.0.0.1", port: 8099))).runService()
    }
}
