import NIOCore
import NIOHTTPTypes

/// Ends a connection whose request was refused before it was whole.
///
/// A browser reads the answer only when it has sent everything, and one that is cut off before shows no answer at all.
/// So the rest of what it sends is taken and thrown away, within bounds: beyond them it was no browser.
public final class Parting: ChannelInboundHandler, ChannelOutboundHandler, RemovableChannelHandler {
    public typealias InboundIn = HTTPRequestPart
    public typealias OutboundIn = HTTPResponsePart

    /// Told when the last answer on a connection has been written.
    struct Farewell: Sendable {}

    private static let mostBytes = 32 << 20
    private static let longest = TimeAmount.seconds(10)

    private var isWhole = true
    /// How many bytes are still thrown away; nothing while the connection serves.
    private var left: Int?

    public init() {}

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: isWhole = false
        case .body(let bytes): left = left.map { $0 - bytes.readableBytes }
        case .end: isWhole = true
        }
        guard let left else { return context.fireChannelRead(data) }
        if isWhole || left < 0 { context.close(promise: nil) }
    }

    public func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard event is Farewell else { return context.triggerUserOutboundEvent(event, promise: promise) }
        promise?.succeed()
        guard !isWhole else { return context.close(promise: nil) }
        left = Self.mostBytes
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: Self.longest) { channel.close(promise: nil) }
    }
}
