/// Where the next and the previous hits of an answer are: a `Link` field (RFC 8288), as programs follow it.
///
/// The addresses name the commit, so that a list that is paged through neither repeats nor skips a hit when the index
/// changes on the way.
struct ResultPaging {
    let parameters: SearchParameters
    let total: Int
    /// False where there may be more than `total`.
    let totalIsExact: Bool
    let lastOffset: Int

    /// Nil where all hits are in the answer.
    func link(generation: UInt64) -> String? {
        guard parameters.limit > 0 else { return nil }
        var links: [String] = []
        let next = parameters.offset + parameters.limit
        if next < total || (next == total && !totalIsExact), next <= lastOffset { links.append(link("next", offset: next, generation)) }
        if parameters.offset > 0 { links.append(link("prev", offset: max(0, parameters.offset - parameters.limit), generation)) }
        return links.isEmpty ? nil : links.joined(separator: ", ")
    }

    private func link(_ relation: String, offset: Int, _ generation: UInt64) -> String {
        var items = parameters.with { $0.offset = offset }.items
        if parameters.wantsFacets { items.append(QueryItem("facets", "1")) }
        items.append(QueryItem("generation", "\(generation)"))
        return "<\(Link(path: ["api", "search"], items: items).target)>; rel=\"\(relation)\""
    }
}
