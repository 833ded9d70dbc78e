import LegalDocuments
import LegalSearch

/// What a search page or `/api/search` was asked, checked.
struct SearchParameters: Equatable {
    var query = ""
    var limit: Int
    var offset = 0
    var asOf: LegalDate?
    var allVersions = false
    var groupsByDocument = false
    var sort = SortOrder.relevance
    var filters: [SearchFilter] = []
    var wantsFacets = false
    var wantsExplanation = false
    /// What `limit` is where none is given; links leave it out.
    let usualLimit: Int

    /// - Parameter largest: what `limit` may be at most; as for an answer in one piece where it is not given.
    init(
        _ items: QueryItems, usualLimit: Int, limits: ServiceConfiguration.Limits, largest: Int? = nil
    ) throws(ServiceError) {
        let reader = ParameterReader(items)
        self.usualLimit = usualLimit
        limit = try reader.integer("limit", in: 0...(largest ?? limits.hits)) ?? usualLimit
        offset = try reader.integer("offset", in: 0...limits.offset) ?? 0
        asOf = try reader.date("as_of")
        allVersions = try reader.flag("all_versions")
        wantsFacets = try reader.flag("facets")
        wantsExplanation = try reader.flag("explain")
        groupsByDocument = try reader.choice("group", of: ["document", "provision"]) == "document"
        sort = try reader.choice("sort", of: SortOrder.allCases.map(\.rawValue)).flatMap(SortOrder.init) ?? .relevance
        filters = try reader.filters()
        query = try Self.query(items, limit: limits.queryLength)
    }

    /// `q`, without blanks around it.
    static func query(_ items: QueryItems, limit: Int) throws(ServiceError) -> String {
        let text = try items.single("q") ?? ""
        let length = text.unicodeScalars.count
        guard length <= limit else { throw .queryTooLong(length: length, limit: limit) }
        return text.trimmingBlanks
    }

    var request: SearchRequest {
        SearchRequest(
            query: query, limit: limit, offset: offset, asOf: asOf, allVersions: allVersions,
            groupsByDocument: groupsByDocument, filters: filters, wantsFacets: wantsFacets,
            wantsExplanation: wantsExplanation, sort: sort)
    }

    /// A copy with something changed, for a link.
    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }

    /// As a query string, without what is as usual.
    var items: [QueryItem] {
        var items: [QueryItem] = []
        if !query.isEmpty { items.append(QueryItem("q", query)) }
        items += settings
        if offset > 0 { items.append(QueryItem("offset", String(offset))) }
        return items
    }

    /// All but query and offset: what a form that changes the query keeps.
    var settings: [QueryItem] {
        var items = filters.map { QueryItem("filter", "\($0.key.rawValue):\($0.value)") }
        if let asOf { items.append(QueryItem("as_of", asOf.description)) }
        if sort != .relevance { items.append(QueryItem("sort", sort.rawValue)) }
        if allVersions { items.append(QueryItem("all_versions", "1")) }
        if groupsByDocument { items.append(QueryItem("group", "document")) }
        if wantsExplanation { items.append(QueryItem("explain", "1")) }
        if limit != usualLimit { items.append(QueryItem("limit", String(limit))) }
        return items
    }
}

extension String {
    /// Without blanks and line ends around it, the ideographic space among them.
    var trimmingBlanks: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
