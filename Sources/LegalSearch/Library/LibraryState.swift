import InvertedIndex
import LegalDocuments
import Synchronization

/// One commit with what is worked out from it once and used by every search.
final class LibraryState: Sendable {
    let snapshot: IndexSnapshot
    private let standings: Mutex<[LegalDate: DocumentStandings]> = Mutex([:])

    private let repeals: Mutex<Repeals?> = Mutex(nil)

    private let facets: Mutex<FacetTable?> = Mutex(nil)
    private let places: Mutex<PlaceNames?> = Mutex(nil)
    private let authorities: Mutex<LawAuthority?> = Mutex(nil)
    private let titles: Mutex<TitleIndex?> = Mutex(nil)
    private let rarities: Mutex<CharacterRarity?> = Mutex(nil)
    private let documents: Mutex<DocumentTable?> = Mutex(nil)
    private let priors: Mutex<[DocumentPriors]> = Mutex([])
    let synonyms: SynonymTable
    let shortForms: ShortForms

    /// Counted once: it reads the records of small documents.
    private let provisions: Mutex<Int?> = Mutex(nil)

    /// Counted once: every page names them.
    private let counted: Mutex<LibraryStatistics?> = Mutex(nil)

    init(_ snapshot: IndexSnapshot, synonyms: SynonymTable = .standard, shortForms: ShortForms = .common) {
        self.snapshot = snapshot
        self.synonyms = synonyms
        self.shortForms = shortForms
    }

    var provisionCount: Int {
        if let known = provisions.withLock({ $0 }) { return known }
        let count = (try? snapshot.provisionCount()) ?? 0
        provisions.withLock { $0 = count }
        return count
    }

    func statistics() -> LibraryStatistics {
        if let known = counted.withLock({ $0 }) { return known }
        let prefix = DocumentKeyword.kind("")
        let kinds = ((try? snapshot.keywords(withPrefix: prefix, limit: .max)) ?? [])
            .map { (kind: String($0.keyword.dropFirst(prefix.count)), count: $0.documents.count) }
            .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
        let bytes = snapshot.byteCounts
        let statistics = LibraryStatistics(
            documents: snapshot.documentCount, provisions: provisionCount, segments: snapshot.segmentCount,
            terms: snapshot.termCount, kinds: kinds, committedAt: snapshot.committedAt,
            bytes: LibraryStatistics.Bytes(
                total: bytes.total, dictionary: bytes.dictionary, postings: bytes.postings, positions: 0,
                text: bytes.text, other: bytes.other))
        counted.withLock { $0 = statistics }
        return statistics
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

    func placeNames() throws(IndexError) -> PlaceNames {
        try once(places) { () throws(IndexError) in try PlaceNames(snapshot) }
    }

    func authority() throws(IndexError) -> LawAuthority {
        try once(authorities) { () throws(IndexError) in try LawAuthority(snapshot) }
    }

    func titleIndex() throws(IndexError) -> TitleIndex {
        let authority = try authority()
        return try once(titles) { () throws(IndexError) in try TitleIndex(snapshot, authority: authority) }
    }

    func characterRarity() throws(IndexError) -> CharacterRarity {
        try once(rarities) { () throws(IndexError) in try CharacterRarity(snapshot) }
    }

    func documentTable() throws(IndexError) -> DocumentTable {
        try once(documents) { () throws(IndexError) in try DocumentTable(snapshot) }
    }

    /// What each document counts for. Kept for the few days and settings that are asked for.
    func priors(_ basis: DocumentPriors.Basis) throws(IndexError) -> DocumentPriors {
        if let known = priors.withLock({ $0.first { $0.basis == basis } }) { return known }
        let made = DocumentPriors(
            basis, table: try documentTable(), standings: try standings(on: basis.day),
            authority: basis.isQuestion ? try authority() : nil)
        priors.withLock { known in
            if known.count >= 8 { known.removeFirst() }
            known.append(made)
        }
        return made
    }

    /// Makes what searches on a day share.
    func prepare(on day: LegalDate) throws(IndexError) {
        _ = try titleIndex()
        _ = try characterRarity()
        _ = try documentTable()
        _ = try facetTable()
        _ = try standings(on: day)
    }

    /// What is kept, or what is made now and kept from here on.
    private func once<Value: Sendable>(
        _ kept: borrowing Mutex<Value?>, _ make: () throws(IndexError) -> Value
    ) throws(IndexError) -> Value {
        if let known = kept.withLock({ $0 }) { return known }
        let made = try make()
        kept.withLock { $0 = made }
        return made
    }
}
