public import LegalDocuments
public import LegalSearch

/// What the service asks of an index about citations, versions and the ledger. A ``SearchProvider`` that is one too
/// gets the pages for them.
///
/// All calls may come from any thread.
public protocol CitationProvider: Sendable {
    func check(_ text: CitedText, asOf day: LegalDate?) throws(LibraryError) -> [CheckedCitation]
    func ledger(_ request: LedgerRequest) throws(LibraryError) -> [LedgerEntry]
    /// Nil where one of the two is not held.
    func compare(_ old: String, _ new: String) throws(LibraryError) -> VersionComparison?
    /// The version that counts on a day of the law a document is a version of; nil where the document is not held.
    func version(of id: String, on day: LegalDate) throws(LibraryError) -> String?
}

extension Library: CitationProvider {}
