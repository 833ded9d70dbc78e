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
        _ segments: [(number: UInt64, reader: SegmentReader, deleted: DeletedDocuments)], by merger: SegmentMerger,
        to path: String, number: UInt64, fileSystem: any IndexFileSystem
    ) {
        self.number = number
        sources = segments.map { ($0.number, $0.deleted) }
        group.enter()
        DispatchQueue.global(qos: .utility).async { [self] in
            let result = Self.merge(segments.map { ($0.reader, $0.deleted) }, by: merger, to: path, fileSystem)
            outcome.withLock { $0 = result }
            group.leave()
        }
    }

    private static func merge(
        _ segments: [(reader: SegmentReader, deleted: DeletedDocuments)], by merger: SegmentMerger, to path: String,
        _ fileSystem: any IndexFileSystem
    ) -> Outcome {
        do throws(IndexError) {
            guard let sections = try merger.sections(of: segments) else { return .empty }
            try fileSystem.write(SegmentFile.chunks(of: sections), to: path)
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
