import InvertedIndex
import LegalDocuments
import TextAnalysis

/// Provisions of other works that say nearly the same: the parallel article in another region's regulation.
///
/// The provision's most telling pairs of characters are searched for like a question; a pair tells the more, the rarer its
/// characters are.
struct RelatedProvisions {
    let state: LibraryState
    let standings: DocumentStandings

    /// Pairs that are searched for.
    private static let pairs = 24

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
        let clauses = try telling(unit)
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

    private func telling(_ unit: UnitAddress) throws(IndexError) -> [Clause] {
        var folded: [UInt32] = []
        Folding.append(try state.snapshot.text(of: unit), to: &folded)
        let rarity = try state.characterRarity()
        var weights: [Phrase: Float] = [:]
        CJKBigramTokenizer().forEachToken(in: folded) { token, _ in
            guard case .bigram(let first, let second) = token else { return }
            weights[Phrase(folded: [first, second])] = rarity.weight(of: first) + rarity.weight(of: second)
        }
        return weights.sorted { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.scalars.lexicographicallyPrecedes(right.key.scalars)
        }.prefix(Self.pairs).map { Clause([$0.key]) }
    }
}
