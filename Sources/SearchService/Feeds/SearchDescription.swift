import LegalDocuments

/// How to search here, for browsers that add it as a search engine (OpenSearch 1.1 draft 6).
struct SearchDescription {
    let base: ServiceAddress
    let phrases: Phrases

    static let mediaType = "application/opensearchdescription+xml; charset=utf-8"

    var bytes: [UInt8] {
        var xml = XMLText()
        xml.element("OpenSearchDescription", [("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]) { xml in
            xml.element("ShortName", text: phrases.productName)
            xml.element("Description", text: phrases.engineDescription)
            xml.element("InputEncoding", text: "UTF-8")
            xml.element("Language", text: phrases.language.rawValue)
            xml.element("Image", [("type", "image/svg+xml")], text: base.url(Link(path: ["icon.svg"])))
            template(&xml, "text/html", "search", "q={searchTerms}")
            template(&xml, "application/atom+xml", "feed.atom", "q={searchTerms}&offset={startIndex?}&limit={count?}", offset: "0")
            xml.void("Url", [
                ("type", "application/x-suggestions+json"), ("rel", "suggestions"),
                ("template", base.url(Link(path: ["api", "suggest"])) + "?format=opensearch&q={searchTerms}"),
            ])
        }
        return xml.bytes
    }

    private func template(_ xml: inout XMLText, _ type: String, _ path: String, _ items: String, offset: String? = nil) {
        var attributes: XMLText.Attributes = [("type", type), ("template", base.url(Link(path: [path])) + "?" + items)]
        if let offset { attributes.append(("indexOffset", offset)) }
        xml.void("Url", attributes)
    }
}
