/// Until when searches may go on.
///
///     let best = try SearchTime.$end.withValue(.now + .milliseconds(200)) { try snapshot.best(10, any: clauses) }
///
/// A search that is out of time, or whose task has been cancelled, stops where it is and gives what it has found so far.
/// Whoever set the time asks ``isOver`` before using that.
package enum SearchTime {
    /// Nil where there is no limit.
    @TaskLocal package static var end: ContinuousClock.Instant?

    package static var isOver: Bool {
        if Task.isCancelled { return true }
        guard let end else { return false }
        return end <= .now
    }
}

/// Asks for the time once in a while: every unit would be too often.
struct TimeCheck {
    private var units: UInt64 = 0
    /// Units before the clock is looked at again.
    private var next: UInt64 = 0
    private var isOver = false

    /// Whether to stop; called for each unit that is looked at.
    @inline(__always)
    mutating func stops() -> Bool { stops(after: 1) }

    /// Whether to stop; called where some units more are looked at.
    @inline(__always)
    mutating func stops(after count: Int) -> Bool {
        if units >= next, !isOver {
            isOver = SearchTime.isOver
            next = units &+ 256
        }
        units &+= UInt64(truncatingIfNeeded: count)
        return isOver
    }
}
