import LegalDocuments

/// What is found in a document's text, apart from what it is called by in the index: found while other files are read.
struct DocumentFindings: Sendable {
    let citations: [StoredCitation]
    let textHash: UInt64?
    let namedTitles: [String]

    init(_ document: LegalDocument) {
        citations = StoredCitation.all(in: document)
        textHash = DocumentCoding.textHash(of: document)
        namedTitles = NamedTitles.keywords(of: document)
    }

    /// Of the same text under another title or number: its citations were found where it stood.
    init(of corrected: LegalDocument, citations: [StoredCitation]) {
        self.citations = citations
        textHash = DocumentCoding.textHash(of: corrected)
        namedTitles = NamedTitles.keywords(of: corrected)
    }
}
