/// Scores of neighbouring units, added up list by list.
///
/// Safety: `sums` has ``count`` numbers, `units` and `found` have room for as many, from `init` to `deinit`; of the latter two the
/// first ``foundCount`` are set. All sums are 0 between two windows.
@safe final class WindowSums {
    /// Units of a window: their sums about fill the fastest memory.
    static let count = 8192

    private let sums: UnsafeMutablePointer<UInt32>
    private let units: UnsafeMutablePointer<UInt32>
    private let found: UnsafeMutablePointer<UInt32>
    private(set) var foundCount = 0
    /// The window's first unit.
    private var start: UInt32 = 0
    /// Sums of the window, to a whole number of eight.
    private var used = 0

    init() {
        unsafe sums = .allocate(capacity: Self.count)
        unsafe sums.initialize(repeating: 0, count: Self.count)
        unsafe units = .allocate(capacity: Self.count)
        unsafe found = .allocate(capacity: Self.count)
    }

    deinit {
        unsafe sums.deallocate()
        unsafe units.deallocate()
        unsafe found.deallocate()
    }

    /// - Precondition: the window has no more than ``count`` units.
    func begin(_ window: Range<UInt32>) {
        start = window.lowerBound
        used = min(Self.count, (window.count + 7) & ~7)
    }

    /// Adds the same to units that stand together.
    ///
    /// - Precondition: they are of the window.
    func add(_ score: UInt32, to range: Range<UInt32>) {
        for unit in range { unsafe sums[Int(unit &- start)] &+= score }
    }

    /// Adds the scores of some postings of the cursor's block.
    ///
    /// Safety: their units are of the window and of the segment, for each of whose units `lengths` has a byte.
    @unsafe func add(
        _ postings: Range<Int>, of cursor: UnsafeMutablePointer<PostingCursor>, weight: ScoreWeight,
        table: ScoreTable, lengths: UnsafeRawPointer
    ) {
        let highest = unsafe cursor.pointee.unpackFrequencies()
        let ordinals = unsafe cursor.pointee.ordinals
        let frequencies = unsafe cursor.pointee.frequencies
        let first = unsafe sums - Int(start)
        let end = postings.upperBound
        var posting = postings.lowerBound
        let values = unsafe table.allValues
        if highest == 1 {
            let row = unsafe values + 256
            while posting < end {
                let unit = unsafe Int(ordinals[posting])
                let value = unsafe UInt32(row[Int(lengths.load(fromByteOffset: unit, as: UInt8.self))])
                unsafe first[unit] &+= weight * value
                posting &+= 1
            }
        } else if highest < 16 {
            while posting < end {
                let unit = unsafe Int(ordinals[posting])
                let length = unsafe Int(lengths.load(fromByteOffset: unit, as: UInt8.self))
                let value = unsafe UInt32(values[Int(frequencies[posting]) &<< 8 | length])
                unsafe first[unit] &+= weight * value
                posting &+= 1
            }
        } else {
            while posting < end {
                let unit = unsafe Int(ordinals[posting])
                let length = unsafe lengths.load(fromByteOffset: unit, as: UInt8.self)
                unsafe first[unit] &+= weight * table[frequencies[posting], length]
                posting &+= 1
            }
        }
    }

    /// Takes out the units whose sums reach `least`, and sets all sums to 0.
    ///
    /// - Precondition: `least` is above 0.
    func find(_ least: UInt32) {
        foundCount = 0
        let base = UnsafeMutableRawPointer(unsafe sums)
        // Sums are below 2³¹ (each is of a unit that holds few of the clauses), so a difference has its highest bit set where the
        // sum reaches what it must.
        let less = SIMD4<UInt32>(repeating: least &- 1)
        var index = 0
        while index < used {
            let place = unsafe base + index &* 4
            let low = unsafe place.loadUnaligned(as: SIMD4<UInt32>.self)
            let high = unsafe (place + 16).loadUnaligned(as: SIMD4<UInt32>.self)
            let signs = unsafe unsafeBitCast((less &- low) | (less &- high), to: SIMD2<UInt64>.self)
            unsafe place.storeBytes(of: .zero, as: SIMD4<UInt32>.self)
            unsafe (place + 16).storeBytes(of: .zero, as: SIMD4<UInt32>.self)
            if (signs.x | signs.y) & 0x8000_0000_8000_0000 != 0 {
                for lane in 0..<8 {
                    let sum = lane < 4 ? low[lane] : high[lane &- 4]
                    unsafe units[foundCount] = start &+ UInt32(truncatingIfNeeded: index &+ lane)
                    unsafe found[foundCount] = sum
                    // The last place is written over unless the sum is large enough: no more are found than there are units.
                    if sum >= least { foundCount &+= 1 }
                }
            }
            index &+= 8
        }
    }

    /// Adds what a list that was left out has for the units found, and drops those that cannot reach `minimum` any more.
    ///
    /// - Parameter rest: the most that lists still left out can add.
    func complete(
        with cursor: UnsafeMutablePointer<PostingCursor>, weight: ScoreWeight, table: ScoreTable, lengths: MappedBytes,
        rest: UInt32, minimum: UInt32
    ) throws(IndexError) {
        var kept = 0
        let canLookUp = unsafe cursor.pointee.canLookUp
        for index in 0..<foundCount {
            let unit = unsafe units[index]
            var sum = unsafe found[index]
            let frequency: UInt32
            if canLookUp {
                frequency = unsafe try cursor.pointee.lookedUpFrequency(at: unit)
            } else {
                frequency = unsafe try cursor.pointee.advance(to: unit) == unit ? cursor.pointee.frequency : 0
            }
            if frequency > 0 { sum &+= weight * table[frequency, lengths.byte(Int(unit)) ?? .max] }
            unsafe units[kept] = unit
            unsafe found[kept] = sum
            if sum &+ rest >= minimum { kept += 1 }
        }
        foundCount = kept
    }

    /// Hands the units found to the collector.
    func collect(into collector: inout ScoreCollector) throws(IndexError) {
        for index in 0..<foundCount { unsafe try collector.add(found[index], unit: units[index]) }
    }
}
