import InvertedIndex
import LegalDocuments

/// Finds the held title that differs least from one that is not held.
struct NearTitles {
    let state: LibraryState

    /// The document whose title differs in at most one character of six; nil where there is none, or two are equally near.
    ///
    /// - Complexity: O(*n*) in titles that begin with the same two characters or end with the same four.
    func nearest(to title: String) throws(IndexError) -> DocumentAddress? {
        let key = Array(CitationKeyword.key(of: title).unicodeScalars)
        guard (4...100).contains(key.count) else { return nil }
        let prefix = DocumentKeyword.title("")
        let limit = max(1, key.count / 6)
        var best: (distance: Int, address: DocumentAddress, isAlone: Bool)?
        for (keyword, documents) in try state.snapshot.keywords(withPrefix: prefix, limit: 200_000) {
            guard let address = documents.first else { continue }
            let held = Array(keyword.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
            guard abs(held.count - key.count) <= limit, held.prefix(2) == key.prefix(2) || held.suffix(4) == key.suffix(4) else { continue }
            let distance = EditDistance.between(key, held, limit: limit)
            guard distance <= limit else { continue }
            if let known = best, known.distance <= distance {
                if known.distance == distance { best?.isAlone = false }
            } else {
                best = (distance, address, true)
            }
        }
        return best.flatMap { $0.isAlone ? $0.address : nil }
    }
}
