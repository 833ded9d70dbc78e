/// Finds all units of one segment that match every clause.
///
/// One clause, the driver, says where to look: in its lists, and under the spans that hold it. Clauses that no span holds narrow its
/// lists down. What then remains is asked for one unit after the other whether the other clauses hold it, in its own
/// text or in a span over it.
final class ConjunctionMatches {
    let segment: SegmentReader
    let clauses: [ClausePostings]
    /// All cursors of all clauses.
    let cursors: CursorArray
    let firstCursor: [Int]
    private let driver: Int
    /// Clauses that spans hold too, the driver left out; those that most units fail first.
    private let spanned: [SpannedClause]

    private struct SpannedClause {
        let clause: Int
        /// Units under one of its spans.
        let units: UnitSet
    }

    private let unitCount: UInt32
    let search = CandidateSearch()

    /// - Precondition: at least one clause, at most 64.
    init(_ clauses: [ClausePostings], in segment: SegmentReader) {
        self.segment = segment
        self.clauses = clauses
        unitCount = UInt32(segment.counts.units)
        (cursors, firstCursor) = CursorArray.all(of: clauses)
        let costs = clauses.map(Self.cost)
        let driver = costs.indices.min { costs[$0] < costs[$1] } ?? 0
        self.driver = driver
        let others = clauses.indices.filter { $0 != driver && !clauses[$0].spans.isEmpty }
        let count = segment.counts.units
        spanned = others.sorted { costs[$0] < costs[$1] }.map { clause in
            SpannedClause(clause: clause, units: UnitSet(under: clauses[clause].spans, count: count))
        }
    }

    /// The units under a clause's spans; nil where it has none.
    func unitsUnderSpans(of clause: Int) -> UnitSet? {
        if let known = spanned.first(where: { $0.clause == clause }) { return known.units }
        return clauses[clause].spans.isEmpty ? nil : UnitSet(under: clauses[clause].spans, count: segment.counts.units)
    }

    /// Units that a clause would have looked at as the driver, at most.
    private static func cost(_ clause: ClausePostings) -> Int {
        (clause.cursors.first?.documentFrequency ?? 0) + clause.spanUnitCount
    }

    /// Whether so few units match, if the clauses know nothing of one another, that nothing can be passed over for its score.
    static func areFew(_ clauses: [ClausePostings], in segment: SegmentReader) -> Bool {
        let total = Double(max(1, segment.counts.units))
        return clauses.reduce(total) { $0 * (Double(cost($1)) / total) } <= few
    }

    private static let few = 20.0

    /// Adds the best units to the collector.
    func collect(
        into collector: inout ScoreCollector, weights: [ClauseWeights], table: ScoreTable, spanTable: ScoreTable
    ) throws(IndexError) {
        // Cursors of its own: those of the search have gone on to the end of the batch.
        let scorer = ConjunctionScorer(clauses, CursorArray.all(of: clauses).cursors, firstCursor, weights, table)
        let spans = clauses.indices.filter { !clauses[$0].spans.isEmpty }.map { clause in
            SpanScores(clauses[clause].spans, of: clause) { weights[clause].span($0, spanTable) }
        }
        let lengths = segment.lengthCodes
        var time = TimeCheck()
        try forEachBatch(looksAtTexts: false) { candidates throws(IndexError) in
            for index in 0..<candidates.count {
                if time.stops() { return }
                let unit = candidates[index]
                var piece = SpanPiece(units: unit..<(unit + 1), score: 0, clauses: 0)
                for span in spans { span.add(to: &piece, for: unit) }
                guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
                if let sum = try scorer.score(unit, length, under: piece, atLeast: collector.minimum) {
                    try collector.add(sum, unit: unit)
                }
            }
        }
    }

