import LegalDocuments
import LegalSearch

/// A search as an Atom feed (RFC 4287) with OpenSearch 1.1 counts: one entry a document, first what came into the index, or
/// changed in it, last.
struct AtomFeed {
    let base: ServiceAddress
    let parameters: SearchParameters
    let answer: SearchAnswer
    /// When the commit was made, in seconds since 1970.
    let committedAt: Int64
    let phrases: Phrases

    static let mediaType = "application/atom+xml; charset=utf-8"

    var bytes: [UInt8] {
        var xml = XMLText()
        let names: XMLText.Attributes = [
            ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:opensearch", "http://a9.com/-/spec/opensearch/1.1/"),
            ("xml:lang", phrases.language.rawValue),
        ]
        xml.element("feed", names) { xml in
            xml.element("id", text: base.url(feed(offset: 0)))
            xml.element("title", text: phrases.feedTitle(parameters.query))
            xml.element("updated", text: updated)
            xml.element("author") { $0.element("name", text: phrases.productName) }
            links(&xml)
            xml.element("opensearch:totalResults", text: "\(answer.total)")
            xml.element("opensearch:startIndex", text: "\(parameters.offset + 1)")
            xml.element("opensearch:itemsPerPage", text: "\(parameters.limit)")
            for hit in answer.hits { entry(&xml, hit) }
        }
        return xml.bytes
    }

    private func links(_ xml: inout XMLText) {
        xml.void("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", base.url(feed(offset: parameters.offset)))])
        let page = Link(path: ["search"], items: parameters.with { $0.offset = 0 }.items)
        xml.void("link", [("rel", "alternate"), ("type", "text/html"), ("href", base.url(parameters.query.isEmpty ? Link(path: []) : page))])
        xml.void("link", [("rel", "search"), ("type", "application/opensearchdescription+xml"), ("href", base.url(Link(path: ["opensearch.xml"])))])
        let next = parameters.offset + parameters.limit
        if parameters.limit > 0, next < answer.total {
            xml.void("link", [("rel", "next"), ("type", "application/atom+xml"), ("href", base.url(feed(offset: next)))])
        }
    }

    private func feed(offset: Int) -> Link {
        Link(path: ["feed.atom"], items: parameters.with { $0.offset = offset }.items.filter { $0.name != "group" && $0.name != "sort" })
    }

    private func entry(_ xml: inout XMLText, _ hit: Hit) {
        let document = hit.document
        let address = base.url(Link(path: ["d", document.id]))
        xml.element("entry") { xml in
            // The same whichever name the service is reached by.
            xml.element("id", text: "urn:lexigram:d:" + Link(path: [document.id]).target.dropFirst())
            xml.element("title", text: document.title)
            xml.element("updated", text: document.changedAt.map(WallClock.timestamp) ?? updated)
            if let published = document.dates.published { xml.element("published", text: "\(published)T00:00:00Z") }
            xml.void("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
            let data = base.url(Link(path: ["api", "documents", document.id]))
            xml.void("link", [("rel", "alternate"), ("type", "application/json"), ("href", data)])
            if let issuer = document.issuer { xml.element("author") { $0.element("name", text: issuer) } }
            xml.void("category", [
                ("scheme", "urn:lexigram:status"), ("term", document.status.rawValue), ("label", phrases.status(document.status)),
            ])
            xml.void("category", [
                ("scheme", "urn:lexigram:kind"), ("term", document.kind.rawValue), ("label", phrases.kind(document.kind)),
            ])
            xml.element("summary", [("type", "text")], text: summary(hit))
        }
    }

    /// Number and status before the text: a line in a reader should not pass for law in force.
    private func summary(_ hit: Hit) -> String {
        let document = hit.document
        var parts = [phrases.status(document.status)]
        if document.textKind == .digest { parts.append(phrases.digest) }
        if let number = document.number { parts.append(number) }
        if !hit.snippet.text.isEmpty { parts.append(hit.snippet.text) }
        return parts.joined(separator: phrases.pick("｜", " | "))
    }

    /// A commit may have changed nothing that the feed shows: its newest entry says when something last did.
    private var updated: String {
        WallClock.timestamp(parameters.offset == 0 ? answer.hits.first?.document.changedAt ?? committedAt : committedAt)
    }
}
