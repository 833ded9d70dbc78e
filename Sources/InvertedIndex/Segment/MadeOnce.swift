internal import Synchronization

/// Numbers in memory that are made when they are asked for first, by whoever comes first; another who comes at the same time makes them
/// in vain.
///
/// Safety: `address` is 0, or that of numbers that were set before it was stored, are not written to again, and are given back in
/// `deinit`.
@safe final class MadeOnce<Number: BitwiseCopyable & Sendable>: Sendable {
    private let address = Atomic<Int>(0)

    /// Nil before they are made.
    @inline(__always)
    var known: UnsafePointer<Number>? { unsafe UnsafePointer(bitPattern: address.load(ordering: .acquiring)) }

    /// Keeps numbers, unless somebody else was earlier; gives those that are kept.
    func keep(_ numbers: [Number]) -> UnsafePointer<Number> {
        let memory = UnsafeMutableBufferPointer<Number>.allocate(capacity: max(1, numbers.count))
        _ = unsafe memory.initialize(from: numbers)
        let made = unsafe UnsafePointer(memory.baseAddress!)
        let (isKept, other) = address.compareExchange(
            expected: 0, desired: Int(bitPattern: made), ordering: .acquiringAndReleasing)
        if isKept { return unsafe made }
        unsafe memory.deallocate()
        return unsafe UnsafePointer(bitPattern: other)!
    }

    deinit {
        unsafe known?.deallocate()
    }
}
