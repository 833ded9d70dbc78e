import HTTPTypes
import Hummingbird
import LegalSearch

/// What is new, and for machines that look around: `/feed.atom`, `/opensearch.xml`, `/sitemap.xml`.
struct FeedRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider

    init(_ surroundings: RouteSurroundings) {
        self.surroundings = surroundings
        provider = surroundings.provider
    }

    private static let entries = 20

    func add(to router: Router<BasicRequestContext>) {
        router.get("/feed.atom", use: surroundings.handler(feed))
        router.get("/opensearch.xml", use: surroundings.handler(description))
        router.get("/sitemap.xml", use: surroundings.handler(siteMap))
    }

    /// The documents that came or changed last, all or those that a search finds: it takes what `/api/search` takes.
    private func feed(_ request: Request) throws(ServiceError) -> Response {
        let items = try QueryItems(request.uri.query)
        let parameters = try SearchParameters(items, usualLimit: Self.entries, limits: surroundings.limits)
        var search = parameters.request
        search.groupsByDocument = true
        search.sort = .changed
        if search.query.isEmpty, search.filters.isEmpty { search.filters = SearchRequest.everyTextKind }
        let commit = provider.pinnedProvider()
        do {
            let answer = try commit.search(search)
            let feed = AtomFeed(
                base: ServiceAddress(request), parameters: parameters, answer: answer,
                committedAt: commit.statistics().committedAt, phrases: request.phrases)
            return Response(bytes: feed.bytes, mediaType: AtomFeed.mediaType)
        } catch {
            throw ServiceError(error)
        }
    }

    private func description(_ request: Request) throws(ServiceError) -> Response {
        let description = SearchDescription(base: ServiceAddress(request), phrases: request.phrases)
        return Response(bytes: description.bytes, mediaType: SearchDescription.mediaType)
    }

    private func siteMap(_ request: Request) throws(ServiceError) -> Response {
        let list = try ParameterReader(QueryItems(request.uri.query)).integer("list", in: SiteMap.lists)
        let map = SiteMap(base: ServiceAddress(request), commit: provider.pinnedProvider())
        return Response(bytes: try map.bytes(list: list), mediaType: SiteMap.mediaType)
    }
}
