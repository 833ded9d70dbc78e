import NIOCore
import NIOPosix

/// The threads that read requests and write answers: half as many as processors, because they have a tenth of the work, and a
/// thread that has more to do at once does it for less.
enum ServiceLoops {
    static let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
}
