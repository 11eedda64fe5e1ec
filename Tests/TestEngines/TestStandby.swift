import Foundation

/// A streaming hot standby of a server of the tests, in the same folder.
public final class TestStandby: Sendable {
    public let port = 5433
    private let primary: TestPostgres

    public init(of primary: TestPostgres) throws {
        self.primary = primary
        try primary.copy(to: "standby")
        try start()
    }

    public func start() throws { try primary.start("standby", port: port) }

    /// Ends it as if its machine had been switched off.
    public func stop() throws { try primary.stop("standby") }

    /// Lets it receive what is written, and answer questions, but not take it in.
    public func pause() throws {
        try catchUp()
        try ask("SELECT pg_wal_replay_pause()")
        try wait(for: "pg_get_wal_replay_pause_state() = 'paused'")
    }

    public func resume() throws { try ask("SELECT pg_wal_replay_resume()") }

    /// Returns when it has everything that is written.
    public func catchUp() throws {
        let end = try primary.ask("postgres", "SELECT pg_current_wal_flush_lsn()")
        try wait(for: "pg_last_wal_replay_lsn() >= '\(end)' AND EXISTS (SELECT FROM pg_stat_wal_receiver)")
    }

    /// Returns when it has received everything that is written, whether or not it has taken it in.
    public func receiveAll() throws {
        let end = try primary.ask("postgres", "SELECT pg_current_wal_flush_lsn()")
        try wait(for: "pg_last_wal_receive_lsn() >= '\(end)'")
    }

    private func wait(for condition: String) throws {
        try ask(
            """
            DO $$ BEGIN
                FOR round IN 1..4000 LOOP
                    IF \(condition) THEN RETURN; END IF;
                    PERFORM pg_sleep(0.005);
                END LOOP;
                RAISE 'the standby does not follow';
            END $$
            """)
    }

    private func ask(_ question: String) throws { _ = try primary.ask("postgres", question, port: port) }
}
