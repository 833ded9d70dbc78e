public import LegalDocuments
public import LegalSearch

/// What the service asks of an index. ``Library`` answers; a test may answer in its place.
///
/// All calls return within milliseconds and may come from any thread.
public protocol SearchProvider: Sendable {
    func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer
    /// Nil where no document has this id. Without a day, today counts.
    func document(id: String, asOf: LegalDate?) -> DocumentAnswer?
    func lookUp(number typed: String, asOf: LegalDate?) -> NumberAnswer
    func resolve(_ reference: String, asOf: LegalDate?) -> ReferenceAnswer
    func statistics() -> LibraryStatistics
    /// Titles and numbers that begin so.
    func suggestions(for prefix: String, limit: Int) -> [String]
    /// Looks for a newer commit.
    func refresh()
    /// Why the newest commit could not be opened; nil where it could.
    var problem: String? { get }
    /// Rises with each commit.
    var generation: UInt64 { get }
}

extension Library: SearchProvider {}
