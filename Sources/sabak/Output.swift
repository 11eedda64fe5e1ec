import ArgumentParser
import Foundation
import SabakApp
import Store
import Web

/// What a command says: one JSON value on standard output for programs, plain words on standard error for people.
enum Output {
    static func json(_ value: JSON) { print(value.string) }

    static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// Ends the program: wrong usage is 2, a refusal 1, both with words.
    static func exit(for error: any Error) -> Never {
        switch error {
        case let refusal as CommandRefusal:
            say("sabak: " + refusal.words)
            Foundation.exit(refusal.code)
        case let error as StoreError:
            say("sabak: " + words(for: error))
            Foundation.exit(1)
        case let refusal as BackupRefusal:
            say("sabak: \(refusal)")
            Foundation.exit(refusal.isUnreadable ? 2 : 1)
        case let code as ExitCode: Foundation.exit(code.rawValue)
        default:
            let code = Sabak.exitCode(for: error)
            let message = Sabak.fullMessage(for: error)
            if code == .success { print(message) } else { say(message) }
            Foundation.exit(code == .success ? 0 : isUsage(error) ? 2 : 1)
        }
    }

    private static func isUsage(_ error: any Error) -> Bool { Sabak.exitCode(for: error) == .validationFailure }

    private static func words(for error: StoreError) -> String {
        switch error {
        case .locked(let what): "\(what) is in use. Stop the server (and other commands) and try again."
        case .tampered(let what): "\(what) is not what was backed up; nothing was restored. Use another backup."
        case .missing(let what): "\(what) not found."
        case .readOnly(let reason): "the school is open for reading only: \(reason)"
        case .newerSchema: "\(error). Update the program."
        case .unfit(let what): what
        case .engine, .outcomeUnknown: "\(error)"
        }
    }
}

/// An expected "no" of a command.
struct CommandRefusal: Error {
    let words: String
    /// 1: refused and nothing written; 2: unreadable file or wrong usage.
    var code: Int32 = 1
}

/// The option that all commands share.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The data directory.") var data: String
    @Option(
        help: """
            A PostgreSQL database in place of files: postgres://user@host/name. The anchors stay in the data \
            directory. SABAK_DATABASE says the same.
            """)
    var database: String?
    @Option(
        help: """
            A streaming standby of the database that answers questions too; may be given several times. \
            SABAK_REPLICAS says the same, separated by commas.
            """)
    var replica: [String] = []
    @Flag(help: "The database is reached through pgbouncer in transaction pooling.") var pooled = false

    /// Opens data that exist.
    /// - Parameter seconds: what a statement of a database server may take. Whoever waits for a page waits for ten at
    ///   most; a command may work for minutes.
    func open(statementSeconds seconds: Int = 600) throws -> Store {
        guard place != nil || FileManager.default.fileExists(atPath: data + "/directory.sqlite") else {
            throw CommandRefusal(words: "there is no data in \(data). Make a school first: sabak school add", code: 2)
        }
        return try openOrMake(statementSeconds: seconds)
    }

    /// Opens data, making them if there are none.
    func openOrMake(
        statementSeconds seconds: Int = 600, as application: String? = nil, within time: Duration = .zero,
        _ tell: (StoreError) -> Void = { _ in }
    ) throws -> Store {
        guard var place else { return try Store(path: data) }
        place.statementSeconds = seconds
        if let application { place.application = application }
        return try Store(postgres: place, path: data, within: time, tell)
    }

    /// The files of the data directory, whatever database is named beside it.
    func openFiles() throws -> Store { try Store(path: data) }

    var place: PostgresPlace? {
        guard let url = database ?? ProcessInfo.processInfo.environment["SABAK_DATABASE"], !url.isEmpty else {
            return nil
        }
        var place = PostgresPlace(url: url)
        place.preparesStatements = !pooled
        place.replicas = replicas
        return place
    }

    private var replicas: [String] {
        guard replica.isEmpty else { return replica }
        let named = ProcessInfo.processInfo.environment["SABAK_REPLICAS"] ?? ""
        return named.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    func validate() throws {
        guard replica.isEmpty || place != nil else { throw ValidationError("--replica needs --database.") }
    }

    /// Opens a school of the directory.
    func open(school id: Int64) throws -> SchoolStore {
        let store = try open()
        guard try store.schoolList().contains(where: { $0.id == id }) else {
            let known = try store.schoolList().map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
            throw CommandRefusal(words: "there is no school \(id) in \(data). Known: \(known)", code: 1)
        }
        return try store.school(id)
    }
}
