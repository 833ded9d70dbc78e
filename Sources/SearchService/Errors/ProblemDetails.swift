import HTTPTypes

/// An error as programs read it: `application/problem+json` (RFC 9457).
///
///     {"type":"urn:lexigram:problem:bad-parameter","title":"…","status":400,"detail":"…","instance":"/api/search","parameter":"limit"}
struct ProblemDetails {
    static let mediaType = "application/problem+json; charset=utf-8"

    let error: ServiceError
    let phrases: Phrases
    /// The path asked for.
    let instance: String

    var json: [UInt8] {
        var json = JSONText()
        json.object {
            $0.member("type", "urn:lexigram:problem:\(error.name)")
            $0.member("title", phrases.errorTitle(error))
            $0.member("status", Int(error.status.code))
            $0.member("detail", phrases.errorDetail(error))
            $0.member("instance", instance)
            if let parameter = error.parameter { $0.member("parameter", parameter) }
        }
        return json.bytes
    }
}
