/// How often each kind comes, in any unit: only the proportions count.
struct Mix: Sendable {
    let shares: [(kind: Kind, share: Double)]

    /// Splits a number of requests by the shares; what rounding leaves goes to the largest remainders.
    func split(_ count: Int) -> [(kind: Kind, count: Int)] {
        let total = shares.reduce(0) { $0 + $1.share }
        guard total > 0 else { return [] }
        let exact = shares.map { Double(count) * $0.share / total }
        var counts = exact.map { Int($0) }
        let byRemainder = exact.indices.sorted {
            (Double(counts[$0]) - exact[$0], $0) < (Double(counts[$1]) - exact[$1], $1)
        }
        for index in byRemainder.prefix(count - counts.reduce(0, +)) { counts[index] += 1 }
        return zip(shares, counts).map { ($0.kind, $1) }
    }
}

/// A stretch of time with an even rate.
struct Stretch: Sendable {
    /// Seconds it lasts in the replay.
    let seconds: Double
    let readsPerSecond: Double
    let writesPerSecond: Double
    let reads: Mix

    /// Marks come one cell at a time, as typed; a lesson is recorded once or twice.
    static let writes = Mix(shares: [(.entries, 85), (.lesson, 15)])
    /// Sign-ins for each read. Sessions last for weeks: with 23 reads a second these are 250 an hour in one school.
    static let signInsPerRead = 0.003

    /// All schools together.
    func counts() -> [(kind: Kind, count: Int)] {
        let readCount = Int((readsPerSecond * seconds).rounded())
        let writeCount = Int((writesPerSecond * seconds).rounded())
        let signIns = Int((readsPerSecond * seconds * Self.signInsPerRead).rounded())
        return reads.split(readCount) + Self.writes.split(writeCount) + [(.signIn, signIns)]
    }
}

extension Mix {
    /// Everybody at once: teachers finish their pages, families look at marks.
    static let quarterEnd = Mix(shares: [
        (.diaryDay, 30), (.diaryWeek, 20), (.diaryMarks, 18), (.diaryAPI, 8), (.journal, 15), (.myDay, 7),
        (.control, 2),
    ])
    /// 08–14 h: teachers at their pages, some students at their timetable.
    static let lessons = Mix(shares: [
        (.journal, 40), (.myDay, 28), (.diaryDay, 18), (.diaryAPI, 8), (.diaryWeek, 4), (.control, 2),
    ])
    /// 18–21 h: families; a few teachers late.
    static let evening = Mix(shares: [
        (.diaryDay, 48), (.diaryWeek, 22), (.diaryMarks, 14), (.diaryAPI, 10), (.journal, 4), (.myDay, 2),
    ])
}

/// A school day by the hour, for one school of 620 students and 52 teachers.
///
/// 160 lessons a day with six marks, two records and four pages looked at each; 620 families with one visit and a
/// half of four pages in the evening. The quarter-end hour is the one measured at fixed rates, here at 14 h.
enum SchoolDay {
    struct Hour: Sendable {
        let hour: Int
        let readsPerSecond: Double
        let writesPerSecond: Double
        let reads: Mix
    }

    static let hours: [Hour] = (7...22).map { hour in
        switch hour {
        case 8...13: Hour(hour: hour, readsPerSecond: 0.30, writesPerSecond: 0.06, reads: .lessons)
        case 14: Hour(hour: hour, readsPerSecond: 23, writesPerSecond: 3, reads: .quarterEnd)
        case 15...17: Hour(hour: hour, readsPerSecond: 0.08, writesPerSecond: 0.02, reads: .lessons)
        case 18...20: Hour(hour: hour, readsPerSecond: 0.35, writesPerSecond: 0.01, reads: .evening)
        default: Hour(hour: hour, readsPerSecond: 0.04, writesPerSecond: 0, reads: .evening)
        }
    }

    /// - Parameters:
    ///   - from: the first hour replayed.
    ///   - to: the hour at which the replay ends.
    ///   - speed: how many times faster than a clock; 60 makes an hour a minute.
    static func stretches(from: Int, to: Int, schools: Int, speed: Double) -> [Stretch] {
        let times = Double(schools) * speed
        return hours.filter { $0.hour >= from && $0.hour < to }.map {
            Stretch(
                seconds: 3600 / speed, readsPerSecond: $0.readsPerSecond * times,
                writesPerSecond: $0.writesPerSecond * times, reads: $0.reads)
        }
    }
}
