import InvertedIndex

/// `build --articles FILE --index FOLDER --out FILE [--commits N]`: an index from text that is in memory already.
///
/// The clock runs from the first document made of the text to the commit on the disk, analysis included.
enum BuildCommand {
    struct Result: Encodable {
        let wallS: Double
        let cpuS: Double
        /// The most memory the process held, the text among it; what it held before the first document.
        let peakMb: Double
        let beforeMb: Double
        let documents: Int
        let units: Int
        let segments: Int
        let terms: Int
        let bytes: ByteCounts
    }

    struct ByteCounts: Encodable {
        let total: Int
        let dictionary: Int
        let postings: Int
        let text: Int
        let other: Int

        init(_ counts: IndexByteCounts) {
            total = counts.total
            dictionary = counts.dictionary
            postings = counts.postings
            text = counts.text
            other = counts.other
        }
    }

    static func run(_ arguments: Arguments) throws {
        let laws = try Law.read(arguments.string("articles"))
        let folder = try arguments.string("index")
        guard !IndexSnapshot.exists(in: folder) else { throw UsageError("\(folder) holds an index already") }
        let commits = try min(arguments.count("commits", default: 1), max(1, laws.count))
        let before = ProcessMemory.resident
        try ProcessMemory.resetPeak()
        let stopwatch = Stopwatch()
        try build(laws, folder: folder, commits: commits)
        let (wall, cpu, peak) = (stopwatch.seconds, stopwatch.cpuSeconds, ProcessMemory.peak)
        let snapshot = try IndexSnapshot.open(folder, configuration: Law.configuration)
        try Report.write(
            Result(
                wallS: wall, cpuS: cpu, peakMb: peak, beforeMb: before, documents: snapshot.documentCount,
                units: laws.reduce(0) { $0 + $1.articles.count }, segments: snapshot.segmentCount,
                terms: snapshot.termCount, bytes: ByteCounts(snapshot.byteCounts)),
            to: arguments.string("out"))
    }

    /// Adds the laws in order, with as many commits as asked for, about equally far apart.
    private static func build(_ laws: [Law], folder: String, commits: Int) throws {
        let writer = try IndexWriter(folder: folder, configuration: Law.configuration)
        for commit in 0..<commits {
            let start = laws.count * commit / commits
            let end = laws.count * (commit + 1) / commits
            for law in laws[start..<end] { try writer.add(law.document) }
            try writer.commit(at: Int64(commit))
        }
    }
}
