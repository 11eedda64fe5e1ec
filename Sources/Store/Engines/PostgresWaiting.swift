import CPQ
import Foundation
import Synchronization

/// The end of all waiting: a program that ends waits for no server longer than this.
final class LastCall: Sendable {
    private let instant = Mutex<ContinuousClock.Instant?>(nil)

    func ring(in time: Duration) { instant.withLock { $0 = $0 ?? .now + time } }

    var end: ContinuousClock.Instant? { instant.withLock { $0 } }

    var isOver: Bool { end.map { $0 <= .now } ?? false }
}

/// Whether a server is heard of. One that has fallen silent is left alone for a moment, and then asked by one of those
/// who want something of it: the others are told so at once, where each of them would wait as long for nothing.
final class Hearing: Sendable {
    private struct State {
        var heardAt = ContinuousClock.now
        var restsUntil: ContinuousClock.Instant?
        var silences = 0
    }

    private let state = Mutex(State())
    private let rest: Duration

    init(rest: Duration) { self.rest = rest }

    /// How often it did not answer.
    var silences: Int { state.withLock { $0.silences } }

    func mayTry() -> Bool {
        state.withLock { state in
            guard let end = state.restsUntil else { return true }
            guard end <= .now else { return false }
            state.restsUntil = .now + rest
            return true
        }
    }

    func heard() {
        state.withLock { state in
            state.heardAt = .now
            state.restsUntil = nil
        }
    }

    /// If somebody else was answered meanwhile, it is a connection that is silent and not the server.
    func noAnswer(since asked: ContinuousClock.Instant) {
        state.withLock { state in
            state.silences += 1
            if state.heardAt < asked { state.restsUntil = .now + rest }
        }
    }
}

extension Fault {
    /// The code of the fault that a server took a question, or a call, and nothing came back in time.
    static let silent = "silent"

    var isSilence: Bool { code == Self.silent }
}

/// Asking, with an end to the waiting.
///
/// libpq's own calls wait for ever for a server that hangs: the kernel at the other end still takes the bytes, so
/// neither keep-alives nor the server's own limits of time notice anything.
extension PostgresHandle {
    /// Sends a question and waits for the whole answer.
    /// - Parameter limit: how long; what a statement may take where it is left out.
    /// - Returns: the last part of the answer, or the one that tells of the fault.
    /// - Throws: a fault of the kind ``Fault/Kind/lost`` if none came in time; the connection is of no more use then.
    func exchange(
        _ statement: String, within limit: Duration? = nil, _ send: (OpaquePointer) -> Int32
    ) throws -> OpaquePointer? {
        let asked = ContinuousClock.now
        guard let connection, !isSilent, send(connection) == 1 else { throw fault(nil, statement) }
        let own = asked + (limit ?? patience)
        let end = min(own, deadline?.end(ofQuestionAt: asked) ?? own)
        var last: OpaquePointer?
        do {
            try flush(until: end, statement)
            while true {
                try waitForPart(until: end, statement)
                guard let part = PQgetResult(connection) else { return last }
                PQclear(last)
                last = part
            }
        } catch {
            PQclear(last)
            if isSilent { silentSince = asked }
            throw error
        }
    }

    private func flush(until end: ContinuousClock.Instant, _ statement: String) throws {
        while true {
            switch PQflush(connection) {
            case 0: return
            case 1:
                // A server that is busy answering may read on only when it is heard.
                if try wait(for: POLLIN | POLLOUT, until: end, statement) & Int32(POLLIN) != 0 { try listen(statement) }
            default: throw fault(nil, statement)
            }
        }
    }

    private func waitForPart(until end: ContinuousClock.Instant, _ statement: String) throws {
        while PQisBusy(connection) == 1 {
            _ = try wait(for: POLLIN, until: end, statement)
            try listen(statement)
        }
    }

    private func listen(_ statement: String) throws {
        guard PQconsumeInput(connection) == 1 else { throw fault(nil, statement) }
    }

    /// In short pieces, because the program may be asked to end meanwhile.
    private func wait(for events: Int32, until end: ContinuousClock.Instant, _ statement: String) throws -> Int32 {
        while true {
            let left = ContinuousClock.now.duration(to: min(end, lastCall.end ?? end))
            var socket = pollfd(fd: PQsocket(connection), events: Int16(events), revents: 0)
            guard socket.fd >= 0 else { throw fault(nil, statement) }
            guard left > .zero else { throw fallSilent(statement) }
            let ready = poll(&socket, 1, Int32(min(left / .milliseconds(1) + 1, 250)))
            if ready > 0 { return Int32(socket.revents) }
            if ready < 0, errno != EINTR { throw fault(nil, statement) }
        }
    }

    private func fallSilent(_ statement: String) -> StoreError {
        isSilent = true
        // What is still to be sent, a farewell among it, has nowhere to go, and closing must not wait for it.
        shutdown(PQsocket(connection), Int32(SHUT_RDWR))
        return .engine(
            Fault(.lost, code: Fault.silent), message: "the server did not answer in time", statement: statement)
    }
}
