/// Times from the planned start of a request to the last byte of its answer.
struct Latencies: Sendable {
    private var nanoseconds: [Int64] = []

    var count: Int { nanoseconds.count }

    mutating func add(_ value: Int64) { nanoseconds.append(value) }

    mutating func add(_ other: Latencies) { nanoseconds += other.nanoseconds }

    /// The smallest value that at least this share of all values does not exceed (nearest rank), in milliseconds.
    /// - Parameter shares: 0…1 each; 1 is the greatest value. Nothing measured gives 0.
    func milliseconds(at shares: [Double]) -> [Double] {
        let sorted = nanoseconds.sorted()
        return shares.map { share in
            guard !sorted.isEmpty else { return 0 }
            let rank = Int((share * Double(sorted.count)).rounded(.up))
            return Double(sorted[min(max(rank, 1), sorted.count) - 1]) / 1e6
        }
    }
}
