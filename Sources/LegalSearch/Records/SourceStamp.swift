/// What tells whether a source file has changed since it was indexed.
struct SourceStamp: Equatable, Sendable {
    /// As given to the indexer; of a file in an archive with the archive's path before it.
    var path: String
    /// Bytes of the file on disk.
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
    /// The file on disk: the path, or the archive's.
    var file: String
    /// Of the file's bytes; 0 where it is not known.
    var contentHash: UInt64

    init(path: String, size: Int, modified: Int64, file: String? = nil, contentHash: UInt64 = 0) {
        self.path = path
        self.size = size
        self.modified = modified
        self.file = file ?? path
        self.contentHash = contentHash
    }
}
