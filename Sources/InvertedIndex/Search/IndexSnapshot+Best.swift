/// A unit that was found, and its score.
public struct ScoredUnit: Sendable, Equatable {
    public let unit: UnitAddress
    public let score: Float

    public init(unit: UnitAddress, score: Float) {
        self.unit = unit
        self.score = score
    }
}

/// The best matches, and how many there are, without working out the score of every match.
extension IndexSnapshot {
    /// The best `limit` units that match every clause, by falling score; equal ones as they stand in the index.
    ///
    /// Scores are those of ``matches(all:excluding:parameters:)`` times the document's factor.
    public func best(
        _ limit: Int, all clauses: [Clause], parameters: RankingParameters = RankingParameters(),
        factors: DocumentFactors? = nil
    ) throws(IndexError) -> [ScoredUnit] {
        guard !clauses.isEmpty, limit > 0 else { return [] }
        if clauses.count == 1, let term = clauses[0].term, !(factors?.isSelective(.termOrAny) ?? false) {
            return try best(limit, of: term, in: clauses[0], parameters, factors)
        }
        guard clauses.count < Self.mostClauses else {
            return try sorted(limit, try matches(all: clauses, parameters: parameters), factors)
        }
        let weighed = try WeighedClauses(clauses, in: self, parameters)
        let threshold: DocumentFactors.Threshold =
            clauses.count > 1 ? .severalClauses : clauses[0].term == nil ? .phrase : .termOrAny
        return try collect(limit, factors) { segment, collector throws(IndexError) in
            let reader = segments[segment].reader
            var postings = weighed.postings[segment]
            guard try Self.canMatch(allOf: postings, in: reader) else { return }
            var weights = weighed.weights
            var chosenSpans: [SpanPiece] = []
            if let chosen = try factors?.chosenUnits(ofSegment: segment, in: reader, threshold) {
                if chosen.isEmpty { return }
                // Being of a chosen document is one condition more, which counts for nothing.
                chosenSpans = chosen.map { SpanPiece(units: $0, score: 0, clauses: 1 << UInt64(postings.count)) }
                postings.append(ClausePostings(under: chosen))
                weights.append(.nothing)
            }
            if postings.count == 1, postings[0].check == nil, postings[0].cursors.count == 1 {
                var single = SingleClause(
                    postings[0].cursors[0], weight: weights[0].body, table: weighed.bodyTable,
                    pieces: SpanPieces.pieces(of: weighed.spans(ofSegment: segment)), in: reader)
                try single.collect(into: &collector)
            } else if postings.count > 1, ConjunctionMatches.areFew(postings, in: reader) {
                try ConjunctionMatches(postings, in: reader).collect(
                    into: &collector, weights: weights, table: weighed.bodyTable, spanTable: weighed.spanTable)
            } else {
                let spans = weighed.spans(ofSegment: segment) + chosenSpans
                let conjunction = Conjunction(postings, spans: spans, in: reader)
                try conjunction.collect(into: &collector, weights: weights, table: weighed.bodyTable)
            }
        }
    }

    /// The best `limit` units that match any clause, by falling score; equal ones as they stand in the index.
    public func best(
        _ limit: Int, any clauses: [Clause], parameters: RankingParameters = RankingParameters(),
        factors: DocumentFactors? = nil
    ) throws(IndexError) -> [ScoredUnit] {
        try best(limit, any: clauses, parameters: parameters, factors: factors, windowCount: WindowSums.count)
    }

    /// - Parameter windowCount: units of a window, a multiple of 16; the answer does not hang on it.
    package func best(
        _ limit: Int, any clauses: [Clause], parameters: RankingParameters, factors: DocumentFactors?, windowCount: Int
    ) throws(IndexError) -> [ScoredUnit] {
        guard !clauses.isEmpty, limit > 0 else { return [] }
        let weighed = try WeighedClauses(clauses, in: self, parameters)
        return try windows.withSums(count: windowCount) { sums throws(IndexError) in
            try best(limit, any: weighed, factors, adding: sums)
        }
    }

    private func best(
        _ limit: Int, any weighed: WeighedClauses, _ factors: DocumentFactors?, adding sums: WindowSums
    ) throws(IndexError) -> [ScoredUnit] {
        try collect(limit, factors) { segment, collector throws(IndexError) in
            let reader = segments[segment].reader
            var postings = weighed.postings[segment]
            for index in postings.indices where !postings[index].isJoined { try postings[index].join(in: reader) }
            let chosen = try factors?.chosenUnits(ofSegment: segment, in: reader, .termOrAny)
            if chosen == nil, reader.counts.units <= sums.count, let few = FewUnits(reader) {
                return try few.collect(
                    anyOf: postings, weighed.weights, weighed.bodyTable, weighed.spanTable, adding: sums, into: &collector)
            }
            let disjunction = Disjunction(
                postings, weights: weighed.weights, pieces: try weighed.addedSpans(ofSegment: segment, in: reader),
                table: weighed.bodyTable, adding: sums, in: reader)
            try disjunction.collect(in: chosen ?? [0..<UInt32(reader.counts.units)], into: &collector)
        }
    }

