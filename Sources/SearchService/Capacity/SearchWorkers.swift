import LegalSearch
import NIOCore
import NIOPosix
import Synchronization

/// The threads that answer, and the bounds on waiting for them.
///
///     let response = try await workers.run { try page(request) }
///
/// A search keeps its thread for as long as it takes, so searches have threads of their own, one a core, and
/// connections go on being read beside them. Of the requests that wait or are being answered only so many are taken: the
/// next one fails at once with ``ServiceError/overloaded``, and none waits longer than its time: a search that is still at
/// work then stops.
final class SearchWorkers: Sendable {
    private let slots: NIOThreadPool
    private let limit: Int
    private let patience: Duration
    private let waiting = Mutex<[UInt64: Waiting]>([:])
    private let nextNumber = Atomic<UInt64>(0)

    /// Someone who waits for an answer, and until when.
    private struct Waiting {
        let deadline: ContinuousClock.Instant
        let giveUp: @Sendable () -> Void
    }

    init(limits: ServiceConfiguration.Limits) {
        limit = max(1, limits.requests)
        patience = .seconds(max(1, limits.answerSeconds))
        slots = NIOThreadPool(numberOfThreads: System.coreCount)
        slots.start()
        watch()
    }

    deinit { slots.shutdownGracefully { _ in } }

    /// Requests that wait or are being answered.
    var load: Int { waiting.withLock(\.count) }

    /// Runs `work` on a thread of its own kind.
    /// - Throws: ``ServiceError/overloaded`` at once where too many wait, ``ServiceError/tookTooLong``, or what `work` throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let number = nextNumber.add(1, ordering: .relaxed).newValue
        return try await withCheckedThrowingContinuation { continuation in
            let once = OneAnswer(continuation)
            let waiting = Waiting(deadline: .now + patience) { once.answer(.failure(ServiceError.tookTooLong)) }
            let isTaken = self.waiting.withLock { all in
                guard all.count < limit else { return false }
                all[number] = waiting
                return true
            }
            guard isTaken else { return once.answer(.failure(ServiceError.overloaded)) }
            slots.submit { [self] state in
                defer { _ = self.waiting.withLock { $0.removeValue(forKey: number) } }
                // Nobody waits any more for what was given up before its turn.
                guard case .active = state, waiting.deadline > .now else {
                    return once.answer(.failure(ServiceError.tookTooLong))
                }
                once.answer(Result { try SearchDeadline.applying(waiting.deadline) { try work() } })
            }
        }
    }

    /// Tells those whose time is up, four times a second.
    private func watch() {
        _ = ServiceLoops.group.any().scheduleRepeatedTask(
            initialDelay: .milliseconds(250), delay: .milliseconds(250)
        ) { [weak self] task in
            guard let self else { return task.cancel() }
            let now = ContinuousClock.now
            let late = waiting.withLock { all in all.values.filter { $0.deadline <= now } }
            for waiting in late { waiting.giveUp() }
        }
    }
}

/// Passes on the first answer and no other.
private final class OneAnswer<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    init(_ continuation: CheckedContinuation<Value, any Error>) { self.continuation = Mutex(continuation) }

    func answer(_ result: Result<Value, any Error>) {
        let continuation = continuation.withLock { kept in
            defer { kept = nil }
            return kept
        }
        continuation?.resume(with: result)
    }
}
