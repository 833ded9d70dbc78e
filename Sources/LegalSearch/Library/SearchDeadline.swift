internal import InvertedIndex

/// Lets searches stop once nobody waits for them any more.
///
///     try SearchDeadline.applying(.now + .seconds(10)) { try library.search(request) }
public enum SearchDeadline {
    /// Runs `work`; a search in it that is not done at `end` throws ``SearchError/tookTooLong``.
    public static func applying<Value>(
        _ end: ContinuousClock.Instant, _ work: () throws -> Value
    ) rethrows -> Value {
        try SearchTime.$end.withValue(end, operation: work)
    }
}
