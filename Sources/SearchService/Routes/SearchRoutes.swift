import HTTPTypes
import Hummingbird
import LegalSearch

/// `/search` for people, `/api/search` and `/api/suggest` for programs.
struct SearchRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider
    private let limits: ServiceConfiguration.Limits

    init(_ surroundings: RouteSurroundings) {
        self.surroundings = surroundings
        provider = surroundings.provider
        limits = surroundings.limits
    }

    /// Hits on a page for people, and in an answer for programs, where none is asked for.
    static let pageLimit = 20
    static let programLimit = 10
    /// Suggestions in an answer: as asked, at most so many.
    private static let suggestions = 1...20

    func add(to router: Router<BasicRequestContext>) {
        router.get("/search", use: surroundings.handler(page))
        router.get("/api/search", use: surroundings.handler(answer))
        router.get("/api/suggest", use: surroundings.handler(suggest))
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
        let items = try QueryItems(request.uri.query)
        let reader = ParameterReader(items)
        let streams = try reader.choice("format", of: ["json", "ndjson"]) == "ndjson"
        let parameters = try SearchParameters(
            items, usualLimit: streams ? limits.streamedHits : Self.programLimit, limits: limits,
            largest: streams ? limits.streamedHits : limits.hits)
        guard !parameters.query.isEmpty || !parameters.filters.isEmpty else {
            throw .badParameter(name: "q", .missing)
        }
        let commit = try commit(reader)
        if streams { return try HitStream(surroundings, commit: commit, parameters: parameters).response() }
        let answer = try search(parameters.request, in: commit)
        var response = Response(json: AnswerEncoder.json(answer))
        let paging = ResultPaging(
            parameters: parameters, total: answer.total, totalIsExact: answer.totalIsExact, lastOffset: limits.offset)
        response.headers[.generation] = "\(commit.generation)"
        response.headers[.link] = paging.link(generation: commit.generation)
        return response
    }

    /// The commit that `generation` names, else the present one.
    private func commit(_ reader: ParameterReader) throws(ServiceError) -> any SearchProvider {
        guard let generation = try reader.integer("generation", in: 0...Int.max) else { return provider.pinnedProvider() }
        guard let commit = surroundings.commits.provider(generation: UInt64(generation)) else {
            throw .generationGone(UInt64(generation))
        }
        return commit
    }

    private func search(_ request: SearchRequest) throws(ServiceError) -> SearchAnswer {
        try search(request, in: provider)
    }

    private func search(_ request: SearchRequest, in commit: any SearchProvider) throws(ServiceError) -> SearchAnswer {
        do {
            return try commit.search(request)
        } catch {
            throw ServiceError(error)
        }
    }

    private func suggest(_ request: Request) throws(ServiceError) -> Response {
        let items = try QueryItems(request.uri.query)
        let reader = ParameterReader(items)
        let prefix = try SearchParameters.query(items, limit: limits.queryLength)
        let limit = try reader.integer("limit", in: Self.suggestions) ?? 10
        let forBrowser = try reader.choice("format", of: ["json", "opensearch"]) == "opensearch"
        let suggestions = prefix.isEmpty ? [] : provider.suggestions(for: prefix, limit: limit)
        var json = JSONText()
        if forBrowser {
            // OpenSearch 1.1 draft 6, suggestions extension: the query, then the list.
            json.array {
                $0.element(prefix)
                $0.element(suggestions)
            }
            return Response(bytes: json.bytes, mediaType: "application/x-suggestions+json; charset=utf-8")
        }
        json.object {
            $0.member("query", prefix)
            $0.member("suggestions", suggestions)
        }
        return Response(json: json.bytes)
    }
}

extension HTTPField.Name {
    /// The commit an answer was made from; `generation=` asks for the same again.
    static let generation = HTTPField.Name("Lexigram-Generation")!
    static let total = HTTPField.Name("Lexigram-Total")!
    static let link = HTTPField.Name("Link")!
}
