/// Finds the best units of one segment for a clause that one list of postings proves, without reading most of it.
///
/// What bounds a block's scores stands beside the block, so blocks that cannot hold one of the best are never unpacked
/// (block-max pruning: Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011). The blocks
/// with the highest bounds are read first.
struct SingleClause {
    private let segment: SegmentReader
    private var cursor: PostingCursor
    private let weight: ScoreWeight
    private let table: ScoreTable
    private let lengths: MappedBytes
    private let pieces: [SpanPiece]
    /// The best score of each block, the postings behind them last.
    private var bounds: [UInt32] = []

    /// - Parameter pieces: ascending and apart, as ``SpanPieces`` makes them.
    init(
        _ cursor: PostingCursor, weight: ScoreWeight, table: ScoreTable, pieces: [SpanPiece], in segment: SegmentReader
    ) {
        self.segment = segment
        self.cursor = cursor
        self.weight = weight
        self.table = table
        self.pieces = pieces
        lengths = segment.lengthCodes
        bounds.reserveCapacity(cursor.blockCount + 1)
        for block in 0..<cursor.blockCount { bounds.append(weight * table.bound(cursor.impact(of: block))) }
        // Of a list without blocks nothing is known; no score can exceed this.
        bounds.append(weight * (cursor.blockCount > 0 ? table.bound(cursor.tailImpact) : table[.max, 0]))
    }

    mutating func collect(into collector: inout ScoreCollector) throws(IndexError) {
        try collectUnderSpans(into: &collector)
        try collectBlocks(into: &collector)
    }

    // MARK: Under spans

    /// All units under spans that can get in: those with the highest span scores first, to raise the threshold early.
    private mutating func collectUnderSpans(into collector: inout ScoreCollector) throws(IndexError) {
        guard let highest = pieces.map(\.score).max(), let bound = bounds.max() else { return }
        let early = highest - highest / 16
        for isEarly in [true, false] {
            var reader = cursor
            for piece in pieces where (piece.score >= early) == isEarly {
                guard piece.score &+ bound >= collector.minimum else { continue }
                try collect(piece, reading: &reader, into: &collector)
            }
            cursor = try restarted()
        }
    }

    private func restarted() throws(IndexError) -> PostingCursor {
        var fresh = cursor
        try fresh.restart()
        return fresh
    }

    private func collect(
        _ piece: SpanPiece, reading cursor: inout PostingCursor, into collector: inout ScoreCollector
    ) throws(IndexError) {
        var posting = try cursor.advance(to: piece.units.lowerBound)
        for unit in piece.units {
            var sum = piece.score
            if posting == unit {
                sum &+= weight * table[cursor.frequency, try segment.lengthCode(unit)]
                posting = try cursor.next()
            }
            try collector.add(sum, unit: unit)
        }
    }

    // MARK: Elsewhere

    private mutating func collectBlocks(into collector: inout ScoreCollector) throws(IndexError) {
        var isRead = [Bool](repeating: false, count: bounds.count)
        if bounds.count > 4 {
            for _ in 0..<3 {
                var best = -1
                for block in 0..<cursor.blockCount where !isRead[block] && (best < 0 || bounds[block] > bounds[best]) {
                    best = block
                }
                guard best >= 0, bounds[best] >= collector.minimum else { break }
                isRead[best] = true
                try collectBlock(best, into: &collector)
            }
        }
        for block in bounds.indices where !isRead[block] && bounds[block] >= collector.minimum {
            try collectBlock(block, into: &collector)
        }
    }

    private mutating func collectBlock(_ block: Int, into collector: inout ScoreCollector) throws(IndexError) {
        try cursor.load(block)
        cursor.unpackFrequencies()
        for index in 0..<cursor.loaded {
            let unit = unsafe cursor.scratch.ordinals[index]
            guard let length = lengths.byte(Int(unit)) else { throw segment.damage("unitLengths") }
            let sum = unsafe weight * table[cursor.scratch.frequencies[index], length]
            if sum >= collector.minimum, !isUnderSpan(unit) { try collector.add(sum, unit: unit) }
        }
    }

    /// Whether the unit has been seen under a span already.
    private func isUnderSpan(_ unit: UInt32) -> Bool {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].units.upperBound <= unit { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count && pieces[low].units.contains(unit)
    }
}
