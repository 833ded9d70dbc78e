import InvertedIndex
import TextAnalysis

/// Looks closely at the best candidates for a question: counts its single characters in their texts, and lets the
/// provisions of one law support each other.
///
/// The index finds candidates by pairs of characters; a pair says more, but 养狗 and 犬只饲养 share only a character.
struct QuestionScorer {
    private let settings: RankingSettings
    private let rarity: CharacterRarity
    private let weights: [UInt32: Float]
    private let totalWeight: Float

    /// - Parameter clauses: the pairs and words of the question, with those that synonyms add.
    init(_ clauses: [Clause], settings: RankingSettings, rarity: CharacterRarity) {
        self.settings = settings
        self.rarity = rarity
        var weights: [UInt32: Float] = [:]
        for clause in clauses {
            for scalar in clause.alternatives[0].scalars where CharacterClass.of(scalar) == .han {
                weights[scalar] = max(weights[scalar] ?? 0, clause.weight)
            }
        }
        self.weights = weights.reduce(into: [:]) { $0[$1.key] = $1.value * rarity.weight(of: $1.key) }
        totalWeight = self.weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    }

    /// The candidates, best first, with their new scores. `family` names the work that a candidate belongs to.
    func ordered(
        _ candidates: [Candidate], in snapshot: IndexSnapshot, family: (Candidate) throws(IndexError) -> Int64
    ) throws(IndexError) -> [Candidate] {
        let depth = min(candidates.count, Int(settings.closeDepth))
        var close = Array(candidates[..<depth])
        for index in close.indices where !close[index].isNamed {
            let look = look(at: try snapshot.text(of: close[index].unit))
            let extra = settings.characters * look.score
            close[index].score += extra * close[index].prior
            close[index].characters = extra
            close[index].coverage = look.coverage
            close[index].length = look.length
        }
        close.sort(by: >)
        try supportFamilies(&close, family)
        return close.sorted(by: >) + candidates[depth...]
    }

    /// BM25 of the single characters, the share of them that is there, by weight, and the length of the text.
    private func look(at text: String) -> (score: Float, coverage: Float, length: Float) {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        var counts: [UInt32: Float] = [:]
        for scalar in folded where weights[scalar] != nil { counts[scalar, default: 0] += 1 }
        let relative = Float(folded.count) / rarity.averageLength
        let saturation = settings.questionSaturation
        let norm = saturation * (1 - settings.questionLength + settings.questionLength * relative)
        // In the order of the characters: a sum of Floats depends on its order, and answers must not.
        var (score, covered): (Float, Float) = (0, 0)
        for (character, count) in counts.sorted(by: { $0.key < $1.key }) {
            let weight = weights[character] ?? 0
            score += weight * count * (saturation + 1) / (count + norm)
            covered += weight
        }
        return (score, totalWeight > 0 ? covered / totalWeight : 0, Float(folded.count))
    }

    /// Adds a share of the mean of a work's best scores to each of its candidates.
    private func supportFamilies(
        _ candidates: inout [Candidate], _ family: (Candidate) throws(IndexError) -> Int64
    ) throws(IndexError) {
        let depth = max(1, Int(settings.lawDepth))
        var best: [Int64: (count: Int, sum: Float)] = [:]
        var families: [Int64] = []
        for candidate in candidates {
            let key = try family(candidate)
            families.append(key)
            if candidate.isNamed { continue }
            let known = best[key] ?? (0, 0)
            if known.count < depth { best[key] = (known.count + 1, known.sum + candidate.score) }
        }
        for index in candidates.indices where !candidates[index].isNamed {
            let share = settings.lawShare * (best[families[index]]?.sum ?? 0) / Float(depth)
            candidates[index].score += share
            candidates[index].lawShare = share
        }
    }
}
