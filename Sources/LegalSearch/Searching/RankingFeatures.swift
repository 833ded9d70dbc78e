internal import Glibc

/// What ``RankingTrees`` ask about a candidate.
struct RankingFeatures: Sendable {
    /// In the order of the numbers that the trees use.
    enum Name: Int, CaseIterable {
        /// The score so far, without what its law adds, and without authority; the part of pairs and that of single
        /// characters: each as a share of the best candidate's.
        case score, own, text, pairs, characters
        /// Share of the question's characters that the text holds, by weight.
        case coverage
        /// As ``LearnedFactor`` has it.
        case authority
        /// Natural logarithm of 1 + the characters of the text.
        case length
        /// Candidates of its document above it.
        case ordinal
        /// What its law adds, and the best of its neighbours: as a share of the best own score.
        case law, neighbour
    }

    private(set) var values: SIMD16<Float> = .zero

    subscript(name: Name) -> Float {
        get { values[name.rawValue] }
        set { values[name.rawValue] = newValue }
    }

    /// Not yet as shares of the best.
    init(_ candidate: Candidate, own: Float, neighbour: Float, authority: Float) {
        let text = candidate.prior > 0 ? own / candidate.prior : 0
        self[.score] = candidate.score
        self[.own] = own
        self[.text] = text
        self[.pairs] = text - candidate.characters
        self[.characters] = candidate.characters
        self[.coverage] = candidate.coverage
        self[.authority] = authority
        self[.length] = log1pf(candidate.length)
        self[.law] = candidate.lawShare
        self[.neighbour] = neighbour
    }

    static func normalize(_ features: inout [RankingFeatures], best: Float) {
        func highest(_ name: Name) -> Float { features.reduce(Float.leastNormalMagnitude) { max($0, $1[name]) } }
        let own = highest(.own)
        let scales: [(Name, Float)] = [
            (.score, best), (.text, highest(.text)), (.pairs, highest(.pairs)), (.characters, highest(.characters)),
            (.law, own), (.neighbour, own), (.own, own),
        ]
        for index in features.indices {
            for (name, scale) in scales { features[index][name] /= max(scale, .leastNormalMagnitude) }
        }
    }
}
