/// Cursors that a search moves on, side by side in memory that never moves.
///
/// Safety: `base` has `count` cursors from `init` to `deinit`; whoever indexes it stays below `count`. A search is of one
/// thread, so nobody else touches them.
@safe final class CursorArray {
    let base: UnsafeMutablePointer<PostingCursor>
    let count: Int

    deinit {
        unsafe base.deinitialize(count: count)
        unsafe base.deallocate()
    }

    /// The cursors of all clauses, with the number of each clause's first one, and that of all.
    static func all(of clauses: [ClausePostings]) -> (cursors: CursorArray, firstCursor: [Int]) {
        var first: [Int] = []
        first.reserveCapacity(clauses.count + 1)
        var count = 0
        for clause in clauses.indices {
            first.append(count)
            count += clauses[clause].cursors.count
        }
        first.append(count)
        return (CursorArray(clauses, count: count), first)
    }

    private init(_ clauses: [ClausePostings], count: Int) {
        self.count = count
        unsafe base = .allocate(capacity: max(1, count))
        var place = unsafe base
        for clause in clauses.indices {
            for cursor in clauses[clause].cursors.indices {
                unsafe place.initialize(to: clauses[clause].cursors[cursor])
                unsafe place += 1
            }
        }
    }
}
