import InvertedIndex

/// `build --articles FILE --index FOLDER --out FILE`: an index from text that is in memory already.
///
/// | option            | means                                                                             |
/// |-------------------|-----------------------------------------------------------------------------------|
/// | `--copies N`      | the text, and then the same text perturbed, until there are *N* of it             |
/// | `--share PERCENT` | each commit takes this share of the laws that are left, 100 by default            |
/// | `--postings N`    | the writer holds at most this many postings in memory                             |
/// | `--threads N`     | threads that make a segment, 1 or 2                                               |
///
/// With a share below 100 each commit takes that share of the laws that are left, so that segments of falling size
/// stand side by side, as they do in an index that grew. The clock runs from the first document made of the text to
/// the commit on the disk, analysis included.
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
        let folder = try arguments.string("index")
        guard !IndexSnapshot.exists(in: folder) else { throw UsageError("\(folder) holds an index already") }
        let threads = try arguments.count("threads", default: 1)
        let postings = try arguments.count("postings", default: IndexWriter.defaultPostingLimit)
        let share = try min(arguments.count("share", default: 100), 100)
        var laws = try Law.read(arguments.string("articles"))
        try laws.append(contentsOf: Perturbation(of: laws).copies(arguments.count("copies", default: 1) - 1))
        let before = ProcessMemory.resident
        try ProcessMemory.resetPeak()
        let stopwatch = Stopwatch()
        try build(laws, folder: folder, share: share, postings: postings, threads: threads)
        let (wall, cpu, peak) = (stopwatch.seconds, stopwatch.cpuSeconds, ProcessMemory.peak)
        let snapshot = try IndexSnapshot.open(folder, configuration: Law.configuration)
        try Report.write(
            Result(
                wallS: wall, cpuS: cpu, peakMb: peak, beforeMb: before, documents: snapshot.documentCount,
                units: laws.reduce(0) { $0 + $1.articles.count }, segments: snapshot.segmentCount,
                terms: snapshot.termCount, bytes: ByteCounts(snapshot.byteCounts)),
            to: arguments.string("out"))
    }

    private static func build(_ laws: [Law], folder: String, share: Int, postings: Int, threads: Int) throws {
        let writer = try IndexWriter(folder: folder, configuration: Law.configuration, postingLimit: postings, threads: threads)
        var left = laws[...]
        var commits: Int64 = 0
        while !left.isEmpty {
            let taken = left.prefix(max(1, left.count * share / 100))
            for law in taken { try writer.add(law.document) }
            commits += 1
            try writer.commit(at: commits)
            left = left.dropFirst(taken.count)
        }
    }
}
