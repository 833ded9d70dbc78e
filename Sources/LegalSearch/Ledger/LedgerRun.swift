import InvertedIndex
import LegalDocuments

/// Draws up a ledger.
struct LedgerRun {
    let state: LibraryState
    let standings: DocumentStandings
    let request: LedgerRequest

    private var snapshot: IndexSnapshot { state.snapshot }
    private var resolver: CitationResolver { CitationResolver(state: state, standings: standings) }

    func entries() throws(IndexError) -> [LedgerEntry] {
        let filter = try DocumentFilter(request.filters, [], in: state, standings: standings)
        var entries: [LedgerEntry] = []
        for address in snapshot.documents() where filter.allows(address) {
            let stored = try DocumentCoding.stored(address, in: snapshot)
            let summary = DocumentSummaries.summary(stored, address, standings: standings, snapshot: snapshot)
            if let limit = request.expiresBy {
                guard let expires = summary.dates.expires, expires >= standings.day, expires <= limit else { continue }
            }
            var entry = LedgerEntry(document: summary)
            if request.basisChanged {
                entry.changedBases = try basesChanged(of: address, summary)
                if entry.changedBases.isEmpty { continue }
            }
            entries.append(entry)
        }
        return sorted(entries)
    }

    // MARK: Bases

    private func basesChanged(of address: DocumentAddress, _ summary: DocumentSummary) throws(IndexError) -> [ChangedBasis] {
        guard summary.status == .inForce || summary.status == .unknown, let issued = Self.issued(summary) else { return [] }
        var seen: Set<String> = []
        var changed: [ChangedBasis] = []
        for stored in try DocumentCoding.citations(of: address, in: snapshot) where stored.citation.relation == .basis {
            var citation = stored.citation
            citation.place = nil
            for basis in try resolver.documents(citation).prefix(1) {
                let standing = standings[basis]
                let document = try lookup(basis)
                guard seen.insert(document.id).inserted, let basis = change(of: document, standing, since: issued) else { continue }
                changed.append(basis)
            }
        }
        return changed
    }

    private func lookup(_ address: DocumentAddress) throws(IndexError) -> DocumentSummary { try resolver.lookup.summary(address) }

    private func change(
        of basis: DocumentSummary, _ standing: DocumentStandings.Standing, since issued: LegalDate
    ) -> ChangedBasis? {
        switch standing.status {
        case .repealed:
            let on = basis.dates.repealed ?? standing.repeal?.on
            return on.map { $0 > issued } ?? true
                ? ChangedBasis(document: basis.id, title: basis.title, status: .repealed, since: on) : nil
        case .expired:
            return ChangedBasis(document: basis.id, title: basis.title, status: .expired, since: basis.dates.expires)
        default:
            guard let version = basis.dates.version, version > issued, version <= standings.day else { return nil }
            return ChangedBasis(document: basis.id, title: basis.title, status: .superseded, since: version)
        }
    }

    /// When the text was made: a basis that changed later may no longer bear it.
    private static func issued(_ summary: DocumentSummary) -> LegalDate? {
        let dates = summary.dates
        return dates.version ?? dates.written ?? dates.published ?? dates.adopted ?? dates.effective
    }

    // MARK: Order

    private func sorted(_ entries: [LedgerEntry]) -> [LedgerEntry] {
        entries.map { (key: key(of: $0.document), entry: $0) }
            .sorted { ($0.key.isEmpty ? 1 : 0, $0.key, $0.entry.document.id) < ($1.key.isEmpty ? 1 : 0, $1.key, $1.entry.document.id) }
            .map(\.entry)
    }

    /// What has no value stands last.
    private func key(of document: DocumentSummary) -> String {
        switch request.sort {
        case .number: document.number.flatMap { DocumentNumber($0) }.map { "\($0.code)|\($0.year)|\(Self.padded($0.serial))" } ?? document.number ?? ""
        case .title: document.title
        case .issuer: document.issuer ?? ""
        case .written: document.dates.written?.description ?? ""
        case .published: document.dates.published?.description ?? ""
        case .effective: document.dates.effective?.description ?? ""
        case .expires: document.dates.expires?.description ?? ""
        case .status: document.status.rawValue
        }
    }

    private static func padded(_ serial: String) -> String { String(repeating: "0", count: max(0, 8 - serial.count)) + serial }
}
