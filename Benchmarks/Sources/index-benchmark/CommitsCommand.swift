import InvertedIndex

/// `commits --index FOLDER --articles FILE --times N --out FILE`: documents of ten articles at most, each committed by
/// itself, one in ten in the place of an earlier one; then all of it made one segment.
enum CommitsCommand {
    struct Result: Encodable {
        let commit: Latencies.Summary
        let seconds: Double
        let peakMb: Double
        /// Segments and bytes of the index, after every hundredth commit.
        let course: [Point]
        let mostSegments: Int
        /// Bytes that the process gave to write(2), and those that reached the disk, before compacting.
        let writtenBytes: Int
        let diskBytes: Int
        let startBytes: Int
        let endBytes: Int
        /// Every byte written for the index, its first building too, over the bytes there are at the end.
        let writeAmplification: Double
        let compactSeconds: Double
        let compactBytes: Int
        let compactSegments: Int
    }

    struct Point: Encodable {
        let commits: Int
        let segments: Int
        let bytes: Int
    }

    static func run(_ arguments: Arguments) throws {
        let folder = try arguments.string("index")
        let times = try arguments.count("times", default: 10_000)
        let laws = try Law.read(arguments.string("articles"))
        let start = try open(folder).byteCounts.total
        let before = try Written.now()
        let writer = try IndexWriter(folder: folder, configuration: Law.configuration)
        let stopwatch = Stopwatch()
        var commit = Latencies()
        var course: [Point] = []
        for index in 0..<times {
            let document = document(index, of: laws)
            let began = Stopwatch.now()
            try writer.add(document)
            try writer.commit(at: Int64(index))
            commit.append(Stopwatch.now() - began)
            if (index + 1) % 100 == 0 || index + 1 == times {
                let snapshot = try open(folder)
                course.append(
                    Point(commits: index + 1, segments: snapshot.segmentCount, bytes: snapshot.byteCounts.total))
            }
        }
        let seconds = stopwatch.seconds
        let written = try Written.now().since(before)
        let end = try open(folder).byteCounts.total
        let compacting = Stopwatch()
        try writer.compact(at: Int64(times))
        let compacted = try open(folder)
        try Report.write(
            Result(
                commit: commit.summary, seconds: seconds, peakMb: ProcessMemory.peak, course: course,
                mostSegments: course.map(\.segments).max() ?? 0, writtenBytes: written.given,
                diskBytes: written.disk, startBytes: start, endBytes: end,
                writeAmplification: Double(start + written.given) / Double(max(1, end)),
                compactSeconds: compacting.seconds, compactBytes: compacted.byteCounts.total,
                compactSegments: compacted.segmentCount),
            to: arguments.string("out"))
    }

    private static func open(_ folder: String) throws -> IndexSnapshot {
        try IndexSnapshot.open(folder, configuration: Law.configuration)
    }

    /// The `index`th document: laws in turn, cut short, under numbers that no law of the text has.
    private static func document(_ index: Int, of laws: [Law]) -> IndexDocument {
        var law = laws[index % laws.count]
        law.articles = Array(law.articles.prefix(10))
        law.number = laws.count * 2000 + (index % 10 == 9 ? index - 5 : index)
        return law.document
    }

    /// What the process has written so far (proc(5), io).
    private struct Written {
        var given: Int
        var disk: Int

        static func now() throws -> Written {
            let numbers = ProcessStatus.numbers(in: "/proc/self/io")
            guard let given = numbers["wchar"], let disk = numbers["write_bytes"] else {
                throw UsageError("/proc/self/io does not say what was written")
            }
            return Written(given: given, disk: disk)
        }

        func since(_ earlier: Written) -> Written {
            Written(given: given - earlier.given, disk: disk - earlier.disk)
        }
    }
}
