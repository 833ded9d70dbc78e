/// Which of the service's addresses a path is, without what stands in it: `/d/…`.
struct ServiceRoute: Hashable, Sendable {
    let name: String

    init(path: String) {
        if Self.whole.contains(path) {
            name = path
        } else {
            let open = Self.open.first { path.hasPrefix($0) && path.utf8.count > $0.utf8.count }
            name = open.map { $0 + "…" } ?? "other"
        }
    }

    private static let whole: Set<String> = [
        "/", "/search", "/n", "/list", "/style.css", "/script.js", "/icon.svg", "/feed.atom", "/sitemap.xml",
        "/opensearch.xml", "/openapi.json", "/healthz", "/metrics", "/api/search", "/api/suggest", "/api/stats", "/api/cite", "/compare", "/api/compare",
    ]
    private static let open = ["/d/", "/n/", "/akn/", "/api/documents/", "/api/numbers/"]
}
