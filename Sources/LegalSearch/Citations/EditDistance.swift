/// Levenshtein's distance: how many scalars must be put in, taken out or changed to make one text of another (V. I.
/// Levenshtein, Binary codes capable of correcting deletions, insertions, and reversals, 1966).
enum EditDistance {
    /// Given up beyond `limit`, and then `limit` + 1.
    ///
    /// - Complexity: O(*n* · *m*).
    static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int {
        var row = Array(0...right.count)
        for (i, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let kept = diagonal + (scalar == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(kept, row[j + 1] + 1, row[j] + 1)
            }
            if (row.min() ?? 0) > limit { return limit + 1 }
        }
        return min(row[right.count], limit + 1)
    }
}
