/// How many postings of a block stand before some unit, counted in the bitmap as a search goes upwards.
struct BitmapRank {
    /// The block that is being counted; -1 before the first.
    var block = -1
    /// Where its frequencies are, and how wide.
    var frequencies = 0
    var width = 0
    /// The word of the bitmap before which `count` postings of the block stand.
    var word = 0
    var count = 0
}

/// Lists that are so long that a bitmap stands beside their blocks: whether an ordinal is among them is seen without
/// unpacking one.
extension PostingCursor {
    @inline(__always)
    package var hasBitmap: Bool { unsafe bitmap != nil }

    /// Whether an ordinal below the limit is in the bitmap.
    ///
    /// - Precondition: ``hasBitmap``.
    @inline(__always)
    func isInBitmap(_ ordinal: UInt32) -> Bool { bitmapBit(ordinal) == 1 }

    /// 1 for an ordinal that is in the bitmap, else 0.
    ///
    /// - Precondition: ``hasBitmap``.
    @inline(__always)
    func bitmapBit(_ ordinal: UInt32) -> UInt64 {
        guard ordinal < ordinalLimit, let bitmap = unsafe bitmap else { return 0 }
        return UInt64(unsafe bitmap.load(fromByteOffset: Int(ordinal >> 3), as: UInt8.self) &>> UInt8(ordinal & 7) & 1)
    }

    /// 64 bits of the bitmap, for the ordinals from 64 times `index` on; those beyond the limit are clear.
    @inline(__always)
    func bitmapWord(_ index: Int) -> UInt64 {
        guard index >= 0, index < (Int(ordinalLimit) + 63) / 64, let bitmap = unsafe bitmap else { return 0 }
        let word = UInt64(littleEndian: unsafe bitmap.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        let bits = Int(ordinalLimit) - index * 64
        return bits >= 64 ? word : word & ((1 << UInt64(bits)) - 1)
    }

    /// The frequency of the posting at an ordinal that the bitmap has. Ordinals asked for ascend.
    ///
    /// - Precondition: ``hasBitmap``, and the ordinal is in it.
    mutating func bitmapFrequency(at ordinal: UInt32) throws(IndexError) -> UInt32 {
        let found = look(for: ordinal)
        guard found < blockCount else {
            // The last postings are not packed.
            return try advance(to: ordinal) == ordinal ? frequency : 0
        }
        if rank.block != found { try startRank(found) }
        let word = Int(ordinal >> 6)
        while rank.word < word {
            rank.count &+= bitmapWord(rank.word).nonzeroBitCount
            rank.word &+= 1
        }
        let below = bitmapWord(word) & ((1 << UInt64(ordinal & 63)) &- 1)
        let index = rank.count &+ below.nonzeroBitCount
        guard index >= 0, index < PackedBlock.count,
            let packed = unsafe bytes.pointer(at: rank.frequencies, count: PackedBlock.byteCount(width: rank.width))
        else { throw damage }
        return unsafe PackedBlock.number(index, of: packed, width: rank.width) &+ 1
    }

    private mutating func startRank(_ block: Int) throws(IndexError) {
        let place = try start(of: block)
        guard let gapWidth = bytes.byte(place), let width = bytes.byte(place + 1), gapWidth <= 32, width <= 32 else {
            throw damage
        }
        let first = block == 0 ? 0 : Int(lastOrdinal(of: block - 1)) + 1
        rank.block = block
        rank.frequencies = place + 2 + PackedBlock.byteCount(width: Int(gapWidth))
        rank.width = Int(width)
        rank.word = first >> 6
        rank.count = -(bitmapWord(rank.word) & ((1 << UInt64(first & 63)) &- 1)).nonzeroBitCount
    }
}
