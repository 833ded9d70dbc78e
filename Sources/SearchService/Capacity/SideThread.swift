import NIOPosix

/// The thread for work that belongs to no one answer and takes too long for ``ConnectionLoop``: packing what is sent,
/// taking up a newer commit. It does not wait behind searches.
enum SideThread {
    private static let pool: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return pool
    }()

    static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in pool.submit { _ in continuation.resume(returning: work()) } }
    }
}
