import InvertedIndex
import TextAnalysis

/// Looks closely at the best candidates for a question: counts its single characters in their texts, and lets the
/// provisions of one law support each other.
///
/// The index finds candidates by pairs of characters; a pair says more, but 养狗 and 犬只饲养 share only a character.
struct QuestionScorer {
    private let settings: RankingSettings
    private let averageLength: Float
    private let table: DocumentTable
    private let snapshot: IndexSnapshot
    /// Ascending: a sum of Floats depends on its order, and answers must not.
    private let characters: [UInt32]
    /// Of each of the characters.
    private let weights: [Float]
    /// Nil where nothing learned counts: where a place is named its own law is wanted, of which the answered questions
    /// have none.
    private let authority: LawAuthority?

    /// - Parameter clauses: the pairs and words of the question, with those that synonyms add.
    init(
        _ clauses: [Clause], settings: RankingSettings, rarity: CharacterRarity, table: DocumentTable,
        snapshot: IndexSnapshot, authority: LawAuthority?
    ) {
        self.settings = settings
        self.authority = authority
        self.table = table
        self.snapshot = snapshot
        averageLength = rarity.averageLength
        var weights: [UInt32: Float] = [:]
        for clause in clauses {
            for scalar in clause.alternatives[0].scalars where CharacterClass.of(scalar) == .han {
                weights[scalar] = max(weights[scalar] ?? 0, clause.weight)
            }
        }
        let ordered = weights.sorted { $0.key < $1.key }
        characters = ordered.map(\.key)
        self.weights = ordered.map { $0.value * rarity.weight(of: $0.key) }
    }

    /// Gives the first `count` candidates their new scores. In which order all stand is left to who takes the best.
    func rescore(_ candidates: inout [Candidate], first count: Int) throws(IndexError) {
        let counter = CharacterCounter(characters, in: snapshot)
        let totalWeight = weights.reduce(0, +)
        for index in 0..<count where !candidates[index].isNamed {
            var candidate = candidates[index]
            let length = try counter.count(in: candidate.unit)
            let (score, covered) = score(counter.counts, length: length)
            candidate.characters = settings.characters * score
            candidate.score += candidate.characters * candidate.prior
            candidate.length = Float(length)
            candidate.coverage = totalWeight > 0 ? covered / totalWeight : 0
            candidates[index] = candidate
        }
        supportFamilies(&candidates, first: count)
        guard let authority else { return }
        var close = Array(candidates[..<count])
        Candidate.sort(&close)
        LearnedOrder.standard.correct(&close, strength: settings.learned, authority: authority)
        candidates = close + Self.below(close, candidates[count...])
    }

    /// The others with scores that none of those looked at falls below. A deeper list has more of them, and if one came between, it
    /// would be on no page or on two.
    /// - Parameter others: best first.
    private static func below(_ close: [Candidate], _ others: ArraySlice<Candidate>) -> [Candidate] {
        guard let lowest = close.map(\.score).min(), let highest = others.first?.score, highest > lowest else { return Array(others) }
        return others.map { other in
            var other = other
            other.score *= lowest / highest
            return other
        }
    }

    /// BM25 of the single characters, and the weight of those that are there.
    private func score(_ counts: [UInt32], length: Int) -> (score: Float, covered: Float) {
        let relative = Float(length) / averageLength
        let saturation = settings.questionSaturation
        let norm = saturation * (1 - settings.questionLength + settings.questionLength * relative)
        var (sum, covered) = (Float(0), Float(0))
        for index in counts.indices where counts[index] > 0 {
            let count = Float(counts[index])
            sum += weights[index] * count * (saturation + 1) / (count + norm)
            covered += weights[index]
        }
        return (sum, covered)
    }

    /// Adds a share of the mean of a work's best scores to each of its candidates.
    private func supportFamilies(_ candidates: inout [Candidate], first count: Int) {
        let depth = max(1, Int(settings.lawDepth))
        // For each family the place of its scores among those of the families met.
        var places = [Int32](repeating: -1, count: table.familyCount)
        var best: [[Float]] = []
        let families = candidates.prefix(count).map { table[$0.document].family }
        for index in 0..<count where !candidates[index].isNamed {
            if places[families[index]] < 0 {
                places[families[index]] = Int32(best.count)
                best.append([])
            }
            Self.insert(candidates[index].score, into: &best[Int(places[families[index]])], depth: depth)
        }
        let shares = best.map { settings.lawShare * $0.reduce(0, +) / Float(depth) }
        for index in 0..<count where !candidates[index].isNamed {
            let share = shares[Int(places[families[index]])]
            candidates[index].score += share
            candidates[index].lawShare = share
        }
    }

    /// Keeps the highest scores, highest first.
    private static func insert(_ score: Float, into scores: inout [Float], depth: Int) {
        if scores.count == depth {
            guard let last = scores.last, score > last else { return }
            scores.removeLast()
        }
        scores.insert(score, at: scores.firstIndex { $0 < score } ?? scores.count)
    }
}
