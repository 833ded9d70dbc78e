import LegalSearch

/// What a query found in one document: which provisions, and which strings to mark in them.
struct DocumentMatches {
    let query: String
    /// In reading order once ``provisions(in:)`` has put them so.
    private let found: Set<String>
    /// All matches, those beyond the ones listed too.
    let total: Int
    /// The strings that were highlighted, as scalars, longest first.
    private let strings: [[Unicode.Scalar]]

    init(query: String, answer: SearchAnswer) {
        self.query = query
        total = answer.total
        found = Set(answer.hits.compactMap { $0.provision?.id })
        var strings: Set<[Unicode.Scalar]> = []
        for hit in answer.hits where hit.provision != nil {
            let scalars = Array(hit.snippet.text.unicodeScalars)
            for range in hit.snippet.highlights where !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= scalars.count {
                strings.insert(Array(scalars[range]))
            }
        }
        self.strings = strings.sorted { ($0.count, Self.key($0)) > ($1.count, Self.key($1)) }
    }

    private static func key(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

    func contains(provision id: String) -> Bool { found.contains(id) }

    /// `text` with every place of a highlighted string marked.
    func marked(_ text: String) -> Snippet {
        let scalars = Array(text.unicodeScalars)
        var highlights: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            let match = strings.first { string in
                scalars.count - position >= string.count && scalars[position..<position + string.count].elementsEqual(string)
            }
            guard let match else {
                position += 1
                continue
            }
            highlights.append(position..<position + match.count)
            position += match.count
        }
        return Snippet(text: text, highlights: highlights)
    }
}
