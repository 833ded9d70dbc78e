import HTTPTypes
import Hummingbird
import Logging

/// Turns every error into an answer: problem details for programs, a page for people.
///
/// An error that is none of ``ServiceError`` is ours to mend: it is logged, and the caller is told no more than that.
struct ErrorResponses<Context: RequestContext>: RouterMiddleware {
    let provider: any SearchProvider

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as ServiceError {
            if case .damaged(let file) = error { context.logger.error("the index is damaged", metadata: ["file": "\(file)"]) }
            return response(to: request, error: error, id: id(of: context))
        } catch let error as any HTTPResponseError where error.status == .notFound {
            let reads = request.method == .get || request.method == .head
            let error: ServiceError = request.uri.path == CitationRoutes.citePath
                ? .methodNotAllowed(takes: "POST") : reads ? .noSuchPage : .methodNotAllowed(takes: "GET, HEAD")
            return response(to: request, error: error, id: id(of: context))
        } catch {
            context.logger.error("request failed", metadata: ["error": "\(error)", "path": "\(request.uri.path)"])
            return response(to: request, error: .failed, id: id(of: context))
        }
    }

    private func id(of context: Context) -> String {
        // `context.id` would trap where the log handler keeps no metadata.
        context.logger[metadataKey: "hb.request.id"]?.description ?? ""
    }

    private func response(to request: Request, error: ServiceError, id: String) -> Response {
        var response: Response
        if request.isForProgram {
            let problem = ProblemDetails(error: error, phrases: request.phrases, instance: request.uri.path)
            response = Response(bytes: problem.json, mediaType: ProblemDetails.mediaType, status: error.status)
        } else {
            let context = PageContext(request, provider: provider, query: request.typedQuery)
            let page = ErrorPage(context: context, error: error, requestID: id)
            response = Response(page: page.html, status: error.status)
        }
        response.headers[.cacheControl] = "no-store"
        if case .methodNotAllowed(let takes) = error { response.headers[.allow] = takes }
        if error == .tokenMissing { response.headers[.wwwAuthenticate] = "Basic realm=\"Lexigram\", charset=\"UTF-8\", Bearer" }
        if error.status == .serviceUnavailable { response.headers[.retryAfter] = "1" }
        // What is left of such a body is not waited for.
        if error.status == .contentTooLarge { response.headers[.connection] = "close" }
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension Request {
    /// Whether the answer goes to a program and not to a reader.
    var isForProgram: Bool {
        let path = uri.path
        return path.hasPrefix("/api/") || path == "/api" || path == "/healthz" || path == "/metrics"
            || [".atom", ".json", ".xml"].contains { path.hasSuffix($0) }
    }

    /// What was typed, to be kept in the box; nothing where it is too long to be worth it.
    var typedQuery: String {
        guard let items = try? QueryItems(uri.query), let query = items.all("q").first, query.utf8.count <= 4_000 else {
            return ""
        }
        return query
    }

    /// `?lang=` where it is given, else the caller's preference.
    var phrases: Phrases { Phrases(language: explicitLanguage ?? Language(acceptLanguage: headers[.acceptLanguage])) }

    /// A wrong `?lang=` is no reason to refuse a page.
    var explicitLanguage: Language? {
        guard let items = try? QueryItems(uri.query), let tag = items.all("lang").first else { return nil }
        return Language(tag: tag)
    }
}
