import Foundation

/// The settings of the program, read once at the start from the environment.
public struct Config: Sendable {
    public var publicFolder: String
    public var bodySeconds: Int
    public var trustsProxy: Bool
    public var staffIdleMinutes: Int
    public var log: @Sendable (String) -> Void

    /// One setting: its name in the environment, where its value came from, and what it means.
    public struct Line: Sendable {
        public let name, value, source, meaning: String
    }

    public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        publicFolder = environment["SABAK_PUBLIC"] ?? Self.findPublicFolder()
        bodySeconds = environment["SABAK_BODY_SECONDS"].flatMap(Int.init) ?? 20
        trustsProxy = environment["SABAK_TRUST_PROXY"] == "1"
        staffIdleMinutes = environment["SABAK_STAFF_IDLE_MINUTES"].flatMap(Int.init) ?? 30
        // A line that cannot be written, on a full disk or a closed pipe, is no reason to end.
        log = { line in
            let bytes = Array((line + "\n").utf8)
            _ = write(STDERR_FILENO, bytes, bytes.count)
        }
    }

    public func lines(environment: [String: String] = ProcessInfo.processInfo.environment) -> [Line] {
        func line(_ name: String, _ value: String, _ meaning: String) -> Line {
            Line(
                name: name, value: value, source: environment[name] == nil ? "default" : "environment",
                meaning: meaning)
        }
        return [
            line("SABAK_PUBLIC", publicFolder, "folder of the style sheet, scripts and icons"),
            line("SABAK_BODY_SECONDS", "\(bodySeconds)", "seconds within which the body of a request must be whole"),
            line(
                "SABAK_TRUST_PROXY", trustsProxy ? "1" : "0",
                "1 believes X-Forwarded-For and X-Forwarded-Proto of the proxy in front"),
            line(
                "SABAK_STAFF_IDLE_MINUTES", "\(staffIdleMinutes)",
                "minutes without a request after which a member of staff signs in again"),
        ]
    }

    private static func findPublicFolder() -> String {
        let program = URL(fileURLWithPath: CommandLine.arguments.first ?? ".").resolvingSymlinksInPath()
        var folders = [FileManager.default.currentDirectoryPath + "/Public"]
        var above = program.deletingLastPathComponent()
        for _ in 0..<5 {
            folders.append(above.appendingPathComponent("Public").path)
            above = above.deletingLastPathComponent()
        }
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        folders.append(source.appendingPathComponent("../../Public").standardizedFileURL.path)
        return folders.first { FileManager.default.fileExists(atPath: $0 + "/style") } ?? folders[0]
    }
}
