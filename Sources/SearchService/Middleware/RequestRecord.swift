import HTTPTypes
import Hummingbird
import Logging

/// Counts each request, and writes a line for it where that is wanted.
///
/// Neither knows what was typed: a request is put down by its route (`/d/…`), unless queries are asked for.
struct RequestRecord<Context: RequestContext>: RouterMiddleware {
    let counts: RequestCounts
    let accessLog: ServiceConfiguration.AccessLog
    let logger: Logger

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let duration = ContinuousClock.now - start
        let route = ServiceRoute(path: request.uri.path)
        counts.add(route: route, status: response.status.code, duration: duration)
        guard accessLog != .none else { return response }
        let what = accessLog == .queries ? request.uri.string : route.name
        logger.notice("\(request.method) \(what) \(response.status.code) \(Int(duration / .microseconds(1))) µs")
        return response
    }
}
