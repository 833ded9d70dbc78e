/// Times of one class of query, in nanoseconds.
struct Latencies {
    private var samples: [Int64] = []

    mutating func append(_ nanoseconds: Int64) { samples.append(nanoseconds) }

    var summary: Summary {
        let sorted = samples.sorted()
        return Summary(
            n: sorted.count, p50Us: Self.percentile(50, of: sorted), p99Us: Self.percentile(99, of: sorted),
            meanUs: Double(sorted.reduce(0, +)) / Double(max(1, sorted.count)) / 1000)
    }

    /// By nearest rank, in microseconds.
    private static func percentile(_ percent: Int, of sorted: [Int64]) -> Double {
        guard !sorted.isEmpty else { return 0 }
        return Double(sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]) / 1000
    }

    struct Summary: Encodable {
        let n: Int
        let p50Us: Double
        let p99Us: Double
        let meanUs: Double
    }
}
