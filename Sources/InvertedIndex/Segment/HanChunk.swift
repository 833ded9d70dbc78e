/// A stretch of the units of a ``HanStream``.
struct HanChunk: Sendable {
    let firstUnit: Int
    /// Runs one after the other, each ended by 0; behind ``end`` anything.
    private(set) var memory: [UInt16]
    /// Where the codes end.
    private(set) var end = 0
    /// Where the codes of each unit begin.
    private(set) var starts: [UInt32] = []
    /// How many terms begin with each code, of the codes there were when they were counted.
    private(set) var termCounts: [UInt32] = []

    /// Units of a chunk at most, so that 16 bits number them.
    static let unitLimit = 1 << 16
    /// Codes of a chunk, unless one unit has more.
    private static let size = 1 << 19

    init(firstUnit: Int, room: Int) {
        self.firstUnit = firstUnit
        // Not filled: no code is read that was not written.
        let count = max(Self.size, room)
        memory = unsafe [UInt16](unsafeUninitializedCapacity: count) { _, initialized in initialized = count }
    }

    var unitCount: Int { starts.count }

    func hasRoom(for codes: Int) -> Bool { memory.count - end >= codes && starts.count < Self.unitLimit }

    /// The codes of a unit, by its number in the chunk.
    func codes(ofUnit unit: Int) -> Range<Int> {
        Int(starts[unit])..<(unit + 1 < starts.count ? Int(starts[unit + 1]) : end)
    }

    mutating func beginUnit() { starts.append(UInt32(end)) }

    /// Lets `body` write behind the end; it returns the new end.
    @unsafe mutating func write(_ body: (UnsafeMutableBufferPointer<UInt16>, Int) -> Int) {
        unsafe memory.withUnsafeMutableBufferPointer { memory in end = unsafe body(memory, end) }
    }

    /// Counts the terms of all units, and calls `body` with how many each one has: a character with the next one of its run, and
    /// one that is a run of its own.
    ///
    /// - Precondition: all codes are below `codeCount`.
    mutating func countTerms(codeCount: Int, _ body: (Int) -> Void) {
        var counts = [UInt32](repeating: 0, count: codeCount)
        for unit in starts.indices {
            var total: UInt32 = 0
            unsafe counts.withUnsafeMutableBufferPointer { counts in
                // Safety: every place is that of a code, or 0.
                forEachPlace(ofUnit: unit) { first, _ in
                    let count: UInt32 = first != 0 ? 1 : 0
                    unsafe counts[first] &+= count
                    total &+= count
                }
            }
            body(Int(total))
        }
        termCounts = counts
    }

    /// Calls `body` for each place of a unit with the two codes of its term (the second 0 for a lone character); with a first code
    /// of 0 where there is no term. Which it is no branch hangs on.
    @inline(__always)
    func forEachPlace(ofUnit unit: Int, _ body: (Int, UInt16) -> Void) {
        let range = codes(ofUnit: unit)
        guard range.lowerBound < range.upperBound else { return }
        unsafe memory.withUnsafeBufferPointer { codes in
            var isInRun = 0
            var code = unsafe codes[range.lowerBound]
            // Safety: the last code of a unit is 0, and stands before the end of the memory.
            for place in range.lowerBound..<(range.upperBound - 1) {
                let next = unsafe codes[place &+ 1]
                let isTerm = (next != 0 ? 1 : 0) | (1 &- isInRun)
                body(Int(code) & (0 &- isTerm), next)
                isInRun = code != 0 ? 1 : 0
                code = next
            }
        }
    }
}
