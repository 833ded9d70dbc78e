internal import Glibc
import InvertedIndex

/// What ``LearnedOrder`` made of a candidate, for its score and for its explanation.
struct LearnedFactor: Sendable, Equatable {
    static let none = LearnedFactor(factor: 1, neighbour: 0, authority: 0)

    /// The score is multiplied by it.
    var factor: Float
    /// The best own score within ``LearnedOrder/reach`` provisions of the same document, as a share of the best of all.
    var neighbour: Float
    /// Natural logarithm of 1 + the number of documents that name the law.
    var authority: Float
}

/// Corrects the scores of a question's best candidates by what answered questions taught.
///
/// The sum of a score's parts tells a good candidate; how the parts stand to each other tells more. A provision that alone
/// in its chapter has the words is less likely the answer than one whose neighbours have them too, and a high score by pairs
/// of characters is worth less where most of the question is missing. Such rules are learned as boosted trees
/// (LambdaMART: Burges, "From RankNet to LambdaRank to LambdaMART", 2010), each of which asks the same three things of every
/// candidate; `Relevance/learn.py` makes them from questions with known answers.
///
/// A feature never names a law or a kind of law: what is learned is how to weigh, not what was asked.
struct LearnedOrder: Sendable {
    /// Candidates that are corrected; those below keep their scores.
    static let depth = 300
    /// Provisions of one document that are no farther apart are neighbours.
    static let reach: UInt32 = 8
    /// A tree's sum of 1 multiplies the score by e to the power of 1/6: the scores' logarithm times six was the trees' start.
    private static let sharpness: Float = 6

    static let standard = LearnedOrder(RankingTrees.standard)

    private let trees: RankingTrees

    init(_ trees: RankingTrees) { self.trees = trees }

    /// The candidates, best first, with corrected scores.
    /// - Parameters:
    ///   - candidates: best first, looked at closely.
    ///   - strength: 1 for what was learned, 0 for nothing.
    /// - Complexity: O(*n* · *t*) in the corrected candidates and the trees.
    func corrected(_ candidates: [Candidate], strength: Float, authority: LawAuthority) -> [Candidate] {
        var corrected = candidates
        let close = candidates.indices.prefix(Self.depth).filter { candidates[$0].length > 0 && !candidates[$0].isNamed }
        guard let first = close.first else { return candidates }
        let own = close.map { candidates[$0].score - candidates[$0].lawShare }
        let neighbours = Self.neighbours(close.map { candidates[$0] }, own)
        var features = close.indices.map { place in
            RankingFeatures(
                candidates[close[place]], own: own[place], neighbour: neighbours[place],
                authority: authority.logarithm(of: candidates[close[place]].document))
        }
        Self.ordinals(of: close.map { candidates[$0].document }, in: &features)
        RankingFeatures.normalize(&features, best: candidates[first].score)
        for (place, index) in close.enumerated() {
            let factor = strength > 0 ? expf(strength * trees.sum(features[place].values) / Self.sharpness) : 1
            corrected[index].score *= factor
            corrected[index].learned = LearnedFactor(
                factor: factor, neighbour: features[place][.neighbour], authority: features[place][.authority])
        }
        return corrected.sorted(by: >)
    }

    /// For each candidate the best own score of another one near it in its document, or 0.
    private static func neighbours(_ candidates: [Candidate], _ own: [Float]) -> [Float] {
        var best = [Float](repeating: 0, count: candidates.count)
        let order = candidates.indices.sorted {
            (candidates[$0].unit.segment, candidates[$0].unit.unit) < (candidates[$1].unit.segment, candidates[$1].unit.unit)
        }
        for (place, left) in order.enumerated() {
            for right in order[(place + 1)...] {
                guard candidates[right].document == candidates[left].document,
                    candidates[right].unit.unit - candidates[left].unit.unit <= reach
                else { break }
                best[left] = max(best[left], own[right])
                best[right] = max(best[right], own[left])
            }
        }
        return best
    }

    /// Counts, for each candidate, those of its document that stand above it.
    private static func ordinals(of documents: [DocumentAddress], in features: inout [RankingFeatures]) {
        var seen: [DocumentAddress: Float] = [:]
        for (place, document) in documents.enumerated() {
            features[place][.ordinal] = seen[document] ?? 0
            seen[document, default: 0] += 1
        }
    }
}
