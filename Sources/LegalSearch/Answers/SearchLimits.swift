/// What one search may ask for.
public enum SearchLimits {
    /// Unicode scalars of a query.
    public static let queryLength = 4_000
    public static let hits = 0...1_000
    public static let offsets = 0...100_000
}
