import Glibc

/// Time that has passed on the monotonic clock, and that this process spent on a processor.
struct Stopwatch {
    private let start = Self.now()
    private let cpuStart = Self.cpuNanoseconds()

    var seconds: Double { Double(Self.now() - start) / 1e9 }
    var milliseconds: Double { Double(Self.now() - start) / 1e6 }
    /// User and system time of all threads.
    var cpuSeconds: Double { Double(Self.cpuNanoseconds() - cpuStart) / 1e9 }

    /// Nanoseconds of the monotonic clock.
    static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    private static func cpuNanoseconds() -> Int64 {
        var usage = rusage()
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
    }

    private static func nanoseconds(_ time: timeval) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1000
    }
}
