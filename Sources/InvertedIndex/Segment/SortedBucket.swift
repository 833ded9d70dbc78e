/// Units sorted by a small key, those of a key in their order and equal ones counted together; memory that is used again.
struct SortedBucket {
    /// How many units have each key, then where the next one goes, at last where they end.
    private var places: [UInt32]
    /// A bit for each place in the order whose key there is.
    private var bits: [UInt64]
    /// These places, ascending, and where the units of each begin.
    private var touched: [UInt16] = []
    private var starts: [UInt32] = []
    private var ordinals: [UInt32] = []
    private var frequencies: [UInt32] = []
    private let order: [UInt16]
    private let ranks: [UInt16]
    /// Entries that were counted, and that were put in their places.
    private var total = 0
    private var scattered = 0

    /// - Parameters:
    ///   - order: the keys in the order in which they are wanted.
    ///   - ranks: the place of each key in it.
    init(order: [UInt16], ranks: [UInt16]) {
        (self.order, self.ranks) = (order, ranks)
        places = [UInt32](repeating: 0, count: ranks.count)
        bits = [UInt64](repeating: 0, count: (ranks.count + 63) / 64)
    }

    /// For keys below `keyCount`, in their own order.
    init(keyCount: Int) {
        let keys = (0..<keyCount).map { UInt16($0) }
        self.init(order: keys, ranks: keys)
    }

    // A counting sort: ``count(_:)`` for the entries of each chunk of units, ``placeKeys()``, and ``scatter(_:firstUnit:)`` for the
    // same entries in the same order.

    /// - Parameter entries: a key in the upper half, a unit's number in its chunk in the lower.
    /// - Precondition: there is a rank for each key; the units of a key ascend.
    mutating func count(_ entries: Span<UInt32>) {
        let ranks = ranks
        Self.count(entries, ranks.span, &places, &bits)
        total += entries.count
    }

    private static func count(_ entries: Span<UInt32>, _ ranks: Span<UInt16>, _ places: inout [UInt32], _ bits: inout [UInt64]) {
        var bits = bits.mutableSpan
        var places = places.mutableSpan
        for index in entries.indices {
            let key = Int(entries[index] >> 16)
            let count = places[key]
            places[key] = count &+ 1
            if count == 0 {
                let rank = ranks[key]
                bits[Int(rank >> 6)] |= 1 << UInt64(rank & 63)
            }
        }
    }

    /// Lists the keys there are, and gives each its first place.
    mutating func placeKeys() {
        makeRoom(total)
        var next: UInt32 = 0
        for word in bits.indices {
            var rest = bits[word]
            bits[word] = 0
            while rest != 0 {
                let rank = word * 64 + rest.trailingZeroBitCount
                rest &= rest &- 1
                touched.append(UInt16(rank))
                starts.append(next)
                let key = Int(order[rank])
                let count = places[key]
                places[key] = next
                next += count
            }
        }
    }

    /// - Parameter firstUnit: the number of the chunk's first unit.
    mutating func scatter(_ entries: Span<UInt32>, firstUnit: UInt32) {
        scattered += entries.count
        precondition(scattered <= total)
        unsafe ordinals.withUnsafeMutableBufferPointer { ordinals in
            unsafe places.withUnsafeMutableBufferPointer { places in
                // Safety: the same entries were counted, so each key has its place, and as many as it has units.
                for index in entries.indices {
                    let entry = unsafe entries[unchecked: index]
                    let key = Int(entry &>> 16)
                    let place = unsafe places[key]
                    unsafe ordinals[Int(place)] = firstUnit &+ (entry & 0xFFFF)
                    unsafe places[key] = place &+ 1
                }
            }
        }
    }

    private mutating func makeRoom(_ count: Int) {
        guard ordinals.count < count else { return }
        let room = count + count / 4
        (ordinals, frequencies) = ([], [])
        ordinals = unsafe [UInt32](unsafeUninitializedCapacity: room) { _, initialized in initialized = room }
        frequencies = unsafe [UInt32](unsafeUninitializedCapacity: room) { _, initialized in initialized = room }
    }

    /// Calls `body` with each key there is, in their order: its units, and how often each stood there. The bucket is empty then.
    mutating func forEachKey(_ body: (UInt16, Span<UInt32>, Span<UInt32>) -> Void) {
        for (start, rank) in zip(starts, touched) {
            let key = order[Int(rank)]
            let end = countTogether(Int(start)..<Int(places[Int(key)]))
            body(key, ordinals.span.extracting(Int(start)..<end), frequencies.span.extracting(Int(start)..<end))
            places[Int(key)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        (total, scattered) = (0, 0)
    }

    /// Makes one of equal neighbours, and returns where they end.
    private mutating func countTogether(_ range: Range<Int>) -> Int {
        unsafe ordinals.withUnsafeMutableBufferPointer { ordinals in
            unsafe frequencies.withUnsafeMutableBufferPointer { frequencies in
                // Safety: what is kept is never more than what has been read, and that lies in both arrays.
                var kept = range.lowerBound
                var last = unsafe ordinals[kept]
                var frequency: UInt32 = 1
                for index in range.dropFirst() {
                    let ordinal = unsafe ordinals[index]
                    unsafe frequencies[kept] = frequency
                    kept &+= ordinal == last ? 0 : 1
                    frequency = ordinal == last ? frequency &+ 1 : 1
                    unsafe ordinals[kept] = ordinal
                    last = ordinal
                }
                unsafe frequencies[kept] = frequency
                return kept + 1
            }
        }
    }
}
