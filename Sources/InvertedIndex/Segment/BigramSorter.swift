/// Sorts the Han terms of a segment: first into buckets by first character, then each bucket by second character.
///
/// Characters are small codes, so both steps are counting sorts and no term is ever hashed or compared. Each keeps the order
/// of the text, so the units of a term come out ascending. The buckets are filled in a few groups, one after the other.
/// Memory: six bytes for each bigram of a group, a third of the text's.
struct BigramSorter {
    private let stream: HanStream
    /// Where each first character's bucket would begin if there were one group only.
    private let bucketStarts: [Int]
    private var firstCount: Int { stream.characters.count }

    private static let groupCount = 3

    /// - Precondition: the codes of the stream are sorted.
    init(_ stream: HanStream) {
        self.stream = stream
        bucketStarts = Self.bucketStarts(of: stream, count: stream.characters.count)
    }

    private static func bucketStarts(of stream: HanStream, count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count + 1)
        unsafe counts.withUnsafeMutableBufferPointer { counts in
            forEachTerm(of: stream) { first, _, _ in unsafe counts[Int(first) + 1] &+= 1 }
        }
        for first in 0..<count { counts[first + 1] += counts[first] }
        return counts
    }

    /// Calls `body` with each term's two codes (the second 0 for a lone character) and its unit.
    @inline(__always)
    fileprivate static func forEachTerm(of stream: HanStream, _ body: (UInt16, UInt16, UInt32) -> Void) {
        unsafe stream.codes.withUnsafeBufferPointer { codes in
            for unit in stream.unitStarts.indices {
                let start = Int(stream.unitStarts[unit])
                let end = unit + 1 < stream.unitStarts.count ? Int(stream.unitStarts[unit + 1]) : codes.count
                // A run ends with 0, so behind a code that is not 0 there is always another.
                var previous: UInt16 = 0
                for place in start..<end {
                    let first = unsafe codes[place]
                    if first != 0 {
                        let second = unsafe codes[place + 1]
                        if second != 0 || previous == 0 { body(first, second, UInt32(truncatingIfNeeded: unit)) }
                    }
                    previous = first
                }
            }
        }
    }

    /// Calls `body` for each term in order: its codes, its units ascending, and how often it occurs in each.
    func forEachTerm(_ body: (UInt16, UInt16, ArraySlice<UInt32>, ArraySlice<UInt32>) -> Void) {
        var bucket = SortedBucket(keyCount: firstCount)
        var group = BucketGroup()
        for firsts in groups() {
            group.fill(firsts, of: stream, bucketStarts)
            for first in firsts {
                let start = bucketStarts[firsts.lowerBound]
                let range = (bucketStarts[first] - start)..<(bucketStarts[first + 1] - start)
                guard !range.isEmpty else { continue }
                bucket.sort(group.seconds.span.extracting(range), group.units.span.extracting(range))
                bucket.forEachKey { second, ordinals, frequencies in body(UInt16(first), second, ordinals, frequencies) }
            }
        }
    }

    /// The first characters of each group: none has more than its share of the bigrams and one bucket besides.
    private func groups() -> [Range<Int>] {
        let share = bucketStarts[firstCount] / Self.groupCount + 1
        var groups: [Range<Int>] = []
        var start = min(1, firstCount)
        for first in start..<firstCount where bucketStarts[first + 1] - bucketStarts[start] >= share || first + 1 == firstCount {
            groups.append(start..<(first + 1))
            start = first + 1
        }
        return groups
    }
}

/// The buckets of neighbouring first characters: second characters and units, in the order of the text; memory that is used again.
private struct BucketGroup {
    private(set) var seconds: [UInt16] = []
    private(set) var units: [UInt32] = []

    mutating func fill(_ firsts: Range<Int>, of stream: HanStream, _ bucketStarts: [Int]) {
        let start = bucketStarts[firsts.lowerBound]
        let total = bucketStarts[firsts.upperBound] - start
        makeRoom(total + 1)
        // Bigrams of other groups all go to the one place behind, which is never read.
        var places = bucketStarts.indices.map { firsts.contains($0) ? bucketStarts[$0] - start : total }
        let steps = bucketStarts.indices.map { firsts.contains($0) ? 1 : 0 }
        unsafe seconds.withUnsafeMutableBufferPointer { seconds in
            unsafe units.withUnsafeMutableBufferPointer { units in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    unsafe steps.withUnsafeBufferPointer { steps in
                        // Safety: every place is one that the count of the buckets has set aside, or the one behind.
                        BigramSorter.forEachTerm(of: stream) { first, second, unit in
                            let place = unsafe places[Int(first)]
                            unsafe places[Int(first)] = unsafe place &+ steps[Int(first)]
                            unsafe seconds[place] = second
                            unsafe units[place] = unit
                        }
                    }
                }
            }
        }
    }

    private mutating func makeRoom(_ count: Int) {
        guard seconds.count < count else { return }
        (seconds, units) = ([], [])
        seconds = unsafe [UInt16](unsafeUninitializedCapacity: count) { _, initialized in initialized = count }
        units = unsafe [UInt32](unsafeUninitializedCapacity: count) { _, initialized in initialized = count }
    }
}
