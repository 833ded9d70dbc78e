internal import InvertedIndex
public import LegalDocuments

/// Checking the citations of a text.
extension Library {
    /// For so many citations of one text that lead nowhere a near title is sought: each takes a pass over all titles.
    private static let mostSuggestions = 200

    /// Every citation in a text with what became of it on a day; nil for today.
    public func check(_ text: CitedText, asOf day: LegalDate?) throws(LibraryError) -> [CheckedCitation] {
        let state = current
        do throws(IndexError) {
            let standings = try state.standings(on: day ?? WallClock.today())
            let checker = CitationChecker(resolver: CitationResolver(state: state, standings: standings))
            var checked: [CheckedCitation] = []
            var missing = 0
            for citation in text.citations(state.shortForms) {
                let answer = try checker.check(citation, in: text, suggests: missing < Self.mostSuggestions)
                if answer.verdict == .notHere { missing += 1 }
                checked.append(answer)
            }
            let all = checked + text.missingOwnArticles()
            return all.sorted { ($0.citation.span.lowerBound, $0.citation.span.upperBound) < ($1.citation.span.lowerBound, $1.citation.span.upperBound) }
        } catch {
            throw .index(error)
        }
    }
}
