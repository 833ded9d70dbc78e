import InvertedIndex
import LegalDocuments

/// Which documents a search's filters let through.
struct DocumentFilter: Sendable {
    /// For each segment, one for each document; nil where everything passes.
    private var allowed: [[Bool]]?

    func allows(_ address: DocumentAddress) -> Bool { allowed?[address.segment][address.document] ?? true }

    /// Filters of one key are alternatives; all keys must hold.
    init(_ filters: [SearchFilter], in state: LibraryState, standings: DocumentStandings) throws(IndexError) {
        let byKey = Dictionary(grouping: filters, by: \.key)
        for (key, filters) in byKey {
            var passing: Set<DocumentAddress> = []
            for filter in filters {
                passing.formUnion(try Self.documents(key, filter.value, in: state, standings: standings))
            }
            restrict(to: passing, in: state.snapshot)
        }
    }

    private mutating func restrict(to passing: Set<DocumentAddress>, in snapshot: IndexSnapshot) {
        var next = (0..<snapshot.segmentCount).map { Array(repeating: false, count: snapshot.documentCount(ofSegment: $0)) }
        for address in passing where allows(address) { next[address.segment][address.document] = true }
        allowed = next
    }

    private static func documents(
        _ key: SearchFilter.Key, _ value: String, in state: LibraryState, standings: DocumentStandings
    ) throws(IndexError) -> [DocumentAddress] {
        let snapshot = state.snapshot
        switch key {
        case .kind: return try snapshot.documents(withKeyword: DocumentKeyword.kind(value))
        case .issuer: return try snapshot.documents(withKeyword: DocumentKeyword.issuer(value))
        case .region: return try snapshot.documents(withKeyword: DocumentKeyword.region(value))
        case .year: return try snapshot.documents(withKeyword: DocumentKeyword.year(value))
        case .textKind: return try snapshot.documents(withKeyword: DocumentKeyword.textKind(value))
        case .document: return try snapshot.document(withID: value).map { [$0] } ?? []
        case .number:
            guard let number = DocumentNumber(value) else { return [] }
            return try snapshot.documents(withKeyword: DocumentKeyword.number(number.key))
        case .status:
            guard let status = LegalStatus(rawValue: value) else { return [] }
            return snapshot.documents().filter { standings[$0].status == status }
        case .title:
            let wanted = TitleKey.key(of: value)
            let titles = try snapshot.keywords(withPrefix: DocumentKeyword.title(""), limit: .max)
            return titles.filter { $0.keyword.dropFirst(DocumentKeyword.title("").count).contains(wanted) }.flatMap(\.documents)
        }
    }
}
