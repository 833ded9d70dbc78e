/// Room for one unpacked block.
///
/// Safety: both pointers have room for a block's numbers, 128 or as many as were given, until `deinit`; whoever indexes them
/// stays below ``PostingCursor/loaded``.
@safe final class PostingScratch: @unchecked Sendable {
    /// What cursors have that have not unpacked anything; nobody writes to it.
    static let none = PostingScratch(room: 1)

    let ordinals: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>

    /// For a block. Ordinals are written sixteen at a time, so up to fifteen behind the last.
    convenience init() { self.init(room: PackedBlock.count + 16) }

    private init(room: Int) {
        unsafe ordinals = .allocate(capacity: 2 * room)
        unsafe frequencies = ordinals + room
    }

    convenience init(_ ordinals: [UInt32], _ frequencies: [UInt32]) {
        self.init(room: max(1, ordinals.count))
        for index in ordinals.indices {
            unsafe self.ordinals[index] = ordinals[index]
            unsafe self.frequencies[index] = frequencies[index]
        }
    }

    /// A single posting of frequency 1.
    convenience init(single ordinal: UInt32) {
        self.init(room: 1)
        unsafe ordinals[0] = ordinal
        unsafe frequencies[0] = 1
    }

    deinit { unsafe ordinals.deallocate() }
}
