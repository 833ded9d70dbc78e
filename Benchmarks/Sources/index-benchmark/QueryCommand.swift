import InvertedIndex

/// `query --index FOLDER --queries FILE --out FILE [--warm 5] [--passes 10] [--keep-one-in 1]`: every query in one thread, pass after
/// pass, after some passes that are not counted; of a filter's documents alone, where one leaves so many.
///
/// A query is taken apart outside of the clock; inside of it the best ten are found and their articles' numbers read.
/// `latency` has the whole, `search` the part before the numbers are read.
enum QueryCommand {
    struct Result: Encodable {
        let latency: [String: Latencies.Summary]
        let search: [String: Latencies.Summary]
        /// How many units match each query, in the file's order.
        let counts: [Int]
        /// The articles of the best ten of each query; empty for the class `count`.
        let top: [[Int]]
        /// For each class, the units that hold each bigram of each of its queries.
        let postings: [String: Int]
        let rssAnonMb: Double
        let peakMb: Double
        let segments: Int
    }

    static func run(_ arguments: Arguments) throws {
        let queries = try Query.read(arguments.string("queries"))
        let snapshot = try IndexSnapshot.open(arguments.string("index"), configuration: Law.configuration)
        let runner = QueryRunner(snapshot: snapshot, keepingOneIn: try arguments.count("keep-one-in", default: 1))
        let warm = try arguments.count("warm", default: 5)
        let passes = try arguments.count("passes", default: 10)
        var whole: [String: Latencies] = [:]
        var search: [String: Latencies] = [:]
        var articles: [Int] = []
        for pass in 0..<(warm + passes) {
            for query in queries {
                articles.removeAll(keepingCapacity: true)
                let start = Stopwatch.now()
                var found = start
                if let hits = try runner.best(query) {
                    found = Stopwatch.now()
                    for hit in hits { try articles.append(runner.article(hit.unit)) }
                } else {
                    try articles.append(runner.count(query))
                    found = Stopwatch.now()
                }
                let end = Stopwatch.now()
                guard pass >= warm else { continue }
                whole[query.name, default: Latencies()].append(end - start)
                search[query.name, default: Latencies()].append(found - start)
            }
        }
        let (anonymous, peak) = (ProcessMemory.anonymous, ProcessMemory.peak)
        let top = try queries.map { query in try (runner.best(query) ?? []).map { try runner.article($0.unit) } }
        try Report.write(
            Result(
                latency: whole.mapValues(\.summary), search: search.mapValues(\.summary),
                counts: queries.map(runner.matchCount), top: top, postings: postings(of: queries, in: snapshot),
                rssAnonMb: anonymous, peakMb: peak, segments: snapshot.segmentCount),
            to: arguments.string("out"))
    }

    private static func postings(of queries: [Query], in snapshot: IndexSnapshot) throws -> [String: Int] {
        var sums: [String: Int] = [:]
        for query in queries {
            for bigram in query.bigrams { sums[query.name, default: 0] += try snapshot.count(Clause([bigram])) }
        }
        return sums
    }
}
