/// The ordinals of a mapped list that is written by ranges.
///
/// Safety: from `directory` on, a directory for all ordinals below `limit`, a byte for each of `count` postings and sixteen bytes more lie
/// within a mapping that whoever has this value keeps. What the directory says is checked before it is followed.
@safe struct MappedRanges {
    private let directory: UnsafeRawPointer
    private let lower: UnsafeRawPointer
    private let limit: UInt32
    /// Postings of the list.
    let count: Int

    @unsafe init(_ directory: UnsafeRawPointer, limit: Int, count: Int) {
        unsafe self.directory = directory
        unsafe lower = directory + OrdinalRanges.directoryBytes(limit: limit)
        self.limit = UInt32(limit)
        self.count = count
    }

    /// Number of the first posting of a range or of one behind it, as the directory has it.
    ///
    /// - Precondition: ordinals below the limit are of the range.
    @inline(__always)
    func start(ofRange range: Int) -> Int { unsafe OrdinalRanges.postings(ofRange: range, in: directory).start }

    /// Number of the posting behind those of a range.
    ///
    /// - Precondition: as for ``start(ofRange:)``.
    @inline(__always)
    func end(ofRange range: Int) -> Int {
        let postings = unsafe OrdinalRanges.postings(ofRange: range, in: directory)
        return postings.start &+ postings.count
    }

    @inline(__always)
    func contains(_ ordinal: UInt32) -> Bool { bit(of: ordinal) == 1 }

    /// 1 for an ordinal of the list, else 0.
    @inline(__always)
    func bit(of ordinal: UInt32) -> UInt64 {
        guard ordinal < limit else { return 0 }
        let range = unsafe OrdinalRanges.postings(ofRange: Int(ordinal >> 8), in: directory)
        guard range.start &+ range.count <= count else { return 0 }
        return unsafe OrdinalRanges.contains(
            UInt8(truncatingIfNeeded: ordinal), in: lower + range.start, count: range.count) ? 1 : 0
    }

    /// Number of the posting at an ordinal; below 0 where there is none.
    @inline(__always)
    func place(of ordinal: UInt32) -> Int {
        guard ordinal < limit else { return -1 }
        let range = unsafe OrdinalRanges.postings(ofRange: Int(ordinal >> 8), in: directory)
        guard range.start &+ range.count <= count else { return -1 }
        let found = unsafe OrdinalRanges.index(
            of: UInt8(truncatingIfNeeded: ordinal), in: lower + range.start, count: range.count)
        return found < 0 ? -1 : range.start &+ found
    }

    /// Writes the ordinals of some postings, the first of which has a number and is at `base` or above; false where the
    /// directory contradicts that.
    ///
    /// Safety: the list has so many postings from that number on, and `output` has room for fifteen numbers more.
    @unsafe func spell(
        from base: UInt32, posting: Int, count: Int, into output: UnsafeMutablePointer<UInt32>
    ) -> Bool {
        let rangeCount = (Int(limit) + 255) / 256
        var range = Int(base >> 8)
        let first = unsafe OrdinalRanges.postings(ofRange: range, in: directory)
        var rangeEnd = first.start &+ first.count
        guard first.start <= posting, rangeEnd >= posting else { return false }
        let isDense = self.count > 6 &* rangeCount
        var place = posting
        let end = posting &+ count
        while true {
            let stop = min(rangeEnd, end)
            let high = SIMD8(repeating: UInt32(truncatingIfNeeded: range) &<< 8)
            // Sixteen at a time, be there none: those behind the last are written over by the next range. Where ranges have few, the
            // second half is left out.
            repeat {
                unsafe spellEight(at: place, high, into: output + (place &- posting))
                if isDense { unsafe spellEight(at: place &+ 8, high, into: output + (place &- posting &+ 8)) }
                place &+= isDense ? 16 : 8
            } while place < stop
            place = stop
            if place == end { return true }
            range &+= 1
            guard range < rangeCount else { return false }
            rangeEnd &+= unsafe OrdinalRanges.count(ofRange: range, in: directory)
        }
    }

