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

    /// All that candidates tell by themselves, not yet as shares of the best; the other columns are zeros.
    init(_ candidates: [Candidate], authority: LawAuthority) {
        count = candidates.count
        columns = Array(repeating: Array(repeating: 0, count: candidates.count), count: Name.allCases.count)
        let own = candidates.map { $0.score - $0.lawShare }
        let text = zip(candidates, own).map { $0.prior > 0 ? $1 / $0.prior : 0 }
        self[.score] = candidates.map(\.score)
        self[.own] = own
        self[.text] = text
        self[.pairs] = zip(candidates, text).map { $1 - $0.characters }
        self[.characters] = candidates.map(\.characters)
        self[.coverage] = candidates.map(\.coverage)
        self[.authority] = candidates.map { authority.logarithm(of: $0.document) }
        self[.length] = candidates.map { log1pf($0.length) }
        self[.law] = candidates.map(\.lawShare)
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
            self[name] = self[name].map { $0 / scale }
        }
    }
}
