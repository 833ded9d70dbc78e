/// Room for one unpacked block.
///
/// Safety: both pointers have room for the numbers of a block of the list, or for as many as were given, until `deinit`;
/// whoever indexes them stays below ``PostingCursor/loaded``.
@safe final class PostingScratch: @unchecked Sendable {
    /// What cursors have that have not unpacked anything; nobody writes to it.
    static let none = PostingScratch(room: 1)

    let ordinals: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>

    /// For the blocks of a list of so many postings. Ordinals are written sixteen at a time, so up to fifteen behind the last.
    convenience init(listOf count: Int) { self.init(room: min(PackedBlock.count, count) + 16) }

    private init(room: Int) {
        // Two pieces: one of both would be larger than what allocators hand out quickly.
        unsafe ordinals = .allocate(capacity: room)
        unsafe frequencies = .allocate(capacity: room)
    }

    convenience init(_ ordinals: [UInt32], _ frequencies: [UInt32]) {
        self.init(room: max(1, ordinals.count))
        for index in ordinals.indices {
            unsafe self.ordinals[index] = ordinals[index]
            unsafe self.frequencies[index] = frequencies[index]
        }
    }

    deinit {
        unsafe ordinals.deallocate()
        unsafe frequencies.deallocate()
    }
}
