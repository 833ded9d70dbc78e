import HTTPTypes
import LegalSearch

/// Why a request gets no answer: facts only. ``Phrases`` makes the sentence.
enum ServiceError: Error, Equatable, Sendable {
    case badParameter(name: String, ParameterFault)
    /// Bytes of the path and query string.
    case targetTooLong(limit: Int)
    /// No request in HTTP's form, or more bytes before its body than are read.
    case unreadableRequest(limit: Int)
    /// In Unicode scalars.
    case queryTooLong(length: Int, limit: Int)
    /// No letter, digit or Han character in the query.
    case nothingToSearch
    case querySyntax(QuerySyntaxError)
    case noSuchDocument(id: String)
    case noSuchPage
    /// Bytes of the body of a request.
    case bodyTooLarge(limit: Int)
    /// The body is no text, and no file of a form that is read.
    case unreadableBody
    /// The methods that the address takes, as the Allow header has them.
    case methodNotAllowed(takes: String)
    /// The Host header names a host that is not this machine's loopback.
    case wrongHost
    case tokenMissing
    /// The commit that a list was being paged through is no longer held.
    case generationGone(UInt64)
    /// As many requests wait as may.
    case overloaded
    /// The answer was not there in its time.
    case tookTooLong
    /// A file of the index does not hold what it should.
    case damaged(file: String)
    /// Ours to mend; the log has the cause.
    case failed

    init(_ error: SearchError) {
        switch error {
        case .queryTooLong(let characters, let limit): self = .queryTooLong(length: characters, limit: limit)
        case .nothingToSearch: self = .nothingToSearch
        case .limitOutOfRange(let value, let allowed):
            self = .badParameter(name: "limit", .notInRange(value: "\(value)", allowed))
        case .offsetOutOfRange(let value, let allowed):
            self = .badParameter(name: "offset", .notInRange(value: "\(value)", allowed))
        case .syntax(let error): self = .querySyntax(error)
        case .index: self = .damaged(file: error.indexFile ?? "")
        case .tookTooLong: self = .tookTooLong
        }
    }

    init(_ error: LibraryError) {
        self = error.indexFile.map { .damaged(file: $0) } ?? .failed
    }

    var status: HTTPResponse.Status {
        switch self {
        case .badParameter, .unreadableRequest, .queryTooLong, .nothingToSearch, .querySyntax: .badRequest
        case .targetTooLong: .uriTooLong
        case .noSuchDocument, .noSuchPage: .notFound
        case .bodyTooLarge: .contentTooLarge
        case .unreadableBody: .unprocessableContent
        case .methodNotAllowed: .methodNotAllowed
        case .wrongHost: .misdirectedRequest
        case .tokenMissing: .unauthorized
        case .generationGone: .gone
        case .overloaded, .tookTooLong: .serviceUnavailable
        case .damaged, .failed: .internalServerError
        }
    }

    /// The last part of the problem's type, which names its kind for programs.
    var name: String {
        switch self {
        case .badParameter: "bad-parameter"
        case .targetTooLong: "address-too-long"
        case .unreadableRequest: "unreadable-request"
        case .queryTooLong: "query-too-long"
        case .nothingToSearch: "nothing-to-search"
        case .querySyntax: "query-syntax"
        case .noSuchDocument: "no-such-document"
        case .noSuchPage: "no-such-page"
        case .bodyTooLarge: "body-too-large"
        case .unreadableBody: "unreadable-body"
        case .methodNotAllowed: "method-not-allowed"
        case .wrongHost: "wrong-host"
        case .tokenMissing: "token-missing"
        case .generationGone: "generation-gone"
        case .overloaded: "overloaded"
        case .tookTooLong: "took-too-long"
        case .damaged: "index-damaged"
        case .failed: "failed"
        }
    }

    /// The parameter at fault, if one is.
    var parameter: String? {
        switch self {
        case .badParameter(let name, _): name
        case .queryTooLong, .nothingToSearch, .querySyntax: "q"
        case .generationGone: "generation"
        default: nil
        }
    }
}

/// What is wrong with a parameter's value.
enum ParameterFault: Error, Equatable, Sendable {
    case missing
    case repeated
    case notUTF8
    case notInRange(value: String, ClosedRange<Int>)
    case notADate(value: String)
    case notOneOf(value: String, [String])
    case filterWithoutValue(String)
    case unknownFilter(key: String, [String])
    case tooLong(limit: Int)
    case tooMany(limit: Int)
}
