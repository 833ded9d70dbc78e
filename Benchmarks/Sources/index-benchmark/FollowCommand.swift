import Glibc
import InvertedIndex

/// `follow --index FOLDER --queries FILE --ready FILE --stop FILE --out FILE`: a reader that asks one query after the
/// other while another process may be committing, and takes up each new commit before the next query.
///
/// It makes the file `ready` when it is warm. What it measured before it saw the first new commit counts as idle. When the file
/// `stop` is there it measures once more, with nothing going on, what the commits have left: the index has grown by them.
enum FollowCommand {
    struct Result: Encodable {
        let idle: [String: Latencies.Summary]
        let during: [String: Latencies.Summary]
        let after: [String: Latencies.Summary]
        /// Opening a new commit.
        let refresh: Latencies.Summary
        let refreshes: Int
        let rssAnonMb: Double
    }

    static func run(_ arguments: Arguments) throws {
        let folder = try arguments.string("index")
        let queries = try Query.read(arguments.string("queries"))
        let stop = try arguments.string("stop")
        var runner = try open(folder, after: nil)
        for query in queries + queries { try ask(query, runner) }
        try Report.write(true, to: arguments.string("ready"))
        var idle: [String: Latencies] = [:]
        var during: [String: Latencies] = [:]
        var refresh = Latencies()
        var refreshes = 0
        while unsafe access(stop, F_OK) != 0 {
            for query in queries {
                let current = try IndexSnapshot.generation(committedIn: folder, configuration: Law.configuration)
                if current != runner.snapshot.generation {
                    let start = Stopwatch.now()
                    runner = try open(folder, after: runner.snapshot)
                    refresh.append(Stopwatch.now() - start)
                    refreshes += 1
                }
                let start = Stopwatch.now()
                try ask(query, runner)
                let time = Stopwatch.now() - start
                if refreshes == 0 { note(time, of: query, in: &idle) } else { note(time, of: query, in: &during) }
            }
        }
        let after = try latencies(of: queries, try open(folder, after: runner.snapshot))
        try Report.write(
            Result(
                idle: idle.mapValues(\.summary), during: during.mapValues(\.summary),
                after: after.mapValues(\.summary), refresh: refresh.summary, refreshes: refreshes, rssAnonMb: ProcessMemory.anonymous),
            to: arguments.string("out"))
    }

    private static let passesAfter = 50

    private static func latencies(of queries: [Query], _ runner: QueryRunner) throws -> [String: Latencies] {
        var result: [String: Latencies] = [:]
        for pass in 0...passesAfter {
            for query in queries {
                let start = Stopwatch.now()
                try ask(query, runner)
                if pass > 0 { note(Stopwatch.now() - start, of: query, in: &result) }
            }
        }
        return result
    }

    private static func note(_ time: Int64, of query: Query, in latencies: inout [String: Latencies]) {
        for name in [query.name, "all"] { latencies[name, default: Latencies()].append(time) }
    }

    private static func open(_ folder: String, after previous: IndexSnapshot?) throws -> QueryRunner {
        QueryRunner(
            snapshot: try IndexSnapshot.open(folder, configuration: Law.configuration, sharing: previous))
    }

    private static func ask(_ query: Query, _ runner: QueryRunner) throws {
        if try runner.best(query) == nil { _ = try runner.count(query) }
    }
}
