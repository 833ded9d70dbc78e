public import LegalDocuments

/// What one file gave: an archive may hold many documents, and files that could not be read.
public struct Reading: Sendable {
    public var documents: [LegalDocument] = []
    public var problems: [IngestionError] = []
    /// ``ContentHash`` of the file's bytes; 0 where they could not be read.
    public var contentHash: UInt64 = 0

    /// Files beside a page that were joined to its document as annexes.
    public var attached: [String] = []

    public init() {}
}
