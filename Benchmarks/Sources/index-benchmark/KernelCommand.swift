import InvertedIndex

/// `kernel --index FOLDER --queries FILE --kernel NAME --repeats N --out FILE`: the queries that lean on one part of
/// the engine, so that a counter of instructions sees little else.
///
/// Two runs that differ in `repeats` tell by their difference what one pass costs, starting and opening left out.
enum KernelCommand {
    struct Result: Encodable {
        let queries: Int
        /// Postings of the queries' bigrams: the work that there is, whatever part of it is skipped.
        let postings: Int
        let matches: Int
    }

    static func run(_ arguments: Arguments) throws {
        let name = try arguments.string("kernel")
        guard let kernel = kernels[name] else {
            throw UsageError("--kernel is one of \(kernels.keys.sorted().joined(separator: ", "))")
        }
        let queries = try Query.read(arguments.string("queries")).filter { $0.name == kernel.queries }
        let snapshot = try IndexSnapshot.open(arguments.string("index"), configuration: Law.configuration)
        let runner = QueryRunner(snapshot: snapshot)
        for _ in 0..<(try arguments.count("repeats", default: 1)) {
            for query in queries { try kernel.body(runner, query) }
        }
        // Asked for apart: in a run of two passes it costs the same as in a run of one.
        let postings = try queries.flatMap(\.bigrams).reduce(0) { try $0 + snapshot.count(Clause([$1])) }
        let matches = try queries.reduce(0) { try $0 + runner.matchCount($1) }
        try Report.write(
            Result(queries: queries.count, postings: postings, matches: matches), to: arguments.string("out"))
    }

    private struct Kernel: Sendable {
        /// The class of queries that it takes.
        let queries: String
        let body: @Sendable (QueryRunner, Query) throws -> Void
    }

    private static let kernels: [String: Kernel] = [
        "decode-and-score-every-posting": Kernel(queries: "term_common") { runner, query in
            _ = try runner.snapshot.matches(all: query.clauses, parameters: QueryRunner.parameters)
        },
        "score-the-best-ten": Kernel(queries: "term_common") { runner, query in _ = try runner.best(query) },
        "score-the-best-ten-of-any": Kernel(queries: "or") { runner, query in _ = try runner.best(query) },
        "intersect": Kernel(queries: "and_bigram") { runner, query in _ = try runner.count(query) },
        "check-phrases": Kernel(queries: "phrase") { runner, query in _ = try runner.count(query) },
        "look-up-rare-terms": Kernel(queries: "term_rare") { runner, query in _ = try runner.best(query) },
    ]
}
