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

/// Lists that are so long that a bitmap holds their ordinals: whether one is among them is seen without unpacking a block.
extension PostingCursor {
    @inline(__always)
    package var hasBitmap: Bool { unsafe bitmap != nil }

    /// Whether an ordinal below the limit is in the bitmap.
    ///
    /// - Precondition: ``hasBitmap``.
    @inline(__always)
    func isInBitmap(_ ordinal: UInt32) -> Bool {
        guard ordinal < ordinalLimit, let bitmap = unsafe bitmap else { return false }
        return unsafe bitmap.load(fromByteOffset: Int(ordinal >> 3), as: UInt8.self) >> UInt8(ordinal & 7) & 1 == 1
    }

    /// 64 bits of the bitmap, for the ordinals from 64 times `index` on; those beyond the limit are clear.
    @inline(__always)
    func bitmapWord(_ index: Int) -> UInt64 {
        guard index >= 0, index < (Int(ordinalLimit) + 63) / 64, let bitmap = unsafe bitmap else { return 0 }
        let word = UInt64(littleEndian: unsafe bitmap.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        let bits = Int(ordinalLimit) - index * 64
        return bits >= 64 ? word : word & ((1 << UInt64(bits)) - 1)
    }

    /// Writes the ordinals of `count` postings from `base` on into ``ordinals``; false where the bitmap has no more so many.
    func spellBitmap(from base: UInt32, count: Int) -> Bool {
        var index = Int(base >> 6)
        var word = bitmapWord(index) & (.max << UInt64(base & 63))
        let end = (Int(ordinalLimit) + 63) / 64
        var written = 0
        while written < count {
            // Eight at a time, whether there are so many or not: how many there are could not be foretold.
            let first = UInt32(truncatingIfNeeded: index &* 64)
            let bits = word.nonzeroBitCount
            var rest = bits
            var place = written
            while rest > 0 {
                for lane in 0..<8 {
                    unsafe ordinals[place &+ lane] = first &+ UInt32(truncatingIfNeeded: word.trailingZeroBitCount)
                    word &= word &- 1
                }
                place &+= 8
                rest &-= 8
                if place >= count { break }
            }
            written &+= bits
            index &+= 1
            if index >= end { break }
            word = bitmapWord(index)
        }
        return written >= count
    }

    /// The frequency of the posting at an ordinal that the bitmap has. Ordinals asked for ascend.
    ///
    /// - Precondition: ``hasBitmap``, and the ordinal is in it.
    mutating func bitmapFrequency(at ordinal: UInt32) throws(IndexError) -> UInt32 {
        let found = look(for: ordinal)
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
        guard let width = bytes.byte(place), width <= 32 else { throw damage }
        let first = block == 0 ? 0 : Int(lastOrdinal(of: block - 1)) + 1
        rank.block = block
        rank.frequencies = place + 1
        rank.width = Int(width)
        rank.word = first >> 6
        rank.count = -(bitmapWord(rank.word) & ((1 << UInt64(first & 63)) &- 1)).nonzeroBitCount
    }
}
