internal import Glibc

/// What ``RankingTrees`` ask about some candidates: a column for each feature, in which every candidate has its place.
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

    /// Number of candidates.
    let count: Int
    private var columns: [[Float]]

    subscript(name: Name) -> [Float] {
        get { columns[name.rawValue] }
        _modify { yield &columns[name.rawValue] }
    }

    subscript(number: Int) -> [Float] { columns[number] }

    /// Zeros, to be filled.
    init(count: Int) {
        self.count = count
        columns = Array(repeating: Array(repeating: 0, count: count), count: Name.allCases.count)
    }

    /// Sets all that a candidate tells by itself, not yet as shares of the best.
    mutating func set(_ place: Int, to candidate: Candidate, authority: Float) {
        let own = candidate.score - candidate.lawShare
        let text = candidate.prior > 0 ? own / candidate.prior : 0
        self[.score][place] = candidate.score
        self[.own][place] = own
        self[.text][place] = text
        self[.pairs][place] = text - candidate.characters
        self[.characters][place] = candidate.characters
        self[.coverage][place] = candidate.coverage
        self[.authority][place] = authority
        self[.length][place] = log1pf(candidate.length)
        self[.law][place] = candidate.lawShare
    }

    /// Makes shares of what is told as one.
    mutating func normalize(best: Float) {
        func highest(_ name: Name) -> Float { self[name].reduce(.leastNormalMagnitude, max) }
        let own = highest(.own)
        let scales: [(Name, Float)] = [
            (.score, best), (.text, highest(.text)), (.pairs, highest(.pairs)), (.characters, highest(.characters)),
            (.law, own), (.neighbour, own), (.own, own),
        ]
        for (name, scale) in scales {
            let scale = max(scale, .leastNormalMagnitude)
            for place in 0..<count { self[name][place] /= scale }
        }
    }
}
