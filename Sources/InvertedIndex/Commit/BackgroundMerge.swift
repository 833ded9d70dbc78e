internal import Dispatch
internal import Synchronization

/// Makes one segment of several while their index goes on being read and written.
///
/// It reads segments that never change, with the documents that were deleted when it began; what is deleted meanwhile is
/// deleted of the new segment when it takes the others' place.
final class BackgroundMerge: Sendable {
    /// The segments that are merged, by number, and what was deleted of each when that began.
    let sources: [(number: UInt64, deleted: DeletedDocuments)]
    /// The number of the new segment.
    let number: UInt64
    private let group = DispatchGroup()
    private let outcome: Mutex<Outcome?> = Mutex(nil)

    enum Outcome: Sendable {
        /// The new segment is on the disk, durable.
        case written
        /// Nothing was left of the segments.
        case empty
        case failed(IndexError)
    }

    init(
        _ segments: [(number: UInt64, reader: SegmentReader, deleted: DeletedDocuments)], to path: String, number: UInt64,
        fileSystem: any IndexFileSystem, makeBuilder: @escaping @Sendable () -> SegmentBuilder
    ) {
        self.number = number
        sources = segments.map { ($0.number, $0.deleted) }
        group.enter()
        DispatchQueue.global(qos: .utility).async { [self] in
            let result = Self.merge(segments, to: path, fileSystem, makeBuilder())
            outcome.withLock { $0 = result }
            group.leave()
        }
    }

    private static func merge(
        _ segments: [(number: UInt64, reader: SegmentReader, deleted: DeletedDocuments)], to path: String,
        _ fileSystem: any IndexFileSystem, _ fresh: consuming SegmentBuilder
    ) -> Outcome {
        var builder = fresh
        do throws(IndexError) {
            for segment in segments { try builder.add(liveDocumentsOf: segment.reader, without: segment.deleted) }
            if builder.isEmpty { return .empty }
            try fileSystem.write(SegmentFile.chunks(of: builder.sections()), to: path)
            try fileSystem.sync(path)
            return .written
        } catch {
            return .failed(error)
        }
    }

    /// What came of it; nil while it is at work.
    var finished: Outcome? { outcome.withLock { $0 } }

    func wait() { group.wait() }
}

extension SegmentBuilder {
    /// Adds what is left of a segment, as it was added to it.
    mutating func add(liveDocumentsOf reader: SegmentReader, without deleted: DeletedDocuments) throws(IndexError) {
        let source = MergeSource(reader)
        for document in 0..<reader.counts.documents where !deleted.contains(document) {
            add(try source.document(document))
        }
    }
}
