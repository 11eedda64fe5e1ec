import Store
import TestEngines
import TestSchool
import Testing

@testable import SabakApp

@Suite struct WatchTests {
    private func page(_ school: TestSchool) -> String {
        MetricsPage(
            metrics: school.app.metrics, store: school.app.store.figures, pulse: school.app.pulse, backups: nil,
            now: 61_000
        ).text
    }

    @Test func `requests are counted by route and status, and nothing of a person is told`() async throws {
        let school = try await TestSchool.make(students: 3)
        _ = await school.get("/my-day", as: .teacher)
        _ = await school.get("/my-day", as: .teacher)
        _ = await school.get("/pages/\(school.algebra)", as: .student)
        let text = page(school)
        #expect(text.contains("sabak_requests_total{method=\"GET\",route=\"/my-day\",status=\"200\"} 2\n"))
        #expect(text.contains("sabak_requests_total{method=\"GET\",route=\"/pages/{page}\",status=\"403\"} 1\n"))
        #expect(text.contains("sabak_request_seconds_count{method=\"GET\",route=\"/my-day\"} 2\n"))
        #expect(!text.contains("\(school.algebra)"))
    }

    @Test func `the classes of time add up to all requests`() async throws {
        let school = try await TestSchool.make(students: 3)
        let metrics = school.app.metrics
        for time in [Duration.microseconds(400), .milliseconds(3), .milliseconds(40), .seconds(60)] {
            metrics.count(route: 0, status: .ok, took: time)
        }
        let classes = page(school).split(separator: "\n").filter { $0.hasPrefix("sabak_request_seconds_bucket") }
        #expect(classes.first?.hasSuffix("le=\"0.001\"} 1") == true)
        #expect(classes.dropLast().last?.hasSuffix("le=\"10\"} 3") == true)
        #expect(classes.last?.hasSuffix("le=\"+Inf\"} 4") == true)
    }

    @Test func `a server that ends is not ready, but still answers who is there`() async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(await school.get("/ready").status == 200)
        school.app.pulse.drain()
        #expect(await school.get("/ready").status == 503)
        #expect(await school.get("/health").status == 200)
        #expect(await school.get("/my-day", as: .teacher).status == 200)
    }

    @Test func `the age of the chains' heads is told from the last anchoring`() async throws {
        let school = try await TestSchool.make(students: 3)
        #expect(!page(school).contains("sabak_chain_head_age_seconds"))
        school.app.metrics.keep(.init(schools: 1, outbox: 2, anchoredAt: 1_000))
        #expect(page(school).contains("\nsabak_chain_head_age_seconds 60\n"))
        #expect(page(school).contains("\nsabak_outbox 2\n"))
    }

    @Test func `a scraper takes every line, and finds what an operator watches`() async throws {
        let school = try await TestSchool.make(students: 3)
        _ = await school.get("/my-day", as: .teacher)
        school.app.metrics.keep(.init(schools: 1, outbox: 2, anchoredAt: 1_000))
        var backups = ScheduledBackup.Figures()
        backups.lastSuccess = 1_000
        backups.lastVerified = 31_000
        let page = MetricsPage(
            metrics: school.app.metrics, store: school.app.store.figures, pulse: school.app.pulse, backups: backups,
            now: 61_000)
        let text = try MetricsText(page.text)
        // Whoever is made a cast signs in, and that is a change.
        let kept = try #require(text.value("sabak_writes_total", ["outcome": "kept"]))
        let refused = try #require(text.value("sabak_writes_total", ["outcome": "refused"]))
        #expect(kept > 0)
        #expect(text.value("sabak_write_seconds_count") == kept + refused)
        #expect(text.value("sabak_commit_changes_sum") == kept)
        #expect(text.value("sabak_backup_age_seconds") == 60)
        #expect(text.value("sabak_backup_verified_age_seconds") == 30)
        #expect(text.value("sabak_chain_head_age_seconds") == 60)
        #expect(text.value("sabak_outbox") == 2)
        let most = text.value("sabak_pool_connections_max", ["server": "primary"])
        #expect((most == nil) == (TestEngine.ofPages == .sqlite))
        #expect((text.value("sabak_readers_resting") == nil) == (TestEngine.ofPages == .postgres))
    }

    @Test(arguments: [
        "a 1", "# TYPE a counter\na_total 1\n", "# HELP a b\n# TYPE a gauge\na{b=\"c} 1\n",
        "# HELP a b\n# TYPE a gauge\na one\n", "# HELP a b\n# TYPE a gauge\na 1\na 1\n",
        "# HELP a b\n# TYPE a counter\na 1\n", "# HELP a b\n# TYPE a gauge\nb 1\n",
        "# HELP a b\n# TYPE a histogram\na_bucket{le=\"1\"} 2\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
    ])
    func `what a scraper would not take is refused by the reader of these tests too`(text: String) {
        #expect(throws: MetricsText.Refused.self) { try MetricsText(text) }
    }
}
