import InvertedIndex
import LegalDocuments
import Synchronization

/// One commit with what is worked out from it once and used by every search.
final class LibraryState: Sendable {
    let snapshot: IndexSnapshot
    private let standings: Mutex<[LegalDate: DocumentStandings]> = Mutex([:])

    private let repeals: Mutex<Repeals?> = Mutex(nil)

    private let facets: Mutex<FacetTable?> = Mutex(nil)

    /// Counted once: it reads the records of small documents.
    private let provisions: Mutex<Int?> = Mutex(nil)

    init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

    var provisionCount: Int {
        if let known = provisions.withLock({ $0 }) { return known }
        let count = (try? snapshot.provisionCount()) ?? 0
        provisions.withLock { $0 = count }
        return count
    }

    func facetTable() throws(IndexError) -> FacetTable {
        if let known = facets.withLock({ $0 }) { return known }
        let made = try FacetTable(snapshot)
        facets.withLock { $0 = made }
        return made
    }

    func repealed() throws(IndexError) -> Repeals {
        if let known = repeals.withLock({ $0 }) { return known }
        let made = try Repeals(snapshot)
        repeals.withLock { $0 = made }
        return made
    }

    /// What each document is on a day. Kept for the few days that are asked for.
    func standings(on day: LegalDate) throws(IndexError) -> DocumentStandings {
        if let known = standings.withLock({ $0[day] }) { return known }
        let made = try DocumentStandings(snapshot, repeals: try repealed(), on: day)
        standings.withLock { known in
            if known.count >= 16 { known.removeAll() }
            known[day] = made
        }
        return made
    }
}
