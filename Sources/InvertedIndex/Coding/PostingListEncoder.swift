/// The bytes of one term's postings; FORMAT.md, "Postings", has the grammar.
///
/// A posting is the ordinal of a unit (or span, or document) that holds the term, and how often it does.
package struct PostingListEncoder {
    private var gaps = [UInt32](repeating: 0, count: PackedBlock.count)
    private var frequencies = [UInt32](repeating: 0, count: PackedBlock.count)
    private var blocks = ByteWriter()

    package init() {}

    /// Appends postings, with what the best score of each block depends on.
    ///
    /// - Parameter lengths: the code of each ordinal's length; empty where nothing is ranked by it.
    /// - Precondition: ordinals ascend strictly; frequencies are at least 1, and there are as many.
    package mutating func append(
        ordinals: ArraySlice<UInt32>, frequencies counts: ArraySlice<UInt32>, lengths: [UInt8] = [],
        to writer: inout ByteWriter
    ) {
        precondition(ordinals.count == counts.count)
        writer.varint(UInt32(ordinals.count))
        var next: UInt32 = 0
        guard ordinals.count >= PackedBlock.count else {
            appendTail(ordinals, counts, from: 0, next, to: &writer)
            return
        }
        let layout = OrdinalLayout(ordinals, of: lengths.count)
        writer.byte(layout.rawValue)
        switch layout {
        case .packed: break
        case .bitmap: OrdinalBitmap.append(ordinals, of: lengths.count, to: &writer)
        case .ranges: OrdinalRanges.append(ordinals, of: lengths.count, to: &writer)
        }
        blocks.removeAll()
        var place = 0
        while place + PackedBlock.count <= ordinals.count {
            appendBlock(ordinals, counts, at: place, lengths, &next, hasGaps: layout != .ranges, to: &writer)
            place += PackedBlock.count
        }
        var impact = BlockImpact()
        for index in place..<ordinals.count {
            let ordinal = ordinals[ordinals.startIndex + index]
            impact.add(
                frequency: counts[counts.startIndex + index], length: lengths.isEmpty ? 0 : lengths[Int(ordinal)])
        }
        writer.uint32(impact.packed)
        writer.append(blocks.bytes)
        if layout != .ranges {
            appendTail(ordinals, counts, from: place, next, to: &writer)
        } else {
            appendFrequencies(counts, from: place, to: &writer)
        }
    }

    /// Frequencies behind the last whole block, as a block of their own that is filled up.
    private mutating func appendFrequencies(_ counts: ArraySlice<UInt32>, from place: Int, to writer: inout ByteWriter) {
        guard place < counts.count else { return }
        for index in 0..<PackedBlock.count {
            frequencies[index] = place + index < counts.count ? counts[counts.startIndex + place + index] &- 1 : 0
        }
        let width = PackedBlock.width(of: frequencies[...])
        writer.byte(UInt8(width))
        PackedBlock.append(frequencies[...], width: width, to: &writer)
    }

    private mutating func appendBlock(
        _ ordinals: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>, at place: Int, _ lengths: [UInt8],
        _ next: inout UInt32, hasGaps: Bool, to writer: inout ByteWriter
    ) {
        var impact = BlockImpact()
        let ordinals = ordinals.span.extracting(place..<(place + PackedBlock.count))
        let counts = counts.span.extracting(place..<(place + PackedBlock.count))
        let lengths = lengths.span
        for index in 0..<PackedBlock.count {
            let ordinal = ordinals[index]
            let frequency = counts[index]
            gaps[index] = ordinal &- next
            frequencies[index] = frequency &- 1
            next = ordinal &+ 1
            impact.add(frequency: frequency, length: lengths.isEmpty ? 0 : lengths[Int(ordinal)])
        }
        let gapWidth = hasGaps ? PackedBlock.width(of: gaps[...]) : 0
        let frequencyWidth = PackedBlock.width(of: frequencies[...])
        if hasGaps { blocks.byte(UInt8(gapWidth)) }
        blocks.byte(UInt8(frequencyWidth))
        if hasGaps { PackedBlock.append(gaps[...], width: gapWidth, to: &blocks) }
        PackedBlock.append(frequencies[...], width: frequencyWidth, to: &blocks)
        writer.uint32(next - 1)
        writer.uint32(UInt32(blocks.count))
        writer.uint32(impact.packed)
    }

    /// The gap doubled, its lowest bit telling that the frequency is 1; else the frequency follows.
    private func appendTail(
        _ ordinals: ArraySlice<UInt32>, _ counts: ArraySlice<UInt32>, from place: Int, _ first: UInt32,
        to writer: inout ByteWriter
    ) {
        var next = first
        let (ordinals, counts) = (ordinals.span, counts.span)
        for index in place..<ordinals.count {
            let ordinal = ordinals[index]
            let frequency = counts[index]
            precondition(ordinal - next < 1 << 31)
            writer.varint((ordinal - next) << 1 | (frequency == 1 ? 1 : 0))
            if frequency != 1 { writer.varint(frequency) }
            next = ordinal + 1
        }
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

    package var packed: UInt32 {
        UInt32(shortest) | UInt32(shortestTwice) << 8 | UInt32(shortestMore) << 16 | UInt32(highest) << 24
    }

    @inline(__always)
    package mutating func add(frequency: UInt32, length: UInt8) {
        shortest = min(shortest, length)
        if frequency > 1 { shortestTwice = min(shortestTwice, length) }
        if frequency > 2 { shortestMore = min(shortestMore, length) }
        highest = max(highest, UInt8(min(frequency, 255)))
    }
}
