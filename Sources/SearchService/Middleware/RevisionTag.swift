import HTTPTypes
import Hummingbird
import LegalDocuments

/// Marks each answer with the commit and the day it was made from (`ETag`), and answers 304 where the caller has it already.
///
/// The day counts because statuses turn on it; the start of the process, because a newer program may say it otherwise.
struct RevisionTag<Context: RequestContext>: RouterMiddleware {
    let provider: any SearchProvider
    private let start = UInt32.random(in: .min ... .max)

    init(provider: any SearchProvider) { self.provider = provider }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head, request.uri.path != "/healthz" else {
            return try await next(request, context)
        }
        let tag = tag(for: request)
        if let known = request.headers[.ifNoneMatch], known.split(separator: ",").contains(where: { $0.contains(tag) }) {
            return Response(status: .notModified, headers: headers(tag))
        }
        var response = try await next(request, context)
        guard response.status == .ok else { return response }
        for field in headers(tag) { response.headers[field.name] = field.value }
        return response
    }

    private func tag(for request: Request) -> String {
        let language = Language(acceptLanguage: request.headers[.acceptLanguage]).tag
        let day = LocalDay.today?.dayNumber ?? 0
        return "W/\"\(String(start, radix: 36))-\(provider.generation)-\(day)-\(language)\""
    }

    private func headers(_ tag: String) -> HTTPFields {
        [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept-Language"]
    }
}
