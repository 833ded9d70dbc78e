internal import InvertedIndex
public import LegalDocuments

/// Checking the citations of a text.
extension Library {
    /// Every citation in a text with what became of it on a day; nil for today.
    public func check(_ text: CitedText, asOf day: LegalDate?) throws(LibraryError) -> [CheckedCitation] {
        let state = current
        do throws(IndexError) {
            let standings = try state.standings(on: day ?? WallClock.today())
            let checker = CitationChecker(resolver: CitationResolver(state: state, standings: standings))
            var checked: [CheckedCitation] = []
            for citation in text.citations() { checked.append(try checker.check(citation, in: text)) }
            return checked
        } catch {
            throw .index(error)
        }
    }
}
