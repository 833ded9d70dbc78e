/// Boosted trees of depth three, each of which asks the same three questions of everything.
///
/// One tree a line: three pairs of a feature's number (``RankingFeatures/Name``) and a threshold, then eight values. The value
/// at place *i* counts where the bits of *i*, the highest first, say which of the three features are above their thresholds.
///
///     0 0.52 5 0.3 7 4.1 -0.04 0.01 0 0.02 0.03 0.05 0.01 0.1
package struct RankingTrees: Sendable {
    private struct Tree: Sendable {
        /// Features and thresholds of the three questions.
        let features: (Int, Int, Int)
        let thresholds: (Float, Float, Float)
        /// Eight.
        let values: [Float]
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
            let features = [0, 2, 4].compactMap { Int(fields[$0]) }
            guard features.count == 3, features.allSatisfy({ RankingFeatures.Name(rawValue: $0) != nil }) else { return nil }
            trees.append(
                Tree(
                    features: (features[0], features[1], features[2]), thresholds: (numbers[1], numbers[3], numbers[5]),
                    values: Array(numbers[6...])))
        }
        self.trees = trees
    }

    private init() { trees = [] }

    /// Those that `Relevance/learn.py` wrote. A test reads them, so that none is malformed.
    static let standard = RankingTrees(learnedText) ?? RankingTrees()

    /// For each candidate the sum of what the trees say of it.
    ///
    /// Tree by tree, so that one tree's numbers are at hand for all candidates; each sum is added up in the order of the trees.
    func sums(_ features: RankingFeatures) -> [Float] {
        var sums = [Float](repeating: 0, count: features.count)
        for tree in trees {
            let (first, second, third) = (features[tree.features.0], features[tree.features.1], features[tree.features.2])
            let thresholds = tree.thresholds
            let values = tree.values
            for index in sums.indices {
                let leaf = (first[index] > thresholds.0 ? 4 : 0) | (second[index] > thresholds.1 ? 2 : 0)
                    | (third[index] > thresholds.2 ? 1 : 0)
                sums[index] += values[leaf]
            }
        }
        return sums
    }
}
