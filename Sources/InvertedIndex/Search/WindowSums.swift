internal import Synchronization

/// Scores of neighbouring units, added up list by list.
///
/// Safety: `sums` has ``count`` numbers, `units` and `found` have room for as many, from `init` to `deinit`; of the latter two the
/// first ``foundCount`` are set. All sums are 0 between two windows. One search at a time has it.
@safe final class WindowSums: @unchecked Sendable {
    /// Units of a window. Their sums fit the second-level cache of any machine; in smaller windows the lists are cut up more often.
    static let count = 32_768
    /// Units of a window here.
    let count: Int
    /// Sums that are compared at once; ``count`` is a whole number of them.
    private static let step = 16

    private let sums: UnsafeMutablePointer<UInt32>
    private let units: UnsafeMutablePointer<UInt32>
    private let found: UnsafeMutablePointer<UInt32>
    private(set) var foundCount = 0
    /// The window's first unit.
    private var start: UInt32 = 0
    /// Sums of the window, to a whole number of steps.
    private var used = 0

    init(count: Int) {
        precondition(count > 0 && count % Self.step == 0)
        self.count = count
        unsafe sums = .allocate(capacity: count)
        unsafe sums.initialize(repeating: 0, count: count)
        unsafe units = .allocate(capacity: count)
        unsafe found = .allocate(capacity: count)
    }

    deinit {
        unsafe sums.deallocate()
        unsafe units.deallocate()
        unsafe found.deallocate()
    }

    /// - Precondition: the window has no more than ``count`` units.
    func begin(_ window: Range<UInt32>) {
        start = window.lowerBound
        used = min(count, (window.count + Self.step - 1) / Self.step * Self.step)
    }

    /// Adds the same to units that stand together.
    ///
    /// - Precondition: they are of the window.
    func add(_ score: UInt32, to range: Range<UInt32>) {
        let place = unsafe UnsafeMutableRawPointer(sums + Int(range.lowerBound &- start))
        let scores = SIMD4<UInt32>(repeating: score)
        var index = 0
        while index &+ 4 <= range.count {
            let four = unsafe place.loadUnaligned(fromByteOffset: index &* 4, as: SIMD4<UInt32>.self) &+ scores
            unsafe place.storeBytes(of: four, toByteOffset: index &* 4, as: SIMD4<UInt32>.self)
            index &+= 4
        }
        for unit in range.dropFirst(index) { unsafe sums[Int(unit &- start)] &+= score }
    }

    /// Adds to one unit.
    ///
    /// - Precondition: it is of the window.
    @inline(__always)
    func add(_ score: UInt32, to unit: UInt32) { unsafe sums[Int(unit &- start)] &+= score }

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
            let first = unsafe place.loadUnaligned(as: SIMD4<UInt32>.self)
            let second = unsafe (place + 16).loadUnaligned(as: SIMD4<UInt32>.self)
            let third = unsafe (place + 32).loadUnaligned(as: SIMD4<UInt32>.self)
            let fourth = unsafe (place + 48).loadUnaligned(as: SIMD4<UInt32>.self)
            let differences = ((less &- first) | (less &- second)) | ((less &- third) | (less &- fourth))
            let signs = unsafe unsafeBitCast(differences, to: SIMD2<UInt64>.self)
            if (signs.x | signs.y) & 0x8000_0000_8000_0000 != 0 { takeOut(least, from: index) }
            for row in 0..<4 { unsafe (place + row &* 16).storeBytes(of: .zero, as: SIMD4<UInt32>.self) }
            index &+= Self.step
        }
    }

    /// Takes some of a step's units out.
    @inline(__always)
    private func takeOut(_ least: UInt32, from index: Int) {
        let less = SIMD4<UInt32>(repeating: least &- 1)
        for row in stride(from: index, to: index &+ Self.step, by: 4) {
            let four = unsafe UnsafeRawPointer(sums + row).loadUnaligned(as: SIMD4<UInt32>.self)
            let signs = unsafe unsafeBitCast(less &- four, to: SIMD2<UInt64>.self)
            guard (signs.x | signs.y) & 0x8000_0000_8000_0000 != 0 else { continue }
            for place in row..<(row &+ 4) {
                let sum = unsafe sums[place]
                unsafe units[foundCount] = start &+ UInt32(truncatingIfNeeded: place)
                unsafe found[foundCount] = sum
                // The last place is written over unless the sum is large enough: no more are found than there are units.
                foundCount &+= sum >= least ? 1 : 0
            }
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

/// Windows that searches have done with, for the next ones: asking the system for so much memory, and giving it back, would take a tenth
/// of a search's time.
final class WindowPool: Sendable {
    private let idle: Mutex<[WindowSums]> = Mutex([])
    /// More are not kept.
    private static let most = 16

    /// Calls `body` with a window that no other search has.
    func withSums<Result>(
        count: Int, _ body: (WindowSums) throws(IndexError) -> Result
    ) throws(IndexError) -> Result {
        let known = count == WindowSums.count ? idle.withLock { $0.popLast() } : nil
        let sums = known ?? WindowSums(count: count)
        // After an error sums may be left in it: then it is not used again.
        let result = try body(sums)
        if count == WindowSums.count { idle.withLock { if $0.count < Self.most { $0.append(sums) } } }
        return result
    }
}
