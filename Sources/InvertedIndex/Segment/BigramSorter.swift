/// Sorts the Han terms of a segment: first into buckets by first character, then each bucket by second character.
///
/// Characters are small codes, so both steps are counting sorts and no term is ever hashed or compared. Each keeps the order
/// of the text, so the units of a term come out ascending. Memory: six bytes for each bigram of the text.
struct BigramSorter {
    private let firstCount: Int
    /// Where each first character's bucket begins.
    private var bucketStarts: [Int]
    private var seconds: [UInt16]
    private var units: [UInt32]

    /// - Precondition: the codes of the stream are sorted.
    init(_ stream: HanStream) {
        firstCount = stream.characters.count
        bucketStarts = Self.bucketStarts(of: stream, count: firstCount)
        let total = bucketStarts[firstCount]
        var places = bucketStarts
        seconds = unsafe [UInt16](unsafeUninitializedCapacity: total) { _, count in count = total }
        units = unsafe [UInt32](unsafeUninitializedCapacity: total) { _, count in count = total }
        unsafe seconds.withUnsafeMutableBufferPointer { seconds in
            unsafe units.withUnsafeMutableBufferPointer { units in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    // Every place is one that the count above has set aside.
                    Self.forEachTerm(of: stream) { first, second, unit in
                        let place = unsafe places[Int(first)]
                        unsafe places[Int(first)] = place &+ 1
                        unsafe seconds[place] = second
                        unsafe units[place] = unit
                    }
                }
            }
        }
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
    private static func forEachTerm(of stream: HanStream, _ body: (UInt16, UInt16, UInt32) -> Void) {
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
        var bucket = SortedBucket(secondCount: firstCount)
        for first in 1..<max(firstCount, 1) {
            let range = bucketStarts[first]..<bucketStarts[first + 1]
            guard !range.isEmpty else { continue }
            bucket.sort(seconds[range], units[range])
            bucket.forEachSecond { second, ordinals, frequencies in
                body(UInt16(first), second, ordinals, frequencies)
            }
        }
    }
}

/// One bucket sorted by second character, equal units counted together; memory that is used again.
private struct SortedBucket {
    /// How many terms have each second character, then where the next one goes.
    private var places: [Int]
    private var touched: [UInt16] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    private var starts: [Int] = []

    init(secondCount: Int) { places = [Int](repeating: 0, count: secondCount) }

    mutating func sort(_ seconds: ArraySlice<UInt16>, _ units: ArraySlice<UInt32>) {
        touched.removeAll(keepingCapacity: true)
        for second in seconds {
            if places[Int(second)] == 0 { touched.append(second) }
            places[Int(second)] += 1
        }
        touched.sort()
        starts.removeAll(keepingCapacity: true)
        var next = 0
        for second in touched {
            starts.append(next)
            let count = places[Int(second)]
            places[Int(second)] = next
            next += count
        }
        if ordinals.count < seconds.count {
            ordinals = [UInt32](repeating: 0, count: seconds.count * 2)
            frequencies = [UInt32](repeating: 0, count: seconds.count * 2)
        }
        unsafe ordinals.withUnsafeMutableBufferPointer { ordinals in
            unsafe frequencies.withUnsafeMutableBufferPointer { frequencies in
                unsafe places.withUnsafeMutableBufferPointer { places in
                    for index in seconds.indices {
                        let second = Int(seconds[index])
                        let unit = units[index]
                        let place = unsafe places[second]
                        // The place before is this term's last posting, if it has one yet.
                        unsafe ordinals[place] = unit
                        unsafe frequencies[place] = 1
                        unsafe places[second] = place &+ 1
                    }
                }
            }
        }
    }

    mutating func forEachSecond(_ body: (UInt16, ArraySlice<UInt32>, ArraySlice<UInt32>) -> Void) {
        for (number, second) in touched.enumerated() {
            let start = starts[number]
            let end = countTogether(start, places[Int(second)])
            body(second, ordinals[start..<end], frequencies[start..<end])
            places[Int(second)] = 0
        }
    }

    /// Makes one posting of equal neighbours, and returns where they end.
    private mutating func countTogether(_ start: Int, _ end: Int) -> Int {
        var kept = start
        for index in (start + 1)..<max(end, start + 1) {
            if ordinals[index] == ordinals[kept] {
                frequencies[kept] += 1
            } else {
                kept += 1
                ordinals[kept] = ordinals[index]
                frequencies[kept] = 1
            }
        }
        return kept + 1
    }
}
