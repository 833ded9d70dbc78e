/// What tells whether a source file has changed since it was indexed.
struct SourceStamp: Equatable, Sendable {
    /// As given to the indexer.
    var path: String
    /// Bytes.
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
}
