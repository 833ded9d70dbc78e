import HTTPTypes
import Hummingbird
import Logging

/// All routes with what every request passes first.
struct ServiceRouter {
    let provider: any SearchProvider
    let configuration: ServiceConfiguration
    let logger: Logger

    func build() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        let workers = SearchWorkers(limits: configuration.limits)
        let counts = RequestCounts()
        let commits = RecentCommits(provider)
        commits.hold()
        addMiddleware(to: router, counts: counts, commits: commits)
        addRoutes(to: router, RouteSurroundings(
            provider: provider, commits: commits, limits: configuration.limits, workers: workers, counts: counts))
        return router
    }

    private func addMiddleware(to router: Router<BasicRequestContext>, counts: RequestCounts, commits: RecentCommits) {
        router.add(middleware: RequestRecord(counts: counts, accessLog: configuration.accessLog, logger: logger))
        router.add(middleware: SecurityHeaders())
        if let origin = configuration.allowedOrigin { router.add(middleware: CrossOriginAccess(origin: origin)) }
        router.add(middleware: Compression())
        router.add(middleware: ErrorResponses(provider: provider))
        if configuration.listensOnLoopback { router.add(middleware: HostCheck()) }
        if let token = configuration.requiredToken { router.add(middleware: AccessTokenCheck(token: token)) }
        router.add(middleware: TargetLimit(limit: configuration.limits.targetLength))
        router.add(middleware: BodyLimit(limit: configuration.limits.bodyBytes))
        router.add(middleware: FreshIndex(provider: provider, commits: commits))
        router.add(middleware: RevisionTag(provider: provider))
    }

    /// One line for each group of routes.
    private func addRoutes(to router: Router<BasicRequestContext>, _ surroundings: RouteSurroundings) {
        HomeRoutes(surroundings).add(to: router)
        SearchRoutes(surroundings).add(to: router)
        DocumentRoutes(surroundings).add(to: router)
        NumberRoutes(surroundings).add(to: router)
        FeedRoutes(surroundings).add(to: router)
        if let citations = provider as? any CitationProvider {
            CitationRoutes(surroundings, citations: citations).add(to: router)
        }
        StateRoutes(surroundings).add(to: router)
    }
}

/// What every group of routes works with.
struct RouteSurroundings: Sendable {
    let provider: any SearchProvider
    let commits: RecentCommits
    let limits: ServiceConfiguration.Limits
    let workers: SearchWorkers
    let counts: RequestCounts

    /// A handler that answers on a thread for searches.
    func handler(
        _ answer: @escaping @Sendable (Request) throws(ServiceError) -> Response
    ) -> @Sendable (Request, BasicRequestContext) async throws -> Response {
        { [workers] request, _ in try await workers.run { try answer(request) } }
    }
}

extension Request {
    /// The last part of the path, decoded; `prefix` is all before it, as `/d/`.
    func lastSegment(after prefix: String, name: String, limit: Int) throws(ServiceError) -> String {
        guard uri.path.hasPrefix(prefix), let value = PercentCoding.decoded(uri.path.utf8.dropFirst(prefix.utf8.count), plusIsSpace: false)
        else { throw .badParameter(name: name, .notUTF8) }
        guard value.unicodeScalars.count <= limit else { throw .badParameter(name: name, .tooLong(limit: limit)) }
        return value
    }
}
