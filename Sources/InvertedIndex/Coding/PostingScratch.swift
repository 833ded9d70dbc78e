/// Room for one unpacked block.
///
/// Safety: both pointers have room for a block's numbers, 128 or as many as were given, until `deinit`; whoever indexes them
/// stays below ``PostingCursor/loaded``.
@safe final class PostingScratch: @unchecked Sendable {
    /// What cursors have that have not unpacked anything; nobody writes to it.
    static let none = PostingScratch([], [])

    let ordinals: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>

    init() {
        // Ordinals are written sixteen at a time, so up to fifteen behind the last.
        let room = PackedBlock.count + 16
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: room + PackedBlock.count)
        unsafe ordinals = memory
        unsafe frequencies = memory + room
    }

    init(_ ordinals: [UInt32], _ frequencies: [UInt32]) {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, 2 * ordinals.count))
        unsafe self.ordinals = memory
        unsafe self.frequencies = memory + ordinals.count
        for index in ordinals.indices {
            unsafe self.ordinals[index] = ordinals[index]
            unsafe self.frequencies[index] = frequencies[index]
        }
    }

    deinit { unsafe ordinals.deallocate() }
}
