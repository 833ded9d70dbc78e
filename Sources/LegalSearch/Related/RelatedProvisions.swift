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
        let snapshot = state.snapshot
        let document = try snapshot.document(of: unit)
        let family = try snapshot.column(DocumentColumn.family.rawValue, of: document)
        let clauses = try telling(unit)
        var best: [Int64: Candidate] = [:]
        for matches in try snapshot.matches(any: clauses, parameters: RankingSettings.standard.questions) {
            for index in matches.units.indices {
                let address = UnitAddress(segment: matches.segment, unit: matches.units[index])
                let other = try snapshot.document(of: address)
                guard !standings[other].isHidden else { continue }
                let key = try snapshot.column(DocumentColumn.family.rawValue, of: other)
                let candidate = Candidate(score: matches.scores[index], unit: address, document: other)
                if key != family, best[key].map({ $0 < candidate }) ?? true { best[key] = candidate }
            }
        }
        return Array(best.values.sorted(by: >).prefix(limit))
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
