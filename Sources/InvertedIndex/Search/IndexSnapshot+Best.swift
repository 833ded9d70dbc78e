/// A unit that was found, and its score.
public struct ScoredUnit: Sendable, Equatable {
    public let unit: UnitAddress
    public let score: Float

    public init(unit: UnitAddress, score: Float) {
        self.unit = unit
        self.score = score
    }
}

/// The best matches, and how many there are.
extension IndexSnapshot {
    /// The best `limit` units that match every clause, by falling score; equal ones as they stand in the index.
    public func best(
        _ limit: Int, all clauses: [Clause], excluding excluded: [Clause] = [],
        parameters: RankingParameters = RankingParameters()
    ) throws(IndexError) -> [ScoredUnit] {
        Self.best(limit, of: try matches(all: clauses, excluding: excluded, parameters: parameters))
    }

    /// The best `limit` units that match any clause, by falling score; equal ones as they stand in the index.
    public func best(
        _ limit: Int, any clauses: [Clause], excluding excluded: [Clause] = [],
        parameters: RankingParameters = RankingParameters()
    ) throws(IndexError) -> [ScoredUnit] {
        Self.best(limit, of: try matches(any: clauses, excluding: excluded, parameters: parameters))
    }

    /// Number of live units that match every clause.
    public func count(all clauses: [Clause], excluding excluded: [Clause] = []) throws(IndexError) -> Int {
        try matches(all: clauses, excluding: excluded).reduce(0) { $0 + $1.units.count }
    }

    private static func best(_ limit: Int, of matches: [SegmentMatches]) -> [ScoredUnit] {
        let all = matches.flatMap { match in
            zip(match.units, match.scores).map {
                ScoredUnit(unit: UnitAddress(segment: match.segment, unit: $0), score: $1)
            }
        }
        return Array(all.sorted { $0.score > $1.score }.prefix(limit))
    }
}
