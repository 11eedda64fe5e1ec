import NIOCore
import NIOHTTP1

/// One keep-alive connection: one request at a time, and its answer.
final class Line: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundIn = Ask
    typealias OutboundOut = HTTPClientRequestPart

    /// Told once for each request: its outcome, and whether the connection can be used again.
    private let done: (Outcome, _ isUsable: Bool) -> Void
    private let host: String
    private var isWaiting = false
    private var keepsBody = false
    private var head: HTTPResponseHead?
    private var size = 0
    private var body: [UInt8] = []

    init(host: String, done: @escaping (Outcome, Bool) -> Void) {
        self.host = host
        self.done = done
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let ask = unwrapOutboundIn(data)
        (isWaiting, keepsBody, head, size, body) = (true, ask.keepsBody, nil, 0, [])
        var fields = HTTPHeaders([("Host", host), ("User-Agent", "sabak-load")])
        for (name, value) in ask.headers { fields.add(name: name, value: value) }
        if let text = ask.body {
            fields.add(name: "Content-Type", value: "application/json")
            fields.add(name: "Content-Length", value: String(text.utf8.count))
        }
        let method = HTTPMethod(rawValue: ask.method.rawValue)
        let request = HTTPRequestHead(version: .http1_1, method: method, uri: ask.target, headers: fields)
        context.write(wrapOutboundOut(.head(request)), promise: nil)
        if let text = ask.body {
            context.write(
                wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: text)))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: promise)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let part):
            size += part.readableBytes
            if keepsBody { body.append(contentsOf: part.readableBytesView) }
        case .end: finish(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        tell(.broken, isUsable: false)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        tell(.broken, isUsable: false)
        context.close(promise: nil)
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard let head else { return }
        // 103 and its kind come before the answer itself.
        guard head.status.code >= 200 else { return }
        let reply = Reply(
            status: Int(head.status.code), tag: head.headers.first(name: "etag"), size: size, body: body)
        tell(.answered(reply), isUsable: head.isKeepAlive)
        if !head.isKeepAlive { context.close(promise: nil) }
    }

    private func tell(_ outcome: Outcome, isUsable: Bool) {
        guard isWaiting else { return }
        isWaiting = false
        done(outcome, isUsable)
    }
}
