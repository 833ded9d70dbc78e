import HTTPTypes
import Hummingbird

/// Lets in only requests that name this machine's loopback as their host, at any port.
///
/// A page of the web whose name was made to point at 127.0.0.1 (DNS rebinding) could otherwise read the collection.
struct HostCheck<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard Self.isLoopback(request.head.authority ?? request.headers[HTTPField.Name("Host")!]) else {
            throw ServiceError.wrongHost
        }
        return try await next(request, context)
    }

    /// `localhost`, `127.0.0.1` or `[::1]`, with or without a port.
    static func isLoopback(_ authority: String?) -> Bool {
        guard let authority = authority?.lowercased() else { return false }
        for host in ["localhost", "127.0.0.1", "[::1]"] where authority.hasPrefix(host) {
            let rest = authority.dropFirst(host.count)
            if rest.isEmpty || (rest.first == ":" && UInt16(rest.dropFirst()) != nil) { return true }
        }
        return false
    }
}
