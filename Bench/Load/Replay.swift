import NIOCore

/// Sends every request when the schedule says so, never because an earlier one was answered; latency counts from the
/// planned moment, so that whoever had to wait is seen waiting.
///
/// `@unchecked Sendable`: touched on the one event loop only.
final class Replay: @unchecked Sendable {
    private let lines: Lines
    private let schedule: Schedule
    private let warm: Int64
    private var town: Town
    private var next = 0
    private var underWay = 0
    private var start = NIODeadline.now()
    private var measured = Measured()
    private let promise: EventLoopPromise<Measured>

    /// - Parameter warm: nanoseconds at the beginning that are not measured.
    init(_ schedule: Schedule, warm: Int64, town: Town, lines: Lines) {
        (self.schedule, self.warm, self.town, self.lines) = (schedule, warm, town, lines)
        promise = lines.loop.makePromise()
    }

    /// Runs the schedule from now on, from any thread.
    /// - Parameter warmed: called when the warming up is over.
    func run(warmed: @escaping @Sendable () -> Void) -> EventLoopFuture<Measured> {
        lines.loop.execute {
            self.start = .now()
            self.lines.loop.scheduleTask(deadline: self.start + .nanoseconds(self.warm), warmed)
            self.tick()
        }
        return promise.futureResult
    }

    private func tick() {
        let requests = schedule.requests
        while next < requests.count, start + .nanoseconds(requests[next].at) <= .now() {
            send(requests[next])
            next += 1
        }
        if next < requests.count {
            lines.loop.scheduleTask(deadline: start + .nanoseconds(requests[next].at)) { self.tick() }
        } else {
            finishIfDone()
        }
    }

    private func send(_ planned: Planned) {
        let due = start + .nanoseconds(planned.at)
        let counts = planned.at >= warm
        if counts {
            measured.plan(planned.kind)
            measured.startedLate((NIODeadline.now() - due).nanoseconds)
        }
        guard let errand = town.errand(planned) else {
            if counts { measured.skip() }
            return
        }
        underWay += 1
        lines.send(errand.ask) { outcome in
            self.underWay -= 1
            let latency = (NIODeadline.now() - due).nanoseconds
            let reply: Reply? = if case .answered(let reply) = outcome { reply } else { nil }
            let fate = errand.learn(&self.town, reply)
            if counts {
                self.measured.note(
                    planned.kind, outcome, fate, nanoseconds: latency,
                    isInTime: planned.at + latency <= self.schedule.length)
            }
            self.finishIfDone()
        }
    }

    private func finishIfDone() {
        guard next == schedule.requests.count, underWay == 0 else { return }
        measured.seconds = Double((NIODeadline.now() - start).nanoseconds - warm) / 1e9
        promise.succeed(measured)
    }
}
