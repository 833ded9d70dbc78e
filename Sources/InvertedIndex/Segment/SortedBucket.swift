/// Units sorted by a small key, those of a key in their order and equal ones counted together; memory that is used again.
struct SortedBucket {
    /// How many units have each key, then where the next one goes, at last where they end.
    private var places: [UInt32]
    /// The keys there are, ascending, and where the units of each begin.
    private var touched: [UInt16] = []
    private var starts: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []

    /// - Parameter keyCount: keys are below that.
    init(keyCount: Int) { places = [UInt32](repeating: 0, count: keyCount) }

    /// Sorts by a counting sort.
    ///
    /// - Precondition: there are as many keys as units, all below `keyCount`; the units of a key ascend.
    mutating func sort(_ keys: Span<UInt16>, _ units: Span<UInt32>) {
        precondition(keys.count == units.count)
        clear()
        for index in keys.indices {
            let key = keys[index]
            if places[Int(key)] == 0 { touched.append(key) }
            places[Int(key)] += 1
        }
        touched.sort()
        makeRoom(keys.count)
        var next: UInt32 = 0
        for key in touched {
            starts.append(next)
            let count = places[Int(key)]
            places[Int(key)] = next
            next += count
        }
        scatter(keys, units)
    }

    private mutating func scatter(_ keys: Span<UInt16>, _ units: Span<UInt32>) {
        unsafe ordinals.withUnsafeMutableBufferPointer { ordinals in
            unsafe places.withUnsafeMutableBufferPointer { places in
                // Safety: every key has been counted above, so it has its place, and as many as it has units.
                for index in 0..<keys.count {
                    let key = unsafe Int(keys[unchecked: index])
                    let place = unsafe places[key]
                    unsafe ordinals[Int(place)] = unsafe units[unchecked: index]
                    unsafe places[key] = place &+ 1
                }
            }
        }
    }

    private mutating func clear() {
        for key in touched { places[Int(key)] = 0 }
        touched.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    private mutating func makeRoom(_ count: Int) {
        guard ordinals.count < count else { return }
        let room = count + count / 4
        (ordinals, frequencies) = ([], [])
        ordinals = [UInt32](repeating: 0, count: room)
        frequencies = [UInt32](repeating: 0, count: room)
    }

    /// Calls `body` with each key there is, ascending: its units, and how often each stood there. The bucket is used up.
    mutating func forEachKey(_ body: (UInt16, ArraySlice<UInt32>, ArraySlice<UInt32>) -> Void) {
        for (start, key) in zip(starts, touched) {
            let end = countTogether(Int(start)..<Int(places[Int(key)]))
            body(key, ordinals[Int(start)..<end], frequencies[Int(start)..<end])
        }
    }

    /// Makes one of equal neighbours, and returns where they end.
    private mutating func countTogether(_ range: Range<Int>) -> Int {
        var kept = range.lowerBound
        frequencies[kept] = 1
        unsafe ordinals.withUnsafeMutableBufferPointer { ordinals in
            unsafe frequencies.withUnsafeMutableBufferPointer { frequencies in
                // Safety: what is kept is never more than what has been read, and that lies in both arrays.
                for index in range.dropFirst() {
                    let ordinal = unsafe ordinals[index]
                    let isAgain = unsafe ordinals[kept] == ordinal
                    kept &+= isAgain ? 0 : 1
                    unsafe ordinals[kept] = ordinal
                    unsafe frequencies[kept] = isAgain ? frequencies[kept] &+ 1 : 1
                }
            }
        }
        return kept + 1
    }
}
