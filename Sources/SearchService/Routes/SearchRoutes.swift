import Hummingbird
import LegalSearch

/// `/search` for people, `/api/search` and `/api/suggest` for programs.
struct SearchRoutes {
    let provider: any SearchProvider
    let limits: ServiceConfiguration.Limits

    /// Hits on a page for people, and in an answer for programs, where none is asked for.
    static let pageLimit = 20
    static let programLimit = 10
    /// Suggestions in an answer: as asked, at most so many.
    private static let suggestions = 1...20

    func add(to router: Router<BasicRequestContext>) {
        router.get("/search") { request, _ in try page(request) }
        router.get("/api/search") { request, _ in try answer(request) }
        router.get("/api/suggest") { request, _ in try suggest(request) }
    }

    private func page(_ request: Request) throws(ServiceError) -> Response {
        var parameters = try SearchParameters(QueryItems(request.uri.query), usualLimit: Self.pageLimit, limits: limits)
        let context = PageContext(request, provider: provider, query: parameters.query)
        guard !parameters.query.isEmpty || !parameters.filters.isEmpty else {
            return .redirect(to: context.link([]), status: .seeOther)
        }
        // A page without hits shows nothing; only a program asks for the total alone.
        if parameters.limit == 0 { parameters.limit = Self.pageLimit }
        var wanted = parameters.request
        wanted.wantsFacets = true
        let answer = try search(wanted)
        if answer.total == 0, answer.hits.isEmpty {
            let conditions = ConditionCounts(parameters: parameters, provider: provider)
            return Response(
                page: EmptyPage(context: context, parameters: parameters, answer: answer, conditions: conditions).html)
        }
        return Response(page: SearchPage(context: context, parameters: parameters, answer: answer, limits: limits).html)
    }

    private func answer(_ request: Request) throws(ServiceError) -> Response {
        let parameters = try SearchParameters(
            QueryItems(request.uri.query), usualLimit: Self.programLimit, limits: limits)
        guard !parameters.query.isEmpty || !parameters.filters.isEmpty else {
            throw .badParameter(name: "q", .missing)
        }
        return Response(json: AnswerEncoder.json(try search(parameters.request)))
    }

    private func search(_ request: SearchRequest) throws(ServiceError) -> SearchAnswer {
        do {
            return try provider.search(request)
        } catch {
            throw ServiceError(error)
        }
    }

    private func suggest(_ request: Request) throws(ServiceError) -> Response {
        let items = try QueryItems(request.uri.query)
        let prefix = try SearchParameters.query(items, limit: limits.queryLength)
        let limit = try ParameterReader(items).integer("limit", in: Self.suggestions) ?? 10
        let suggestions = prefix.isEmpty ? [] : provider.suggestions(for: prefix, limit: limit)
        var json = JSONText()
        json.object {
            $0.member("query", prefix)
            $0.member("suggestions", suggestions)
        }
        return Response(json: json.bytes)
    }
}
