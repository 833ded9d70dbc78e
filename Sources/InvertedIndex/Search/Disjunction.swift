/// Finds the units of one segment that match any clause, scores of all clauses added.
///
/// Units are taken in windows whose sums fit the fastest memory. In each window only the lists are read whole without which
/// no unit reaches the best ones found so far; what the others have is then looked up for the units that still could (Turtle and
/// Flood, "Query evaluation: strategies and optimizations", 1995, with bounds for each window rather than for the whole list).
struct Disjunction {
    private let segment: SegmentReader
    private let cursors: CursorArray
    private let weights: [ScoreWeight]
    private let table: ScoreTable
    /// By where their units begin.
    private let spans: [SpanPiece]
    private let sums = WindowSums()

    /// - Precondition: every clause has one cursor at most, and nothing to be checked.
    init(
        _ clauses: [ClausePostings], weights: [ClauseWeights], spans: [SpanPiece], table: ScoreTable,
        in segment: SegmentReader
    ) {
        self.segment = segment
        self.table = table
        self.spans = spans.sorted { $0.units.lowerBound < $1.units.lowerBound }
        var found: [PostingCursor] = []
        var bodyWeights: [ScoreWeight] = []
        for (clause, weight) in zip(clauses, weights) {
            guard let cursor = clause.cursors.first else { continue }
            found.append(cursor)
            bodyWeights.append(weight.body)
        }
        cursors = CursorArray(found)
        self.weights = bodyWeights
    }

    /// Adds the best of some units, given by ranges that ascend and are apart, to the collector.
    func collect(in ranges: [Range<UInt32>], into collector: inout ScoreCollector) throws(IndexError) {
        var open = OpenSpans(spans)
        var bounds = [(cursor: Int, bound: UInt32)](repeating: (0, 0), count: cursors.count)
        for range in ranges {
            for start in stride(from: range.lowerBound, to: range.upperBound, by: WindowSums.count) {
                if SearchTime.isOver { return }
                let window = start..<min(start + UInt32(WindowSums.count), range.upperBound)
                sums.begin(window)
                open.add(in: window, to: sums)
                for index in bounds.indices { bounds[index] = (index, try bound(of: index, in: window)) }
                bounds.sort { $0.bound < $1.bound }
                try collect(window, bounds, into: &collector)
            }
        }
    }

    /// - Parameter bounds: what each cursor's postings can add in the window, the least first.
    private func collect(
        _ window: Range<UInt32>, _ bounds: [(cursor: Int, bound: UInt32)], into collector: inout ScoreCollector
    ) throws(IndexError) {
        let minimum = max(try collector.minimum(in: window), 1)
        // Lists that can add more than that all together would leave too many units to be looked up.
        let spareable = UInt32(UInt64(minimum) * 3 / 5)
        var spared = 0
        var rest: UInt32 = 0
        while spared < bounds.count, rest &+ bounds[spared].bound < spareable {
            rest &+= bounds[spared].bound
            spared += 1
        }
        for index in spared..<bounds.count { try add(bounds[index].cursor, window) }
        sums.find(minimum - rest)
        while spared > 0, sums.foundCount > 0 {
            spared -= 1
            rest &-= bounds[spared].bound
            let index = bounds[spared].cursor
            if bounds[spared].bound > 0 {
                unsafe try sums.complete(
                    with: cursors.base + index, weight: weights[index], table: table, lengths: segment.lengthCodes,
                    rest: rest, minimum: minimum)
            }
        }
        try sums.collect(into: &collector)
    }

    /// The most that a posting of the cursor in the window can add.
    private func bound(of index: Int, in window: Range<UInt32>) throws(IndexError) -> UInt32 {
        let cursor = unsafe cursors.base + index
        guard unsafe cursor.pointee.blockCount > 0 else {
            return unsafe try cursor.pointee.advance(to: window.lowerBound) < window.upperBound
                ? weights[index] * table.highest : 0
        }
        var block = unsafe cursor.pointee.look(for: window.lowerBound)
        var most: UInt32 = 0
        while true {
            most = unsafe max(most, table.bound(cursor.pointee.impact(of: block)))
            if unsafe cursor.pointee.lastOrdinal(of: block) >= window.upperBound - 1 { return weights[index] * most }
            block += 1
        }
    }

    /// Adds the scores of a cursor's postings in the window.
    private func add(_ index: Int, _ window: Range<UInt32>) throws(IndexError) {
        let cursor = unsafe cursors.base + index
        guard let lengths = unsafe segment.lengthCodes.pointer(at: 0, count: segment.counts.units) else {
            throw segment.damage("unitLengths")
        }
        var unit = unsafe try cursor.pointee.advance(to: window.lowerBound)
        while unit < window.upperBound {
            let (start, loaded) = unsafe (cursor.pointee.index, cursor.pointee.loaded)
            let isWhole = unsafe cursor.pointee.ordinals[loaded - 1] < window.upperBound
            let end = unsafe isWhole ? loaded : cursor.pointee.firstIndex(notBelow: window.upperBound, from: start)
            unsafe sums.add(start..<end, of: cursor, weight: weights[index], table: table, lengths: lengths)
            guard isWhole else { return }
            unsafe try cursor.pointee.enter(cursor.pointee.block + 1)
            unit = unsafe cursor.pointee.ordinal
        }
    }
}

/// Spans that lie over a window, as windows go upwards.
private struct OpenSpans {
    private let spans: [SpanPiece]
    private var next = 0
    private var open: [SpanPiece] = []

    init(_ spans: [SpanPiece]) { self.spans = spans }

    mutating func add(in window: Range<UInt32>, to sums: WindowSums) {
        while next < spans.count, spans[next].units.lowerBound < window.upperBound {
            open.append(spans[next])
            next += 1
        }
        for span in open { sums.add(span.score, to: span.units.clamped(to: window)) }
        open.removeAll { $0.units.upperBound <= window.upperBound }
    }
}
