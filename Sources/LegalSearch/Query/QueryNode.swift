import InvertedIndex
import TextAnalysis

/// Something that must be found: a word, a quoted phrase, a title in marks.
struct QueryPart: Sendable, Equatable {
    /// As typed, for notes.
    let text: String
    /// Spellings that count as one.
    let phrases: [Phrase]
    /// In quotation marks: never relaxed.
    let isQuoted: Bool

    var clause: Clause { Clause(phrases) }

    /// The parts of a word or phrase as typed: one for a phrase, one for each piece between punctuation for a word; none where
    /// there is nothing to search for.
    static func parts(of text: String, isQuoted: Bool) -> [QueryPart] {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        let pieces = isQuoted ? [folded] : pieces(of: folded)
        return pieces.compactMap { piece in
            let spellings = SpellingVariants.alternatives(for: piece).flatMap { NumeralVariants.alternatives(for: $0) }
            let phrases = spellings.map { Phrase(folded: $0, matchesPartialWords: isQuoted) }
            guard let first = phrases.first, first.isSearchable else { return nil }
            return QueryPart(
                text: pieces.count == 1 ? text : String(folded: piece), phrases: phrases, isQuoted: isQuoted)
        }
    }

    /// Outside quotation marks punctuation only separates, except within 4.0 or pm2.5.
    private static func pieces(of scalars: [UInt32]) -> [[UInt32]] {
        var pieces: [[UInt32]] = []
        var current: [UInt32] = []
        for index in scalars.indices {
            let joins = CharacterClass.of(scalars[index]) != .other || joinsWord(index, scalars)
            if joins { current.append(scalars[index]) }
            if !joins || index == scalars.count - 1 {
                if !current.isEmpty { pieces.append(current) }
                current = []
            }
        }
        return pieces
    }

    private static func joinsWord(_ index: Int, _ scalars: [UInt32]) -> Bool {
        [0x2E, 0x2D, 0x2F].contains(scalars[index]) && index > 0 && index + 1 < scalars.count
            && CharacterClass.of(scalars[index - 1]) == .word && CharacterClass.of(scalars[index + 1]) == .word
    }
}

/// A query as a tree.
indirect enum QueryNode: Sendable, Equatable {
    case part(QueryPart)
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    case near([QueryPart], within: Int)
    /// Provisions with this article label.
    case article(String)

    /// What is looked for, exclusions left out, in the order typed.
    var parts: [QueryPart] {
        switch self {
        case .part(let part): [part]
        case .all(let nodes), .any(let nodes): nodes.flatMap(\.parts)
        case .near(let parts, _): parts
        case .not, .article: []
        }
    }

    /// For the index. Nil for a node that holds nothing but exclusions.
    var booleanQuery: BooleanQuery? {
        switch self {
        case .part(let part): return .clause(part.clause)
        case .near(let parts, let distance): return .near(parts.map(\.clause), within: distance)
        case .article(let label): return .opening(Phrase(label))
        case .not: return nil
        case .any(let nodes):
            let queries = nodes.compactMap(\.booleanQuery)
            return queries.count == nodes.count ? .any(queries) : nil
        case .all(let nodes):
            var wanted: [BooleanQuery] = []
            var excluded: [BooleanQuery] = []
            for node in nodes {
                if case .not(let inner) = node {
                    guard let query = inner.booleanQuery else { return nil }
                    excluded.append(query)
                } else {
                    guard let query = node.booleanQuery else { return nil }
                    wanted.append(query)
                }
            }
            if wanted.isEmpty { return nil }
            let base: BooleanQuery = wanted.count == 1 ? wanted[0] : .all(wanted)
            return excluded.isEmpty ? base : .excluding(base, excluded)
        }
    }
}
