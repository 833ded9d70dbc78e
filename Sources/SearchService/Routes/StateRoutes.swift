import Hummingbird
import LegalSearch

/// What is held, and whether the service is well.
struct StateRoutes {
    let provider: any SearchProvider

    func add(to router: Router<BasicRequestContext>) {
        router.get("/api/stats") { _, _ in Response(json: AnswerEncoder.json(provider.statistics())) }
        router.get("/healthz") { _, _ in health() }
    }

    /// `ok`, or `stale` where a newer commit could not be opened and the last good one goes on answering.
    private func health() -> Response {
        let problem = provider.problem
        var json = JSONText()
        json.object {
            $0.member("status", problem == nil ? "ok" : "stale")
            $0.member("problem", orNull: problem)
            $0.member("generation", Int(clamping: provider.generation))
            $0.member("documents", provider.statistics().documents)
        }
        var response = Response(json: json.bytes)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
