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
}
