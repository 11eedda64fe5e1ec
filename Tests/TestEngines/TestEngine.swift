import Foundation

/// The engines a test runs on: both, unless `SABAK_TEST_ENGINES` names one.
public enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    public static let asked: [TestEngine] = {
        let wish = ProcessInfo.processInfo.environment["SABAK_TEST_ENGINES"] ?? ""
        let named = wish.split(separator: ",").compactMap { TestEngine(rawValue: String($0)) }
        return named.isEmpty ? allCases : named
    }()

    /// The engine under the pages, which a test run has one of: `SABAK_APP_ENGINE`, or SQLite.
    public static let ofPages =
        ProcessInfo.processInfo.environment["SABAK_APP_ENGINE"].flatMap(TestEngine.init) ?? .sqlite

    /// Whether PostgreSQL is among them.
    public static var asksPostgres: Bool { asked.contains(.postgres) }

}
