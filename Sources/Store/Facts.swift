import Foundation
import Synchronization

/// What a school's rows say and what seldom changes (its terms, its kinds of work, who teaches what, whose child
/// somebody is), kept in memory from one view of the data to the next.
///
/// A change that names what it touches (``Writing/touchesOnly(_:)``) leaves the facts standing; every other change of
/// the school has all of them read anew. So a fact may be made of anything but what such changes write: entries,
/// lessons, remarks, sessions, visits.
final class Facts: Sendable {
    /// The last change that may have changed a fact.
    struct Edition: Equatable, Sendable {
        /// By this program, or on PostgreSQL by anybody.
        let own: Int
        /// By another program that writes in the same file.
        var foreign = 0
    }

    private struct State {
        var edition: Edition?
        var values: [String: any Sendable] = [:]
    }

    private let state = Mutex(State())
    private let most: Int

    /// - Parameter most: how many facts of a school are kept; one more, and it begins anew.
    init(most: Int = 2_000) { self.most = most }

    var count: Int { state.withLock { $0.values.count } }

    func value(_ name: String, of edition: Edition) -> (any Sendable)? {
        state.withLock { $0.edition == edition ? $0.values[name] : nil }
    }

    func keep(_ value: some Sendable, as name: String, of edition: Edition) {
        state.withLock { state in
            if state.edition != edition {
                // Somebody who looks at an older state, at a replica, does not take the others' facts away.
                if let own = state.edition?.own, own > edition.own { return }
                state = State(edition: edition)
            }
            if state.values.count >= most { state.values = [:] }
            state.values[name] = value
        }
    }
}

/// A fact in a box of its own type, which nil can be in too.
private struct Kept<Value: Sendable>: Sendable {
    let value: Value
}

/// The kept facts as one view of the data may use them.
struct FactsOfView {
    let facts: Facts
    /// Tells the last change that may have changed a fact, by this program.
    let lastSweep: @Sendable () -> Int
    /// What it was before the view was opened.
    let sweep: Int
    /// Looked at once for a view; nil in it where facts are not kept.
    var edition: Facts.Edition??

    init(_ facts: Facts, _ lastSweep: @escaping @Sendable () -> Int) {
        self.facts = facts
        self.lastSweep = lastSweep
        sweep = lastSweep()
    }
}

extension Connection {
    /// What the question answers: kept from an earlier view where nothing that may change it has happened since.
    ///
    /// A transaction that changes something asks, until it has said that it changes no fact. Debug builds ask every
    /// time and end the program if the kept answer is another one, so a fact made of the wrong rows does not pass the
    /// tests.
    /// - Parameters:
    ///   - name: the question with all that its answer depends on but the school: `"calendar \(year)"`.
    ///   - question: reads rows that no change writes which says what it touches.
    public func fact<Value: Equatable & Sendable>(_ name: String, _ question: () throws -> Value) throws -> Value {
        guard let view = factsOfView, let edition = try factsEdition() else { return try question() }
        if let kept = view.facts.value(name, of: edition) {
            guard let known = kept as? Kept<Value> else { preconditionFailure("two facts are called \(name)") }
            #if DEBUG
                try prove(known.value, name, view, question)
            #endif
            return known.value
        }
        let value = try question()
        view.facts.keep(Kept(value: value), as: name, of: edition)
        return value
    }

    #if DEBUG
        private func prove<Value: Equatable>(
            _ known: Value, _ name: String, _ view: FactsOfView, _ question: () throws -> Value
        ) throws {
            guard try uncounted(question) != known else { return }
            // A change is noted a moment after it can be seen, and before anybody is told of it.
            let end = ContinuousClock.now + .seconds(3)
            while ContinuousClock.now < end {
                if view.lastSweep() != view.sweep { return }
                Thread.sleep(forTimeInterval: 0.01)
            }
            fatalError("the fact \(name) was kept though it has changed: \(known)")
        }
    #endif
}
