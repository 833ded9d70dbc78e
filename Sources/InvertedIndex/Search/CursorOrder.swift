/// The cursors that a unit must be in, the rarest first, and the stretch of units in which each of them stands in one block.
///
/// Safety: `entries` has ``count`` entries and `least` a number for each clause, from `init` to `deinit`; the cursors are those
/// of `cursors`, which this keeps. A search is of one thread.
@safe final class CursorOrder {
    @safe private struct Entry {
        let cursor: UnsafeMutablePointer<PostingCursor>
        let clause: Int
        /// What is behind the last unit of the block looked for; 0 before the first look.
        var end: UInt64
        /// The most that a posting of that block can have.
        var value: UInt32
    }

    /// Clauses that spans hold already, a bit for each.
    let held: UInt64
    let count: Int
    /// Whether all cursors have bitmaps.
    let isDense: Bool
    /// The most that a unit of the stretch can score in its own text.
    private(set) var bound: UInt32 = 0
    private let cursors: CursorArray
    private let entries: UnsafeMutablePointer<Entry>
    private let least: UnsafeMutablePointer<UInt32>
    private let clauseCount: Int
    private let scoring: Scoring?

    /// How clauses are scored: their weights, and what a frequency is worth.
    struct Scoring { let weights: [ScoreWeight], table: ScoreTable }

    /// - Parameters:
    ///   - firstCursor: the number of each clause's first cursor, and the number of all at the end.
    ///   - scoring: nil where nobody asks for ``bound``.
    init(without held: UInt64, of cursors: CursorArray, firstCursor: [Int], scoring: Scoring?) {
        self.held = held
        self.cursors = cursors
        self.scoring = scoring
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
        unsafe least = .allocate(capacity: max(1, clauseCount))
        for (index, one) in wanted.enumerated() {
            let cursor = unsafe cursors.base + one.cursor
            // Lists with bitmaps are not looked in where others have none: what is in so many units adds little to a bound.
            let isLooked = unsafe isDense || !cursor.pointee.hasBitmap
            unsafe (entries + index).initialize(
                to: Entry(
                    cursor: cursor, clause: one.clause, end: isLooked ? 0 : .max,
                    value: scoring?.table.highest ?? 0))
        }
        addUp(firstCursor)
    }

    deinit {
        unsafe entries.deallocate()
        unsafe least.deallocate()
    }

    /// What clauses add that spans hold: nobody looks for their blocks.
    private var heldBound: UInt32 = 0

    private func addUp(_ firstCursor: [Int]) {
        guard let scoring else { return }
        for clause in 0..<clauseCount where held >> UInt64(clause) & 1 == 1 && firstCursor[clause] < firstCursor[clause + 1] {
            heldBound &+= scoring.weights[clause] * scoring.table.highest
        }
        addUp(scoring)
    }

    private func addUp(_ scoring: Scoring) {
        unsafe least.update(repeating: .max, count: clauseCount)
        for index in 0..<count {
            let clause = unsafe entries[index].clause
            unsafe least[clause] = min(least[clause], entries[index].value)
        }
        bound = heldBound
        for clause in 0..<clauseCount where unsafe least[clause] < .max {
            unsafe bound &+= scoring.weights[clause] * least[clause]
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
        var isMoved = false
        for index in 0..<count {
            if unsafe entries[index].end <= unit {
                unsafe move(entries + index, to: unit)
                isMoved = true
            }
            behind = unsafe min(behind, entries[index].end)
        }
        if isMoved, let scoring { addUp(scoring) }
        return UInt32(truncatingIfNeeded: behind - 1)
    }

    @unsafe private func move(_ entry: UnsafeMutablePointer<Entry>, to unit: UInt32) {
        let cursor = unsafe entry.pointee.cursor
        let block = unsafe cursor.pointee.look(for: unit)
        unsafe entry.pointee.end = UInt64(cursor.pointee.lastOrdinal(of: block)) + 1
        guard let scoring, unsafe cursor.pointee.blockCount > 0 else { return }
        unsafe entry.pointee.value = scoring.table.bound(cursor.pointee.impact(of: block))
    }
}
