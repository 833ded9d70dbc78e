internal import Dispatch
internal import Synchronization

/// Work that may be done on another thread until its result is asked for.
final class SideWork<Value: Sendable>: Sendable {
    private let work: @Sendable () -> Value
    private let done: Mutex<Value?> = Mutex(nil)
    private let group = DispatchGroup()

    init(_ work: @escaping @Sendable () -> Value) { self.work = work }

    /// Work that is done already.
    init(value: Value) {
        work = { value }
        done.withLock { $0 = value }
    }

    /// Begins it on another thread, to be called once; without that it is done when asked for.
    func begin() {
        group.enter()
        DispatchQueue.global().async { [self] in
            let value = work()
            done.withLock { $0 = value }
            group.leave()
        }
    }

    var isDone: Bool { done.withLock { $0 != nil } }

    /// Returns when nothing of it is at work.
    func wait() { group.wait() }

    func value() -> Value {
        group.wait()
        return done.withLock { done in
            let value = done ?? work()
            done = value
            return value
        }
    }
}
