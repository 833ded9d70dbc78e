/// Cursors that a search moves on, side by side in memory that never moves.
///
/// Safety: `base` has `count` cursors from `init` to `deinit`; whoever indexes it stays below `count`. A search is of one
/// thread, so nobody else touches them.
@safe final class CursorArray {
    let base: UnsafeMutablePointer<PostingCursor>
    let count: Int

    init(_ cursors: [PostingCursor]) {
        count = cursors.count
        unsafe base = .allocate(capacity: max(1, cursors.count))
        for (index, cursor) in cursors.enumerated() { unsafe (base + index).initialize(to: cursor) }
    }

    deinit {
        unsafe base.deinitialize(count: count)
        unsafe base.deallocate()
    }

    /// The cursors of all clauses, with the number of each clause's first one, and that of all.
    static func all(of clauses: [ClausePostings]) -> (cursors: CursorArray, firstCursor: [Int]) {
        var all: [PostingCursor] = []
        var first: [Int] = []
        first.reserveCapacity(clauses.count + 1)
        for clause in clauses {
            first.append(all.count)
            all += clause.cursors
        }
        first.append(all.count)
        return (CursorArray(all), first)
    }
}