    @inline(__always)
    @unsafe private func spellEight(at place: Int, _ high: SIMD8<UInt32>, into output: UnsafeMutablePointer<UInt32>) {
        let bytes = unsafe (lower + place).loadUnaligned(as: SIMD8<UInt8>.self)
        unsafe UnsafeMutableRawPointer(output).storeBytes(
            of: SIMD8(truncatingIfNeeded: bytes) | high, as: SIMD8<UInt32>.self)
    }

    // MARK: Many look-ups

    /// Moves to the front those of some ascending ordinals which the list has, or for which `other` is 1. Returns how many they are.
    /// Which they are hangs on no branch.
    ///
    /// Safety: `ordinals` has `count` numbers.
    @inline(__always)
    @unsafe func keep(
        _ ordinals: UnsafeMutablePointer<UInt32>, count: Int, or other: (UInt32) -> UInt64
    ) -> Int {
        guard count > 0 else { return 0 }
        let entries = unsafe Int(ordinals[count - 1] >> 11) &- Int(ordinals[0] >> 11) &+ 1
        if count > 4 &* entries, unsafe ordinals[count - 1] < limit {
            return unsafe keepMany(ordinals, count: count, or: other)
        }
        var kept = 0
        for index in 0..<count {
            let ordinal = unsafe ordinals[index]
            unsafe ordinals[kept] = ordinal
            kept &+= Int(truncatingIfNeeded: bit(of: ordinal) | other(ordinal))
        }
        return kept
    }

    /// The same, each entry of the directory being read once for all ordinals of it.
    ///
    /// Safety: as for ``keep(_:count:or:)``, and all of them are below the limit.
    @inline(__always)
    @unsafe private func keepMany(
        _ ordinals: UnsafeMutablePointer<UInt32>, count: Int, or other: (UInt32) -> UInt64
    ) -> Int {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: OrdinalRanges.entryRanges + 1) { starts in
            let starts = starts.baseAddress!
            let lanes = unsafe OrdinalRanges.laneMasks
            var kept = 0
            var behind: UInt32 = 0
            for index in 0..<count {
                let ordinal = unsafe ordinals[index]
                unsafe ordinals[kept] = ordinal
                if ordinal >= behind {
                    behind = ((ordinal >> 11) &+ 1) &<< 11
                    unsafe readEntry(Int(ordinal >> 11), into: starts)
                }
                let range = Int(ordinal >> 8) & 7
                let start = unsafe Int(starts[range])
                let size = unsafe Int(starts[range &+ 1]) &- start
                let (byte, bytes) = unsafe (UInt8(truncatingIfNeeded: ordinal), lower + start)
                var found = unsafe OrdinalRanges.matches(byte, in: bytes, size, lanes)
                if size > 16 {
                    for more in stride(from: 16, to: size, by: 16) {
                        found |= unsafe OrdinalRanges.matches(byte, in: bytes + more, size &- more, lanes)
                    }
                }
                kept &+= Int(truncatingIfNeeded: (found == 0 ? 0 : 1) | other(ordinal))
            }
            return kept
        }
    }

    /// Where the postings of eight neighbouring ranges begin, and where those of the last one end; no postings where the directory
    /// has more of them than there are.
    ///
    /// Safety: `starts` has room for nine numbers.
    @inline(__always)
    @unsafe private func readEntry(_ entry: Int, into starts: UnsafeMutablePointer<UInt32>) {
        var (start, counts) = unsafe OrdinalRanges.entry(entry, in: directory)
        for range in 0..<OrdinalRanges.entryRanges {
            unsafe starts[range] = start
            start &+= UInt32(truncatingIfNeeded: counts & 0xFF)
            counts = counts &>> 8
        }
        unsafe starts[OrdinalRanges.entryRanges] = start
        if Int(start) > count { unsafe starts.update(repeating: 0, count: OrdinalRanges.entryRanges + 1) }
    }
}
