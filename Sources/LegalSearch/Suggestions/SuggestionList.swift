import InvertedIndex
import LegalDocuments

/// What a search box offers for what was typed so far.
struct SuggestionList {
    let state: LibraryState

    /// Numbers that begin so, then titles, at most `limit` in all.
    func suggestions(for typed: String, limit: Int) throws(IndexError) -> [String] {
        guard !typed.isEmpty, limit > 0 else { return [] }
        let prefix = DocumentKeyword.suggestion("")
        let numbers = try state.snapshot.keywords(withPrefix: prefix + typed, limit: limit)
            .map { String($0.keyword.dropFirst(prefix.count)) }.filter { DocumentNumber($0) != nil }
        let titles = TitleSuggestions(index: try state.titleIndex()).titles(for: typed, limit: limit)
        return Array((numbers + titles).prefix(limit))
    }
}
