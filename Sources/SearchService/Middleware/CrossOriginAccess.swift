import HTTPTypes
import Hummingbird

/// Lets the pages of one named web origin read `/api/` (CORS). Where none is named, browsers keep all other origins out.
struct CrossOriginAccess<Context: RequestContext>: RouterMiddleware {
    let origin: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path.hasPrefix("/api/"), request.headers[.origin] == origin else {
            return try await next(request, context)
        }
        var response: Response
        if request.method == .options, request.headers[.accessControlRequestMethod] != nil {
            response = Response(status: .noContent)
            response.headers[.accessControlAllowMethods] = "GET, HEAD, POST"
            response.headers[.accessControlAllowHeaders] = "Authorization, Content-Type, If-None-Match"
            response.headers[.accessControlMaxAge] = "600"
        } else {
            response = try await next(request, context)
            response.headers[.accessControlExposeHeaders] = "ETag, Link, Lexigram-Generation, Lexigram-Total"
        }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.vary] = (response.headers[.vary].map { $0 + ", " } ?? "") + "Origin"
        return response
    }
}
