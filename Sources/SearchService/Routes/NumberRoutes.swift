import HTTPTypes
import Hummingbird
import LegalDocuments
import LegalSearch

/// `/n` asks for a document number, `/n/NUMBER` leads to the document or lists near ones; `/api/numbers/NUMBER` for programs.
struct NumberRoutes {
    private let surroundings: RouteSurroundings
    private let provider: any SearchProvider

    init(_ surroundings: RouteSurroundings) {
        self.surroundings = surroundings
        provider = surroundings.provider
    }

    /// Unicode scalars of a number as typed.
    private static let numberLength = 200

    func add(to router: Router<BasicRequestContext>) {
        router.get("/n", use: surroundings.handler(ask))
        router.get("/n/{number}", use: surroundings.handler(page))
        router.get("/api/numbers/{number}", use: surroundings.handler(answer))
    }

    private func answer(_ request: Request) throws(ServiceError) -> Response {
        Response(json: AnswerEncoder.json(try lookUp(request, after: "/api/numbers/").answer))
    }

    private func ask(_ request: Request) throws(ServiceError) -> Response {
        let typed = try SearchParameters.query(QueryItems(request.uri.query), limit: Self.numberLength)
        let context = PageContext(request, provider: provider)
        guard typed.isEmpty else { return .redirect(to: context.link(["n", typed])) }
        return Response(page: NumberForm(context: context).html)
    }

    private func page(_ request: Request) throws(ServiceError) -> Response {
        let (answer, asOf) = try lookUp(request, after: "/n/")
        let context = PageContext(request, provider: provider, query: answer.typed)
        if answer.matches.count == 1 {
            return .redirect(to: context.document(answer.matches[0].id, asOf: asOf))
        }
        let page = NumberPage(context: context, answer: answer, asOf: asOf)
        return Response(page: page.html, status: answer.matches.isEmpty ? .notFound : .ok)
    }

    private func lookUp(
        _ request: Request, after prefix: String
    ) throws(ServiceError) -> (answer: NumberAnswer, asOf: LegalDate?) {
        let typed = try request.lastSegment(after: prefix, name: "number", limit: Self.numberLength).trimmingBlanks
        let asOf = try ParameterReader(QueryItems(request.uri.query)).date("as_of")
        do throws(LibraryError) {
            return (try provider.lookUp(number: typed, asOf: asOf), asOf)
        } catch {
            throw ServiceError(error)
        }
    }
}
