import InvertedIndex
import LegalDocuments

/// Which documents a search's filters let through.
struct DocumentFilter: Sendable {
    /// For each segment, one for each document; nil where everything passes.
    private var allowed: [[Bool]]?

    func allows(_ address: DocumentAddress) -> Bool { allowed?[address.segment][address.document] ?? true }

    var passesAll: Bool { allowed == nil }

    /// Sets what a filtered document counts for to 0.
    func clear(_ factors: inout [[Float]]) {
        guard let allowed else { return }
        for segment in factors.indices {
            for document in factors[segment].indices where !allowed[segment][document] { factors[segment][document] = 0 }
        }
    }

    /// Filters of one key are alternatives; all keys must hold, and each condition of the query too.
    init(
        _ filters: [SearchFilter], _ conditions: [QueryParser.FieldCondition], in state: LibraryState,
        standings: DocumentStandings
    ) throws(IndexError) {
        let byKey = Dictionary(grouping: filters, by: \.key).values
        for condition in byKey.map({ QueryParser.FieldCondition(filters: $0, isExcluded: false) }) + conditions {
            var named: Set<DocumentAddress> = []
            for filter in condition.filters {
                named.formUnion(try Self.documents(filter.key, filter.value, in: state, standings: standings))
            }
            if condition.isExcluded { exclude(named, in: state.snapshot) } else { restrict(to: named, in: state.snapshot) }
        }
    }

    private mutating func restrict(to passing: Set<DocumentAddress>, in snapshot: IndexSnapshot) {
        var next = (0..<snapshot.segmentCount).map { Array(repeating: false, count: snapshot.documentCount(ofSegment: $0)) }
        for address in passing where allows(address) { next[address.segment][address.document] = true }
        allowed = next
    }

    private mutating func exclude(_ named: Set<DocumentAddress>, in snapshot: IndexSnapshot) {
        var next = allowed
            ?? (0..<snapshot.segmentCount).map { Array(repeating: true, count: snapshot.documentCount(ofSegment: $0)) }
        for address in named { next[address.segment][address.document] = false }
        allowed = next
    }

    /// Documents whose field is the value, or, where none is, holds it: 鄂尔多斯 for 鄂尔多斯市.
    private static func documents(
        _ keyword: (String) -> String, _ value: String, in snapshot: IndexSnapshot
    ) throws(IndexError) -> [DocumentAddress] {
        let exact = try snapshot.documents(withKeyword: keyword(value))
        if !exact.isEmpty { return exact }
        return try snapshot.keywords(withPrefix: keyword(""), limit: .max)
            .filter { $0.keyword.dropFirst(keyword("").count).contains(value) }.flatMap(\.documents)
    }

    private static func documents(
        _ key: SearchFilter.Key, _ value: String, in state: LibraryState, standings: DocumentStandings
    ) throws(IndexError) -> [DocumentAddress] {
        let snapshot = state.snapshot
        switch key {
        case .kind: return try snapshot.documents(withKeyword: DocumentKeyword.kind(value))
        case .issuer: return try documents(DocumentKeyword.issuer, value, in: snapshot)
        case .region: return try documents(DocumentKeyword.region, value, in: snapshot)
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
            let pattern = TitlePattern(value)
            let prefix = DocumentKeyword.title("")
            return try snapshot.keywords(withPrefix: prefix, limit: .max)
                .filter { pattern.matches($0.keyword.dropFirst(prefix.count)) }.flatMap(\.documents)
        }
    }
}

/// A title as a filter writes it: part of one (复议), or with * for any characters from its begin to its end (行政*法).
struct TitlePattern {
    private let pieces: [String]
    private let hasWildcard: Bool

    init(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "*" || $0 == "＊" }
        hasWildcard = parts.count > 1
        pieces = parts.map { $0.isEmpty ? "" : TitleKey.key(of: String($0)) }
    }

    /// - Parameter key: as ``TitleKey`` gives it.
    func matches(_ key: Substring) -> Bool {
        guard let first = pieces.first, let last = pieces.last, pieces.contains(where: { !$0.isEmpty }) else { return false }
        guard hasWildcard else { return key.contains(first) }
        guard key.hasPrefix(first) else { return false }
        var rest = key.dropFirst(first.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
