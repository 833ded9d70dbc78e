/// Where pairs of frequent strings overlap in all but one character.
struct FoundPairs {
    private var parts: [FoundPart] = []
    private(set) var numbering = PairNumbers()

    /// Pairs of bigrams.
    mutating func find(_ table: BigramTable, in stream: HanStream) {
        for chunk in stream.chunks { parts.append(FoundPart(table, in: chunk, &numbering)) }
    }

    /// Pairs of the strings that shorter pairs make.
    mutating func find(longer shorter: FoundPairs, where isFrequent: [UInt8]) {
        for part in shorter.parts { parts.append(FoundPart(longer: part, where: isFrequent, &numbering)) }
    }

    /// Sorts the units by the pairs' numbers.
    func sort(in bucket: inout SortedBucket) {
        for part in parts { bucket.count(part.entries.span) }
        bucket.placeKeys()
        for part in parts { bucket.scatter(part.entries.span, firstUnit: part.firstUnit) }
    }
}

/// Those of one chunk of units.
private struct FoundPart {
    let firstUnit: UInt32
    /// Where each pair begins, in the codes of the chunk; ascending.
    private(set) var places: [UInt32] = []
    /// The number of each pair above, that of the unit in its chunk below.
    private(set) var entries: [UInt32] = []

    init(_ table: BigramTable, in chunk: HanChunk, _ numbering: inout PairNumbers) {
        firstUnit = UInt32(chunk.firstUnit)
        unsafe fill(room: chunk.end) { places, entries in
            unsafe chunk.memory.withUnsafeBufferPointer { codes in
                var count = 0
                for unit in 0..<chunk.unitCount {
                    let range = chunk.codes(ofUnit: unit)
                    // Safety: there is room for a pair for each code of the chunk.
                    let found = unsafe table.findPairs(
                        in: UnsafeBufferPointer(rebasing: codes[range]), from: range.lowerBound, places + count, entries + count)
                    for index in count..<(count + found) {
                        unsafe entries[index] = unsafe UInt32(numbering.number(of: entries[index])) << 16 | UInt32(unit)
                    }
                    count += found
                }
                return count
            }
        }
    }

    init(longer shorter: FoundPart, where isFrequent: [UInt8], _ numbering: inout PairNumbers) {
        firstUnit = shorter.firstUnit
        unsafe fill(room: shorter.entries.count) { places, entries in
            let count = unsafe shorter.findPairs(where: isFrequent, places, entries)
            for index in 0..<count {
                let found = unsafe Int(entries[index])
                let (left, right) = (shorter.entries[found], shorter.entries[found + 1])
                unsafe entries[index] = UInt32(numbering.number(of: left & 0xFFFF_0000 | right >> 16)) << 16 | left & 0xFFFF
            }
            return count
        }
    }

    /// Writes down where two strings overlap that are both frequent: the place, and the index of the first one. Which are such no
    /// branch hangs on.
    ///
    /// Safety: there is room for as many as there are entries.
    @unsafe private func findPairs(
        where isFrequent: [UInt8], _ foundPlaces: UnsafeMutablePointer<UInt32>, _ found: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let (places, entries, isFrequent) = (places.span, entries.span, isFrequent.span)
        guard var place = places.isEmpty ? nil : places[0] else { return 0 }
        var count = 0
        var left = isFrequent[Int(entries[0] >> 16)]
        for index in 1..<places.count {
            let next = places[index]
            let right = isFrequent[Int(entries[index] >> 16)]
            unsafe foundPlaces[count] = place
            unsafe found[count] = UInt32(truncatingIfNeeded: index &- 1)
            count &+= Int(left & right) & (next == place &+ 1 ? 1 : 0)
            (place, left) = (next, right)
        }
        return count
    }

    /// Lets `body` write places and entries; it returns how many.
    ///
    /// Safety: it writes at most `room`, and as many as it says.
    @unsafe private mutating func fill(
        room: Int, _ body: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Int
    ) {
        guard room > 0 else { return }
        places = unsafe [UInt32](unsafeUninitializedCapacity: room) { places, placeCount in
            entries = unsafe [UInt32](unsafeUninitializedCapacity: room) { entries, entryCount in
                guard let places = places.baseAddress, let entries = entries.baseAddress else { return }
                entryCount = unsafe body(places, entries)
                placeCount = entryCount
            }
        }
    }
}
