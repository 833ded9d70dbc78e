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
    private let candidates = CandidateBuffer()

    /// - Precondition: at most 64 clauses.
    init(_ clauses: [ClausePostings], spans: [SpanPiece], in segment: SegmentReader) {
        self.segment = segment
        self.clauses = clauses
        lengths = segment.lengthCodes
        var all: [PostingCursor] = []
        var first: [Int] = []
        for clause in clauses {
            first.append(all.count)
            all += clause.cursors
        }
        first.append(all.count)
        firstCursor = first
        cursors = CursorArray(all)
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
            try forEachCandidate(of: piece, in: order) {
                piece.score &+ order.bound >= minimum
            } body: { unit throws(IndexError) in
                if time.stops() { return }
                guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                if let sum = try scorer.score(unit, length, under: piece, atLeast: minimum) {
                    try collector.add(sum, unit: unit)
                    minimum = collector.minimum
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
            try forEachCandidate(of: piece, in: order) {
                true
            } body: { unit throws(IndexError) in
                if time.stops() { return }
                // Where the blocks around cannot hold one of the best, it is enough that the unit matches.
                guard piece.score &+ order.bound >= collector.minimum else {
                    if try holds(unit, checked, beside: piece.clauses) { try body(unit) }
                    return
                }
                guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                guard let sum = try scorer.score(unit, length, under: piece, atLeast: 0) else { return }
                try body(unit)
                try collector.add(sum, unit: unit)
            }
        }
    }

    /// Whether the text holds the clauses that must be looked for in it, those left out that spans hold.
    @inline(__always)
    private func holds(_ unit: UInt32, _ checked: [Int], beside held: UInt64) throws(IndexError) -> Bool {
        for clause in checked where held >> UInt64(clause) & 1 == 0 {
            if let check = clauses[clause].check, try check.count(in: unit, justOnce: true) == 0 { return false }
        }
        return true
    }

    /// Calls `body` with each unit that matches, ascending.
    func forEachMatch(_ body: (UInt32) throws(IndexError) -> Void) throws(IndexError) {
        var orders: [CursorOrder] = []
        var time = TimeCheck()
        let checked = clauses.indices.filter { clauses[$0].check != nil }
        try forEachPiece { piece throws(IndexError) in
            let order = order(without: piece.clauses, among: &orders, [], nil)
            try forEachCandidate(of: piece, in: order) {
                true
            } body: { unit throws(IndexError) in
                if time.stops() { return }
                if try holds(unit, checked, beside: piece.clauses) { try body(unit) }
            }
        }
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

    /// Calls `body` with each unit of the piece that is in all postings of `order`.
    ///
    /// The units are taken stretch by stretch: in each stretch every list that has no bitmap stands in one block.
    /// - Parameter isWorthwhile: whether the stretch that the cursors have looked for can hold anything that is wanted.
    @inline(__always)
    private func forEachCandidate(
        of piece: SpanPiece, in order: CursorOrder, isWorthwhile: () -> Bool,
        body: (UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        guard order.count > 0 else {
            guard isWorthwhile() else { return }
            for unit in piece.units { try body(unit) }
            return
        }
        let lead = unsafe order.cursor(0)
        let end = piece.units.upperBound
        var target = piece.units.lowerBound
        while target < end {
            if !order.isDense, unsafe lead.pointee.block >= 0, unsafe lead.pointee.lastOrdinal(of: lead.pointee.block) >= target {
                target = unsafe try lead.pointee.advance(to: target)
                if target >= end { return }
            }
            var last = order.look(for: target, through: end - 1)
            if isWorthwhile() {
                if order.isDense {
                    try forEachCommonBit(in: target...last, of: order, body)
                } else {
                    let unit = unsafe try lead.pointee.advance(to: target)
                    if unit > last {
                        target = unit
                        continue
                    }
                    last = unsafe candidates.fill(from: lead, through: last)
                    try reduceCandidates(order)
                    for index in 0..<candidates.count { try body(candidates[index]) }
                }
            }
            if last == .max { return }
            target = last + 1
        }
    }

    /// Takes the candidates out that one of the other lists does not hold.
    @inline(__always)
    private func reduceCandidates(_ order: CursorOrder) throws(IndexError) {
        var place = 1
        while place < order.count, candidates.count > 0 {
            let cursor = unsafe order.cursor(place)
            if unsafe cursor.pointee.hasBitmap {
                unsafe candidates.keep(inBitmapOf: cursor)
            } else {
                unsafe try cursor.pointee.loadLooked()
                unsafe candidates.keep(inBlockOf: cursor)
            }
            place += 1
        }
    }

    /// Units that all bitmaps have.
    @inline(__always)
    private func forEachCommonBit(
        in units: ClosedRange<UInt32>, of order: CursorOrder, _ body: (UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        for index in Int(units.lowerBound >> 6)...Int(units.upperBound >> 6) {
            var word = UInt64.max
            for place in 0..<order.count { unsafe word &= order.cursor(place).pointee.bitmapWord(index) }
            while word != 0 {
                let unit = UInt32(truncatingIfNeeded: index * 64 + word.trailingZeroBitCount)
                word &= word &- 1
                if unit >= units.lowerBound, unit <= units.upperBound { try body(unit) }
            }
        }
    }
}
