import InvertedIndex
import LegalDocuments
import TextAnalysis

/// Every title that a commit holds, laid out for suggestions: a few thousand short strings, read from end to end.
struct TitleIndex: Sendable {
    struct Entry: Sendable {
        /// As written.
        let title: String
        /// As ``TitleKey`` gives it, in scalars.
        let key: [UInt32]
        /// For each scalar of the key, the first letters of its readings (``TextAnalysis/Pinyin``).
        let initials: [UInt32]
        /// Larger is likelier to be meant: authority, and how many documents name it.
        let weight: Float
        let rank: Int
        let documents: [DocumentAddress]
    }

    /// Weightiest first.
    let entries: [Entry]

    /// - Complexity: O(*n* log *n*) in titles.
    init(_ snapshot: IndexSnapshot, authority: LawAuthority) throws(IndexError) {
        var entries: [Entry] = []
        let prefix = DocumentKeyword.suggestion("")
        for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: .max) {
            let title = String(keyword.dropFirst(prefix.count))
            guard let first = documents.first, DocumentNumber(title) == nil else { continue }
            let rank = Int(try snapshot.column(DocumentColumn.nature.rawValue, of: first) & 0xFF)
            let key = TitleKey.key(of: title).unicodeScalars.map(\.value)
            guard !key.isEmpty else { continue }
            entries.append(
                Entry(
                    title: title, key: key, initials: key.map(Pinyin.initials), weight: authority.logarithm(of: first) - Float(rank),
                    rank: rank, documents: documents))
        }
        self.entries = entries.sorted { ($1.weight, $0.key.count, $0.title) < ($0.weight, $1.key.count, $1.title) }
    }
}
