public import Ingestion

/// How far an indexing run has come.
public struct IndexingProgress: Sendable {
    /// Files done, of `total`.
    public let done: Int
    public let total: Int
    /// Bytes of the files done.
    public let bytes: Int
}

/// What an indexing run did.
public struct IndexingReport: Sendable, Equatable {
    /// Held in the index now.
    public var documents = 0
    public var provisions = 0
    public var added = 0
    public var updated = 0
    /// Sources that had not changed since they were read.
    public var unchanged = 0
    public var removed = 0
    /// Copies that were joined to a document with the same text.
    public var copies = 0
    public var skipped: [IngestionError] = []
    public var seconds = 0.0

    public init() {}
}
