/// Sorts the Han terms of a segment: first into buckets by first character, then each bucket by second character.
///
/// Characters are small codes, so both steps are counting sorts and no term is ever hashed or compared. Each keeps the order
/// of the text, so the units of a term come out ascending. Where there are very many terms the buckets are filled in groups, one
/// after the other. Memory: four bytes for each term of a group.
struct BigramSorter {
    private let stream: HanStream
    private let order: [UInt16]
    private let ranks: [UInt16]

    /// Terms of a group, about.
    private static let groupSize = 24_000_000

    init(_ stream: HanStream) {
        self.stream = stream
        (order, ranks) = stream.sortedCodes()
    }

    /// Calls `body` for each term in the order of the characters: its codes, its units ascending, and how often it occurs in each.
    func forEachTerm(_ body: (UInt16, UInt16, Span<UInt32>, Span<UInt32>) -> Void) {
        var bucket = SortedBucket(order: order, ranks: ranks)
        var group = BucketGroup()
        for firsts in groups() {
            group.fill(order[firsts], of: stream)
            for first in order[firsts] where !group.isEmpty(first) {
                group.sort(first, in: &bucket)
                bucket.forEachKey { second, ordinals, frequencies in body(first, second, ordinals, frequencies) }
            }
        }
    }

    /// Places in the order of the codes: none has more terms than ``groupSize`` and one bucket's besides.
    private func groups() -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var start = 1
        var count = 0
        for place in order.indices.dropFirst() {
            count += stream.termCount(ofFirst: order[place])
            if count >= Self.groupSize || place + 1 == order.count {
                groups.append(start..<(place + 1))
                (start, count) = (place + 1, 0)
            }
        }
        return groups
    }
}

/// The buckets of some first characters: of each term the second character and the unit, in the order of the text.
private struct BucketGroup {
    private var memory: [UInt32] = []
    /// For each chunk and code, where its terms end. Those of a code stand together, chunk by chunk.
    private var ends: [[UInt32]] = []
    /// Where each code's terms begin.
    private var starts: [UInt32] = []
    private var firstUnits: [UInt32] = []

    mutating func fill(_ firsts: ArraySlice<UInt16>, of stream: HanStream) {
        let total = layOut(firsts, stream)
        if memory.count < total + 1 {
            memory = []
            memory = unsafe [UInt32](unsafeUninitializedCapacity: total + 1) { _, initialized in initialized = total + 1 }
        }
        var steps = [UInt32](repeating: 0, count: stream.characters.count)
        for first in firsts { steps[Int(first)] = 1 }
        for chunk in stream.chunks.indices {
            unsafe memory.withUnsafeMutableBufferPointer { memory in
                unsafe ends[chunk].withUnsafeMutableBufferPointer { places in
                    unsafe steps.withUnsafeBufferPointer { steps in
                        // Safety: every place is one that was set aside for a term of the chunk, or the one behind all.
                        stream.chunks[chunk].forEachPlace { first, second, unit in
                            let place = unsafe places[first]
                            unsafe places[first] = unsafe place &+ steps[first]
                            unsafe memory[Int(place)] = UInt32(second) << 16 | unit
                        }
                    }
                }
            }
        }
    }

    /// Sets places aside for the terms of each first character; returns how many they are. Those of other groups, and what is no
    /// term, all go to the one place behind, which is never read.
    private mutating func layOut(_ firsts: ArraySlice<UInt16>, _ stream: HanStream) -> Int {
        var next: UInt32 = 0
        starts = [UInt32](repeating: 0, count: stream.characters.count)
        ends = stream.chunks.map { _ in starts }
        firstUnits = stream.chunks.map { UInt32($0.firstUnit) }
        for first in firsts {
            starts[Int(first)] = next
            for (number, chunk) in stream.chunks.enumerated() {
                ends[number][Int(first)] = next
                next += chunk.termCount(ofFirst: first)
            }
        }
        var isOther = [Bool](repeating: true, count: stream.characters.count)
        for first in firsts { isOther[Int(first)] = false }
        for code in isOther.indices where isOther[code] {
            for chunk in ends.indices { ends[chunk][code] = next }
        }
        return Int(next)
    }

    func isEmpty(_ first: UInt16) -> Bool { ends.last.map { $0[Int(first)] == starts[Int(first)] } ?? true }

    /// Sorts the terms that begin with a character by the second one.
    func sort(_ first: UInt16, in bucket: inout SortedBucket) {
        let code = Int(first)
        bucket.count(memory.span.extracting(Int(starts[code])..<Int(ends[ends.count - 1][code])))
        bucket.placeKeys()
        var start = Int(starts[code])
        for chunk in ends.indices {
            let end = Int(ends[chunk][code])
            bucket.scatter(memory.span.extracting(start..<end), firstUnit: firstUnits[chunk])
            start = end
        }
    }
}
