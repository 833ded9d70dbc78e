import HTTPTypes
import Hummingbird

/// All routes with what every request passes first.
struct ServiceRouter {
    let provider: any SearchProvider
    let configuration: ServiceConfiguration

    func build() -> Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ErrorResponses(provider: provider))
        if configuration.listensOnLoopback { router.add(middleware: HostCheck()) }
        if let token = configuration.requiredToken { router.add(middleware: AccessTokenCheck(token: token)) }
        router.add(middleware: TargetLimit(limit: configuration.limits.targetLength))
        router.add(middleware: FreshIndex(provider: provider))
        router.add(middleware: RevisionTag(provider: provider))
        HomeRoutes(provider: provider).add(to: router)
        SearchRoutes(provider: provider, limits: configuration.limits).add(to: router)
        DocumentRoutes(provider: provider, limits: configuration.limits).add(to: router)
        NumberRoutes(provider: provider, limits: configuration.limits).add(to: router)
        if let citations = provider as? any CitationProvider {
            CitationRoutes(provider: provider, citations: citations).add(to: router)
        }
        StateRoutes(provider: provider).add(to: router)
        return router
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
