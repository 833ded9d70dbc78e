import InvertedIndex

/// Counts matches: those that are shown, and those that are hidden as older versions.
struct MatchTally {
    let table: DocumentTable
    let standings: DocumentStandings
    let filter: DocumentFilter
    let showsEveryVersion: Bool
    let groupsByDocument: Bool
    /// Documents whose hits are counted already.
    let closed: Set<DocumentAddress>
    /// Units that are counted already.
    let named: Set<UnitAddress>

    private(set) var total = 0
    private(set) var hidden = 0
    /// Hits of each document that has any.
    private(set) var hitCounts: [(document: DocumentAddress, count: Int)] = []

    init(
        _ table: DocumentTable, _ standings: DocumentStandings, _ filter: DocumentFilter, _ request: SearchRequest,
        closed: Set<DocumentAddress>, named: Set<UnitAddress>
    ) {
        self.table = table
        self.standings = standings
        self.filter = filter
        showsEveryVersion = request.allVersions
        groupsByDocument = request.groupsByDocument
        self.closed = closed
        self.named = named
    }

    /// Whether a unit's document lets it count.
    func admits(_ document: DocumentAddress) -> Bool { filter.allows(document) && !closed.contains(document) }

    /// Counts units of one segment, ascending.
    mutating func add(_ units: [UInt32], segment: Int) throws(IndexError) {
        let table = table
        try table.forEachDocument(of: units, segment: segment) { document, places throws(IndexError) in
            guard admits(document) else { return }
            var count = places.count
            if !named.isEmpty {
                count = places.count { !named.contains(UnitAddress(segment: segment, unit: units[$0])) }
            }
            if standings[document].isHidden && !showsEveryVersion {
                hidden += count
            } else if count > 0 {
                add(groupsByDocument ? 1 : count, of: document)
            }
        }
    }

    mutating func add(_ count: Int, of document: DocumentAddress) {
        total += count
        hitCounts.append((document, count))
    }

    mutating func hide(_ count: Int) { hidden += count }
}
