import ArgumentParser
import Foundation
import SabakApp
import Store
import Web

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies schools into one file, while the server runs; drills.",
        subcommands: [Make.self, Key.self, Drill.self], defaultSubcommand: Make.self)

    struct Make: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copies all schools of a directory, or one, into one file.")
        @OptionGroup var options: DataOptions
        @Option(name: .customLong("to"), help: "The file to write; it must not exist.") var file: String
        @Option(help: "The id of a school: this one alone.") var school: Int64?
        @OptionGroup var seal: KeyOptions
        @Flag(help: "Print one JSON value.") var json = false

        func run() throws {
            let store = try options.open()
            if let school { _ = try options.open(school: school) }
            guard !FileManager.default.fileExists(atPath: file) else {
                throw CommandRefusal(words: "\(file) exists already. A backup never overwrites another.")
            }
            let key = try seal.chosen()
            var said = Backup.Progress()
            let made = try Backup.make(of: store, to: file, key: key, only: school, at: Clock.wall.now()) { progress in
                guard progress.isWorthSaying(after: said) else { return }
                Output.say("\(progress)")
                said = progress
            }
            let schools = made.manifest.schools.count
            if json {
                Output.json([
                    "file": .string(file), "schools": .integer(Int64(schools)), "bytes": .integer(Int64(made.bytes)),
                    "sealed": .bool(key != nil),
                ])
            } else {
                Output.say("\(schools) schools in \(file), \(made.bytes) bytes, read back and verified")
            }
        }
    }

    struct Key: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a key file. Keep a copy away from the backups: without it they cannot be read.")
        @Option(name: .customLong("to"), help: "The file to write; it must not exist.") var file: String

        func run() throws {
            guard !FileManager.default.fileExists(atPath: file) else {
                throw CommandRefusal(words: "\(file) exists already. A key is never overwritten.")
            }
            _ = try BackupKey.make(inFile: file)
            Output.say("A new key is in \(file). Keep a copy of it away from the backups.")
        }
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the place of a directory, or into a database; the server must be stopped.")
    @Option(name: .customLong("from"), help: "The backup file.") var file: String
    @OptionGroup var options: DataOptions
    @Option(help: "Why; kept in the anchors and the audit chain.") var why: String
    @Option(help: "The id of a school: this one alone; the others stay as they are.") var school: Int64?
    @Flag(help: "With --database: in the place of schools that are there. A data directory is always replaced.")
    var replace = false
    @OptionGroup var seal: KeyOptions
    @Flag(help: "Print one JSON value.") var json = false

    func run() throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandRefusal(words: "\(file) not found.", code: 2)
        }
        guard !why.allSatisfy(\.isWhitespace) else { throw CommandRefusal(words: "--why must not be empty.", code: 2) }
        let restored = try restored()
        for school in restored where school.lost > 0 {
            Output.say(
                "\(school.school) \(school.name): \(school.lost) later changes are not in the backup and are lost")
        }
        if json {
            Output.json([
                "schools": .integer(Int64(restored.count)), "lost": .integer(restored.reduce(0) { $0 + $1.lost }),
            ])
        } else {
            Output.say("\(restored.count) schools restored into \(options.place?.name ?? options.data)")
        }
    }

    private func restored() throws -> [Backup.Restored] {
        let key = try seal.chosen()
        guard options.place != nil else {
            return try Backup.restore(
                from: file, to: options.data, key: key, only: school, who: NSUserName(), why: why,
                at: Clock.wall.now())
        }
        return try Backup.restore(
            from: file, into: options.openOrMake(as: "sabak restore"), key: key, only: school, replacing: replace,
            who: NSUserName(), why: why, at: Clock.wall.now())
    }
}

/// The key of a sealed backup.
struct KeyOptions: ParsableArguments {
    @Option(help: "The key file that seals the backup, made by sabak backup key.") var key: String?
    @Flag(help: "A passphrase instead: SABAK_BACKUP_PASSPHRASE, or the first line of standard input.")
    var passphrase = false

    func validate() throws {
        guard key == nil || !passphrase else { throw ValidationError("Give either --key FILE or --passphrase.") }
    }

    func chosen() throws -> BackupKey? {
        if let key {
            guard FileManager.default.isReadableFile(atPath: key) else {
                throw CommandRefusal(words: "\(key) not found.", code: 2)
            }
            return try BackupKey(file: key)
        }
        guard passphrase else { return nil }
        let words = ProcessInfo.processInfo.environment["SABAK_BACKUP_PASSPHRASE"] ?? readLine() ?? ""
        guard words.count >= 8 else {
            throw CommandRefusal(words: "a passphrase has at least 8 letters; four words are good.", code: 2)
        }
        return .passphrase(words)
    }
}
