/// The bytes of one term's postings; FORMAT.md, "Postings", has the grammar.
///
/// A posting is the ordinal of a unit (or span, or document) that holds the term, and how often it does.
package struct PostingListEncoder {
    private var blocks = ByteWriter()

    package init() {}

    package mutating func append(
        ordinals: ArraySlice<UInt32>, frequencies counts: ArraySlice<UInt32>, lengths: [UInt8] = [],
        to writer: inout ByteWriter
    ) {
        append(ordinals: ordinals.span, frequencies: counts.span, lengths: lengths.span, to: &writer)
    }

    /// Appends postings, with what the best score of each block depends on.
    ///
    /// - Parameter lengths: the code of each ordinal's length; empty where nothing is ranked by it.
    /// - Precondition: ordinals ascend strictly; frequencies are at least 1, and there are as many. Each ordinal has a length,
    ///   where there are any.
    package mutating func append(
        ordinals: Span<UInt32>, frequencies counts: Span<UInt32>, lengths: Span<UInt8>, to writer: inout ByteWriter
    ) {
        precondition(ordinals.count == counts.count)
        guard ordinals.count >= PackedBlock.count else {
            Self.appendShort(ordinals, counts, to: &writer)
            return
        }
        writer.varint(UInt32(ordinals.count))
        var next: UInt32 = 0
        let layout = OrdinalLayout(ordinals, of: lengths.count)
        writer.byte(layout.rawValue)
        switch layout {
        case .packed: break
        case .bitmap: OrdinalBitmap.append(ordinals, of: lengths.count, to: &writer)
        case .ranges: OrdinalRanges.append(ordinals, of: lengths.count, to: &writer)
        }
        blocks.removeAll()
        let place = appendBlocks(ordinals, counts, lengths, &next, hasGaps: layout != .ranges, to: &writer)
        let rest = place..<ordinals.count
        writer.uint32(BlockImpact(ordinals.extracting(rest), counts.extracting(rest), lengths).packed)
        writer.append(blocks.bytes)
        if layout != .ranges {
            Self.appendTail(ordinals, counts, from: place, next, to: &writer)
        } else {
            Self.appendFrequencies(counts.extracting(rest), to: &writer)
        }
    }

    /// Gathers the whole blocks, and writes the directory that leads to them. Returns where the postings are that are left.
    private mutating func appendBlocks(
        _ ordinals: Span<UInt32>, _ counts: Span<UInt32>, _ lengths: Span<UInt8>, _ next: inout UInt32, hasGaps: Bool,
        to writer: inout ByteWriter
    ) -> Int {
        unsafe ordinals.withUnsafeBufferPointer { ordinals in
            unsafe counts.withUnsafeBufferPointer { counts in
                var place = 0
                while place + PackedBlock.count <= ordinals.count {
                    // Safety: the block is used while the lists are at hand.
                    let block = unsafe PostingBlock(ordinals, counts, at: place, next: next)
                    unsafe block.append(hasGaps: hasGaps, to: &blocks)
                    unsafe writer.uint32(block.lastOrdinal)
                    writer.uint32(UInt32(blocks.count))
                    unsafe writer.uint32(block.impact(lengths).packed)
                    next = unsafe block.lastOrdinal &+ 1
                    place += PackedBlock.count
                }
                return place
            }
        }
    }

    /// Frequencies behind the last whole block, as a block of their own that is filled up.
    private static func appendFrequencies(_ counts: Span<UInt32>, to writer: inout ByteWriter) {
        guard counts.count > 0 else { return }
        var rows = InlineArray<32, SIMD4<UInt32>>(repeating: .zero)
        for index in counts.indices { rows[index / 4][index % 4] = counts[index] &- 1 }
        let width = BlockPacker.width { rows[$0] }
        writer.byte(UInt8(width))
        // Safety: there is room for a block of that width.
        unsafe writer.write(room: PackedBlock.byteCount(width: width)) { output in
            unsafe BlockPacker.pack(width: width, into: output) { rows[$0] }
        }
    }

    /// A list without blocks.
    private static func appendShort(_ ordinals: Span<UInt32>, _ counts: Span<UInt32>, to writer: inout ByteWriter) {
        // Safety: a number takes five bytes at most, and there are two for each posting, and how many they are.
        unsafe writer.write(room: 10 * ordinals.count + 5) { output in
            var end = unsafe output
            unsafe appendVarint(UInt32(ordinals.count), to: &end)
            unsafe writeTail(ordinals, counts, from: 0, 0, to: &end)
            return unsafe end - output
        }
    }

    private static func appendTail(
        _ ordinals: Span<UInt32>, _ counts: Span<UInt32>, from place: Int, _ first: UInt32, to writer: inout ByteWriter
    ) {
        // Safety: as above.
        unsafe writer.write(room: 10 * (ordinals.count - place)) { output in
            var end = unsafe output
            unsafe writeTail(ordinals, counts, from: place, first, to: &end)
            return unsafe end - output
        }
    }

    /// The gap doubled, its lowest bit telling that the frequency is 1; else the frequency follows.
    ///
    /// Safety: there is room for ten bytes for each posting from `place` on.
    @inline(__always)
    @unsafe private static func writeTail(
        _ ordinals: Span<UInt32>, _ counts: Span<UInt32>, from place: Int, _ first: UInt32,
        to end: inout UnsafeMutableRawPointer
    ) {
        var next = first
        for index in place..<ordinals.count {
            let ordinal = ordinals[index]
            let frequency = counts[index]
            precondition(ordinal - next < 1 << 31)
            unsafe appendVarint((ordinal &- next) &<< 1 | (frequency == 1 ? 1 : 0), to: &end)
            if frequency != 1 { unsafe appendVarint(frequency, to: &end) }
            next = ordinal + 1
        }
    }

    /// Safety: there is room for five bytes.
    @inline(__always)
    @unsafe private static func appendVarint(_ value: UInt32, to output: inout UnsafeMutableRawPointer) {
        var rest = value
        while rest >= 0x80 {
            unsafe output.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            unsafe output += 1
            rest >>= 7
        }
        unsafe output.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
        unsafe output += 1
    }
}

