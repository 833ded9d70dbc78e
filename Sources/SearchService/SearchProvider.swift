public import LegalDocuments
public import LegalSearch

/// What the service asks of an index. ``Library`` answers; a test may answer in its place.
///
/// All calls return within milliseconds and may come from any thread. An error means damage or a question that cannot
/// be read; what is merely not held is an answer.
public protocol SearchProvider: Sendable {
    func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer
    /// Nil where no document has this id. Without a day, today counts.
    func document(id: String, asOf: LegalDate?) throws(LibraryError) -> DocumentAnswer?
    func lookUp(number typed: String, asOf: LegalDate?) throws(LibraryError) -> NumberAnswer
    func resolve(_ reference: String, asOf: LegalDate?) throws(LibraryError) -> ReferenceAnswer
    func statistics() -> LibraryStatistics
    /// Titles and numbers that begin so.
    func suggestions(for prefix: String, limit: Int) -> [String]
    /// Looks for a newer commit.
    func refresh()
    /// Why the newest commit could not be opened; nil where it could.
    var problem: String? { get }
    /// Rises with each commit.
    var generation: UInt64 { get }
    /// The commit that answers now, held fast: it goes on answering after newer ones.
    func pinnedProvider() -> any SearchProvider
}

extension Library: SearchProvider {
    public func pinnedProvider() -> any SearchProvider { pinned() }
}
