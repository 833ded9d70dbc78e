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
    private let pieces: [SpanPiece]
    /// The best score of each block and one more, those of the postings behind the blocks last; 0 once a block is read. Empty
    /// for a list without blocks, of which nothing is known.
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
        guard cursor.blockCount > 0 else { return }
        bounds.reserveCapacity(cursor.blockCount + 1)
        for block in 0...cursor.blockCount { bounds.append(weight * table.bound(cursor.impact(of: block)) &+ 1) }
    }

    mutating func collect(into collector: inout ScoreCollector) throws(IndexError) {
        if pieces.isEmpty, bounds.isEmpty { return try collectFew(into: &collector) }
        if !pieces.isEmpty { try collectUnderSpans(into: &collector) }
        var reader = cursor
        if bounds.isEmpty {
            try collectBlock(0, reading: &reader, into: &collector)
        } else {
            try collectBlocks(reading: &reader, into: &collector)
        }
    }

    /// All postings of a list that is not long enough for a block.
    private func collectFew(into collector: inout ScoreCollector) throws(IndexError) {
        try cursor.forEachOfFew { unit, frequency throws(IndexError) in
            try collector.add(weight * table[frequency, try segment.lengthCode(unit)], unit: unit)
        }
    }

    /// The best score of a block.
    @inline(__always)
    private func bound(_ block: Int) -> UInt32 {
        block < bounds.count ? bounds[block] &- 1 : weight * table.highest
    }

    // MARK: Under spans

    /// All units under spans that can get in: those with the highest span scores first, to raise the threshold early.
    private mutating func collectUnderSpans(into collector: inout ScoreCollector) throws(IndexError) {
        var highest: UInt32 = 0
        for piece in pieces { highest = max(highest, piece.score) }
        let bound = bounds.isEmpty ? weight * table.highest : bounds.reduce(0, max) &- 1
        let early = highest - highest / 16
        for isEarly in [true, false] {
            var reader = cursor
            for piece in pieces where (piece.score >= early) == isEarly && piece.score &+ bound >= collector.minimum {
                try collect(piece, reading: &reader, into: &collector)
            }
            cursor.restart()
        }
    }

    private func collect(
        _ piece: SpanPiece, reading cursor: inout PostingCursor, into collector: inout ScoreCollector
    ) throws(IndexError) {
        var unit = piece.units.lowerBound
        // As long as the span alone is enough, every unit under it counts.
        while piece.score >= collector.minimum, unit < piece.units.upperBound {
            var sum = piece.score
            if try cursor.advance(to: unit) == unit {
                sum &+= weight * table[cursor.frequency, try segment.lengthCode(unit)]
            }
            try collector.add(sum, unit: unit)
            unit += 1
        }
        while unit < piece.units.upperBound {
            let block = cursor.look(for: unit)
            let last = min(cursor.lastOrdinal(of: block), piece.units.upperBound - 1)
            if piece.score &+ bound(block) >= collector.minimum {
                try collectPostings(unit...last, under: piece, reading: &cursor, into: &collector)
            }
            unit = last + 1
        }
    }

    private func collectPostings(
        _ units: ClosedRange<UInt32>, under piece: SpanPiece, reading cursor: inout PostingCursor,
        into collector: inout ScoreCollector
    ) throws(IndexError) {
        guard try cursor.advance(to: units.lowerBound) <= units.upperBound else { return }
        let end = cursor.firstIndex(notBelow: units.upperBound, from: cursor.index)
        let last = unsafe end < cursor.loaded && cursor.ordinals[end] == units.upperBound ? end + 1 : end
        try collect(cursor.index..<last, of: &cursor, under: piece.score, into: &collector) { _ in true }
    }

    // MARK: Elsewhere

    private mutating func collectBlocks(
        reading cursor: inout PostingCursor, into collector: inout ScoreCollector
    ) throws(IndexError) {
        if bounds.count > 4 {
            for _ in 0..<3 {
                var best = 0
                for block in bounds.indices where bounds[block] > bounds[best] { best = block }
                guard bounds[best] > collector.minimum else { break }
                bounds[best] = 0
                try collectBlock(best, reading: &cursor, into: &collector)
            }
        }
        for block in bounds.indices where bounds[block] > collector.minimum {
            try collectBlock(block, reading: &cursor, into: &collector)
        }
    }

    private func collectBlock(
        _ block: Int, reading cursor: inout PostingCursor, into collector: inout ScoreCollector
    ) throws(IndexError) {
        try cursor.load(block)
        try collect(0..<cursor.loaded, of: &cursor, under: 0, into: &collector) { pieces.isEmpty || !isUnderSpan($0) }
    }

    /// Scores some postings of the loaded block, a span's score added; those that could get in are asked for with `isWanted`.
    @inline(__always)
    private func collect(
        _ postings: Range<Int>, of cursor: inout PostingCursor, under span: UInt32,
        into collector: inout ScoreCollector, where isWanted: (UInt32) -> Bool
    ) throws(IndexError) {
        let highest = cursor.unpackFrequencies()
        // Safety: whoever loads a block sees that its ordinals are of the segment's units, each of which has a length; indices
        // are those of postings that are loaded.
        guard let lengths = unsafe segment.lengthCodes.pointer(at: 0, count: segment.counts.units) else {
            throw segment.damage("unitLengths")
        }
        let ordinals = unsafe cursor.ordinals
        let frequencies = unsafe cursor.frequencies
        let values = unsafe table.allValues
        for index in postings {
            let unit = unsafe ordinals[index]
            let length = unsafe lengths.load(fromByteOffset: Int(unit), as: UInt8.self)
            let frequency = unsafe frequencies[index]
            let value = unsafe highest < 16 || frequency < 16
                ? UInt32(values[Int(frequency) << 8 | Int(length)]) : table[frequency, length]
            let sum = span &+ weight * value
            if sum >= collector.minimum, isWanted(unit) { try collector.add(sum, unit: unit) }
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
