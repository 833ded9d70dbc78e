import LegalDocuments
import LegalSearch

/// Every document's address (https://www.sitemaps.org/protocol.html): a list, or a list of lists where there are many.
struct SiteMap {
    let base: ServiceAddress
    let commit: any SearchProvider

    static let mediaType = "application/xml; charset=utf-8"

    /// Documents of one list.
    static let listLength = 5_000
    /// Those of one question to the engine.
    private static let step = 1_000
    /// The engine passes over no more hits than these, and the protocol ends at fifty thousand lists.
    static let lists = 1...(SearchLimits.offsets.upperBound / listLength)
    private static var namespace: XMLText.Attributes { [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")] }

    /// Nil for the list of lists, where one list is not enough.
    func bytes(list: Int?) throws(ServiceError) -> [UInt8] {
        let documents = commit.statistics().documents
        if list == nil, documents > Self.listLength { return index(documents) }
        let hits = try hits(from: ((list ?? 1) - 1) * Self.listLength)
        var xml = XMLText()
        xml.element("urlset", Self.namespace) { xml in
            for hit in hits {
                xml.element("url") { xml in
                    xml.element("loc", text: base.url(Link(path: ["d", hit.document.id])))
                    if let date = hit.document.dates.version { xml.element("lastmod", text: date.description) }
                }
            }
        }
        return xml.bytes
    }

    private func index(_ documents: Int) -> [UInt8] {
        let count = min((documents + Self.listLength - 1) / Self.listLength, Self.lists.upperBound)
        var xml = XMLText()
        xml.element("sitemapindex", Self.namespace) { xml in
            for list in 1...count {
                let link = Link(path: ["sitemap.xml"], items: [QueryItem("list", "\(list)")])
                xml.element("sitemap") { $0.element("loc", text: base.url(link)) }
            }
        }
        return xml.bytes
    }

    private func hits(from first: Int) throws(ServiceError) -> [Hit] {
        var hits: [Hit] = []
        for offset in stride(from: first, to: first + Self.listLength, by: Self.step) {
            var request = SearchRequest.everyDocument
            request.limit = Self.step
            request.offset = offset
            request.allVersions = true
            do {
                let answer = try commit.search(request)
                hits += answer.hits
                if answer.hits.count < Self.step { break }
            } catch {
                throw ServiceError(error)
            }
        }
        return hits
    }
}

extension SearchRequest {
    /// All documents, the newest first: each is either a full text or a digest.
    static var everyDocument: SearchRequest {
        SearchRequest(query: "", groupsByDocument: true, filters: everyTextKind, sort: .newest)
    }

    static var everyTextKind: [SearchFilter] {
        [TextKind.full, .digest].map { SearchFilter(key: .textKind, value: $0.rawValue) }
    }
}
