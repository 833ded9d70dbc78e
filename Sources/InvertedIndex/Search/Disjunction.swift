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
    /// What spans add, by where their units begin; apart from one another.
    private let pieces: [SpanPiece]
    private let sums: WindowSums

    /// - Precondition: every clause has one cursor at most, and nothing to be checked. Pieces ascend and are apart.
    init(
        _ clauses: [ClausePostings], weights: [ClauseWeights], pieces: [SpanPiece], table: ScoreTable,
        adding sums: WindowSums, in segment: SegmentReader
    ) {
        self.segment = segment
        self.sums = sums
        self.table = table
        self.pieces = pieces
        cursors = CursorArray.all(of: clauses).cursors
        var bodyWeights: [ScoreWeight] = []
        bodyWeights.reserveCapacity(cursors.count)
        for clause in clauses.indices where !clauses[clause].cursors.isEmpty { bodyWeights.append(weights[clause].body) }
        self.weights = bodyWeights
    }

    /// Adds the best of some units, given by ranges that ascend and are apart, to the collector.
    func collect(in ranges: [Range<UInt32>], into collector: inout ScoreCollector) throws(IndexError) {
        // Other segments have told already what must be reached.
        if ranges.count == 1, collector.minimum == 0 { try foresee(&collector) }
        var next = 0
        let highestPiece = pieces.reduce(0) { max($0, $1.score) }
        var bounds = [(cursor: Int, bound: UInt32)](repeating: (0, 0), count: cursors.count)
        for range in ranges {
            for start in stride(from: range.lowerBound, to: range.upperBound, by: sums.count) {
                if SearchTime.isOver { return }
                let window = start..<min(start + UInt32(sums.count), range.upperBound)
                var most = highestPiece
                for index in bounds.indices {
                    bounds[index] = (index, try bound(of: index, in: window))
                    most &+= bounds[index].bound
                }
                if try most < collector.minimum(in: window) { continue }
                sums.begin(window)
                addSpans(from: &next, in: window)
                bounds.sort { $0.bound < $1.bound }
                try collect(window, bounds, into: &collector)
            }
        }
    }

    /// Looks at the units under the best titles before all others: what cannot keep up with them is passed over from the beginning.
    private func foresee(_ collector: inout ScoreCollector) throws(IndexError) {
        var trial = collector
        for piece in bestPieces() {
            let last = min(piece.units.upperBound, piece.units.lowerBound + UInt32(sums.count))
            let window = piece.units.lowerBound..<last
            sums.begin(window)
            sums.add(piece.score, to: window)
            for index in 0..<cursors.count { try add(index, window) }
            sums.find(max(1, try trial.minimum(in: window)))
            try sums.collect(into: &trial)
        }
        for index in 0..<cursors.count { unsafe cursors.base[index].restart() }
        if trial.best.isFull { collector.require(trial.best.threshold.nextDown) }
    }

    /// The pieces that spans add the most to, by where their units begin.
    private func bestPieces() -> [SpanPiece] {
        var best: [SpanPiece] = []
        for piece in pieces where best.count < Self.foreseen || piece.score > best[best.count - 1].score {
            if best.count == Self.foreseen { best.removeLast() }
            let place = best.firstIndex { $0.score < piece.score } ?? best.count
            best.insert(piece, at: place)
        }
        return best.sorted { $0.units.lowerBound < $1.units.lowerBound }
    }

    private static let foreseen = 2

    /// Adds what spans over the window add.
    ///
    /// - Parameter next: a piece before which none reaches into the window.
    private func addSpans(from next: inout Int, in window: Range<UInt32>) {
        while next < pieces.count, pieces[next].units.lowerBound < window.upperBound {
            sums.add(pieces[next].score, to: pieces[next].units.clamped(to: window))
            if pieces[next].units.upperBound > window.upperBound { return }
            next += 1
        }
    }

    /// - Parameter bounds: what each cursor's postings can add in the window, the least first.
    private func collect(
        _ window: Range<UInt32>, _ bounds: [(cursor: Int, bound: UInt32)], into collector: inout ScoreCollector
    ) throws(IndexError) {
        let minimum = max(try collector.minimum(in: window), 1)
        // Lists that can add more than that all together would leave too many units to be looked up.
        let spareable = minimum / 2
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

    /// Whether the window holds every unit of the segment, so that no list needs to be looked up in.
    private func isAll(_ window: Range<UInt32>) -> Bool { window.count == segment.counts.units }

    /// The most that a posting of the cursor in the window can add.
    private func bound(of index: Int, in window: Range<UInt32>) throws(IndexError) -> UInt32 {
        let cursor = unsafe cursors.base + index
        guard unsafe cursor.pointee.blockCount > 0 else {
            if isAll(window) { return weights[index] * table.highest }
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
        if let ranges = unsafe cursor.pointee.ranges {
            return unsafe try sums.add(
                ranges, of: cursor, in: window, weight: weights[index], table: table, lengths: lengths)
        }
        if unsafe cursor.pointee.blockCount == 0, isAll(window) {
            let weight = weights[index]
            return unsafe try cursor.pointee.forEachOfFew { unit, frequency in
                sums.add(weight * table[frequency, unsafe lengths.load(fromByteOffset: Int(unit), as: UInt8.self)], to: unit)
            }
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
