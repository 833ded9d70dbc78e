/// The buckets of some first characters: of each term the second character and the unit, in the order of the text.
struct BucketGroup: Sendable {
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
                        for unit in 0..<stream.chunks[chunk].unitCount {
                            stream.chunks[chunk].forEachPlace(ofUnit: unit) { first, second in
                                let place = unsafe places[first]
                                unsafe places[first] = unsafe place &+ steps[first]
                                unsafe memory[Int(place)] = UInt32(second) << 16 | UInt32(truncatingIfNeeded: unit)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Sets places aside for the terms of each first character; returns how many they are. Those of other groups, and what is no
    /// term, all go to the one place behind, which is never read.
    private mutating func layOut(_ firsts: ArraySlice<UInt16>, _ stream: HanStream) -> Int {
        let codeCount = stream.characters.count
        firstUnits = stream.chunks.map { UInt32($0.firstUnit) }
        // How many terms each chunk has that begin with each code.
        ends = stream.chunks.map { $0.termCounts + [UInt32](repeating: 0, count: codeCount - $0.termCounts.count) }
        starts = [UInt32](repeating: 0, count: codeCount)
        var next: UInt32 = 0
        for first in firsts {
            starts[Int(first)] = next
            for chunk in ends.indices {
                let count = ends[chunk][Int(first)]
                ends[chunk][Int(first)] = next
                next += count
            }
        }
        var isOther = [Bool](repeating: true, count: codeCount)
        for first in firsts { isOther[Int(first)] = false }
        for code in isOther.indices where isOther[code] {
            for chunk in ends.indices { ends[chunk][code] = next }
        }
        return Int(next)
    }

    /// How many terms begin with a character.
    func count(_ first: UInt16) -> Int { ends.last.map { Int($0[Int(first)] - starts[Int(first)]) } ?? 0 }

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
