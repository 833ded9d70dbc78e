/// The best matches together with all of them, found in one pass.
package struct RankedMatches: Sendable, Equatable {
    /// As ``IndexSnapshot/best(_:all:parameters:factors:)`` gives them.
    package let best: [ScoredUnit]
    /// For each segment the live units that match, ascending.
    package let units: [[UInt32]]
}

/// All matches without their scores: what is counted, filtered and made facets of.
extension IndexSnapshot {
    /// The best `limit` units that match every clause, and every unit that does.
    ///
    /// - Complexity: O(*p*) in the postings of the rarest term: whoever needs all matches cannot skip any.
    package func ranked(
        _ limit: Int, all clauses: [Clause], parameters: RankingParameters = RankingParameters(),
        factors: DocumentFactors? = nil
    ) throws(IndexError) -> RankedMatches {
        guard !clauses.isEmpty, limit > 0, clauses.count <= Self.mostClauses else {
            return RankedMatches(
                best: try best(limit, all: clauses, parameters: parameters, factors: factors),
                units: try units(all: clauses))
        }
        let weighed = try WeighedClauses(clauses, in: self, parameters)
        var units = [[UInt32]](repeating: [], count: segments.count)
        let best = try collect(limit, factors) { segment, collector throws(IndexError) in
            let conjunction = Conjunction(
                weighed.postings[segment], spans: weighed.spans(ofSegment: segment), in: segments[segment].reader)
            var gate = UnitGate(segments[segment], factors: nil, highest: 1)
            let isOpen = gate.isOpen
            try conjunction.collectAll(into: &collector, weights: weighed.weights, table: weighed.bodyTable) {
                unit throws(IndexError) in
                if !isOpen, try gate.factor(of: unit) == 0 { return }
                units[segment].append(unit)
            }
        }
        return RankedMatches(best: best, units: units)
    }

    /// For each segment the live units that match every clause, ascending.
    package func units(all clauses: [Clause]) throws(IndexError) -> [[UInt32]] {
        var result = [[UInt32]](repeating: [], count: segments.count)
        try forEachMatch(all: clauses) { segment, unit in result[segment].append(unit) }
        return result
    }

    /// For each segment the live units that match any clause, ascending.
    ///
    /// - Complexity: O(*p*) in the postings of all clauses.
    package func units(any clauses: [Clause]) throws(IndexError) -> [[UInt32]] {
        var result: [[UInt32]] = []
        for segment in segments {
            var found = UnitSet(count: segment.reader.counts.units)
            for clause in clauses where !SearchTime.isOver {
                var postings = try ClausePostings(clause, in: segment.reader)
                try postings.join(in: segment.reader)
                if var cursor = postings.cursors.first {
                    while try cursor.next() != .max { found.insert(cursor.ordinal) }
                }
                for match in postings.spans { found.insert(match.span.units) }
            }
            result.append(try found.live(in: segment))
        }
        return result
    }
}
