/// Lists whose ordinals stand in ranges of 256: where a posting is, if it is there, is seen without unpacking a block.
extension PostingCursor {
    /// Whether ``contains(_:)`` may be asked.
    @inline(__always)
    package var canLookUp: Bool { hasBitmap || ranges != nil }

    /// Whether an ordinal below the limit is among the postings.
    ///
    /// - Precondition: ``canLookUp``.
    @inline(__always)
    package func contains(_ ordinal: UInt32) -> Bool {
        hasBitmap ? isInBitmap(ordinal) : ranges?.contains(ordinal) ?? false
    }

    /// 1 for an ordinal that is among the postings, else 0.
    ///
    /// - Precondition: ``canLookUp``.
    @inline(__always)
    func bit(of ordinal: UInt32) -> UInt64 { hasBitmap ? bitmapBit(ordinal) : ranges?.bit(of: ordinal) ?? 0 }

    /// How often the term occurs at an ordinal; 0 where it does not. Ordinals asked for ascend.
    ///
    /// - Precondition: ``canLookUp``.
    @inline(__always)
    package mutating func lookedUpFrequency(at ordinal: UInt32) throws(IndexError) -> UInt32 {
        if hasBitmap { return isInBitmap(ordinal) ? try bitmapFrequency(at: ordinal) : 0 }
        guard let place = ranges?.place(of: ordinal), place >= 0 else { return 0 }
        return try frequency(ofPosting: place)
    }

    /// The frequency of a posting by its number.
    @inline(__always)
    private func frequency(ofPosting place: Int) throws(IndexError) -> UInt32 {
        let start = try start(of: place / PackedBlock.count)
        guard let width = bytes.byte(start), width <= 32,
            let packed = unsafe bytes.pointer(at: start + 1, count: PackedBlock.byteCount(width: Int(width)))
        else { throw damage }
        return unsafe PackedBlock.number(place % PackedBlock.count, of: packed, width: Int(width)) &+ 1
    }

    /// Writes the ordinals of `count` postings into ``ordinals``, the first of which has a number and is at `base` or above;
    /// false where the directory contradicts that.
    @inline(__always)
    func spellRanges(from base: UInt32, posting: Int, count: Int) -> Bool {
        guard let ranges, unsafe ranges.spell(from: base, posting: posting, count: count, into: ordinals) else { return false }
        return unsafe Self.ascends(ordinals, count)
    }

    /// Writes the ordinals of some postings of one block, and packed frequencies of all of it, where ``load(_:)`` would have them, and says
    /// where that is; that they ascend is not looked at. The cursor stands in no block then.
    ///
    /// - Parameter base: not above the first of the ordinals, and behind none of the range before.
    /// - Precondition: the list is in ranges, and has the postings.
    mutating func spell(_ postings: Range<Int>, from base: UInt32) throws(IndexError) -> Range<Int> {
        makeScratch()
        loaded = 0
        block = -1
        let number = postings.lowerBound / PackedBlock.count
        let start = try start(of: number)
        guard let ranges, let width = bytes.byte(start), width <= 32 else { throw damage }
        let first = postings.lowerBound % PackedBlock.count
        guard unsafe ranges.spell(from: base, posting: postings.lowerBound, count: postings.count, into: ordinals + first) else {
            throw damage
        }
        packedFrequencies = .at(start + 1, width: Int(width))
        return first..<(first + postings.count)
    }
}
