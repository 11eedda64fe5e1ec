import Foundation

/// Two marks beside a SQLite file, both empty.
///
/// The first is put when this program has brought the whole log into the file and left it, and taken when it comes
/// back. A file without a log, or with an empty one, and without that mark was visited: whoever came first after a
/// crash, and was another program, has brought the log in, and pages without seals. That is kept in the second until
/// every page was looked at, because a program beside this one, or this one when it comes again, could not find out
/// anew.
struct LeaveMark {
    private let file: String
    private var log: String { file + "-wal" }
    private var mark: String { file + "-left" }
    private var visit: String { file + "-visited" }

    init(_ file: String) { self.file = file }

    /// Whether another program may have been here, and not every page was looked at since.
    var isVisited: Bool { access(visit, F_OK) == 0 }

    /// Takes the first mark away.
    /// - Returns: whether another program may have been here.
    func take() -> Bool {
        if unlink(mark) == 0 { return isVisited }
        if access(file, F_OK) == 0, hasNoLog { put(visit) }
        return isVisited
    }

    /// A reader that may not write leaves an empty one.
    private var hasNoLog: Bool {
        var facts = stat()
        return stat(log, &facts) != 0 || facts.st_size == 0
    }

    /// Puts it, if nobody is left who has the file open.
    func put() {
        guard access(file, F_OK) == 0, access(log, F_OK) != 0 else { return }
        put(mark)
    }

    /// Every page was looked at, or the file is another.
    func forgetVisit() { unlink(visit) }

    private func put(_ name: String) {
        let descriptor = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }
}
