import Foundation

/// A mark beside a SQLite file, put when this program has brought the whole log into it and left it, and taken when it
/// comes back.
///
/// A file without a log and without the mark was visited: whoever came first after a crash, and was another program,
/// has brought the log in, and pages without seals. Empty; nothing is lost with it.
struct LeaveMark {
    private let file: String
    private var log: String { file + "-wal" }
    private var mark: String { file + "-left" }

    init(_ file: String) { self.file = file }

    /// Takes the mark away.
    /// - Returns: whether another program may have been here.
    func take() -> Bool {
        if unlink(mark) == 0 { return false }
        return access(file, F_OK) == 0 && access(log, F_OK) != 0
    }

    /// Puts it, if nobody is left who has the file open.
    func put() {
        guard access(file, F_OK) == 0, access(log, F_OK) != 0 else { return }
        let descriptor = open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }
}
