import InvertedIndex

/// `add --index FOLDER --articles FILE --times N --out FILE`: one document more, committed, again and again.
///
/// Whether a commit waits for the disk is for the caller to choose, by the file system that the folder is on.
enum AddCommand {
    struct Result: Encodable {
        /// Opening the writer on an index that is there.
        let writerMs: Double
        /// From the document to the commit's return.
        let commit: Latencies.Summary
        /// From the commit's return until a reader has opened it and found the document.
        let visible: Latencies.Summary
        let segments: Int
    }

    static func run(_ arguments: Arguments) throws {
        let folder = try arguments.string("index")
        let laws = try Law.read(arguments.string("articles"))
        let opening = Stopwatch()
        let writer = try IndexWriter(folder: folder, configuration: Law.configuration)
        let opened = opening.milliseconds
        var commit = Latencies()
        var visible = Latencies()
        var segments = 0
        for (index, law) in try laws.prefix(arguments.count("times", default: 50)).enumerated() {
            var added = law
            added.number += laws.count * 1000
            let start = Stopwatch.now()
            try writer.add(added.document)
            try writer.commit(at: Int64(index))
            let committed = Stopwatch.now()
            let snapshot = try IndexSnapshot.open(folder, configuration: Law.configuration)
            guard try snapshot.document(withID: String(added.number)) != nil else {
                throw UsageError("document \(added.number) is committed and not found")
            }
            visible.append(Stopwatch.now() - committed)
            commit.append(committed - start)
            segments = snapshot.segmentCount
        }
        try Report.write(
            Result(writerMs: opened, commit: commit.summary, visible: visible.summary, segments: segments),
            to: arguments.string("out"))
    }
}
