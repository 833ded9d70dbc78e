import InvertedIndex
import LegalDocuments
import TextAnalysis

/// Provisions of other works that say nearly the same: the parallel article in another region's regulation.
///
/// The provision's most telling pairs of characters are searched for like a question; a pair tells the more, the rarer its
/// characters are. The subject of its document's title is searched for beside them: the parallel article stands in a
/// regulation on the same subject.
struct RelatedProvisions {
    let state: LibraryState
    let standings: DocumentStandings

    /// Pairs that are searched for.
    private static let pairs = 24
    /// Pairs of the title, and what one counts against a pair of the text.
    private static let titlePairs = 6
    private static let titleWeight: Float = 0.5

    /// Best first, at most `limit`, of each work its best provision; texts hidden as older versions are left out.
    func related(to unit: UnitAddress, limit: Int) throws(IndexError) -> [Candidate] {
        guard limit > 0 else { return [] }
        let table = try state.documentTable()
        let own = table[table.document(of: unit)].family
        let factors = DocumentFactors(
            table.rows.indices.map { segment in
                table.rows[segment].indices.map { document in
                    let address = DocumentAddress(segment: segment, document: document)
                    return standings[address].isHidden || table[address].family == own ? 0 : 1
                }
            })
        let stored = try DocumentCoding.stored(table.document(of: unit), in: state.snapshot).document
        let text = try telling(try state.snapshot.text(of: unit), limit: Self.pairs)
        let title = try telling(Self.subject(of: stored), limit: Self.titlePairs)
        let clauses = text.map { Clause([$0]) }
            + title.filter { !text.contains($0) }.map { Clause([$0], weight: Self.titleWeight) }
        // Of one work several provisions may come before another's best.
        var depth = limit * 8
        while true {
            let found = try state.snapshot.best(
                depth, any: clauses, parameters: RankingSettings.standard.questions, factors: factors)
            let best = bestOfWorks(found, table)
            if best.count >= limit || found.count < depth || SearchTime.isOver { return Array(best.prefix(limit)) }
            depth *= 4
        }
    }

    /// Of each work the first, which is its best.
    private func bestOfWorks(_ found: [ScoredUnit], _ table: DocumentTable) -> [Candidate] {
        var seen: Set<Int> = []
        return found.compactMap { found in
            let document = table.document(of: found.unit)
            guard seen.insert(table[document].family).inserted else { return nil }
            return Candidate(score: found.score, unit: found.unit, document: document)
        }
    }

    /// The title without the place whose law it is.
    private static func subject(of document: LegalDocument) -> String {
        guard let region = document.region, document.title.hasPrefix(region) else { return document.title }
        return String(document.title.dropFirst(region.count))
    }

    /// The pairs of a text that tell most, at most `limit`.
    private func telling(_ text: String, limit: Int) throws(IndexError) -> [Phrase] {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        let rarity = try state.characterRarity()
        var weights: [Phrase: Float] = [:]
        CJKBigramTokenizer().forEachToken(in: folded) { token, _ in
            guard case .bigram(let first, let second) = token else { return }
            weights[Phrase(folded: [first, second])] = rarity.weight(of: first) + rarity.weight(of: second)
        }
        return weights.sorted { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.scalars.lexicographicallyPrecedes(right.key.scalars)
        }.prefix(limit).map(\.key)
    }
}
