import HTTPTypes
import Hummingbird
import LegalDocuments
import LegalSearch

/// `/api/cite` checks a text, `/list` is the ledger, `/compare` two versions; `/d/ID/art_23` leads to an article.
struct CitationRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider
    private let citations: any CitationProvider

    init(_ surroundings: RouteSurroundings, citations: any CitationProvider) {
        self.surroundings = surroundings
        provider = surroundings.provider
        self.citations = citations
    }

    /// It only takes POST.
    static let citePath = "/api/cite"
    /// Bytes of a text to be checked.
    private static let bodyBytes = 8 * 1024 * 1024
    /// Unicode scalars of an id.
    private static let idLength = 300

    func add(to router: Router<BasicRequestContext>) {
        router.post(RouterPath(Self.citePath)) { request, _ in try await cite(request) }
        router.get("/list", use: surroundings.handler(ledger))
        router.get("/compare", use: surroundings.handler(compare))
        router.get("/api/compare", use: surroundings.handler(comparisonAnswer))
        router.get("/d/{id}/{provision}") { request, context in
            try article(request, context.parameters.get("id"), context.parameters.get("provision"))
        }
    }

    // MARK: Citations

    /// The body is a text in UTF-8 or a file of any form that `index` reads.
    private func cite(_ request: Request) async throws -> Response {
        let day = try ParameterReader(QueryItems(request.uri.query)).date("as_of")
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: Self.bodyBytes)
        } catch {
            throw ServiceError.bodyTooLarge(limit: Self.bodyBytes)
        }
        let text: CitedText
        do {
            text = try CitedText(Array(buffer.readableBytesView), source: "body")
        } catch {
            throw ServiceError.unreadableBody
        }
        let checked: [CheckedCitation]
        do { checked = try citations.check(text, asOf: day) } catch { throw ServiceError.failed }
        return Response(json: AnswerEncoder.json(checked, asOf: day))
    }

    // MARK: The ledger

    private func ledger(_ request: Request) throws(ServiceError) -> Response {
        let parameters = try LedgerParameters(QueryItems(request.uri.query))
        let entries: [LedgerEntry]
        do { entries = try citations.ledger(parameters.request) } catch { throw .failed }
        let context = PageContext(request, provider: provider)
        switch parameters.format {
        case .html: return Response(page: LedgerPage(context: context, parameters: parameters, entries: entries).html)
        case .csv:
            let table = LedgerTable.csv(entries, headings: context.phrases.ledgerHeadings, status: context.phrases.status)
            var response = Response(bytes: Array(table.utf8), mediaType: "text/csv; charset=utf-8")
            response.headers[.contentDisposition] = "attachment; filename=\"ledger.csv\""
            return response
        case .jsonl:
            let lines = entries.map { AnswerEncoder.json($0) + [0x0A] }
            return Response(bytes: Array(lines.joined()), mediaType: "application/jsonl; charset=utf-8")
        }
    }

    // MARK: Versions

    private func compare(_ request: Request) throws(ServiceError) -> Response {
        let comparison = try comparison(request)
        let context = PageContext(request, provider: provider)
        return Response(page: ComparisonPage(context: context, comparison: comparison).html)
    }

    private func comparisonAnswer(_ request: Request) throws(ServiceError) -> Response {
        Response(json: AnswerEncoder.json(try comparison(request)))
    }

    private func comparison(_ request: Request) throws(ServiceError) -> VersionComparison {
        let items = try QueryItems(request.uri.query)
        guard let old = try items.single("old") else { throw .badParameter(name: "old", .missing) }
        guard let new = try items.single("new") else { throw .badParameter(name: "new", .missing) }
        let isOldMissing: Bool
        do throws(LibraryError) {
            if let comparison = try citations.compare(old, new) { return comparison }
            isOldMissing = try provider.document(id: old, asOf: nil) == nil
        } catch {
            throw ServiceError(error)
        }
        throw .noSuchDocument(id: isOldMissing ? old.shortened : new.shortened)
    }

    /// `/d/ID/art_23`, with `?at=DATE` of the version that counts on that day.
    private func article(_ request: Request, _ id: String?, _ provision: String?) throws(ServiceError) -> Response {
        guard let id, let provision, id.unicodeScalars.count <= Self.idLength,
            let document = PercentCoding.decoded(id.utf8, plusIsSpace: false),
            let place = PercentCoding.decoded(provision.utf8, plusIsSpace: false)
        else { throw .noSuchPage }
        let day = try ParameterReader(QueryItems(request.uri.query)).date("at")
        var version = document
        let found: DocumentAnswer?
        do throws(LibraryError) {
            if let day { version = try citations.version(of: document, on: day) ?? document }
            found = try provider.document(id: version, asOf: day)
        } catch {
            throw ServiceError(error)
        }
        guard let answer = found else { throw .noSuchDocument(id: document) }
        guard answer.document.provisions.contains(where: { $0.id == place }) else { throw .noSuchPage }
        let context = PageContext(request, provider: provider)
        return .redirect(to: context.document(version, asOf: day, provision: place))
    }
}
