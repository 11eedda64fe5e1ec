import Synchronization

/// What was found about the pages of SQLite files since the program began, file by file.
///
/// While a page of a file is wrong the school is read as far as it can be and takes no change.
public enum PageWatch {
    public enum Finding: Sendable, Hashable {
        /// Not what was written, and not to be put right: whoever asks for it gets a fault.
        case wrong
        /// One bit was another than was written; it is put right whenever the page is read.
        case mended
        /// Without a seal: another program brought it in from the log, or an earlier version wrote it.
        case unsealed
    }

    private static let state = Mutex<State>(State())
    /// Asked before every change, so it costs no lock while all is well.
    private static let isAny = Atomic<Bool>(false)

    private struct State {
        var pages: [Finding: [String: Set<Int64>]] = [:]
        var visited: Set<String> = []
        var accepted: Set<String> = []
        var whenMet: (@Sendable (Finding, _ file: String, _ page: Int64) -> Void)?
    }

    /// What to do when a page is met for the first time, on the thread that read it.
    public static func whenMet(_ act: @escaping @Sendable (Finding, _ file: String, _ page: Int64) -> Void) {
        state.withLock { $0.whenMet = act }
    }

    /// How many pages of all files.
    public static func count(of finding: Finding) -> Int {
        guard isAny.load(ordering: .relaxed) else { return 0 }
        return state.withLock { $0.pages[finding, default: [:]].values.reduce(0) { $0 + $1.count } }
    }

    /// The pages of a file, by number from 1.
    static func pages(_ finding: Finding, of file: String) -> [Int64] {
        guard isAny.load(ordering: .relaxed) else { return [] }
        return state.withLock { $0.pages[finding]?[file]?.sorted() ?? [] }
    }

    static func isKnown(_ finding: Finding, _ file: String, page: Int64) -> Bool {
        guard isAny.load(ordering: .relaxed) else { return false }
        return state.withLock { $0.pages[finding]?[file]?.contains(page) ?? false }
    }

    static func note(_ finding: Finding, _ file: String, page: Int64) {
        let act = state.withLock { state in
            state.pages[finding, default: [:]][file, default: []].insert(page).inserted ? state.whenMet : nil
        }
        isAny.store(true, ordering: .relaxed)
        act?(finding, file, page)
    }

    /// The file was written anew, or is gone.
    static func forget(_ file: String) {
        state.withLock { state in
            for finding in state.pages.keys { state.pages[finding]?[file] = nil }
            state.visited.remove(file)
        }
        LeaveMark(file).forgetVisit()
    }

    /// Whether another program may have brought the log into the file since this one last left it.
    static func mayBeVisited(_ file: String) -> Bool {
        state.withLock { $0.visited.contains(file) } || LeaveMark(file).isVisited
    }

    /// Whether a file is to be looked through and, if it has such pages, written anew.
    static func wantsSeals(_ file: String) -> Bool {
        state.withLock { state in
            state.visited.contains(file)
                || [.unsealed, .mended].contains { state.pages[$0]?[file]?.isEmpty == false }
        }
    }

    /// Has the pages of a file read as they are while the work goes on, because somebody who knows what he does says
    /// so; what was found about them before is forgotten.
    static func accepting<T>(_ file: String, _ work: () throws -> T) rethrows -> T {
        forget(file)
        _ = state.withLock { $0.accepted.insert(file) }
        defer { _ = state.withLock { $0.accepted.remove(file) } }
        return try work()
    }

    static func isAccepted(_ file: String) -> Bool { state.withLock { $0.accepted.contains(file) } }

    static func noteVisit(_ file: String) { _ = state.withLock { $0.visited.insert(file) } }

    /// Every page was looked at since.
    static func forgetVisit(_ file: String) {
        _ = state.withLock { $0.visited.remove(file) }
        LeaveMark(file).forgetVisit()
    }
}
