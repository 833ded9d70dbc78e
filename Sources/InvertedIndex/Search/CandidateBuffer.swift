/// Units that may match, a block's worth of them, from which list after list takes out what it does not hold.
///
/// Safety: `units` has room for ``room`` numbers and one vector more from `init` to `deinit`, of which the first `count` are set.
@safe package final class CandidateBuffer {
    package static let room = PackedBlock.count

    private let units: UnsafeMutablePointer<UInt32>
    private var filled = 0

    package var count: Int { filled }

    package init() { unsafe units = .allocate(capacity: Self.room + 4) }

    deinit { unsafe units.deallocate() }

    /// - Precondition: `index` is below ``count``.
    @inline(__always)
    package subscript(index: Int) -> UInt32 { unsafe units[index] }

    /// Takes postings of the cursor's block from where it stands, none above `last` and no more than there is room for.
    /// Returns the last unit up to which all have been taken.
    ///
    /// - Precondition: the block ends at `last` or later.
    @inline(__always)
    @unsafe package func fill(from cursor: UnsafeMutablePointer<PostingCursor>, through last: UInt32) -> UInt32 {
        let start = unsafe cursor.pointee.index
        let loaded = unsafe cursor.pointee.loaded
        var end = min(loaded, start + Self.room)
        let ordinals = unsafe cursor.pointee.ordinals
        let isCut = unsafe end > start && ordinals[end - 1] > last
        if isCut { end = unsafe cursor.pointee.firstIndex(notBelow: last + 1, from: start) }
        filled = max(0, end - start)
        unsafe units.update(from: ordinals + start, count: filled)
        if isCut { return last }
        if end < loaded { return filled == 0 ? last : unsafe units[filled - 1] }
        // A list in which units are looked up has no say in how long a stretch is: its block may end before that.
        return unsafe min(last, cursor.pointee.lastOrdinal(of: cursor.pointee.block))
    }

    /// Keeps what the cursor's bitmap or ranges have.
    ///
    /// - Precondition: units can be looked up in its list.
    @inline(__always)
    @unsafe package func keep(inListOf cursor: UnsafeMutablePointer<PostingCursor>) {
        if let ranges = unsafe cursor.pointee.ranges {
            filled = unsafe ranges.keep(units, count: filled) { _ in 0 }
        } else {
            keepBits { unsafe cursor.pointee.bitmapBit($0) }
        }
    }

    /// Keeps what a set has, or each of some neighbouring cursors' lists.
    ///
    /// - Precondition: there is a cursor, and units can be looked up in all of their lists.
    @inline(__always)
    @unsafe func keep(inListsOf cursors: UnsafeMutableBufferPointer<PostingCursor>, orIn set: UnitSet) {
        if cursors.count > 1 {
            keepBits { unit in
                var all: UInt64 = 1
                for index in cursors.indices { unsafe all &= cursors[index].bit(of: unit) }
                return all | set.bit(of: unit)
            }
        } else if let ranges = unsafe cursors[0].ranges {
            filled = unsafe ranges.keep(units, count: filled) { set.bit(of: $0) }
        } else {
            keepBits { unsafe cursors[0].bitmapBit($0) | set.bit(of: $0) }
        }
    }

    /// Keeps what a set has.
    func keep(in set: UnitSet) { keepBits { set.bit(of: $0) } }

    /// Keeps the units for which 1 is given, not those for which it is 0. Which they are hangs on no branch.
    @inline(__always)
    private func keepBits(_ bit: (UInt32) -> UInt64) {
        var kept = 0
        for index in 0..<filled {
            let unit = unsafe units[index]
            unsafe units[kept] = unit
            kept &+= Int(truncatingIfNeeded: bit(unit))
        }
        filled = kept
    }

    /// Takes neighbouring units, no more than there is room for.
    package func fill(_ range: Range<UInt32>) {
        filled = min(range.count, Self.room)
        for index in 0..<filled { unsafe units[index] = range.lowerBound &+ UInt32(truncatingIfNeeded: index) }
    }

    package func removeAll() { filled = 0 }

    /// Adds the units of a word of a bitmap.
    ///
    /// - Precondition: there is room for 64.
    @inline(__always)
    package func append(_ bits: UInt64, ofWord index: Int) {
        var word = bits
        while word != 0 {
            unsafe units[filled] = UInt32(truncatingIfNeeded: index &* 64 &+ word.trailingZeroBitCount)
            filled &+= 1
            word &= word &- 1
        }
    }

    /// Keeps what passes.
    @inline(__always)
    func keep<Failure: Error>(where passes: (UInt32) throws(Failure) -> Bool) throws(Failure) {
        var kept = 0
        for index in 0..<filled {
            let unit = unsafe units[index]
            unsafe units[kept] = unit
            kept &+= try passes(unit) ? 1 : 0
        }
        filled = kept
    }

    /// Keeps what stands in the cursor's block, from where it stands on.
    @inline(__always)
    @unsafe package func keep(inBlockOf cursor: UnsafeMutablePointer<PostingCursor>) {
        let ordinals = unsafe cursor.pointee.ordinals
        let end = unsafe cursor.pointee.loaded
        // A list that was worked out stands before its first posting at first.
        var place = unsafe max(0, cursor.pointee.index)
        var kept = 0
        if filled &* 8 < end &- place {
            for index in 0..<filled {
                let unit = unsafe units[index]
                place = unsafe cursor.pointee.firstIndex(notBelow: unit, from: place)
                if place == end { break }
                unsafe units[kept] = unit
                kept &+= unsafe ordinals[place] == unit ? 1 : 0
            }
        } else {
            kept = unsafe intersect(with: ordinals, from: place, to: end)
        }
        filled = kept
    }

    /// Moves the units that ascending numbers have to the front, and returns how many they are.
    ///
    /// Four of each side are compared at once, and the four that end first give way to the next (after Lemire, Boytsov and
    /// Kurz, "SIMD compression and the intersection of sorted integers", 2016): which side is ahead decides no branch.
    @unsafe private func intersect(with numbers: UnsafeMutablePointer<UInt32>, from start: Int, to end: Int) -> Int {
        // The last four are made whole by the last unit over and over.
        let last = unsafe units[filled - 1]
        for index in 0..<4 { unsafe units[filled &+ index] = last }
        var kept = 0
        var left = 0
        var right = start
        while left < filled, right < end {
            let some = unsafe UnsafeRawPointer(units + left).loadUnaligned(as: SIMD4<UInt32>.self)
            let others = unsafe right &+ 4 <= end
                ? UnsafeRawPointer(numbers + right).loadUnaligned(as: SIMD4<UInt32>.self)
                : Self.lastNumbers(numbers + right, count: end &- right)
            let found = Self.meeting(some, others)
            let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
            if (halves.x | halves.y) & 0x8000_0000_8000_0000 != 0 {
                for lane in 0..<min(4, filled &- left) where found[lane] >> 31 == 1 {
                    unsafe units[kept] = some[lane]
                    kept &+= 1
                }
            }
            left &+= some.w <= others.w ? 4 : 0
            right &+= others.w <= some.w ? 4 : 0
        }
        return kept
    }

    @unsafe private static func lastNumbers(_ numbers: UnsafeMutablePointer<UInt32>, count: Int) -> SIMD4<UInt32> {
        unsafe SIMD4(numbers[0], numbers[min(1, count &- 1)], numbers[min(2, count &- 1)], numbers[count &- 1])
    }

    /// The highest bit set in each lane of `some` that any lane of `others` equals. Numbers are below 2³¹, so 1 less than a
    /// difference has that bit only where the difference is 0.
    @inline(__always)
    private static func meeting(_ some: SIMD4<UInt32>, _ others: SIMD4<UInt32>) -> SIMD4<UInt32> {
        let second = SIMD4(others.y, others.z, others.w, others.x)
        let third = SIMD4(others.z, others.w, others.x, others.y)
        let fourth = SIMD4(others.w, others.x, others.y, others.z)
        return ((some ^ others) &- 1) | ((some ^ second) &- 1) | ((some ^ third) &- 1) | ((some ^ fourth) &- 1)
    }
}