    /// Whether a unit of a segment can match every clause, as far as that is seen before anything is set up.
    private static func canMatch(allOf clauses: [ClausePostings], in segment: SegmentReader) throws(IndexError) -> Bool {
        if clauses.contains(where: \.isNowhere) { return false }
        guard clauses.count > 1, let few = FewUnits(segment) else { return true }
        return try few.canMatch(allOf: clauses)
    }

    /// Number of live units that match every clause.
    public func count(all clauses: [Clause]) throws(IndexError) -> Int {
        var count = 0
        try forEachBatch(all: clauses) { _, batch in count += batch.count }
        return count
    }

    /// More clauses than that are not told apart by bits.
    static let mostClauses = 64

    /// Calls `body` with each live unit that matches every clause, segment by segment, ascending.
    func forEachMatch(
        all clauses: [Clause], _ body: (Int, UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        try forEachBatch(all: clauses) { segment, batch throws(IndexError) in
            for index in 0..<batch.count { try body(segment, batch[index]) }
        }
    }

    /// The same in batches.
    private func forEachBatch(
        all clauses: [Clause], _ body: (Int, CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        guard !clauses.isEmpty else { return }
        guard clauses.count <= Self.mostClauses else {
            let batch = CandidateBuffer()
            for matches in try matches(all: clauses) {
                for unit in matches.units {
                    batch.fill(unit..<(unit + 1))
                    try body(matches.segment, batch)
                }
            }
            return
        }
        for index in segments.indices {
            let reader = segments[index].reader
            var postings: [ClausePostings] = []
            postings.reserveCapacity(clauses.count)
            for clause in clauses {
                postings.append(try ClausePostings(clause, in: reader))
                if postings[postings.count - 1].isNowhere { break }
            }
            guard postings.count == clauses.count, try Self.canMatch(allOf: postings, in: reader) else { continue }
            var gate = UnitGate(segments[index], factors: nil, highest: 1)
            let isOpen = gate.isOpen
            try ConjunctionMatches(postings, in: reader).forEachBatch { batch throws(IndexError) in
                if !isOpen { try batch.keep { unit throws(IndexError) in try gate.factor(of: unit) > 0 } }
                try body(index, batch)
            }
        }
    }

    func collect(
        _ limit: Int, _ factors: DocumentFactors?,
        _ search: (Int, inout ScoreCollector) throws(IndexError) -> Void
    ) throws(IndexError) -> [ScoredUnit] {
        var merged: [ScoredUnit] = []
        for segment in segments.indices {
            let gate = UnitGate(
                segments[segment], factors: factors.map { segment < $0.factors.count ? $0.factors[segment] : [] },
                highest: factors?.highest ?? 1)
            var collector = ScoreCollector(BestUnits(limit: limit), gate)
            if merged.count >= limit { collector.require(merged[limit - 1].score) }
            try search(segment, &collector)
            let found = collector.best.ordered {
                ScoredUnit(unit: UnitAddress(segment: segment, unit: $0.unit), score: $0.score)
            }
            if found.isEmpty { continue }
            merged = merged.isEmpty ? found : merge(merged, found, limit)
        }
        return merged
    }

    /// The first `limit` of two ordered lists; of equal scores the first list's come first.
    private func merge(_ left: [ScoredUnit], _ right: [ScoredUnit], _ limit: Int) -> [ScoredUnit] {
        var result: [ScoredUnit] = []
        result.reserveCapacity(min(limit, left.count + right.count))
        var (i, j) = (0, 0)
        while result.count < limit, i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i].score >= right[j].score) {
                result.append(left[i])
                i += 1
            } else {
                result.append(right[j])
                j += 1
            }
        }
        return result
    }

    private func sorted(
        _ limit: Int, _ matches: [SegmentMatches], _ factors: DocumentFactors?
    ) throws(IndexError) -> [ScoredUnit] {
        try collect(limit, factors) { segment, collector throws(IndexError) in
            for (unit, score) in zip(matches[segment].units, matches[segment].scores) {
                try collector.add(UInt32(max(0, score * ScoreTable.unit)), unit: unit)
            }
        }
    }
}
