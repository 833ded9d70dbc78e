/// 128 postings that are written as one block.
///
/// Safety: 128 ordinals and frequencies can be read while the block is used. Ordinals ascend strictly.
@unsafe struct PostingBlock {
    private let ordinals: UnsafePointer<UInt32>
    private let frequencies: UnsafePointer<UInt32>
    /// One more than the ordinal before the first.
    private let next: UInt32

    /// A block of a list, `next` behind the ordinal before it.
    ///
    /// - Precondition: the list has 128 postings from `place` on.
    init(
        _ ordinals: UnsafeBufferPointer<UInt32>, _ frequencies: UnsafeBufferPointer<UInt32>, at place: Int, next: UInt32
    ) {
        precondition(place >= 0 && place + PackedBlock.count <= ordinals.count && ordinals.count == frequencies.count)
        unsafe self.ordinals = unsafe ordinals.baseAddress! + place
        unsafe self.frequencies = unsafe frequencies.baseAddress! + place
        unsafe self.next = next
    }

    var lastOrdinal: UInt32 { unsafe ordinals[PackedBlock.count - 1] }

    /// Four gaps: what lies between an ordinal and the one before it.
    @inline(__always)
    func gaps(_ row: Int) -> SIMD4<UInt32> {
        let vector = unsafe UnsafeRawPointer(ordinals + 4 &* row).loadUnaligned(as: SIMD4<UInt32>.self)
        if row > 0 {
            return unsafe vector &- UnsafeRawPointer(ordinals + 4 &* row - 1).loadUnaligned(as: SIMD4<UInt32>.self) &- 1
        }
        return unsafe vector &- SIMD4(next, ordinals[0] &+ 1, ordinals[1] &+ 1, ordinals[2] &+ 1)
    }

    /// Four frequencies less one.
    @inline(__always)
    func frequencies(_ row: Int) -> SIMD4<UInt32> {
        unsafe UnsafeRawPointer(frequencies + 4 &* row).loadUnaligned(as: SIMD4<UInt32>.self) &- 1
    }

    /// Writes the block.
    func append(hasGaps: Bool, to writer: inout ByteWriter) {
        let frequencyWidth = BlockPacker.width { unsafe frequencies($0) }
        let gapWidth = hasGaps ? BlockPacker.width { unsafe gaps($0) } : 0
        if hasGaps { writer.byte(UInt8(gapWidth)) }
        writer.byte(UInt8(frequencyWidth))
        // Safety: there is room for blocks of these widths.
        unsafe writer.write(room: PackedBlock.byteCount(width: gapWidth + frequencyWidth)) { output in
            let end = unsafe BlockPacker.pack(width: gapWidth, into: output) { unsafe gaps($0) }
            return unsafe end + BlockPacker.pack(width: frequencyWidth, into: output + end) { unsafe frequencies($0) }
        }
    }

    /// - Precondition: each ordinal has a length, where there are any.
    func impact(_ lengths: Span<UInt8>) -> BlockImpact {
        unsafe BlockImpact(
            UnsafeBufferPointer(start: ordinals, count: PackedBlock.count).span,
            UnsafeBufferPointer(start: frequencies, count: PackedBlock.count).span, lengths)
    }
}
