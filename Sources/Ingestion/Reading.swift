public import LegalDocuments

/// What one file gave: an archive may hold many documents, and files that could not be read.
public struct Reading: Sendable {
    public var documents: [LegalDocument] = []
    public var problems: [IngestionError] = []

    public init() {}
}
