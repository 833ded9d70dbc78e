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

    /// Corrects the scores; the candidates stay in their places.
    /// - Parameters:
    ///   - candidates: best first, looked at closely.
    ///   - strength: 1 for what was learned, 0 for nothing.
    /// - Complexity: O(*n* · *t*) in the corrected candidates and the trees.
    func correct(_ candidates: inout [Candidate], strength: Float, authority: LawAuthority) {
        let close = candidates.indices.prefix(Self.depth).filter { candidates[$0].length > 0 && !candidates[$0].isNamed }
        guard let first = close.first else { return }
        let corrected = close.map { candidates[$0] }
        var features = RankingFeatures(corrected, authority: authority)
        Self.lookAround(corrected, &features)
        features.normalize(best: candidates[first].score)
        let sums = strength > 0 ? trees.sums(features) : []
        let (neighbours, authorities) = (features[.neighbour], features[.authority])
        for (place, index) in close.enumerated() {
            let factor = strength > 0 ? expf(strength * sums[place] / Self.sharpness) : 1
            candidates[index].score *= factor
            candidates[index].learned = LearnedFactor(
                factor: factor, neighbour: neighbours[place], authority: authorities[place])
        }
    }

    /// For each candidate the best own score of another one near it in its document, or 0; and how many of its document stand
    /// above it.
    private static func lookAround(_ candidates: [Candidate], _ features: inout RankingFeatures) {
        let own = features[.own]
        var best = [Float](repeating: 0, count: candidates.count)
        // For each candidate the first of its document, in the order of the index.
        var document = [Int](repeating: 0, count: candidates.count)
        let order = inOrderOfIndex(candidates)
        for (place, left) in order.enumerated() {
            let isOfLast = place > 0 && candidates[order[place - 1]].document == candidates[left].document
            document[left] = isOfLast ? document[order[place - 1]] : left
            for right in order[(place + 1)...] {
                guard candidates[right].document == candidates[left].document,
                    candidates[right].unit.unit - candidates[left].unit.unit <= reach
                else { break }
                best[left] = max(best[left], own[right])
                best[right] = max(best[right], own[left])
            }
        }
        features[.neighbour] = best
        var seen = [Float](repeating: 0, count: candidates.count)
        features[.ordinal] = document.map { first in
            defer { seen[first] += 1 }
            return seen[first]
        }
    }

    /// Places of the candidates by where their units stand. There are fewer than 2¹⁶ of either candidates or segments.
    private static func inOrderOfIndex(_ candidates: [Candidate]) -> [Int] {
        let keys = candidates.indices.map { place in
            UInt64(candidates[place].unit.segment) << 48 | UInt64(candidates[place].unit.unit) << 16 | UInt64(place)
        }
        return keys.sorted().map { Int($0 & 0xFFFF) }
    }
}