/// What bounds the score of a block's postings, whatever the parameters of the ranking: the shortest length among all of
/// them, among those of frequency 2 and more and of 3 and more, and the highest frequency.
package struct BlockImpact: Equatable, Sendable {
    package var shortest: UInt8 = .max
    package var shortestTwice: UInt8 = .max
    package var shortestMore: UInt8 = .max
    /// 255 stands for that and everything above.
    package var highest: UInt8 = 0

    package init() {}

    package init(packed: UInt32) {
        shortest = UInt8(truncatingIfNeeded: packed)
        shortestTwice = UInt8(truncatingIfNeeded: packed >> 8)
        shortestMore = UInt8(truncatingIfNeeded: packed >> 16)
        highest = UInt8(truncatingIfNeeded: packed >> 24)
    }

    /// - Parameter lengths: the code of each ordinal's length; empty where nothing is ranked by it.
    /// - Precondition: ordinals ascend.
    init(_ ordinals: Span<UInt32>, _ counts: Span<UInt32>, _ lengths: Span<UInt8>) {
        precondition(ordinals.count == counts.count)
        guard ordinals.count > 0 else { return }
        precondition(lengths.isEmpty || ordinals[ordinals.count - 1] < lengths.count)
        guard !lengths.isEmpty else {
            for index in ordinals.indices { add(frequency: counts[index], length: 0) }
            return
        }
        var (all, twice, more): (Int32, Int32, Int32) = (255, 255, 255)
        var highestCount: UInt32 = 0
        for index in ordinals.indices {
            // Safety: there are as many frequencies, and no ordinal is above the last one, which has a length.
            let frequency = unsafe counts[unchecked: index]
            let length = unsafe Int32(lengths[unchecked: Int(ordinals[unchecked: index])])
            highestCount = max(highestCount, frequency)
            // Where the frequency is too low 255 counts: the sign of a difference, so that no branch hangs on it.
            let few = Int32(truncatingIfNeeded: min(frequency, 3))
            all = min(all, length)
            twice = min(twice, length | ((few &- 2) &>> 31) & 255)
            more = min(more, length | ((few &- 3) &>> 31) & 255)
        }
        (shortest, shortestTwice, shortestMore) = (UInt8(all), UInt8(twice), UInt8(more))
        highest = UInt8(min(highestCount, 255))
    }

    package var packed: UInt32 {
        UInt32(shortest) | UInt32(shortestTwice) << 8 | UInt32(shortestMore) << 16 | UInt32(highest) << 24
    }

    @inline(__always)
    package mutating func add(frequency: UInt32, length: UInt8) {
        shortest = min(shortest, length)
        shortestTwice = min(shortestTwice, frequency > 1 ? length : .max)
        shortestMore = min(shortestMore, frequency > 2 ? length : .max)
        highest = max(highest, UInt8(min(frequency, 255)))
    }
}
