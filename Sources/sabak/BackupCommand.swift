import ArgumentParser
import Foundation
import SabakApp
import Store
import Web

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies all schools of a directory into one file, while the server runs.")
    @OptionGroup var options: DataOptions
    @Option(name: .customLong("to"), help: "The file to write; it must not exist.") var file: String
    @Flag(help: "Print one JSON value.") var json = false

    func run() throws {
        let store = try options.open()
        guard !FileManager.default.fileExists(atPath: file) else {
            throw CommandRefusal(words: "\(file) exists already. A backup never overwrites another.")
        }
        let schools = try Backup.make(of: store, to: file, at: Clock.wall.now())
        if json {
            Output.json(["file": .string(file), "schools": .integer(Int64(schools))])
        } else {
            Output.say("\(schools) schools in \(file)")
        }
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of a directory; the server must be stopped.")
    @Option(name: .customLong("from"), help: "The backup file.") var file: String
    @OptionGroup var options: DataOptions
    @Option(help: "Why; kept in the anchors and the audit chain.") var why: String
    @Flag(help: "Print one JSON value.") var json = false

    func run() throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandRefusal(words: "\(file) not found.", code: 2)
        }
        guard !why.allSatisfy(\.isWhitespace) else { throw CommandRefusal(words: "--why must not be empty.", code: 2) }
        let schools = try Backup.restore(
            from: file, to: options.data, who: NSUserName(), why: why, at: Clock.wall.now())
        if json {
            Output.json(["schools": .integer(Int64(schools))])
        } else {
            Output.say("\(schools) schools restored into \(options.data)")
        }
    }
}
