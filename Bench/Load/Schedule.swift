/// One request and the moment it is due, whatever becomes of those before it.
struct Planned: Sendable, Equatable {
    /// Nanoseconds after the start.
    let at: Int64
    let kind: Kind
    let school: Int
    /// Decides who asks and for what.
    let choice: UInt64
}

/// All requests of a replay in their order.
///
/// Each kind has its exact number, and its moments lie anywhere in the stretch with equal chance: people do not come
/// at even intervals, and two may come at once.
struct Schedule: Sendable {
    let requests: [Planned]
    /// Nanoseconds until the end of the last stretch.
    let length: Int64

    init(_ stretches: [Stretch], schools: Int, seed: UInt64) {
        var chance = Chance(seed: seed)
        var requests: [Planned] = []
        var start: Int64 = 0
        for stretch in stretches {
            let length = Int64(stretch.seconds * 1e9)
            for (kind, count) in stretch.counts() {
                for _ in 0..<count {
                    let at = start + Int64.random(in: 0..<max(length, 1), using: &chance)
                    let school = Int.random(in: 0..<schools, using: &chance)
                    requests.append(Planned(at: at, kind: kind, school: school, choice: chance.next()))
                }
            }
            start += length
        }
        self.requests = requests.sorted { ($0.at, $0.choice) < ($1.at, $1.choice) }
        length = start
    }
}
