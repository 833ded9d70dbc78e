/// Lists in ranges: where a window's postings are is seen from the directory, and no more of them is spelled out.
extension WindowSums {
    /// Adds the scores of a list's postings in a window.
    ///
    /// Safety: the window is that of the last ``begin(_:)``, of units of the segment, for each of which `lengths` has a byte.
    @unsafe func add(
        _ ranges: MappedRanges, of cursor: UnsafeMutablePointer<PostingCursor>, in window: Range<UInt32>,
        weight: ScoreWeight, table: ScoreTable, lengths: UnsafeRawPointer
    ) throws(IndexError) {
        guard !window.isEmpty else { return }
        var place = ranges.start(ofRange: Int(window.lowerBound >> 8))
        let last = (window.upperBound - 1) >> 8
        let end = ranges.end(ofRange: Int(last))
        guard place <= end, end <= ranges.count else { throw unsafe cursor.pointee.damage }
        // Within a range only ordinals that ascend are bounded by the first and the last of them.
        let isCut = (window.lowerBound | window.upperBound) & 255 != 0
        var base = window.lowerBound
        while place < end {
            let block = place / PackedBlock.count
            let first = block &* PackedBlock.count
            let loaded = unsafe try cursor.pointee.spell(place..<min(end, first &+ PackedBlock.count), from: base)
            let ordinals = unsafe cursor.pointee.ordinals
            base = unsafe ordinals[loaded.upperBound &- 1]
            // A damaged directory could lead on into ranges behind the window.
            guard base >> 8 <= last, unsafe !isCut || PostingCursor.ascends(ordinals + loaded.lowerBound, loaded.count) else {
                throw unsafe cursor.pointee.damage
            }
            // A window may begin and end within a range.
            var (start, stop) = (loaded.lowerBound, loaded.upperBound)
            while unsafe start < stop && ordinals[start] < window.lowerBound { start &+= 1 }
            while unsafe start < stop && ordinals[stop &- 1] >= window.upperBound { stop &-= 1 }
            unsafe add(start..<stop, of: cursor, weight: weight, table: table, lengths: lengths)
            place = first &+ loaded.upperBound
        }
    }
}
