import InvertedIndex

/// `open --index FOLDER --queries FILE --out FILE`: the first opening of an index in a fresh process, the
/// answer to the first query of the file after it, and the median of five further openings.
///
/// Whether the files are in the page cache is for the caller to arrange.
enum OpenCommand {
    struct Result: Encodable {
        let openMs: Double
        let firstQueryMs: Double
        let reopenMs: Double
        let segments: Int
    }

    static func run(_ arguments: Arguments) throws {
        let folder = try arguments.string("index")
        guard let query = try Query.read(arguments.string("queries")).first else { throw UsageError("no query to ask") }
        let opening = Stopwatch()
        let snapshot = try IndexSnapshot.open(folder, configuration: Law.configuration)
        let open = opening.milliseconds
        let asking = Stopwatch()
        let runner = QueryRunner(snapshot: snapshot)
        for hit in try runner.best(query) ?? [] { _ = try runner.article(hit.unit) }
        let answer = asking.milliseconds
        let reopenings = try (0..<5).map { _ in
            let stopwatch = Stopwatch()
            _ = try IndexSnapshot.open(folder, configuration: Law.configuration)
            return stopwatch.milliseconds
        }
        try Report.write(
            Result(
                openMs: open, firstQueryMs: answer, reopenMs: reopenings.sorted()[2],
                segments: snapshot.segmentCount),
            to: arguments.string("out"))
    }
}
