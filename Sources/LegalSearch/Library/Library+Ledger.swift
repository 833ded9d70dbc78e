internal import InvertedIndex
public import LegalDocuments

/// Lists of documents, and comparisons of two.
extension Library {
    public func ledger(_ request: LedgerRequest) throws(LibraryError) -> [LedgerEntry] {
        let state = current
        do throws(IndexError) {
            let standings = try state.standings(on: request.asOf ?? WallClock.today())
            return try LedgerRun(state: state, standings: standings, request: request).entries()
        } catch {
            throw .index(error)
        }
    }

    /// Two documents, article by article; nil where one of them is not held.
    public func compare(_ old: String, _ new: String) throws(LibraryError) -> VersionComparison? {
        guard let older = try document(id: old, asOf: nil), let newer = try document(id: new, asOf: nil) else { return nil }
        return VersionComparison(old: older, new: newer)
    }

    /// The version of a document's law that counts on a day; the document itself where it has no other version.
    public func version(of id: String, on day: LegalDate) throws(LibraryError) -> String? {
        let state = current
        do throws(IndexError) {
            guard let address = try state.snapshot.document(withID: id) else { return nil }
            let standings = try state.standings(on: day)
            guard standings[address].isHidden else { return id }
            var shown: String?
            for version in (try? document(id: id, asOf: day))?.versions ?? [] {
                guard let other = try state.snapshot.document(withID: version.id) else { continue }
                if !standings[other].isHidden { shown = version.id }
            }
            return shown ?? id
        } catch {
            throw .index(error)
        }
    }
}
