/// The cursors that a unit must be in, the rarest first, and the stretch of units in which each of them stands in one block.
///
/// Safety: `entries` has ``count`` entries, `parts` has one for each clause, from `init` to `deinit`; the cursors are those
/// of `cursors`, which this keeps. A search is of one thread.
@safe final class CursorOrder {
    @safe private struct Entry {
        let cursor: UnsafeMutablePointer<PostingCursor>
        let clause: Int
        /// Whether the stretch stays in one block of this list.
        let isLooked: Bool
        /// What is behind the last unit of the block looked for; 0 before the first look.
        var end: UInt64 = 0
        /// Of a list in which units are looked up, the first block that reaches into the stretch.
        var block = 0
        /// The most that a posting of that block, or of the stretch, can have.
        var value: UInt32
    }

    /// What of a clause its lists bound.
    private struct Part {
        /// None where nothing is scored.
        var weight = ScoreWeight(0)
        /// The most that the list which bounds it best can have.
        var least: UInt32 = 0
    }

    /// Clauses that spans hold already, a bit for each.
    let held: UInt64
    let count: Int
    /// Whether all cursors have bitmaps.
    let isDense: Bool
    /// The most that a unit of the stretch can score in its own text, unless an entry has moved since.
    private var sum: UInt32 = 0
    private var isMoved = false
    private let cursors: CursorArray
    private let entries: UnsafeMutablePointer<Entry>
    private let parts: UnsafeMutablePointer<Part>
    private let clauseCount: Int
    private let table: ScoreTable?

    /// - Parameters:
    ///   - firstCursor: the number of each clause's first cursor, and the number of all at the end.
    ///   - weights: those of the clauses.
    ///   - table: what frequencies are worth; nil where nobody asks for ``bound``.
    init(
        without held: UInt64, of cursors: CursorArray, firstCursor: [Int], weights: [ScoreWeight], table: ScoreTable?
    ) {
        self.held = held
        self.cursors = cursors
        self.table = table
        clauseCount = firstCursor.count - 1
        var wanted: [(cursor: Int, clause: Int)] = []
        for clause in 0..<clauseCount where held >> UInt64(clause) & 1 == 0 {
            for cursor in firstCursor[clause]..<firstCursor[clause + 1] { wanted.append((cursor, clause)) }
        }
        if wanted.count > 1 {
            wanted.sort { unsafe cursors.base[$0.cursor].documentFrequency < cursors.base[$1.cursor].documentFrequency }
        }
        let isDense = wanted.allSatisfy { unsafe cursors.base[$0.cursor].hasBitmap }
        self.isDense = isDense
        count = wanted.count
        unsafe entries = .allocate(capacity: max(1, wanted.count))
        unsafe parts = .allocate(capacity: max(1, clauseCount))
        for clause in 0..<clauseCount {
            unsafe (parts + clause).initialize(to: clause < weights.count ? Part(weight: weights[clause]) : Part())
        }
        for (index, one) in wanted.enumerated() {
            let cursor = unsafe cursors.base + one.cursor
            unsafe (entries + index).initialize(
                to: Entry(
                    cursor: cursor, clause: one.clause, isLooked: isDense || index == 0 || !cursor.pointee.canLookUp,
                    value: table?.highest ?? 0))
        }
        addHeld(firstCursor)
        isMoved = true
    }

    deinit {
        unsafe entries.deallocate()
        unsafe parts.deallocate()
    }

    /// What clauses add that spans hold: nobody looks for their blocks.
    private var heldBound: UInt32 = 0

    private func addHeld(_ firstCursor: [Int]) {
        guard let table else { return }
        for clause in 0..<clauseCount where held >> UInt64(clause) & 1 == 1 && firstCursor[clause] < firstCursor[clause + 1] {
            unsafe heldBound &+= parts[clause].weight * table.highest
        }
    }

    private func addUp() {
        for clause in 0..<clauseCount { unsafe parts[clause].least = .max }
        for index in 0..<count {
            let clause = unsafe entries[index].clause
            unsafe parts[clause].least = min(parts[clause].least, entries[index].value)
        }
        sum = heldBound
        for clause in 0..<clauseCount where unsafe parts[clause].least < .max {
            unsafe sum &+= parts[clause].weight * parts[clause].least
        }
    }

    /// The cursor at a place of the order.
    @inline(__always)
    @unsafe func cursor(_ place: Int) -> UnsafeMutablePointer<PostingCursor> { unsafe entries[place].cursor }

    /// Makes every cursor look for the block that would hold the unit. Returns the last unit through `end` for which all of them
    /// stay in these blocks. Units asked for ascend.
    @inline(__always)
    func look(for unit: UInt32, through end: UInt32) -> UInt32 {
        var behind = UInt64(end) + 1
        for index in 0..<count {
            guard unsafe entries[index].isLooked else { continue }
            if unsafe entries[index].end <= unit { unsafe move(entries + index, to: unit) }
            behind = unsafe min(behind, entries[index].end)
        }
        return UInt32(truncatingIfNeeded: behind - 1)
    }

    /// The most that a unit of a stretch that was just looked for can score in its own text. Stretches asked for ascend.
    func bound(over units: ClosedRange<UInt32>) -> UInt32 {
        guard let table else { return 0 }
        for index in 0..<count where unsafe !entries[index].isLooked {
            if unsafe spread(entries + index, over: units, table) { isMoved = true }
        }
        if isMoved { addUp() }
        isMoved = false
        return sum
    }

    /// Makes an entry's value bound all blocks that reach into a stretch. Returns whether it is another.
    @unsafe private func spread(
        _ entry: UnsafeMutablePointer<Entry>, over units: ClosedRange<UInt32>, _ table: ScoreTable
    ) -> Bool {
        let cursor = unsafe entry.pointee.cursor
        var block = unsafe entry.pointee.block
        while unsafe cursor.pointee.lastOrdinal(of: block) < units.lowerBound { block += 1 }
        unsafe entry.pointee.block = block
        var most = unsafe table.bound(cursor.pointee.impact(of: block))
        while unsafe cursor.pointee.lastOrdinal(of: block) < units.upperBound {
            block += 1
            most = unsafe max(most, table.bound(cursor.pointee.impact(of: block)))
        }
        defer { unsafe entry.pointee.value = most }
        return unsafe entry.pointee.value != most
    }

    @unsafe private func move(_ entry: UnsafeMutablePointer<Entry>, to unit: UInt32) {
        let cursor = unsafe entry.pointee.cursor
        let block = unsafe cursor.pointee.look(for: unit)
        unsafe entry.pointee.end = UInt64(cursor.pointee.lastOrdinal(of: block)) + 1
        isMoved = true
        guard let table, unsafe cursor.pointee.blockCount > 0 else { return }
        unsafe entry.pointee.value = table.bound(cursor.pointee.impact(of: block))
    }
}
