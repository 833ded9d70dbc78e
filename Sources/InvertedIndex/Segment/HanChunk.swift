/// A stretch of the units of a ``HanStream``.
struct HanChunk {
    let firstUnit: Int
    /// Runs one after the other, each ended by 0; behind ``end`` anything.
    private(set) var memory: [UInt16]
    /// Where the codes end.
    private(set) var end = 0
    /// Where the codes of each unit begin.
    private(set) var starts: [UInt32] = []
    /// How many terms begin with each code, of the codes there were when the last unit ended.
    private(set) var termCounts: [UInt32] = []

    /// Units of a chunk at most, so that 16 bits number them.
    static let unitLimit = 1 << 16
    /// Codes of a chunk, unless one unit has more.
    private static let size = 1 << 20

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

    mutating func append(_ code: UInt16) {
        memory[end] = code
        end += 1
    }

    /// Lets `body` write behind the end; it returns the new end.
    @unsafe mutating func write(_ body: (UnsafeMutableBufferPointer<UInt16>, Int) -> Int) {
        unsafe memory.withUnsafeMutableBufferPointer { memory in end = unsafe body(memory, end) }
    }

    /// Counts the terms of the last unit: a character with the next one of its run, and one that is a run of its own.
    mutating func countTerms(codeCount: Int) -> Int {
        while termCounts.count < codeCount { termCounts.append(0) }
        var total: UInt32 = 0
        unsafe memory.withUnsafeBufferPointer { codes in
            unsafe termCounts.withUnsafeMutableBufferPointer { counts in
                var isAlone: UInt32 = 1
                // Safety: every code is below the number of characters; behind a code that is not 0 there is another.
                let start = Int(starts[starts.count - 1])
                guard start < end else { return }
                var code = unsafe codes[start]
                // The last code is 0.
                for place in start..<(end &- 1) {
                    let next = unsafe codes[place &+ 1]
                    let begins = (code != 0 ? 1 : 0) & ((next != 0 ? 1 : 0) | isAlone)
                    unsafe counts[Int(code)] &+= begins
                    total &+= begins
                    isAlone = code != 0 ? 0 : 1
                    code = next
                }
            }
        }
        return Int(total)
    }

    /// How many terms begin with a code.
    func termCount(ofFirst code: UInt16) -> UInt32 { Int(code) < termCounts.count ? termCounts[Int(code)] : 0 }

    /// Calls `body` for each place with the two codes of its term (the second 0 for a lone character) and its unit's number in
    /// the chunk; with a first code of 0 where there is no term. Which it is no branch hangs on.
    @inline(__always)
    func forEachPlace(_ body: (Int, UInt16, UInt32) -> Void) {
        unsafe memory.withUnsafeBufferPointer { codes in
            for unit in starts.indices {
                var isInRun = 0
                let range = self.codes(ofUnit: unit)
                guard range.lowerBound < range.upperBound else { continue }
                var code = unsafe codes[range.lowerBound]
                // Safety: the last code of a unit is 0, and stands before the end of the memory.
                for place in range.lowerBound..<(range.upperBound - 1) {
                    let next = unsafe codes[place &+ 1]
                    let isTerm = (next != 0 ? 1 : 0) | (1 &- isInRun)
                    body(Int(code) & (0 &- isTerm), next, UInt32(truncatingIfNeeded: unit))
                    isInRun = code != 0 ? 1 : 0
                    code = next
                }
            }
        }
    }
}
