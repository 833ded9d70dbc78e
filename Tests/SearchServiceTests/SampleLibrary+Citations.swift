import LegalDocuments
import LegalSearch
import SearchService

/// Citations of the sample library: found, but checked against nothing.
extension SampleLibrary: CitationProvider {
    func check(_ text: CitedText, asOf day: LegalDate?) throws(LibraryError) -> [CheckedCitation] { text.unchecked() }

    func ledger(_ request: LedgerRequest) throws(LibraryError) -> [LedgerEntry] { [] }

    func compare(_ old: String, _ new: String) throws(LibraryError) -> VersionComparison? {
        guard let older = try document(id: old, asOf: nil), let newer = try document(id: new, asOf: nil) else { return nil }
        return VersionComparison(old: older, new: newer)
    }

    func version(of id: String, on day: LegalDate) throws(LibraryError) -> String? {
        try document(id: id, asOf: day)?.document.id
    }
}
