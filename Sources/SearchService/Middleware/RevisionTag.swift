import HTTPTypes
import Hummingbird
import LegalDocuments
import LegalSearch

/// Marks each answer with what it was made from (`ETag`), and answers 304 where the caller has it already.
///
/// The commit and the day count, because statuses turn on both; the address asked for, so that the tag of one answer
/// never stands for another; the start of the process, because a newer program may say it otherwise.
struct RevisionTag<Context: RequestContext>: RouterMiddleware {
    let provider: any SearchProvider
    private let start = String(UInt32.random(in: .min ... .max), radix: 36)

    init(provider: any SearchProvider) { self.provider = provider }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.method == .get || request.method == .head, !Self.changesByTheMoment.contains(request.uri.path) else {
            return try await next(request, context)
        }
        let tag = tag(for: request)
        if let known = request.headers[.ifNoneMatch], Self.names(known, tag) {
            return Response(status: .notModified, headers: headers(tag))
        }
        var response = try await next(request, context)
        guard response.status == .ok else { return response }
        for field in headers(tag) { response.headers[field.name] = field.value }
        return response
    }

    private static var changesByTheMoment: [String] { ["/healthz", "/metrics"] }

    /// Whether a list of tags holds this one. `*` does not count: it asks whether there is anything, and only the answer knows.
    private static func names(_ list: String, _ tag: String) -> Bool {
        list.split(separator: ",").contains { $0.trimmingPrefix { $0 == " " || $0 == "\t" }.hasPrefix(tag) }
    }

    private func tag(for request: Request) -> String {
        let language = Language(acceptLanguage: request.headers[.acceptLanguage]).tag
        let day = WallClock.today().dayNumber
        var target = Fingerprint()
        target.add(request.uri.string)
        target.add(request.head.authority ?? "")
        // Another index in the place of this one may have the same number.
        let commit = "\(provider.generation).\(provider.statistics().committedAt)"
        let parts = [start, commit, "\(day)", language, String(target.value, radix: 36)]
        return "W/\"\(parts.joined(separator: "-"))\""
    }

    private func headers(_ tag: String) -> HTTPFields {
        [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept-Language, Accept-Encoding"]
    }
}

/// FNV-1a, 64 bits (draft-eastlake-fnv): tells addresses apart, and keeps no secret.
private struct Fingerprint {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0xff) &* 0x100_0000_01b3
    }
}
