internal import Synchronization

/// Numbers in memory that are made when they are asked for first, by whoever comes first; another who comes at the same time makes them
/// in vain.
///
/// Safety: `address` is 0, or that of numbers that were set before it was stored, are not written to again, and are given back in
/// `deinit`.
@safe final class MadeOnce<Number: BitwiseCopyable & Sendable>: Sendable {
    private let address = Atomic<Int>(0)

    /// Calls `body` with the numbers.
    @inline(__always)
    func numbers(_ make: () -> [Number]) -> UnsafePointer<Number> {
        let known = address.load(ordering: .acquiring)
        if let numbers = unsafe UnsafePointer<Number>(bitPattern: known) { return unsafe numbers }
        return unsafe store(make())
    }

    private func store(_ numbers: [Number]) -> UnsafePointer<Number> {
        let memory = UnsafeMutablePointer<Number>.allocate(capacity: max(1, numbers.count))
        unsafe numbers.withUnsafeBufferPointer { unsafe memory.initialize(from: $0.baseAddress ?? UnsafePointer(memory), count: $0.count) }
        let (isStored, other) = address.compareExchange(
            expected: 0, desired: unsafe Int(bitPattern: memory), ordering: .acquiringAndReleasing)
        if isStored { return unsafe UnsafePointer(memory) }
        unsafe memory.deallocate()
        return unsafe UnsafePointer(bitPattern: other) ?? UnsafePointer(memory)
    }

    deinit {
        unsafe UnsafeMutablePointer<Number>(bitPattern: address.load(ordering: .acquiring))?.deallocate()
    }
}
