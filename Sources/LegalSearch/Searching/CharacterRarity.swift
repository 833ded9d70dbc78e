internal import Glibc
import InvertedIndex
import TextAnalysis

/// How rare each character is, learned from an even sample of the texts, and how long texts are.
///
/// The index keeps no list for single characters; a few thousand texts tell their rarity well enough to weigh them.
struct CharacterRarity: Sendable {
    private static let sampleSize = 4_000

    private let counts: [UInt32: Int]
    private let sampled: Int
    /// In folded scalars.
    let averageLength: Float

    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var counts: [UInt32: Int] = [:]
        var (sampled, length) = (0, 0)
        let documents = snapshot.documents()
        var units = 0
        for address in documents { units += try snapshot.units(of: address).count }
        let step = max(1, units / Self.sampleSize)
        var passed = 0
        for address in documents {
            for unit in try snapshot.units(of: address) {
                defer { passed += 1 }
                guard passed % step == 0 else { continue }
                var folded: [UInt32] = []
                Folding.append(try snapshot.text(of: UnitAddress(segment: address.segment, unit: unit)), to: &folded)
                sampled += 1
                length += folded.count
                for scalar in Set(folded) { counts[scalar, default: 0] += 1 }
            }
        }
        self.counts = counts
        self.sampled = sampled
        averageLength = max(1, Float(length) / Float(max(1, sampled)))
    }

    /// ln(1 + (N − n + ½) / (n + ½)), as the index weighs its terms.
    func weight(of character: UInt32) -> Float {
        let count = counts[character] ?? 0
        return log1pf((Float(sampled - count) + 0.5) / (Float(count) + 0.5))
    }
}
