import InvertedIndex
import LegalDocuments

/// How much the documents of a commit lean on each law: the number of documents that name it in title marks.
///
/// A law that hundreds of others name is likelier to be what a question is about than one that nobody names. It is
/// known without a question, like the in-degree of a page (Kleinberg, "Authoritative Sources in a Hyperlinked
/// Environment", 1999).
struct LawAuthority: Sendable {
    /// Natural logarithm of 1 + the number of documents that name it, for each segment and document.
    private let logarithms: [[Float]]

    func logarithm(of address: DocumentAddress) -> Float { logarithms[address.segment][address.document] }

    /// - Complexity: O(*n*) in the titles held and named.
    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var logarithms = (0..<snapshot.segmentCount).map { [Float](repeating: 0, count: snapshot.documentCount(ofSegment: $0)) }
        var counts: [Substring: Int] = [:]
        for (keyword, documents) in try snapshot.keywords(withPrefix: NamedTitles.prefix, limit: .max) {
            counts[keyword.dropFirst(NamedTitles.prefix.count)] = documents.count
        }
        let prefix = DocumentKeyword.title("")
        if !counts.isEmpty {
            for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: .max) {
                guard let count = counts[keyword.dropFirst(prefix.count)] else { continue }
                for address in documents {
                    let known = logarithms[address.segment][address.document]
                    logarithms[address.segment][address.document] = max(known, NamedTitles.logarithm(of: count))
                }
            }
        }
        self.logarithms = logarithms
    }
}
