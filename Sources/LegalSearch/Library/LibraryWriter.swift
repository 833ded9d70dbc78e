internal import Ingestion
internal import InvertedIndex
internal import LegalDocuments

/// Reads sources into a library, takes documents out, and tidies up.
public final class LibraryWriter {
    private let directory: String
    private let writer: IndexWriter
    /// The time of day in seconds since 1970, by which commits and changes are dated.
    package var now: () -> Int64 = WallClock.seconds

    /// Opens the library in a folder for writing, or makes one there.
    public init(directory: String) throws(LibraryError) {
        self.directory = directory
        do throws(IndexError) {
            writer = try IndexWriter(folder: directory, configuration: DocumentCoding.configuration, threads: 2)
        } catch {
            throw .index(error)
        }
    }

    /// Reads files and folders and commits what they hold. Files whose size and time have not changed since they were
    /// last read are passed over; one that cannot be read is reported and changes nothing.
    ///
    /// - Parameters:
    ///   - jobs: files read at the same time, at least 1.
    ///   - prune: whether documents whose sources lie under `sources` but are gone from the disk are removed.
    public func index(
        sources: [String], jobs: Int, prune: Bool, progress: (IndexingProgress) -> Void
    ) throws(LibraryError) -> IndexingReport {
        let clock = ContinuousClock()
        let start = clock.now
        let stagesBefore = StageTimes.now()
        let found: (files: [SourceWalker.File], problems: [IngestionError])
        do throws(IngestionError) { found = try SourceWalker.files(under: sources) } catch { throw .source(error) }
        let corrections = CorrectionList(files: found.files.filter { CorrectionList.isCorrections($0.path) })
        let files = found.files.filter { !CorrectionList.isCorrections($0.path) }
        var run = IndexingRun(writer: writer, startedAt: now(), corrections: corrections, problems: found.problems)
        do throws(IndexError) {
            run.committed = try committed()
            try run.read(files, jobs: max(1, jobs), progress: progress)
            let present = Set(files.map(\.path))
            if prune { try run.prune(roots: sources, present: present) } else { try run.countGone(roots: sources, present: present) }
        } catch {
            throw .index(error)
        }
        guard run.readAnything else { throw .nothingRead(run.report.skipped) }
        do throws(IndexError) {
            try StageTimes.measure(.index) { () throws(IndexError) in try commit(&run) }
        } catch {
            throw .index(error)
        }
        run.report.stages = StageTimes.now().since(stagesBefore)
        run.report.seconds = start.duration(to: clock.now) / .seconds(1)
        return run.report
    }

    private func commit(_ run: inout IndexingRun) throws(IndexError) {
        try writer.commit(at: now())
        try run.joinCopies(after: try committed())
        try run.correct(after: try committed())
        try writer.finishMerges(at: now())
        try run.countWhatIsHeld(in: try committed())
    }

    /// Takes a document out and commits. False if it was not there.
    public func remove(documentID: String) throws(LibraryError) -> Bool {
        do throws(IndexError) {
            let wasThere = try writer.remove(id: documentID)
            if wasThere { try writer.commit(at: now()) }
            return wasThere
        } catch {
            throw .index(error)
        }
    }

    /// Rewrites the library as one segment, without what was removed.
    public func compact() throws(LibraryError) {
        do throws(IndexError) { try writer.compact(at: now()) } catch { throw .index(error) }
    }

    private func committed() throws(IndexError) -> IndexSnapshot? {
        guard IndexSnapshot.exists(in: directory) else { return nil }
        return try IndexSnapshot.open(directory, configuration: DocumentCoding.configuration)
    }
}
