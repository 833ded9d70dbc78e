import TextAnalysis

/// What people say and what the law calls it: 房东 → 出租人.
///
/// One group a line: everyday words, ` > `, the words of the law; `#` begins a comment. In both lists words stand apart by
/// blanks. A group works from left to right only.
///
///     房东 包租婆 > 出租人
package struct SynonymTable: Sendable {
    /// A word of the query and what is searched for beside it.
    package struct Expansion: Sendable, Equatable {
        package let typed: String
        package let added: [String]
    }

    /// What a line of a synonym file lacks.
    package struct Malformed: Error, Equatable {
        /// From 1.
        let line: Int
        let text: String
    }

    /// Everyday words of more characters than this are never met in a query.
    private static let longestWord = 16

    private var groups: [[UInt32]: [String]] = [:]
    /// For each character that a word begins with, the lengths of such words: bit *n* for *n* characters.
    private var lengths: [UInt32: UInt32] = [:]

    package init(_ text: String) throws(Malformed) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.isEmpty { continue }
            guard let arrow = words.firstIndex(where: { $0 == ">" || $0 == "→" }), arrow > 0, arrow + 1 < words.count else {
                throw Malformed(line: index + 1, text: String(line))
            }
            add(words[..<arrow].map(String.init), meaning: words[(arrow + 1)...].map(String.init))
        }
    }

    private mutating func add(_ everyday: [String], meaning legal: [String]) {
        for word in everyday {
            let folded = Self.folded(word)
            guard !folded.isEmpty, folded.count <= Self.longestWord else { continue }
            groups[folded, default: []] += legal.filter { !groups[folded, default: []].contains($0) }
            lengths[folded[0], default: 0] |= 1 << UInt32(folded.count)
        }
    }

    /// The table with what another file adds to it.
    func extended(by other: SynonymTable) -> SynonymTable {
        var result = self
        for (word, legal) in other.groups {
            result.groups[word, default: []] += legal.filter { !result.groups[word, default: []].contains($0) }
        }
        result.lengths.merge(other.lengths) { $0 | $1 }
        return result
    }

    /// The everyday words of a query, each with the legal words that it does not hold itself; of words that begin
    /// at one place the longest, and none within another.
    package func expansions(of query: [UInt32]) -> [Expansion] {
        var found: [Expansion] = []
        var place = 0
        while place < query.count {
            guard let length = wordLength(in: query, at: place) else {
                place += 1
                continue
            }
            let word = Array(query[place..<(place + length)])
            let added = (groups[word] ?? []).filter { !Self.holds(query, Self.folded($0)) }
            if !added.isEmpty, !found.contains(where: { $0.typed == String(folded: word) }) {
                found.append(Expansion(typed: String(folded: word), added: added))
            }
            place += length
        }
        return found
    }

    /// Characters of the longest everyday word that begins there.
    private func wordLength(in query: [UInt32], at place: Int) -> Int? {
        var possible = lengths[query[place]] ?? 0
        while possible != 0 {
            let length = 31 - possible.leadingZeroBitCount
            possible &= ~(1 << UInt32(length))
            if length <= query.count - place, groups[Array(query[place..<(place + length)])] != nil { return length }
        }
        return nil
    }

    private static func folded(_ word: String) -> [UInt32] {
        var scalars: [UInt32] = []
        Folding.append(word, to: &scalars)
        return scalars
    }

    private static func holds(_ text: [UInt32], _ word: [UInt32]) -> Bool {
        guard word.count <= text.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
    }
}
