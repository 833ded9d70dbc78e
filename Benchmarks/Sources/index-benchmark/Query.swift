import FoundationEssentials
import InvertedIndex
import TextAnalysis

/// A query of the benchmark, taken apart and ready to run.
struct Query {
    enum Kind {
        case bestOfAll, bestOfAny, count
    }

    /// The class as the file of queries names it; figures are kept by it.
    let name: String
    let kind: Kind
    let clauses: [Clause]
    /// Each distinct bigram of the query once, as they come.
    let bigrams: [Phrase]

    /// Words stand between blanks, and each is wanted as it stands; the class `or` wants any bigram of a question.
    init(name: String, text: String) {
        self.name = name
        bigrams = Self.bigrams(of: text)
        switch name {
        case "or":
            kind = .bestOfAny
            clauses = bigrams.map { Clause([$0]) }
        case "count":
            kind = .count
            clauses = Self.words(of: text)
        default:
            kind = .bestOfAll
            clauses = Self.words(of: text)
        }
    }

    /// Reads a class and a query a line, with a tab between them.
    static func read(_ path: String) throws -> [Query] {
        let lines = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).split(separator: "\n")
        return try lines.map { line in
            let fields = line.split(separator: "\t")
            guard fields.count == 2 else { throw UsageError("\(path): not a class and a query: \(line)") }
            return Query(name: String(fields[0]), text: String(fields[1]))
        }
    }

    private static func words(of text: String) -> [Clause] {
        text.split(separator: " ").map { Clause([Phrase(String($0))]) }
    }

    private static func bigrams(of text: String) -> [Phrase] {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        var phrases: [Phrase] = []
        CJKBigramTokenizer().forEachToken(in: scalars) { token, _ in
            guard case .bigram(let first, let second) = token else { return }
            let phrase = Phrase(folded: [first, second])
            if !phrases.contains(phrase) { phrases.append(phrase) }
        }
        return phrases
    }
}
