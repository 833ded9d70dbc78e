/// Clauses looked up in every segment, and weighed by how rare they are in all of them.
struct WeighedClauses {
    /// For each segment the clauses' postings.
    private(set) var postings: [[ClausePostings]] = []
    private(set) var weights: [ClauseWeights] = []
    let bodyTable: ScoreTable
    let spanTable: ScoreTable

    init(_ clauses: [Clause], in snapshot: IndexSnapshot, _ parameters: RankingParameters) throws(IndexError) {
        (bodyTable, spanTable) = snapshot.scoreTables(parameters)
        postings.reserveCapacity(snapshot.segments.count)
        let terms = clauses.map(\.term)
        for segment in snapshot.segments {
            let reader = segment.reader
            var found: [ClausePostings] = []
            found.reserveCapacity(clauses.count)
            for (index, term) in terms.enumerated() {
                if let term {
                    found.append(try ClausePostings(term, in: reader))
                } else {
                    found.append(try ClausePostings(clauses[index], in: reader))
                }
            }
            postings.append(found)
        }
        weights.reserveCapacity(clauses.count)
        for index in clauses.indices {
            var matching = (body: Int.max, spans: 0)
            for term in 0..<(postings.first?[index].termCounts.count ?? 0) {
                // A phrase is as rare as its rarest term.
                matching.body = min(matching.body, postings.reduce(0) { $0 + $1[index].termCounts[term] })
            }
            if matching.body == .max { matching.body = 0 }
            for found in postings { matching.spans += found[index].spanUnitCount }
            weights.append(ClauseWeights(clauses[index], matching: matching, of: snapshot.unitCount, parameters))
        }
    }

    /// All units of a segment whose own text holds the clause.
    mutating func list(segment: Int, clause: Int, in reader: SegmentReader) throws(IndexError) -> OrdinalList {
        try postings[segment][clause].join(in: reader)
        guard let cursor = postings[segment][clause].cursors.first else { return OrdinalList() }
        return try OrdinalList(cursor)
    }

    /// What the spans of a segment add, clause by clause.
    func spans(ofSegment segment: Int) -> [SpanPiece] {
        var result: [SpanPiece] = []
        for clause in weights.indices {
            for match in postings[segment][clause].spans {
                result.append(
                    SpanPiece(
                        units: match.span.units, score: weights[clause].span(match, spanTable),
                        clauses: 1 << UInt64(min(clause, 63))))
            }
        }
        return result
    }

    /// What the spans of a segment add, all clauses added up, for a search that need not know which they are; ascending and apart.
    func addedSpans(ofSegment segment: Int, in reader: SegmentReader) throws(IndexError) -> [SpanPiece] {
        let count = postings[segment].reduce(0) { $0 + $1.spans.count }
        // Adding up takes a look at each span of the segment.
        guard count * 8 > reader.counts.spans else { return SpanPieces.pieces(of: spans(ofSegment: segment)) }
        var scores = [UInt32](repeating: 0, count: reader.counts.spans)
        for (clause, weight) in zip(postings[segment], weights) {
            for match in clause.spans { scores[Int(match.ordinal)] &+= weight.span(match, spanTable) }
        }
        var result: [SpanPiece] = []
        result.reserveCapacity(min(count, scores.count))
        for ordinal in scores.indices where scores[ordinal] > 0 {
            result.append(
                SpanPiece(units: try reader.span(UInt32(ordinal)).units, score: scores[ordinal], clauses: 0))
        }
        return SpanPieces.pieces(of: result)
    }
}
