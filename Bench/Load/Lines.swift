import NIOCore
import NIOHTTP1
import NIOPosix

/// The keep-alive connections to the server, bounded in number; a request that finds none free waits, and its latency
/// counts on.
///
/// `@unchecked Sendable`: everything but ``ask(_:)`` is touched on the one event loop only.
final class Lines: @unchecked Sendable {
    private struct Waiting {
        let ask: Ask
        let since: NIODeadline
        let done: (Outcome) -> Void
    }

    private final class Open {
        var channel: (any Channel)?
        var current: Waiting?
    }

    static let host = "127.0.0.1"
    let loop: any EventLoop
    private let port: Int
    private let most: Int
    private let limit: TimeAmount
    private var open: [ObjectIdentifier: Open] = [:]
    private var free = CircularBuffer<Open>()
    private var waiting = CircularBuffer<Waiting>()
    private var connecting = 0
    private(set) var mostOpen = 0

    /// - Parameters:
    ///   - most: connections at the same time.
    ///   - limit: how long a request may take with all its waiting.
    init(loop: any EventLoop, port: Int, most: Int, limit: TimeAmount) {
        (self.loop, self.port, self.most, self.limit) = (loop, port, most, limit)
    }

    /// The outcome of a request, from any thread.
    func ask(_ ask: Ask) -> EventLoopFuture<Outcome> {
        let promise = loop.makePromise(of: Outcome.self)
        loop.execute { self.send(ask) { promise.succeed($0) } }
        return promise.futureResult
    }

    /// Opens connections before anybody asks, and watches over the time limit from now on.
    func openAhead(_ count: Int) {
        for _ in 0..<min(count, most) { connect() }
        loop.scheduleRepeatedTask(initialDelay: .milliseconds(250), delay: .milliseconds(250)) { _ in self.sweep() }
    }

    func send(_ ask: Ask, done: @escaping (Outcome) -> Void) {
        loop.preconditionInEventLoop()
        let request = Waiting(ask: ask, since: .now(), done: done)
        if let line = free.popFirst() {
            start(request, on: line)
        } else {
            waiting.append(request)
            if waiting.count > connecting, open.count + connecting < most { connect() }
        }
    }

    private func connect() {
        connecting += 1
        let line = Open()
        let bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(.seconds(10))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
        let bound = NIOLoopBound(line, eventLoop: loop)
        bootstrap.channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHTTPClientHandlers()
                try pipeline.addHandler(
                    Line(host: "\(Self.host):\(self.port)") { self.finished(bound.value, $0, isUsable: $1) })
            }
        }.connect(host: Self.host, port: port).whenComplete { self.connected(bound.value, $0) }
    }

    private func connected(_ line: Open, _ result: Result<any Channel, any Error>) {
        connecting -= 1
        switch result {
        case .success(let channel):
            line.channel = channel
            open[ObjectIdentifier(line)] = line
            mostOpen = max(mostOpen, open.count)
            let bound = NIOLoopBound(line, eventLoop: loop)
            channel.closeFuture.whenComplete { _ in self.closed(bound.value) }
            release(line)
        case .failure:
            // Whoever waits for a connection that cannot be made is told so.
            waiting.popFirst()?.done(.unconnected)
        }
    }

    private func start(_ request: Waiting, on line: Open) {
        line.current = request
        line.channel?.writeAndFlush(request.ask, promise: nil)
    }

    private func finished(_ line: Open, _ outcome: Outcome, isUsable: Bool) {
        let request = line.current
        line.current = nil
        if isUsable { release(line) }
        request?.done(outcome)
    }

    private func release(_ line: Open) {
        guard line.channel?.isActive == true else { return }
        if let next = waiting.popFirst() {
            start(next, on: line)
        } else {
            free.append(line)
        }
    }

    private func closed(_ line: Open) {
        open[ObjectIdentifier(line)] = nil
        free.removeAll { $0 === line }
        if let request = line.current {
            line.current = nil
            request.done(.broken)
        }
        if waiting.count > connecting, open.count + connecting < most { connect() }
    }

    private func sweep() {
        let now = NIODeadline.now()
        while let first = waiting.first, now - first.since > limit {
            waiting.removeFirst()
            first.done(.timedOut)
        }
        for line in open.values {
            guard let request = line.current, now - request.since > limit else { continue }
            line.current = nil
            request.done(.timedOut)
            line.channel?.close(promise: nil)
        }
    }
}
