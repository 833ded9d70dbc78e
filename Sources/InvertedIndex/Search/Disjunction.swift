/// Finds the units of one segment that match any clause, scores of all clauses added.
///
/// Units are taken in windows whose sums fit the fastest memory; in each window every list of postings is read up to the
/// window's end. Nothing is skipped: of a question's twenty terms a few are in nearly every window.
struct Disjunction {
    private static let window = 4096

    private let segment: SegmentReader
    private let cursors: CursorArray
    private let weights: [ScoreWeight]
    private let table: ScoreTable
    /// By where their units begin.
    private let spans: [SpanPiece]

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

    /// Adds the best units to the collector.
    mutating func collect(into collector: inout ScoreCollector) throws(IndexError) {
        unsafe try forEachWindow { units, sums throws(IndexError) in
            unsafe try Self.scan(sums, of: units, into: &collector)
        }
    }

    /// Document by document: what a document counts for bounds the sums that matter in it.
    @inline(__always)
    private static func scan(
        _ sums: UnsafeMutableBufferPointer<UInt32>, of units: Range<UInt32>, into collector: inout ScoreCollector
    ) throws(IndexError) {
        guard let first = sums.baseAddress else { return }
        var unit = units.lowerBound
        while unit < units.upperBound {
            let (end, factor) = try collector.document(of: unit)
            let next = max(min(end, units.upperBound), unit + 1)
            if factor > 0 {
                unsafe scan(first + Int(unit - units.lowerBound), of: unit..<next, factor: factor, into: &collector)
            }
            unit = next
        }
        unsafe first.update(repeating: 0, count: units.count)
    }

    /// Safety: `sums` has a number for each of the units and eight more.
    @inline(__always)
    @unsafe private static func scan(
        _ sums: UnsafeMutablePointer<UInt32>, of units: Range<UInt32>, factor: Float,
        into collector: inout ScoreCollector
    ) {
        let base = UnsafeMutableRawPointer(sums)
        var least = max(collector.minimum(for: factor), 1)
        var index = 0
        while index < units.count {
            let place = unsafe base + index * 4
            let low = unsafe place.loadUnaligned(as: SIMD4<UInt32>.self)
            let high = unsafe (place + 16).loadUnaligned(as: SIMD4<UInt32>.self)
            // Sums are below 2³¹ (each is of a unit that holds few of the clauses), so a difference has its highest bit set
            // where the sum reaches what it must.
            let less = SIMD4<UInt32>(repeating: least &- 1)
            let signs = unsafe unsafeBitCast((less &- low) | (less &- high), to: SIMD2<UInt64>.self)
            if (signs.x | signs.y) & 0x8000_0000_8000_0000 != 0 {
                for lane in index..<min(index + 8, units.count) {
                    let sum = unsafe sums[lane]
                    if sum >= least {
                        collector.add(sum, unit: units.lowerBound + UInt32(lane), factor: factor)
                        least = max(collector.minimum(for: factor), 1)
                    }
                }
            }
            index += 8
        }
    }

    /// Calls `body` with each window: its units and their sums, which it sets to 0 again.
    private mutating func forEachWindow(
        _ body: (Range<UInt32>, UnsafeMutableBufferPointer<UInt32>) throws(IndexError) -> Void
    ) throws(IndexError) {
        let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: Self.window + 8)
        defer { unsafe memory.deallocate() }
        unsafe memory.initialize(repeating: 0)
        for index in 0..<cursors.count { unsafe try cursors.base[index].load(0) }
        var places = [Int](repeating: 0, count: cursors.count)
        var nextSpan = 0
        var open: [SpanPiece] = []
        let units = segment.counts.units
        for start in stride(from: 0, to: units, by: Self.window) {
            let end = UInt32(min(start + Self.window, units))
            unsafe addSpans(UInt32(start)..<end, &nextSpan, &open, to: memory)
            for index in 0..<cursors.count {
                unsafe try add(index, &places[index], UInt32(start)..<end, to: memory)
            }
            unsafe try body(UInt32(start)..<end, memory)
        }
    }

    private func addSpans(
        _ window: Range<UInt32>, _ next: inout Int, _ open: inout [SpanPiece],
        to sums: UnsafeMutableBufferPointer<UInt32>
    ) {
        while next < spans.count, spans[next].units.lowerBound < window.upperBound {
            open.append(spans[next])
            next += 1
        }
        for span in open {
            let range = span.units.clamped(to: window)
            for unit in range { unsafe sums[Int(unit - window.lowerBound)] &+= span.score }
        }
        open.removeAll { $0.units.upperBound <= window.upperBound }
    }

    /// Adds the scores of a cursor's postings in the window.
    private mutating func add(
        _ index: Int, _ place: inout Int, _ window: Range<UInt32>, to sums: UnsafeMutableBufferPointer<UInt32>
    ) throws(IndexError) {
        let cursor = unsafe cursors.base + index
        let weight = weights[index]
        guard let lengths = unsafe segment.lengthCodes.pointer(at: 0, count: segment.counts.units),
            let first = sums.baseAddress
        else { return }
        let scratch = unsafe cursor.pointee.scratch
        while unsafe place < cursor.pointee.loaded {
            let loaded = unsafe cursor.pointee.loaded
            if unsafe scratch.ordinals[place] >= window.upperBound { return }
            let end = unsafe scratch.ordinals[loaded - 1] < window.upperBound
                ? loaded : scratch.firstIndex(notBelow: window.upperBound, from: place, below: loaded)
            unsafe Self.add(
                place..<end, of: cursor, weight: weight, table: table, lengths: lengths, to: first,
                from: window.lowerBound)
            place = end
            if place < loaded { return }
            unsafe try cursor.pointee.load(cursor.pointee.block + 1)
            place = 0
        }
    }

    /// Adds the scores of some postings of the loaded block.
    ///
    /// Safety: their units are below the segment's number of units, for each of which `lengths` has a byte, and within the
    /// window that begins at `start`, for each of whose units `sums` has a number.
    @inline(__always)
    @unsafe private static func add(
        _ postings: Range<Int>, of cursor: UnsafeMutablePointer<PostingCursor>, weight: ScoreWeight,
        table: ScoreTable, lengths: UnsafeRawPointer, to sums: UnsafeMutablePointer<UInt32>, from start: UInt32
    ) {
        let highest = unsafe cursor.pointee.unpackFrequencies()
        let ordinals = unsafe cursor.pointee.scratch.ordinals
        let frequencies = unsafe cursor.pointee.scratch.frequencies
        unsafe table.withValues { values in
            if highest == 1 {
                let row = unsafe values + 256
                for posting in postings {
                    let unit = unsafe ordinals[posting]
                    let length = unsafe lengths.load(fromByteOffset: Int(unit), as: UInt8.self)
                    unsafe sums[Int(unit &- start)] &+= weight * UInt32(row[Int(length)])
                }
            } else if highest < 16 {
                for posting in postings {
                    let unit = unsafe ordinals[posting]
                    let length = unsafe lengths.load(fromByteOffset: Int(unit), as: UInt8.self)
                    let value = unsafe values[Int(frequencies[posting]) << 8 | Int(length)]
                    unsafe sums[Int(unit &- start)] &+= weight * UInt32(value)
                }
            } else {
                for posting in postings {
                    let unit = unsafe ordinals[posting]
                    let length = unsafe lengths.load(fromByteOffset: Int(unit), as: UInt8.self)
                    unsafe sums[Int(unit &- start)] &+= weight * table[frequencies[posting], length]
                }
            }
        }
    }
}
