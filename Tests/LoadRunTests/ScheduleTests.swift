import Testing

@testable import sabak_load

@Suite struct ScheduleTests {
    private let hour = [Stretch(seconds: 100, readsPerSecond: 23, writesPerSecond: 3, reads: .quarterEnd)]

    private func count(_ kind: Kind, in schedule: Schedule) -> Int {
        schedule.requests.filter { $0.kind == kind }.count
    }

    @Test func `a schedule holds exactly the asked number of reads and writes`() {
        let schedule = Schedule(hour, schools: 1, seed: 1)
        #expect(schedule.requests.filter { $0.kind.group == .reads }.count == 2300)
        #expect(schedule.requests.filter { $0.kind.group == .writes }.count == 300)
        #expect(count(.signIn, in: schedule) == 7)
        #expect(schedule.length == 100_000_000_000)
    }

    @Test func `kinds come in the proportions of their mix`() {
        let schedule = Schedule(hour, schools: 1, seed: 1)
        #expect(count(.diaryDay, in: schedule) == 690)
        #expect(count(.journal, in: schedule) == 345)
        #expect(count(.control, in: schedule) == 46)
        #expect(count(.entries, in: schedule) == 255)
        #expect(count(.lesson, in: schedule) == 45)
    }

    @Test func `what rounding leaves goes to the largest remainders`() {
        let mix = Mix(shares: [(.myDay, 1), (.journal, 1), (.control, 1)])
        #expect(mix.split(5).map(\.count) == [2, 2, 1])
        #expect(mix.split(0).map(\.count) == [0, 0, 0])
        #expect(Mix(shares: []).split(5).isEmpty)
    }

    @Test func `the same seed plans the same requests, another seed others`() {
        let first = Schedule(hour, schools: 7, seed: 5)
        #expect(first.requests == Schedule(hour, schools: 7, seed: 5).requests)
        #expect(first.requests != Schedule(hour, schools: 7, seed: 6).requests)
    }

    @Test func `requests lie within their stretch, in order, at moments that are not even`() {
        let quiet = Stretch(seconds: 10, readsPerSecond: 10, writesPerSecond: 0, reads: .evening)
        let busy = Stretch(seconds: 10, readsPerSecond: 90, writesPerSecond: 0, reads: .evening)
        let moments = Schedule([quiet, busy], schools: 1, seed: 3).requests.filter { $0.kind != .signIn }.map(\.at)
        #expect(moments == moments.sorted())
        #expect(moments.filter { $0 < 10_000_000_000 }.count == 100)
        #expect(moments.allSatisfy { (0..<20_000_000_000).contains($0) })
        let gaps = Set(zip(moments, moments.dropFirst()).map { $1 - $0 })
        #expect(gaps.count > 900)
    }

    @Test func `every school has its share of the requests`() {
        let schedule = Schedule(hour, schools: 10, seed: 1)
        let bySchool = Dictionary(grouping: schedule.requests) { $0.school }.mapValues(\.count)
        #expect(bySchool.count == 10)
        #expect(bySchool.values.allSatisfy { (180...340).contains($0) })
    }

    @Test func `a day is as long as its hours at the chosen speed, with families in the evening`() {
        let stretches = SchoolDay.stretches(from: 8, to: 21, schools: 2, speed: 60)
        #expect(stretches.count == 13)
        let schedule = Schedule(stretches, schools: 2, seed: 1)
        #expect(schedule.length == 780_000_000_000)
        let minute: Int64 = 60_000_000_000
        let evening = schedule.requests.filter { $0.at >= 10 * minute }
        let diaries = evening.filter { $0.kind.rawValue.hasPrefix("diary") }
        #expect(Double(diaries.count) / Double(evening.count) > 0.8)
        let morning = schedule.requests.filter { $0.at < 6 * minute && $0.kind.group == .writes }
        #expect(morning.count == 6 * Int((0.06 * 2 * 60 * 60).rounded()))
    }
}
