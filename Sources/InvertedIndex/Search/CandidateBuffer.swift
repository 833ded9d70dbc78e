/// Units that may match, a block's worth of them, from which list after list takes out what it does not hold.
///
/// Safety: `units` has room for ``room`` numbers from `init` to `deinit`, of which the first `count` are set.
@safe final class CandidateBuffer {
    static let room = PackedBlock.count

    private let units: UnsafeMutablePointer<UInt32>
    private(set) var count = 0

    init() { unsafe units = .allocate(capacity: Self.room) }

    deinit { unsafe units.deallocate() }

    /// - Precondition: `index` is below ``count``.
    @inline(__always)
    subscript(index: Int) -> UInt32 { unsafe units[index] }

    /// Takes postings of the cursor's block from where it stands, none above `last` and no more than there is room for.
    /// Returns the last unit up to which all have been taken.
    @inline(__always)
    @unsafe func fill(from cursor: UnsafeMutablePointer<PostingCursor>, through last: UInt32) -> UInt32 {
        let start = unsafe cursor.pointee.index
        let end = unsafe min(cursor.pointee.loaded, start + Self.room)
        let ordinals = unsafe cursor.pointee.scratch.ordinals
        count = 0
        var place = start
        while place < end {
            let unit = unsafe ordinals[place]
            if unit > last { return last }
            unsafe units[count] = unit
            count &+= 1
            place &+= 1
        }
        if unsafe place < cursor.pointee.loaded { return count == 0 ? last : unsafe units[count - 1] }
        // A list with a bitmap is not looked in beside others without: its block may end before the stretch does.
        return unsafe min(last, cursor.pointee.lastOrdinal(of: cursor.pointee.block))
    }

    /// Keeps what the cursor's bitmap has.
    @inline(__always)
    @unsafe func keep(inBitmapOf cursor: UnsafeMutablePointer<PostingCursor>) {
        var kept = 0
        for index in 0..<count {
            let unit = unsafe units[index]
            unsafe units[kept] = unit
            kept &+= unsafe cursor.pointee.contains(unit) ? 1 : 0
        }
        count = kept
    }

    /// Keeps what stands in the cursor's block, from where it stands on.
    @inline(__always)
    @unsafe func keep(inBlockOf cursor: UnsafeMutablePointer<PostingCursor>) {
        let scratch = unsafe cursor.pointee.scratch
        let end = unsafe cursor.pointee.loaded
        var place = unsafe cursor.pointee.index
        var kept = 0
        if count &* 8 < end &- place {
            for index in 0..<count {
                let unit = unsafe units[index]
                place = scratch.firstIndex(notBelow: unit, from: place, below: end)
                if place == end { break }
                unsafe units[kept] = unit
                kept &+= unsafe scratch.ordinals[place] == unit ? 1 : 0
            }
        } else {
            // Which list is ahead cannot be foretold: steps without branches.
            let ordinals = unsafe scratch.ordinals
            var index = 0
            while index < count, place < end {
                let unit = unsafe units[index]
                let other = unsafe ordinals[place]
                unsafe units[kept] = unit
                kept &+= unit == other ? 1 : 0
                index &+= unit <= other ? 1 : 0
                place &+= other <= unit ? 1 : 0
            }
        }
        count = kept
    }
}
