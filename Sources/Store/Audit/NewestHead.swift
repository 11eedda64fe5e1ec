import Foundation
import Synchronization

/// The head of a school's last commit, in the file beside its anchors, kept open from one commit to the next.
///
/// The file is one line that is always overwritten, and written without waiting for the disk: it binds after the end of
/// the process, if not after the end of the power. A restore takes the file away; what is open then is a file without a
/// name, so the name is looked up at each commit and opened anew where it leads elsewhere.
final class NewestHead: Sendable {
    private struct Open {
        let descriptor: Int32
        let device: dev_t
        let number: ino_t
    }

    private let path: String
    private let open = Mutex<Open?>(nil)

    init(beside anchors: Anchors) { path = anchors.newest }

    deinit { open.withLock { Self.close(&$0) } }

    /// Lost or cut, the line binds less, and the anchor of the minute still holds.
    func note(_ head: AuditHead) {
        let line = "head \(head.seq) \(Digest.hex(head.hash)) "
        let bytes = Array(line.utf8) + Array(repeating: 32, count: max(0, 119 - line.utf8.count)) + [10]
        open.withLock { open in
            if let known = open, !leads(to: known) { Self.close(&open) }
            open = open ?? make()
            if let open { _ = pwrite(open.descriptor, bytes, bytes.count, 0) }
        }
    }

    private func leads(to known: Open) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_dev == known.device && found.st_ino == known.number
    }

    private func make() -> Open? {
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        var found = stat()
        guard descriptor >= 0 else { return nil }
        guard fstat(descriptor, &found) == 0 else {
            Foundation.close(descriptor)
            return nil
        }
        return Open(descriptor: descriptor, device: found.st_dev, number: found.st_ino)
    }

    private static func close(_ open: inout Open?) {
        if let open { Foundation.close(open.descriptor) }
        open = nil
    }
}
