#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How the system shares its processors among the service's threads.
enum SchedulingClass {
    #if os(Linux)
        /// `SCHED_BATCH` of the kernel's sched.h, which the C library shows only to GNU C.
        private static let batch: Int32 = 3
    #endif

    /// From here on this thread, and those that it starts, wait for the end of a time slice where every processor is busy,
    /// instead of breaking in on the one that runs (`SCHED_BATCH`, sched(7)). Under load a thread that only reads a request
    /// or writes an answer then does several at once; on a processor that is idle it runs as soon as ever.
    ///
    /// Needs no privilege. Where it is not to be had nothing changes.
    static func takeTurns() {
        #if os(Linux)
            var parameters = sched_param()
            parameters.sched_priority = 0
            // Safety: the pointer is used during the call; 0 is the calling thread.
            _ = unsafe sched_setscheduler(0, batch, &parameters)
        #endif
    }
}
