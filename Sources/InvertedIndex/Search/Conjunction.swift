/// Finds the units of one segment that match every clause, each in their own text or in a span over them.
///
/// Where spans hold some of the clauses, only the others are asked for in the text; so the units are taken piece by piece
/// between the places where spans begin and end.
final class Conjunction {
    private let segment: SegmentReader
    private let clauses: [ClausePostings]
    /// All cursors of all clauses.
    private let cursors: CursorArray
    private let firstCursor: [Int]
    private let pieces: [SpanPiece]
    private let lengths: MappedBytes
    private let search = CandidateSearch()

    /// - Precondition: at most 64 clauses.
    init(_ clauses: [ClausePostings], spans: [SpanPiece], in segment: SegmentReader) {
        self.segment = segment
        self.clauses = clauses
        lengths = segment.lengthCodes
        (cursors, firstCursor) = CursorArray.all(of: clauses)
        pieces = spans.isEmpty ? [] : SpanPieces.pieces(of: spans)
    }

    /// The best units, added to the collector.
    func collect(
        into collector: inout ScoreCollector, weights: [ClauseWeights], table: ScoreTable
    ) throws(IndexError) {
        let scorer = ConjunctionScorer(clauses, cursors, firstCursor, weights, table)
        let bodyWeights = weights.map(\.body)
        var orders: [CursorOrder] = []
        var time = TimeCheck()
        try forEachPiece { piece throws(IndexError) in
            let order = order(without: piece.clauses, among: &orders, bodyWeights, table)
            // The collector is asked in between, so it cannot be lent to both closures at once.
            var minimum = collector.minimum
            try search.forEachBatch(of: piece.units, in: order) {
                minimum <= piece.score || piece.score &+ order.bound(over: $0) >= minimum
            } body: { candidates throws(IndexError) in
                for index in 0..<candidates.count {
                    if time.stops() { return }
                    let unit = candidates[index]
                    guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                    if let sum = try scorer.score(unit, length, under: piece, atLeast: minimum) {
                        try collector.add(sum, unit: unit)
                        minimum = collector.minimum
                    }
                }
            }
        }
    }

    /// Calls `body` with each unit that matches, ascending, and adds the best ones to the collector.
    func collectAll(
        into collector: inout ScoreCollector, weights: [ClauseWeights], table: ScoreTable,
        _ body: (UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        let scorer = ConjunctionScorer(clauses, cursors, firstCursor, weights, table)
        let bodyWeights = weights.map(\.body)
        let checked = clauses.indices.filter { clauses[$0].check != nil }
        var orders: [CursorOrder] = []
        var time = TimeCheck()
        try forEachPiece { piece throws(IndexError) in
            let order = order(without: piece.clauses, among: &orders, bodyWeights, table)
            var isPromising = true
            try search.forEachBatch(of: piece.units, in: order) {
                isPromising = collector.minimum <= piece.score
                    || piece.score &+ order.bound(over: $0) >= collector.minimum
                return true
            } body: { candidates throws(IndexError) in
                for index in 0..<candidates.count {
                    if time.stops() { return }
                    let unit = candidates[index]
                    // Where the blocks around cannot hold one of the best, it is enough that the unit matches.
                    guard isPromising else {
                        if try holds(unit, checked, beside: piece.clauses) { try body(unit) }
                        continue
                    }
                    guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                    guard let sum = try scorer.score(unit, length, under: piece, atLeast: 0) else { continue }
                    try body(unit)
                    try collector.add(sum, unit: unit)
                }
            }
        }
    }

    /// Whether the text holds the clauses that must be looked for in it, those left out that spans hold.
    @inline(__always)
    private func holds(_ unit: UInt32, _ checked: [Int], beside held: UInt64) throws(IndexError) -> Bool {
        for clause in checked where held >> UInt64(clause) & 1 == 0 {
            if let check = clauses[clause].check, try check.count(in: unit, atMost: 1) == 0 { return false }
        }
        return true
    }

    /// The order for pieces that hold some of the clauses; each is made once.
    @inline(__always)
    private func order(
        without held: UInt64, among orders: inout [CursorOrder], _ weights: [ScoreWeight], _ table: ScoreTable?
    ) -> CursorOrder {
        for order in orders where order.held == held { return order }
        let order = CursorOrder(without: held, of: cursors, firstCursor: firstCursor, weights: weights, table: table)
        orders.append(order)
        return order
    }

    // MARK: Candidates

    @inline(__always)
    private func forEachPiece(_ body: (SpanPiece) throws(IndexError) -> Void) throws(IndexError) {
        // A clause that no posting holds can only be met where a span does.
        var needed: UInt64 = 0
        for clause in clauses.indices where clauses[clause].cursors.isEmpty { needed |= 1 << UInt64(clause) }
        var place: UInt32 = 0
        for piece in pieces {
            if place < piece.units.lowerBound, needed == 0 {
                try body(SpanPiece(units: place..<piece.units.lowerBound, score: 0, clauses: 0))
            }
            if needed & ~piece.clauses == 0 { try body(piece) }
            place = piece.units.upperBound
        }
        if needed == 0, place < UInt32(segment.counts.units) {
            try body(SpanPiece(units: place..<UInt32(segment.counts.units), score: 0, clauses: 0))
        }
    }
}
