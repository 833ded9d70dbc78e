import HTTPTypes
import Hummingbird

/// Refuses a body that says it is too large before any of it is read. One that does not say is cut off by ``ConnectionGuard``.
struct BodyLimit<Context: RequestContext>: RouterMiddleware {
    let limit: Int

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let length = request.headers[.contentLength], (Int(length) ?? .max) > limit {
            throw ServiceError.bodyTooLarge(limit: limit)
        }
        return try await next(request, context)
    }
}
