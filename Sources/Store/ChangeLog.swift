import Synchronization

/// What a change has touched of a school, as far as pages drawn before care.
public enum Touched: Hashable, Sendable {
    /// The marks, absences and lessons of a student.
    case student(Int64)
    /// A page of the journal with its lessons and cells.
    case page(Int64)
    /// What a person alone sees: when the person looked last.
    case person(Int64)
}

/// When each thing of a school was last changed by this program, so that what was drawn from it before can be shown
/// again.
///
/// A change is noted after it is kept and before anybody is told of it: whoever draws meanwhile may draw anew once too
/// often, never once too seldom.
final class ChangeLog: Sendable {
    private struct State {
        /// When something was last changed that said no more of itself.
        var everything: Int
        var each: [Touched: Int] = [:]
    }

    /// One count for all logs, so that a moment of a school that was closed and opened again is past.
    private static let moments = Atomic<Int>(0)
    private static let mostKept = 20_000

    private let state = Mutex(State(everything: ChangeLog.next()))

    /// A moment to hold later changes against, to be taken before a view of the data is opened.
    func now() -> Int { Self.moments.load(ordering: .acquiring) }

    /// When something was last changed that said no more of itself.
    @Sendable func lastSweep() -> Int { state.withLock { $0.everything } }

    /// - Parameter touched: nil where it may be anything.
    func note(_ touched: Set<Touched>?) {
        state.withLock { state in
            let moment = Self.next()
            if let touched, state.each.count + touched.count <= Self.mostKept {
                for one in touched { state.each[one] = moment }
            } else {
                state = State(everything: moment)
            }
        }
    }

    /// Whether nothing of this was changed since a moment.
    func isUnchanged(_ touched: Set<Touched>, since moment: Int) -> Bool {
        state.withLock { state in
            state.everything <= moment && touched.allSatisfy { (state.each[$0] ?? 0) <= moment }
        }
    }

    private static func next() -> Int { moments.add(1, ordering: .acquiringAndReleasing).newValue }
}
