/// Lists whose ordinals stand in ranges of 256: where a posting is, if it is there, is seen without unpacking a block.
extension PostingCursor {
    /// Whether ``contains(_:)`` may be asked.
    @inline(__always)
    package var canLookUp: Bool { unsafe bitmap != nil || ranges != nil }

    /// Whether an ordinal below the limit is among the postings.
    ///
    /// - Precondition: ``canLookUp``.
    @inline(__always)
    package func contains(_ ordinal: UInt32) -> Bool { unsafe bitmap != nil ? isInBitmap(ordinal) : place(of: ordinal) >= 0 }

    /// How often the term occurs at an ordinal; 0 where it does not. Ordinals asked for ascend.
    ///
    /// - Precondition: ``canLookUp``.
    @inline(__always)
    package mutating func lookedUpFrequency(at ordinal: UInt32) throws(IndexError) -> UInt32 {
        if unsafe bitmap != nil { return isInBitmap(ordinal) ? try bitmapFrequency(at: ordinal) : 0 }
        let place = place(of: ordinal)
        return place < 0 ? 0 : try frequency(ofPosting: place)
    }

    /// The frequency of a posting by its number.
    private func frequency(ofPosting place: Int) throws(IndexError) -> UInt32 {
        let start = try start(of: place / PackedBlock.count)
        guard let width = bytes.byte(start), width <= 32,
            let packed = unsafe bytes.pointer(at: start + 1, count: PackedBlock.byteCount(width: Int(width)))
        else { throw damage }
        return unsafe PackedBlock.number(place % PackedBlock.count, of: packed, width: Int(width)) &+ 1
    }

    /// Number of the posting at an ordinal; below 0 where there is none.
    ///
    /// - Precondition: the list is in ranges.
    @inline(__always)
    func place(of ordinal: UInt32) -> Int {
        guard ordinal < ordinalLimit, let directory = unsafe ranges else { return -1 }
        let (start, count) = unsafe OrdinalRanges.postings(ofRange: Int(ordinal >> 8), in: directory)
        guard start + count <= documentFrequency else { return -1 }
        let lower = unsafe directory + OrdinalRanges.directoryBytes(limit: Int(ordinalLimit))
        let found = unsafe OrdinalRanges.index(of: UInt8(truncatingIfNeeded: ordinal), in: lower + start, count: count)
        return found < 0 ? -1 : start &+ found
    }

    /// Writes the ordinals of `count` postings into ``ordinals``, the first of which has a number and is at `base` or above;
    /// false where the directory contradicts that.
    func spellRanges(from base: UInt32, posting: Int, count: Int) -> Bool {
        guard let directory = unsafe ranges else { return false }
        let lower = unsafe directory + OrdinalRanges.directoryBytes(limit: Int(ordinalLimit))
        let rangeCount = (Int(ordinalLimit) + 255) / 256
        var range = Int(base >> 8)
        let first = unsafe OrdinalRanges.postings(ofRange: range, in: directory)
        var rangeEnd = first.start &+ first.count
        guard first.start <= posting, rangeEnd >= posting else { return false }
        var place = posting
        let end = posting &+ count
        while true {
            let stop = min(rangeEnd, end)
            let high = SIMD8(repeating: UInt32(truncatingIfNeeded: range) &<< 8)
            while place < stop {
                // Eight at a time, of which those behind the last are written over by the next range.
                let bytes = unsafe (lower + place).loadUnaligned(as: SIMD8<UInt8>.self)
                let output = UnsafeMutableRawPointer(unsafe ordinals + (place &- posting))
                unsafe output.storeBytes(of: SIMD8(truncatingIfNeeded: bytes) | high, as: SIMD8<UInt32>.self)
                place &+= 8
            }
            place = stop
            if place == end { break }
            range &+= 1
            guard range < rangeCount else { return false }
            rangeEnd &+= unsafe OrdinalRanges.count(ofRange: range, in: directory)
        }
        return ascends(count)
    }
}
