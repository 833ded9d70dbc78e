internal import Glibc
internal import Synchronization

/// The processor time that the stages of reading and indexing have taken, all threads together.
///
///     let before = StageTimes.now()
///     …
///     StageTimes.now().since(before).seconds(.parse)
public struct StageTimes: Sendable, Equatable {
    public enum Stage: String, CaseIterable, Sendable {
        /// Bytes from the disk, and their encoding.
        case decode
        /// Markup to a tree.
        case parse
        /// Tree or lines to a document with its facts and provisions.
        case structure
        /// What the text cites and names.
        case citations
        /// Documents into the index, and the commit.
        case index
    }

    private var nanoseconds: [Stage: Int] = [:]

    public init() {}

    public func seconds(_ stage: Stage) -> Double { Double(nanoseconds[stage] ?? 0) / 1e9 }

    /// What has been taken since `before`.
    public func since(_ before: StageTimes) -> StageTimes {
        var times = self
        times.nanoseconds.merge(before.nanoseconds) { $0 - $1 }
        return times
    }

    private static let taken = Mutex(StageTimes())

    /// All that this process has taken so far.
    public static func now() -> StageTimes { taken.withLock { $0 } }

    /// Does the work and counts its time for a stage; a stage within another is taken off that one.
    public static func measure<Value, Failure: Error>(
        _ stage: Stage, within outer: Stage? = nil, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let start = threadTime()
        defer {
            let time = threadTime() - start
            taken.withLock {
                $0.nanoseconds[stage, default: 0] += time
                if let outer { $0.nanoseconds[outer, default: 0] -= time }
            }
        }
        return try work()
    }

    /// Nanoseconds that this thread has run.
    private static func threadTime() -> Int {
        var time = timespec()
        // Safety: the call writes one `timespec`.
        guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return 0 }
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
