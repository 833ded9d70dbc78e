/// The ordinals of a list that is neither short nor so long that it has a bitmap, by ranges of 256.
///
/// A directory says how many ordinals each range has, and how many come before every eighth range; behind it stands the
/// lower byte of each ordinal. Whether an ordinal is among them takes one look at either.
package enum OrdinalRanges {
    /// Ranges of an entry of the directory: how many ordinals come before them, and how many each of them has.
    static let entryRanges = 8
    private static let entryBytes = 12
    /// A list has ranges where it has an ordinal for so many that there could be: a directory is worth its bytes then.
    private static let sparsest = 144

    /// Whether a list of a space of `limit` ordinals is written so. A range that is full does not fit the directory.
    static func isKept(_ ordinals: Span<UInt32>, of limit: Int) -> Bool {
        guard ordinals.count >= PackedBlock.count, ordinals.count * sparsest >= limit, limit > 0 else { return false }
        // Only such a range is full whose ordinals are all there.
        return ordinals.count < 256 || !hasFullRange(ordinals)
    }

    private static func hasFullRange(_ ordinals: Span<UInt32>) -> Bool {
        var index = 255
        while index < ordinals.count {
            if ordinals[index] &- ordinals[index - 255] == 255, ordinals[index] & 255 == 255 { return true }
            index += 1
        }
        return false
    }

    package static func directoryBytes(limit: Int) -> Int { (limit + 2047) / 2048 * entryBytes }

    /// - Precondition: ordinals ascend strictly, below `limit`, and no range is full.
    static func append(_ ordinals: Span<UInt32>, of limit: Int, to writer: inout ByteWriter) {
        precondition(ordinals.count == 0 || ordinals[ordinals.count - 1] < limit)
        let entryCount = (limit + 2047) / 2048
        // Where the ordinals of each range begin, and of the ranges behind it where it has none: written from the last ordinal
        // to the first, so that no step waits for another.
        let none = UInt32(ordinals.count)
        var starts = [UInt32](repeating: none, count: entryCount * entryRanges + 1)
        for index in ordinals.indices.reversed() { starts[Int(ordinals[index] &>> 8)] = UInt32(truncatingIfNeeded: index) }
        for range in stride(from: starts.count - 2, through: 0, by: -1) where starts[range] == none {
            starts[range] = starts[range + 1]
        }
        // Safety: an entry takes twelve bytes, an ordinal one.
        unsafe writer.write(room: entryCount * entryBytes + ordinals.count) { output in
            var place = unsafe output
            for entry in 0..<entryCount {
                unsafe place.storeBytes(of: starts[entry * entryRanges].littleEndian, as: UInt32.self)
                for range in 0..<entryRanges {
                    let first = entry * entryRanges + range
                    let count = UInt8(starts[first + 1] - starts[first])
                    unsafe place.storeBytes(of: count, toByteOffset: 4 + range, as: UInt8.self)
                }
                unsafe place += entryBytes
            }
            for index in ordinals.indices {
                unsafe place.storeBytes(of: UInt8(truncatingIfNeeded: ordinals[index]), toByteOffset: index, as: UInt8.self)
            }
            return entryCount * entryBytes + ordinals.count
        }
    }

    /// How many ordinals come before the ranges of an entry, and a byte for each of them with how many it has, the first one lowest.
    ///
    /// Safety: `directory` has the entry.
    @inline(__always)
    @unsafe static func entry(_ number: Int, in directory: UnsafeRawPointer) -> (start: UInt32, counts: UInt64) {
        let entry = unsafe directory + number &* entryBytes
        return unsafe (
            UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self)),
            UInt64(littleEndian: (entry + 4).loadUnaligned(as: UInt64.self)))
    }

    /// Not 0 where a byte is among the first `count` of sixteen.
    ///
    /// Safety: sixteen bytes can be read; `lanes` are ``laneMasks``.
    @inline(__always)
    @unsafe static func matches(
        _ byte: UInt8, in bytes: UnsafeRawPointer, _ count: Int, _ lanes: UnsafePointer<SIMD2<UInt64>>
    ) -> UInt64 {
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        let lanes = unsafe lanes[min(count, 16)]
        return unsafe (equalBytes(bytes, wanted) & lanes.x) | (equalBytes(bytes + 8, wanted) & lanes.y)
    }

    /// For 0 to 16 bytes the bits of so many of the lowest.
    ///
    /// Safety: seventeen masks, never written again and never given back.
    nonisolated(unsafe) static let laneMasks: UnsafePointer<SIMD2<UInt64>> = {
        let masks = UnsafeMutablePointer<SIMD2<UInt64>>.allocate(capacity: 17)
        for count in 0...16 {
            unsafe (masks + count).initialize(to: SIMD2(lowestBytes(count), lowestBytes(max(0, count - 8))))
        }
        return unsafe UnsafePointer(masks)
    }()

    /// Where the postings of a range begin, and how many they are.
    ///
    /// Safety: `directory` has an entry for the range.
    @inline(__always)
    @unsafe static func postings(ofRange range: Int, in directory: UnsafeRawPointer) -> (start: Int, count: Int) {
        let entry = unsafe directory + (range >> 3) &* entryBytes
        let counts = UInt64(littleEndian: unsafe (entry + 4).loadUnaligned(as: UInt64.self))
        let shift = UInt64(range & 7) &* 8
        // The counts before the range's own, added up in pairs that do not overflow.
        let before = counts & ((1 &<< shift) &- 1)
        let pairs = (before & 0x00FF_00FF_00FF_00FF) &+ ((before &>> 8) & 0x00FF_00FF_00FF_00FF)
        let sum = (pairs &* 0x0001_0001_0001_0001) &>> 48
        let start = unsafe UInt32(littleEndian: entry.loadUnaligned(as: UInt32.self))
        return (Int(start) &+ Int(sum), Int((counts &>> shift) & 0xFF))
    }

    /// Safety: as for ``postings(ofRange:in:)``.
    @inline(__always)
    @unsafe static func count(ofRange range: Int, in directory: UnsafeRawPointer) -> Int {
        Int(unsafe directory.load(fromByteOffset: (range >> 3) &* entryBytes &+ 4 &+ range & 7, as: UInt8.self))
    }

    /// Which of `count` different bytes a byte is; below 0 where it is none of them.
    ///
    /// Safety: eight bytes more than `count` can be read.
    @inline(__always)
    @unsafe static func index(of byte: UInt8, in bytes: UnsafeRawPointer, count: Int) -> Int {
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        var place = 0
        repeat {
            let zero = unsafe equalBytes(bytes + place, wanted)
            if zero != 0 {
                let found = place &+ zero.trailingZeroBitCount &>> 3
                return found < count ? found : -1
            }
            place &+= 8
        } while place < count
        return -1
    }

    /// Whether a byte is one of `count` different bytes. Which of the usual few it is hangs on no branch.
    ///
    /// Safety: as for ``index(of:in:count:)``.
    @inline(__always)
    @unsafe static func contains(_ byte: UInt8, in bytes: UnsafeRawPointer, count: Int) -> Bool {
        let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
        var found = unsafe equalBytes(bytes, wanted) & lowestBytes(count)
        var place = 8
        while place < count {
            found |= unsafe equalBytes(bytes + place, wanted) & lowestBytes(count &- place)
            place &+= 8
        }
        return found != 0
    }

    /// The highest bit of the lowest of eight bytes that equals one of `wanted`; none below it, some above it may be set for nothing.
    @inline(__always)
    @unsafe private static func equalBytes(_ bytes: UnsafeRawPointer, _ wanted: UInt64) -> UInt64 {
        let difference = unsafe bytes.loadUnaligned(as: UInt64.self).littleEndian ^ wanted
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    @inline(__always)
    private static func lowestBytes(_ count: Int) -> UInt64 {
        count >= 8 ? .max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
    }
}
