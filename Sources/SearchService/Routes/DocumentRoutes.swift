import HTTPTypes
import Hummingbird
import LegalDocuments
import LegalSearch

/// `/d/ID` for people, `/api/documents/ID` for programs and for keeping.
struct DocumentRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider
    private let limits: ServiceConfiguration.Limits

    init(_ surroundings: RouteSurroundings) {
        self.surroundings = surroundings
        provider = surroundings.provider
        limits = surroundings.limits
    }

    /// Unicode scalars of an id.
    private static let idLength = 300
    /// Matches of a query that are marked in a document.
    private static let markedProvisions = 300

    func add(to router: Router<BasicRequestContext>) {
        router.get("/d/{id}", use: surroundings.handler(page))
        router.get("/api/documents/{id}", use: surroundings.handler(answer))
    }

    /// JSON, or the plain text; `download=1` has a browser keep it as a file.
    private func answer(_ request: Request) throws(ServiceError) -> Response {
        let (answer, _) = try document(request, after: "/api/documents/")
        let reader = ParameterReader(try QueryItems(request.uri.query))
        let isText = try reader.choice("format", of: ["json", "text"]) == "text"
        var response = isText
            ? Response(bytes: PlainDocument(answer, phrases: request.phrases).bytes, mediaType: "text/plain; charset=utf-8")
            : Response(json: AnswerEncoder.json(answer))
        if try reader.flag("download") {
            let name = Link(path: [answer.document.id + (isText ? ".txt" : ".json")]).target.dropFirst()
            response.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)"
        }
        return response
    }

    private func page(_ request: Request) throws(ServiceError) -> Response {
        if let dated = try dated(request) { return dated }
        let (answer, asOf) = try document(request, after: "/d/")
        let query = try SearchParameters.query(QueryItems(request.uri.query), limit: limits.queryLength)
        let context = PageContext(request, provider: provider, query: query)
        let matches = query.isEmpty ? nil : matches(of: query, in: answer.document.id, asOf: asOf)
        return Response(page: DocumentPage(context: context, answer: answer, asOf: asOf, matches: matches).html)
    }

    /// `?at=DATE` leads to the version of the law that counts on that day.
    private func dated(_ request: Request) throws(ServiceError) -> Response? {
        guard let day = try ParameterReader(QueryItems(request.uri.query)).date("at"),
            let citations = provider as? any CitationProvider
        else { return nil }
        let id = try request.lastSegment(after: "/d/", name: "id", limit: Self.idLength)
        let version: String?
        do throws(LibraryError) { version = try citations.version(of: id, on: day) } catch { throw ServiceError(error) }
        guard let version else { throw .noSuchDocument(id: id) }
        return .redirect(to: PageContext(request, provider: provider).document(version, asOf: day))
    }

    private func document(
        _ request: Request, after prefix: String
    ) throws(ServiceError) -> (answer: DocumentAnswer, asOf: LegalDate?) {
        let id = try request.lastSegment(after: prefix, name: "id", limit: Self.idLength)
        let asOf = try ParameterReader(QueryItems(request.uri.query)).date("as_of")
        let found: DocumentAnswer?
        do throws(LibraryError) { found = try provider.document(id: id, asOf: asOf) } catch { throw ServiceError(error) }
        guard let found else { throw .noSuchDocument(id: id) }
        return (found, asOf)
    }

    /// What of the document the query finds. A query that cannot be read marks nothing: the text is still worth showing.
    private func matches(of query: String, in id: String, asOf: LegalDate?) -> DocumentMatches? {
        let request = SearchRequest(
            query: query, limit: Self.markedProvisions, asOf: asOf, allVersions: true,
            filters: [SearchFilter(key: .document, value: id)])
        guard let answer = try? provider.search(request) else { return nil }
        return DocumentMatches(query: query, answer: answer)
    }
}
