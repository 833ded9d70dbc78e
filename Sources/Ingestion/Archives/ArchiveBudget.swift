/// What one file from disk may unpack to, with all archives inside it.
///
/// Used by one reader at a time.
final class ArchiveBudget {
    private let packedBytes: Int
    private var unpackedBytes = 0
    private var entries = 0

    init(packedBytes: Int) { self.packedBytes = packedBytes }

    func countEntry() throws(IngestionError.Reason) {
        entries += 1
        if entries > IngestionLimits.archiveEntries { throw .tooManyEntries(limit: IngestionLimits.archiveEntries) }
    }

    func count(bytes: Int) throws(IngestionError.Reason) {
        unpackedBytes += bytes
        let limit = IngestionLimits.unpackedBytes
        if unpackedBytes > limit { throw .unpacksTooLarge(limit: limit) }
        if unpackedBytes > IngestionLimits.unratedBytes, unpackedBytes / IngestionLimits.unpackingRatio > packedBytes {
            throw .unpacksTooLarge(limit: max(IngestionLimits.unratedBytes, packedBytes * IngestionLimits.unpackingRatio))
        }
    }
}
