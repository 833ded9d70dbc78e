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
        let snapshot = state.snapshot
        let document = try snapshot.document(of: unit)
        let family = try snapshot.column(DocumentColumn.family.rawValue, of: document)
        let stored = try DocumentCoding.stored(document, in: snapshot).document
        let text = try telling(try snapshot.text(of: unit), limit: Self.pairs)
        let title = try telling(Self.subject(of: stored), limit: Self.titlePairs)
        let clauses = text.map { Clause([$0]) }
            + title.filter { !text.contains($0) }.map { Clause([$0], weight: Self.titleWeight) }
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
