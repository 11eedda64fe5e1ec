import Foundation

/// What a server of the tests could not do, in words.
public struct TestFailure: Error, CustomStringConvertible {
    public let description: String
}

/// A command of the system.
enum SystemCommand {
    /// Runs a command to its end and answers what it said.
    /// - Throws: ``TestFailure`` with its words if it failed.
    @discardableResult
    static func run(_ command: [String]) throws -> String {
        // A file, not a pipe: the server that a command leaves behind would hold a pipe open.
        let log = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { removeScratch(log) }
        let child = try start(command, output: log.path)
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        let said = try String(contentsOf: log, encoding: .utf8)
        guard status == 0 else { throw TestFailure(description: "\(command.joined(separator: " ")): \(said)") }
        return said
    }

    /// Starts a command of the system; Foundation's `Process` would wait until the server the command starts ends too.
    static func start(_ command: [String], input: Int32? = nil, output: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, command[0], &actions, nil, &words, environ) == 0 else {
            throw TestFailure(description: "\(command[0]) does not start")
        }
        return child
    }

    private static func removeScratch(_ file: URL) {
        // What stays, the system clears.
        try? FileManager.default.removeItem(at: file)
    }
}
