import Synchronization

/// Files of which a page was not what the program had written: a flipped bit, or another program's hand.
///
/// What can be read is still read; the school takes no more changes, because a change would seal the damage in.
public enum PageDoubt {
    private static let state = Mutex<State>(State())
    /// Asked before every change, so it costs no lock while all is well.
    private static let isAny = Atomic<Bool>(false)

    private struct State {
        var pages: [String: Set<Int64>] = [:]
        var whenMet: (@Sendable (_ file: String, _ page: Int64) -> Void)?
    }

    /// What to do when a page is met for the first time, on the thread that read it.
    public static func whenMet(_ act: @escaping @Sendable (_ file: String, _ page: Int64) -> Void) {
        state.withLock { $0.whenMet = act }
    }

    /// The pages of a file that were not as written, by number from 1.
    static func pages(of file: String) -> [Int64] {
        guard isAny.load(ordering: .relaxed) else { return [] }
        return state.withLock { $0.pages[file, default: []].sorted() }
    }

    static func note(_ file: String, page: Int64) {
        let act = state.withLock { state in
            state.pages[file, default: []].insert(page).inserted ? state.whenMet : nil
        }
        isAny.store(true, ordering: .relaxed)
        act?(file, page)
    }

    /// The file was made anew.
    static func forget(_ file: String) { state.withLock { $0.pages[file] = nil } }
}
