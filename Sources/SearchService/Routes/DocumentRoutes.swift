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
        router.get("/akn/**", use: surroundings.handler(named))
    }

    /// JSON, the plain text, or Akoma Ntoso; `download=1` has a browser keep it as a file.
    private func answer(_ request: Request) throws(ServiceError) -> Response {
        let (answer, _) = try document(request, after: "/api/documents/")
        let reader = ParameterReader(try QueryItems(request.uri.query))
        var response: Response
        let ending: String
        switch try reader.choice("format", of: ["json", "text", "akn"]) {
        case "text":
            response = Response(bytes: PlainDocument(answer, phrases: request.phrases).bytes, mediaType: "text/plain; charset=utf-8")
            ending = ".txt"
        case "akn":
            response = Response(bytes: answer.akomaNtoso, mediaType: AkomaNtosoDocument.mediaType)
            ending = ".xml"
        default:
            response = Response(json: AnswerEncoder.json(answer))
            ending = ".json"
        }
        if try reader.flag("download") {
            let name = Link(path: [answer.document.id + ending]).target.dropFirst()
            response.headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)"
        }
        return response
    }

    /// An Akoma Ntoso address leads to the text it names: its page, or the XML for who asks for that.
    private func named(_ request: Request) throws(ServiceError) -> Response {
        let path = try request.lastSegment(after: "/akn/", name: "address", limit: Self.idLength)
        guard let address = AkomaNtosoAddress(components: path.split(separator: "/").map(String.init)) else { throw .noSuchPage }
        let found = try text(of: address)
        if request.asksForAkomaNtoso { return .akomaNtoso(of: found.document.id) }
        let anchor = address.portion.flatMap { portion in
            found.document.provisions.contains { $0.id == portion } ? portion : nil
        }
        return .redirect(to: Link(path: ["d", found.document.id], fragment: anchor))
    }

    /// The text of the day that the address names: of a version its own day, which is rarely the one from which it applies.
    private func text(of address: AkomaNtosoAddress) throws(ServiceError) -> DocumentAnswer {
        let work = try held(address.work)
        guard let day = address.expression, let version = work.versions.first(where: { $0.version == day }),
            version.id != work.document.id
        else { return work }
        return try held(version.id)
    }

    private func held(_ id: String, asOf: LegalDate? = nil) throws(ServiceError) -> DocumentAnswer {
        let found: DocumentAnswer?
        do throws(LibraryError) { found = try provider.document(id: id, asOf: asOf) } catch { throw ServiceError(error) }
        guard let found else { throw .noSuchDocument(id: id) }
        return found
    }

    private func page(_ request: Request) throws(ServiceError) -> Response {
        if let dated = try dated(request) { return dated }
        let (answer, asOf) = try document(request, after: "/d/")
        if request.asksForAkomaNtoso { return .akomaNtoso(of: answer.document.id) }
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
        return (try held(id, asOf: asOf), asOf)
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

extension Request {
    /// Whether Akoma Ntoso is among what the client takes; browsers do not name it.
    fileprivate var asksForAkomaNtoso: Bool { headers[.accept]?.contains(AkomaNtosoDocument.mediaType) ?? false }
}

extension Response {
    /// See other: the XML has an address of its own, so that a cache never takes it for the page.
    fileprivate static func akomaNtoso(of id: String) -> Response {
        let link = Link(path: ["api", "documents", id], items: [QueryItem("format", "akn")])
        var response = Response.redirect(to: link, status: .seeOther)
        response.headers[.vary] = "Accept"
        return response
    }
}
