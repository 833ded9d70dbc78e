import Glibc

/// Measures the inverted index alone: no documents of law, no command line, no service.
///
/// Each subcommand is one step in a fresh process and writes one JSON object to `--out`. `Benchmarks/run.py` calls
/// them, in turns with other engines; Benchmarks/README.md says what the figures mean.
@main
enum IndexBenchmark {
    private static let subcommands: [String: @Sendable (Arguments) throws -> Void] = [
        "alike": AlikeCommand.run,
        "build": BuildCommand.run,
        "open": OpenCommand.run,
        "query": QueryCommand.run,
        "add": AddCommand.run,
        "commits": CommitsCommand.run,
        "follow": FollowCommand.run,
        "kernel": KernelCommand.run,
    ]

    static func main() {
        do {
            var words = CommandLine.arguments.dropFirst()
            guard let name = words.popFirst(), let subcommand = subcommands[name] else {
                throw UsageError("one of: \(subcommands.keys.sorted().joined(separator: ", "))")
            }
            try subcommand(Arguments(words))
        } catch {
            let message = Array("index-benchmark: \(error)\n".utf8)
            // Safety: the pointer is used within the closure, for the bytes it has.
            _ = unsafe message.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
            exit(1)
        }
    }
}
