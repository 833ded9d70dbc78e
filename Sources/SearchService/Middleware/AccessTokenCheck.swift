import HTTPTypes
import Hummingbird

/// Lets in only requests with the token, sent as `Authorization: Bearer …`.
struct AccessTokenCheck<Context: RequestContext>: RouterMiddleware {
    let token: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let field = request.headers[.authorization], field.utf8.count > 7, field.prefix(7).lowercased() == "bearer ",
            Self.equal(Array(field.utf8.dropFirst(7)), Array(token.utf8))
        else { throw ServiceError.tokenMissing }
        return try await next(request, context)
    }

    /// Looks at every byte whatever it finds, so that the time taken tells nothing about where two tokens part.
    private static func equal(_ sent: [UInt8], _ kept: [UInt8]) -> Bool {
        var difference = sent.count ^ kept.count
        for index in kept.indices {
            difference |= Int(kept[index] ^ (index < sent.count ? sent[index] : 0))
        }
        return difference == 0
    }
}
