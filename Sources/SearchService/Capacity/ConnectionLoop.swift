import NIOCore
import NIOPosix

/// The one thread that reads and writes all connections, and runs what each request passes before and after its answer.
///
/// On Swift's own pool of threads a request would change threads at every step between its connection and its answer,
/// each time waking one that sleeps; here all steps but the answer itself follow one another on the thread that its bytes
/// came in on. Nothing that takes long may run on it: searches have ``SearchWorkers``, packing and opening ``SideThread``.
final class ConnectionLoop: TaskExecutor {
    /// One for the process, for as long as it lives: an event loop cannot be ended from within itself.
    static let shared = ConnectionLoop()

    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let loop: any EventLoop

    private init() { loop = group.next() }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