    /// Calls `body` with batches of units that match, ascending.
    ///
    /// - Parameter looksAtTexts: whether phrases are looked for in the text where the lists do not prove them.
    func forEachBatch(
        looksAtTexts: Bool = true, _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        if isDense { return try forEachBatchOfWords(looksAtTexts: looksAtTexts, body) }
        let later = spanned.reduce(UInt64(0)) { $0 | 1 << UInt64($1.clause) }
        let driverBit = UInt64(1) << UInt64(driver)
        let around = order(without: later)
        let under = clauses[driver].spans.isEmpty ? around : order(without: later | driverBit)
        let isMet = clauses.indices.allSatisfy {
            later >> UInt64($0) & 1 == 1 || $0 == driver || !clauses[$0].cursors.isEmpty
        }
        guard isMet else { return }
        let driverIsListed = !clauses[driver].cursors.isEmpty
        let checkedAround = looksAtTexts ? checked(without: later) : []
        let checkedUnder = looksAtTexts ? checked(without: later | driverBit) : []
        var place: UInt32 = 0
        var time = TimeCheck()
        for units in driverSpans() {
            if driverIsListed, place < units.lowerBound {
                try forEachBatch(of: place..<units.lowerBound, in: around, checkedAround, looksAtTexts, &time, body)
            }
            try forEachBatch(of: units, in: under, checkedUnder, looksAtTexts, &time, body)
            place = units.upperBound
        }
        guard driverIsListed, place < unitCount else { return }
        try forEachBatch(of: place..<unitCount, in: around, checkedAround, looksAtTexts, &time, body)
    }

    private func order(without held: UInt64) -> CursorOrder {
        CursorOrder(without: held, of: cursors, firstCursor: firstCursor, weights: [], table: nil)
    }

    /// Clauses that must be looked for in the text, some left out.
    private func checked(without held: UInt64) -> [PhraseCheck] {
        clauses.indices.compactMap { held >> UInt64($0) & 1 == 0 ? clauses[$0].check : nil }
    }

    /// Units under the driver's spans, ascending and apart.
    private func driverSpans() -> [Range<UInt32>] {
        let spans = clauses[driver].spans
        guard !spans.isEmpty else { return [] }
        return SpanPieces.pieces(of: spans.map { SpanPiece(units: $0.span.units, score: 0, clauses: 1) }).map(\.units)
    }

    private func forEachBatch(
        of units: Range<UInt32>, in order: CursorOrder, _ checks: [PhraseCheck], _ looksAtTexts: Bool,
        _ time: inout TimeCheck, _ body: (CandidateBuffer) throws(IndexError) -> Void
    ) throws(IndexError) {
        try search.forEachBatch(of: units, in: order) { candidates throws(IndexError) in
            if time.stops(after: candidates.count) { return }
            for index in spanned.indices where candidates.count > 0 {
                try keep(spanned[index], in: candidates, looksAtTexts)
            }
            for check in checks where candidates.count > 0 {
                check.touch(candidates)
                try candidates.keep { unit throws(IndexError) in
                    if time.stops() { return false }
                    return try check.count(in: unit, atMost: 1) > 0
                }
            }
            if candidates.count > 0 { try body(candidates) }
        }
    }

    /// Keeps the candidates that hold a clause which spans hold too.
    private func keep(
        _ spanned: SpannedClause, in candidates: CandidateBuffer, _ looksAtTexts: Bool
    ) throws(IndexError) {
        let clause = spanned.clause
        let (first, last) = (firstCursor[clause], firstCursor[clause + 1])
        if first == last { return candidates.keep(in: spanned.units) }
        let lists = unsafe UnsafeMutableBufferPointer(start: cursors.base + first, count: last - first)
        if unsafe lists.allSatisfy(\.canLookUp) {
            unsafe candidates.keep(inListsOf: lists, orIn: spanned.units)
        } else {
            try candidates.keep { unit throws(IndexError) in
                if spanned.units.contains(unit) { return true }
                for index in first..<last {
                    let cursor = unsafe cursors.base + index
                    let isThere = unsafe cursor.pointee.canLookUp
                        ? cursor.pointee.contains(unit) : try cursor.pointee.advance(to: unit) == unit
                    if !isThere { return false }
                }
                return true
            }
        }
        guard looksAtTexts, let check = clauses[clause].check else { return }
        check.touch(candidates)
        try candidates.keep { unit throws(IndexError) in
            if spanned.units.contains(unit) { return true }
            return try check.count(in: unit, atMost: 1) > 0
        }
    }
}
