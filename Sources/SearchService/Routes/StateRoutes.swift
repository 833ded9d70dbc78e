import HTTPTypes
import Hummingbird
import LegalSearch

/// What is held, whether the service is well, and how busy it is.
struct StateRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider

    init(_ surroundings: RouteSurroundings) {
        self.surroundings = surroundings
        provider = surroundings.provider
    }

    /// Health and figures are told even where every thread for searches is busy.
    func add(to router: Router<BasicRequestContext>) {
        router.get("/api/stats") { _, _ in Response(json: AnswerEncoder.json(provider.statistics())) }
        router.get("/healthz") { _, _ in health() }
        router.get("/metrics") { _, _ in metrics() }
    }

    /// `ok`, or `stale` where the last good commit goes on answering: a newer one could not be opened, a file of
    /// this one is gone, or the disk has no room for a newer one.
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

    private func metrics() -> Response {
        let statistics = provider.statistics()
        var text = MetricsText()
        text.gauge("lexigram_documents", "Documents in the index.", statistics.documents)
        text.gauge("lexigram_provisions", "Provisions in the index.", statistics.provisions)
        text.gauge("lexigram_index_bytes", "Size of the index's files.", statistics.bytes.total)
        text.gauge("lexigram_index_generation", "The commit that is being read.", provider.generation)
        text.gauge("lexigram_index_committed_seconds", "When that commit was made, in seconds since 1970.", statistics.committedAt)
        text.gauge(
            "lexigram_index_stale", "1 where /healthz names a problem, else 0.", provider.problem == nil ? 0 : 1)
        text.gauge("lexigram_requests_waiting", "Requests being answered or waiting for it.", surroundings.workers.load)
        surroundings.counts.write(to: &text)
        var response = Response(bytes: Array(text.text.utf8), mediaType: "text/plain; version=0.0.4; charset=utf-8")
        response.headers[.cacheControl] = "no-store"
        return response
    }
}
