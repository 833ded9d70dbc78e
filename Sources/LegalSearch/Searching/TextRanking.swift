import InvertedIndex

/// The best units for some clauses, and as many more as are asked for.
struct TextRanking: Sendable {
    private enum Rule { case all, any }

    let clauses: [Clause]
    private let rule: Rule
    private let snapshot: IndexSnapshot
    private let parameters: RankingParameters
    private let factors: DocumentFactors
    /// For each segment the units that hold what is excluded, ascending; nil where nothing is.
    private let excluded: [[UInt32]]?

    /// So many were asked for.
    private(set) var depth: Int
    /// Best first, without what is excluded.
    private(set) var best: [ScoredUnit]
    /// For each segment every unit that matches, ascending, without what is excluded; nil where only the best are known.
    private(set) var units: [[UInt32]]?
    /// Whether nothing matches, filtered units included.
    let isEmpty: Bool
    /// Whether ``best`` has every match that counts.
    private(set) var isExhausted: Bool

    /// Units that match every clause and none of the excluded ones; all of them are known.
    static func all(
        _ clauses: [Clause], excluding excluded: [Clause], by ranker: TextRanker
    ) throws(IndexError) -> TextRanking {
        let ranked = try ranker.snapshot.ranked(
            ranker.depth, all: clauses, parameters: ranker.words, factors: ranker.factors)
        return try TextRanking(clauses, .all, ranker, excluded, best: ranked.best, units: ranked.units)
    }

    /// Units that match any clause and none of the excluded ones.
    static func any(
        _ clauses: [Clause], excluding excluded: [Clause], by ranker: TextRanker
    ) throws(IndexError) -> TextRanking {
        let best = try ranker.snapshot.best(
            ranker.depth, any: clauses, parameters: ranker.questions, factors: ranker.factors)
        return try TextRanking(
            clauses, .any, ranker, excluded, best: best,
            units: ranker.countsAll ? try ranker.snapshot.units(any: clauses) : nil)
    }

    private init(
        _ clauses: [Clause], _ rule: Rule, _ ranker: TextRanker, _ excludedClauses: [Clause], best: [ScoredUnit],
        units: [[UInt32]]?
    ) throws(IndexError) {
        self.clauses = clauses
        self.rule = rule
        snapshot = ranker.snapshot
        parameters = rule == .all ? ranker.words : ranker.questions
        factors = ranker.factors
        depth = ranker.depth
        isExhausted = best.count < ranker.depth
        let excluded = excludedClauses.isEmpty ? nil : try ranker.snapshot.units(any: excludedClauses)
        self.excluded = excluded
        self.best = Self.removing(excluded, from: best)
        let units = excluded.map { excluded in
            units.map { zip($0, excluded).map { Self.difference($0, $1) } }
        } ?? units
        self.units = units
        if let units {
            isEmpty = units.allSatisfy(\.isEmpty)
        } else if self.best.isEmpty {
            isEmpty = try ranker.snapshot.best(1, any: clauses, parameters: parameters).isEmpty
        } else {
            isEmpty = false
        }
    }

    /// Looks for four times as many.
    mutating func deepen() throws(IndexError) {
        depth = depth > Int(UInt32.max) ? depth : max(16, depth * 4)
        let found: [ScoredUnit]
        switch rule {
        case .all: found = try snapshot.best(depth, all: clauses, parameters: parameters, factors: factors)
        case .any: found = try snapshot.best(depth, any: clauses, parameters: parameters, factors: factors)
        }
        isExhausted = found.count < depth
        best = Self.removing(excluded, from: found)
    }

    private static func removing(_ excluded: [[UInt32]]?, from best: [ScoredUnit]) -> [ScoredUnit] {
        guard let excluded else { return best }
        return best.filter { !holds(excluded[$0.unit.segment], $0.unit.unit) }
    }

    private static func holds(_ units: [UInt32], _ unit: UInt32) -> Bool {
        var low = 0
        var high = units.count
        while low < high {
            let middle = (low + high) / 2
            if units[middle] < unit { low = middle + 1 } else { high = middle }
        }
        return low < units.count && units[low] == unit
    }

    private static func difference(_ units: [UInt32], _ excluded: [UInt32]) -> [UInt32] {
        units.filter { !holds(excluded, $0) }
    }
}

/// How texts are ranked in one search.
struct TextRanker: Sendable {
    let snapshot: IndexSnapshot
    let words: RankingParameters
    let questions: RankingParameters
    /// 0 for documents that a filter keeps out.
    let factors: DocumentFactors
    /// So many of the best are looked for at first.
    let depth: Int
    /// Whether all matches of a question must be known.
    let countsAll: Bool
}
