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
    public func compare(_ old: String, _ new: String) -> VersionComparison? {
        guard let older = document(id: old, asOf: nil), let newer = document(id: new, asOf: nil) else { return nil }
        return VersionComparison(old: older, new: newer)
    }

    /// The version of a document's law that counts on a day; the document itself where it has no other version.
    public func version(of id: String, on day: LegalDate) -> String? {
        let state = current
        guard let address = try? state.snapshot.document(withID: id), let standings = try? state.standings(on: day),
            let document = document(id: id, asOf: day)
        else { return nil }
        guard standings[address].isHidden else { return id }
        let others = document.versions.filter { version in
            (try? state.snapshot.document(withID: version.id)).flatMap(\.self).map { !standings[$0].isHidden } ?? false
        }
        return others.last?.id ?? id
    }
}
