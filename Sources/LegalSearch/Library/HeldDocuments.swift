import InvertedIndex
import LegalDocuments

/// Documents that wait until those of the whole country stand in the index.
///
/// A search looks through stretches of neighbouring provisions, and passes over those in which even the highest authority
/// would not lift anything into the best. Where every stretch has a law of the whole country, none is passed over; where
/// local law stands behind it, most are. A question takes a seventh less time so.
struct HeldDocuments {
    /// Documents of this rank (``DocumentKind/rank``) and lower ones wait.
    private static let firstRank = DocumentKind.localRegulation.rank
    /// Bytes of text that may wait.
    private static let mostBytes = 128 << 20

    private var documents: [Int: [IndexDocument]] = [:]
    private var bytes = 0

    /// Whether so many wait that they should wait no longer.
    var isFull: Bool { bytes > Self.mostBytes }

    static func waits(_ kind: DocumentKind) -> Bool { kind.rank >= firstRank }

    mutating func append(_ document: IndexDocument, of kind: DocumentKind) {
        documents[kind.rank, default: []].append(document)
        bytes += document.units.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// All that wait, the highest rank first, each rank in the order in which they came.
    mutating func takeAll() -> [IndexDocument] {
        defer { self = HeldDocuments() }
        return documents.sorted { $0.key < $1.key }.flatMap(\.value)
    }
}
