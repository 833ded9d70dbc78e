import LegalSearch

/// What of a query the links to a found document carry, so that the document marks what the hits mark.
///
/// A short query goes whole. Of a long one go the words that are marked in the document's hits, any of which will do:
/// a page of hits has sixty such links, and the question would be repeated in each.
struct MarkedWords {
    let query: String

    /// Characters of a query that goes whole, and of the words of a longer one.
    private static let length = 48

    init(query: String, hits: [Hit]) {
        guard query.unicodeScalars.count > Self.length else {
            self.query = query
            return
        }
        var room = Self.length
        var words: [String] = []
        for word in Self.marked(in: hits) where word.unicodeScalars.count + 3 <= room {
            room -= word.unicodeScalars.count + 3
            words.append(word)
        }
        self.query = words.joined(separator: " | ")
    }

    /// Each marked string once, the longest first: they tell most. Only letters and digits, so that a word is read as one.
    private static func marked(in hits: [Hit]) -> [String] {
        var seen: Set<String> = []
        var words: [String] = []
        for hit in hits {
            let scalars = Array(hit.snippet.text.unicodeScalars)
            for range in hit.snippet.highlights where range.lowerBound >= 0 && range.upperBound <= scalars.count && range.count > 1 {
                let word = String(String.UnicodeScalarView(scalars[range]))
                if word.allSatisfy({ $0.isLetter || $0.isNumber }), seen.insert(word).inserted { words.append(word) }
            }
        }
        // Of the same length, the one that comes first in the hits.
        return words.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
}
