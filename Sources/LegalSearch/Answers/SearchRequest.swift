public import LegalDocuments

/// A search as asked, by whichever way it came.
public struct SearchRequest: Sendable, Equatable {
    public var query: String
    /// 0 to 1,000 hits.
    public var limit: Int
    public var offset: Int
    /// The day whose versions are shown; nil for today.
    public var asOf: LegalDate?
    /// Show every version, not only the one in force.
    public var allVersions: Bool
    /// One hit a document, its best provision.
    public var groupsByDocument: Bool
    /// All must hold; two of the same key: either.
    public var filters: [SearchFilter]
    public var wantsFacets: Bool
    public var wantsExplanation: Bool
    public var sort: SortOrder
    /// The reader's place: its own law comes first. A preference, not a filter.
    public var region: String?
    public var ranking: RankingSettings
    /// The query names a provision (行政复议法第23条), and provisions of other works that say nearly the same are wanted.
    public var wantsRelated: Bool
    /// How long the search may take; nil for as long as it needs.
    public var timeLimit: Duration?

    public init(
        query: String, limit: Int = 10, offset: Int = 0, asOf: LegalDate? = nil, allVersions: Bool = false,
        groupsByDocument: Bool = false, filters: [SearchFilter] = [], wantsFacets: Bool = false,
        wantsExplanation: Bool = false, sort: SortOrder = .relevance, region: String? = nil,
        ranking: RankingSettings = .standard, wantsRelated: Bool = false, timeLimit: Duration? = nil
    ) {
        self.query = query
        self.limit = limit
        self.offset = offset
        self.asOf = asOf
        self.allVersions = allVersions
        self.groupsByDocument = groupsByDocument
        self.filters = filters
        self.wantsFacets = wantsFacets
        self.wantsExplanation = wantsExplanation
        self.sort = sort
        self.region = region
        self.ranking = ranking
        self.wantsRelated = wantsRelated
        self.timeLimit = timeLimit
    }
}

public enum SortOrder: String, Sendable, CaseIterable {
    case relevance
    /// Latest version date first; documents without one last.
    case newest
    case oldest
    /// What last came into the index, or came with another content, first; of these the latest version.
    case changed
}

/// `KEY=VALUE` of a search.
public struct SearchFilter: Hashable, Sendable {
    public enum Key: String, Sendable, CaseIterable {
        case kind, issuer, region, year, status, number, title, document
        case textKind = "text_kind"
    }

    public var key: Key
    public var value: String

    public init(key: Key, value: String) {
        self.key = key
        self.value = value
    }

    /// Why a filter as typed is none.
    public enum Invalid: Error, Equatable, Sendable {
        /// No `=` or `:` between key and value.
        case noValue(String)
        case unknownKey(String)
        /// No value that the key can have: February 30 for a year. Examples of what it can.
        case badValue(key: String, value: String, allowed: [String])
    }

    /// Reads `kind=法律` or `kind:法律`.
    public init(_ text: String) throws(Invalid) {
        guard let separator = text.firstIndex(where: { $0 == "=" || $0 == ":" || $0 == "：" || $0 == "＝" }) else {
            throw .noValue(text)
        }
        let name = text[..<separator]
        guard let key = Key(rawValue: String(name)) else { throw .unknownKey(String(name)) }
        let value = text[text.index(after: separator)...]
        guard !value.isEmpty else { throw .noValue(text) }
        self.init(key: key, value: try Self.checked(String(value), for: key))
    }

    /// The value as the index has it, where the key takes only some: 2023年 is 2023, 现行 is in-force.
    private static func checked(_ value: String, for key: Key) throws(Invalid) -> String {
        guard let field = QueryField(rawValue: key.rawValue) else { return value }
        do throws(QuerySyntaxError) {
            let filters = try field.filters(value, place: 0)
            if let first = filters.first, filters.count == 1 { return first.value }
        } catch {
            if case .badValue(_, _, let allowed) = error.reason {
                throw .badValue(key: key.rawValue, value: value, allowed: key == .year ? ["2023"] : allowed)
            }
        }
        throw .badValue(key: key.rawValue, value: value, allowed: ["2023"])
    }
}
