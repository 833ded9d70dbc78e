/// Where one term stands in one segment.
private struct TermPostings {
    /// Units whose own text has it.
    var body: PostingCursor?
    var spans: [ClausePostings.MatchedSpan] = []

    init(_ term: PhrasePlan.Term, in segment: SegmentReader) throws(IndexError) {
        if let pointer = segment.body.pointer(of: term) { body = try segment.body.cursor(pointer) }
        spans = try ClausePostings.spans(holding: term, in: segment)
    }

    var spanUnitCount: Int { spans.reduce(0) { $0 + $1.span.units.count } }
}

/// The commonest query, one term, without what only several need.
extension IndexSnapshot {
    /// The best `limit` units for a clause that is one term of the dictionaries, as ``best(_:all:parameters:factors:)`` gives
    /// them.
    func best(
        _ limit: Int, of term: PhrasePlan.Term, in clause: Clause, _ parameters: RankingParameters,
        _ factors: DocumentFactors?
    ) throws(IndexError) -> [ScoredUnit] {
        var matching = (body: 0, spans: 0)
        // Most indexes have one large segment, whose postings need no array.
        var first: TermPostings?
        var others: [TermPostings] = []
        for segment in segments {
            let postings = try TermPostings(term, in: segment.reader)
            matching.body += postings.body?.documentFrequency ?? 0
            matching.spans += postings.spanUnitCount
            if first == nil { first = postings } else { others.append(postings) }
        }
        let weights = ClauseWeights(clause, matching: matching, of: unitCount, parameters)
        let (bodyTable, spanTable) = scoreTables(parameters)
        return try collect(limit, factors) { segment, collector throws(IndexError) in
            let reader = segments[segment].reader
            guard let postings = segment == 0 ? first : others[segment - 1] else { return }
            if postings.body == nil, postings.spans.isEmpty { return }
            let spans = postings.spans.map {
                SpanPiece(units: $0.span.units, score: weights.span($0, spanTable), clauses: 1)
            }
            var search = SingleClause(
                postings.body ?? reader.body.cursor(of: OrdinalList()), weight: weights.body, table: bodyTable,
                pieces: spans.isEmpty ? [] : SpanPieces.pieces(of: spans), in: reader)
            try search.collect(into: &collector)
        }
    }
}
