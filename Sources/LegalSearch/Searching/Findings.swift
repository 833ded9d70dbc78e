import InvertedIndex
import LegalDocuments

/// What was found for a query before filters, versions and paging: units by their text, and documents or units that
/// the query names outright.
struct Findings {
    var text = TextMatches.none
    /// Named by number, title or article; they come first.
    var named: [Candidate] = []
    /// Units of a document that is named count only by naming it themselves: their document's number is no text of theirs.
    var namedStandAlone = false
    var notes: [QueryNote] = []
    /// What to mark in snippets.
    var highlights: [Phrase] = []
    var suggestions: [String] = []
    /// The pieces of a question, by which its best candidates are looked at closely.
    var question: [Clause]?

    var isEmpty: Bool { text.isEmpty }
}

/// Units that match by their text.
enum TextMatches {
    case none
    /// Every match with its score.
    case scored([SegmentMatches])
    /// The best, and more on demand.
    case ranked(TextRanking)

    var isEmpty: Bool {
        switch self {
        case .none: true
        case .scored(let matches): matches.allSatisfy { $0.units.isEmpty }
        case .ranked(let ranking): ranking.isEmpty
        }
    }
}
