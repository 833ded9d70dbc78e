import Hummingbird

/// Refuses an address that is longer than any of ours, before it is looked at.
struct TargetLimit<Context: RequestContext>: RouterMiddleware {
    /// Bytes of path and query string.
    let limit: Int

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.uri.string.utf8.count <= limit else { throw ServiceError.targetTooLong(limit: limit) }
        return try await next(request, context)
    }
}
