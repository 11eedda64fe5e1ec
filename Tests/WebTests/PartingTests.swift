import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

@Suite struct PartingTests {
    private let channel = EmbeddedChannel(handler: Parting())

    init() throws { try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 80)).wait() }

    private func head() throws {
        try channel.writeInbound(
            HTTPRequestPart.head(HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")))
    }

    private func send(_ bytes: Int) throws {
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: bytes)))
    }

    private func sayFarewell() throws { try channel.triggerUserOutboundEvent(Parting.Farewell()).wait() }

    private func heard() throws -> Bool { try channel.readInbound(as: HTTPRequestPart.self) != nil }

    @Test func `while the connection serves everything goes through`() throws {
        try head()
        try send(1_000)
        #expect(try heard())
        #expect(try heard())
        #expect(channel.isActive)
    }

    @Test func `after the farewell the rest is thrown away, and the connection ends with it`() throws {
        try head()
        #expect(try heard())
        try sayFarewell()
        try send(1_000)
        #expect(try !heard())
        #expect(channel.isActive)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        #expect(!channel.isActive)
    }

    @Test func `a request that is whole already ends the connection at once`() throws {
        try head()
        try channel.writeInbound(HTTPRequestPart.end(nil))
        try sayFarewell()
        #expect(!channel.isActive)
    }

    @Test func `who sends without end is cut off`() throws {
        try head()
        try sayFarewell()
        for _ in 0..<32 { try send(1 << 20) }
        #expect(channel.isActive)
        try send(1)
        #expect(!channel.isActive)
    }

    @Test func `who sends slowly is cut off`() throws {
        try head()
        try sayFarewell()
        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }
}
