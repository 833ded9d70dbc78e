/// What the titles and headings that hold a clause add to the scores of the units under them.
struct SpanScores {
    /// Ascending and apart.
    private let pieces: [SpanPiece]

    /// - Parameter score: what a span adds.
    init(_ spans: [ClausePostings.MatchedSpan], of clause: Int, score: (ClausePostings.MatchedSpan) -> UInt32) {
        pieces = SpanPieces.pieces(
            of: spans.map { SpanPiece(units: $0.span.units, score: score($0), clauses: 1 << UInt64(clause)) })
    }

    /// Adds what the spans over a unit add.
    /// - Complexity: O(log *n*) in spans.
    func add(to sum: inout SpanPiece, for unit: UInt32) {
        var start = 0
        var length = pieces.count
        while length > 1 {
            let half = length / 2
            // All bits are set where the piece begins above the unit. A comparison would be compiled to a branch that nobody can foretell.
            let above = (Int(unit) &- Int(pieces[start + half].units.lowerBound)) &>> 63
            start += half & ~above
            length -= half
        }
        guard length == 1, pieces[start].units.contains(unit) else { return }
        sum.score &+= pieces[start].score
        sum.clauses |= pieces[start].clauses
    }
}
