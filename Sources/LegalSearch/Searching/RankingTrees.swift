/// Boosted trees of depth three, each of which asks the same three questions of everything.
///
/// One tree a line: three pairs of a feature's number (``RankingFeatures/Name``) and a threshold, then eight values. The value
/// at place *i* counts where the bits of *i*, the highest first, say which of the three features are above their thresholds.
///
///     0 0.52 5 0.3 7 4.1 -0.04 0.01 0 0.02 0.03 0.05 0.01 0.1
package struct RankingTrees: Sendable {
    private struct Tree: Sendable {
        let features: SIMD4<Int32>
        let thresholds: SIMD4<Float>
        let values: SIMD8<Float>
    }

    private let trees: [Tree]

    /// Number of trees.
    package var count: Int { trees.count }

    /// Nil where a line is no tree.
    package init?(_ text: String) {
        var trees: [Tree] = []
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            let numbers = fields.compactMap { Float($0) }
            guard fields.count == 14, numbers.count == 14, numbers.allSatisfy(\.isFinite) else { return nil }
            let features = [0, 2, 4].compactMap { Int32(fields[$0]) }
            guard features.count == 3, features.allSatisfy({ RankingFeatures.Name(rawValue: Int($0)) != nil }) else { return nil }
            trees.append(
                Tree(
                    features: SIMD4(features[0], features[1], features[2], 0),
                    thresholds: SIMD4(numbers[1], numbers[3], numbers[5], 0), values: SIMD8(numbers[6...])))
        }
        self.trees = trees
    }

    private init() { trees = [] }

    /// Those that `Relevance/learn.py` wrote. A test reads them, so that none is malformed.
    static let standard = RankingTrees(learnedText) ?? RankingTrees()

    /// The sum of what the trees say of a candidate.
    func sum(_ features: SIMD16<Float>) -> Float {
        var sum: Float = 0
        for tree in trees {
            var leaf = 0
            for step in 0..<3 {
                leaf = leaf << 1 | (features[Int(tree.features[step])] > tree.thresholds[step] ? 1 : 0)
            }
            sum += tree.values[leaf]
        }
        return sum
    }
}
