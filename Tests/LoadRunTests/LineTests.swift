import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import sabak_load

@Suite struct LineTests {
    private final class Heard {
        var outcomes: [(outcome: Outcome, isUsable: Bool)] = []

        var replies: [Reply] {
            outcomes.compactMap { if case .answered(let reply) = $0.outcome { reply } else { nil } }
        }
    }

    private func line(_ heard: Heard) throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHTTPClientHandlers()
        try channel.pipeline.syncOperations.addHandler(Line(host: "127.0.0.1:8080") { heard.outcomes.append(($0, $1)) })
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 8080)).wait()
        return channel
    }

    private func sent(_ channel: EmbeddedChannel) throws -> String {
        var text = ""
        while let part = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: part) }
        return text
    }

    @Test func `a request goes out with host, length and body`() throws {
        let channel = try line(Heard())
        let ask = Ask(method: .post, target: "/a", headers: [("Idempotency-Key", "k1")], body: "{\"н\":1}")
        channel.writeAndFlush(ask, promise: nil)
        let text = try sent(channel).lowercased()
        #expect(text.hasPrefix("post /a http/1.1\r\nhost: 127.0.0.1:8080\r\n"))
        #expect(text.contains("idempotency-key: k1\r\n") && text.contains("content-length: 8\r\n"))
        #expect(text.hasSuffix("\r\n\r\n{\"н\":1}"))
    }

    @Test func `an answer in pieces is one reply with its tag and size`() throws {
        let heard = Heard()
        let channel = try line(heard)
        channel.writeAndFlush(Ask(method: .get, target: "/a", keepsBody: true), promise: nil)
        for piece in ["HTTP/1.1 200 O", "K\r\nETag: W/\"x\"\r\nContent-Length: 5\r\n\r\nab", "cde"] {
            try channel.writeInbound(ByteBuffer(string: piece))
        }
        #expect(heard.replies.count == 1)
        #expect(heard.replies.first?.status == 200 && heard.replies.first?.tag == "W/\"x\"")
        #expect(heard.replies.first?.size == 5 && heard.replies.first?.body == Array("abcde".utf8))
        #expect(heard.outcomes.first?.isUsable == true)
    }

    @Test func `unchanged without a body is a whole answer, and the next request follows on the same line`() throws {
        let heard = Heard()
        let channel = try line(heard)
        for _ in 0..<2 {
            channel.writeAndFlush(Ask(method: .get, target: "/a"), promise: nil)
            try channel.writeInbound(ByteBuffer(string: "HTTP/1.1 304 Not Modified\r\nETag: W/\"x\"\r\n\r\n"))
        }
        #expect(heard.replies.map(\.status) == [304, 304])
    }

    @Test func `an answer in chunks is counted without its frames, and kept only when wanted`() throws {
        let heard = Heard()
        let channel = try line(heard)
        channel.writeAndFlush(Ask(method: .get, target: "/a"), promise: nil)
        let answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n"
        try channel.writeInbound(ByteBuffer(string: answer))
        #expect(heard.replies.first?.size == 7 && heard.replies.first?.body.isEmpty == true)
    }

    @Test func `a server that closes the line after its answer is not asked on it again`() throws {
        let heard = Heard()
        let channel = try line(heard)
        channel.writeAndFlush(Ask(method: .get, target: "/a"), promise: nil)
        try channel.writeInbound(
            ByteBuffer(string: "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
        #expect(heard.replies.count == 1 && heard.outcomes.first?.isUsable == false)
        #expect(!channel.isActive)
    }

    @Test func `a connection lost in the middle of an answer is told once, as broken`() throws {
        let heard = Heard()
        let channel = try line(heard)
        channel.writeAndFlush(Ask(method: .get, target: "/a"), promise: nil)
        try channel.writeInbound(ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"))
        channel.close(promise: nil)
        channel.embeddedEventLoop.run()
        #expect(heard.outcomes.count == 1 && heard.replies.isEmpty)
    }
}
