import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Lets in only requests with the token: `Authorization: Bearer …` from programs, the password of `Basic` from browsers,
/// which ask for it by themselves.
struct AccessTokenCheck<Context: RequestContext>: RouterMiddleware {
    let token: String

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let field = request.headers[.authorization], let sent = Self.secret(in: field),
            Self.equal(sent, Array(token.utf8))
        else { throw ServiceError.tokenMissing }
        return try await next(request, context)
    }

    private static func secret(in field: String) -> [UInt8]? {
        guard let space = field.firstIndex(of: " ") else { return nil }
        let value = field[field.index(after: space)...]
        switch field[..<space].lowercased() {
        case "bearer": return Array(value.utf8)
        case "basic":
            // RFC 7617: name, colon, password; the name is not asked about.
            guard let decoded = Data(base64Encoded: String(value)), let colon = decoded.firstIndex(of: UInt8(ascii: ":"))
            else { return nil }
            return Array(decoded[decoded.index(after: colon)...])
        default: return nil
        }
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
