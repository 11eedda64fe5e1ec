import Testing

@testable import sabak_load

@Suite struct LatencyTests {
    @Test func `percentiles of a hundred known times are those times`() {
        var latencies = Latencies()
        for value in (1...100).shuffled() { latencies.add(Int64(value) * 1_000_000) }
        #expect(latencies.milliseconds(at: [0.5, 0.95, 0.99, 1]) == [50, 95, 99, 100])
    }

    @Test func `one slow answer in ten is the p99, not the p50`() {
        var latencies = Latencies()
        for value in [1, 1, 1, 1, 1, 1, 1, 1, 1, 500] { latencies.add(Int64(value) * 1_000_000) }
        #expect(latencies.milliseconds(at: [0.5, 0.9, 0.99]) == [1, 1, 500])
    }

    @Test func `nothing measured is zero, and one time is every percentile`() {
        var latencies = Latencies()
        #expect(latencies.milliseconds(at: [0.5, 1]) == [0, 0])
        latencies.add(2_500_000)
        #expect(latencies.milliseconds(at: [0, 0.5, 0.99, 1]) == [2.5, 2.5, 2.5, 2.5])
    }

    @Test func `a failed request is counted as an error and its wait as a latency`() {
        var measured = Measured()
        measured.plan(.journal)
        measured.plan(.journal)
        measured.note(.journal, .timedOut, nil, nanoseconds: 30_000_000_000)
        measured.note(
            .journal, .answered(Reply(status: 200, tag: nil, size: 10, body: [])), nil, nanoseconds: 1_000_000)
        let reads = measured.sum(.reads)
        #expect(reads.planned == 2 && reads.answered == 1 && reads.errors == 1)
        #expect(reads.latencies.milliseconds(at: [1]) == [30_000])
        #expect(measured.statuses == ["200": 1, "timed out": 1])
    }
}
