import FoundationEssentials

/// One message of JSON-RPC 2.0, as a client of the Model Context Protocol sends it on a line.
struct ModelContextMessage: Sendable {
    /// Answers carry the id of their request; a notification has none and gets no answer.
    enum ID: Hashable, Sendable {
        case integer(Int)
        case string(String)
    }

    enum Content: Sendable {
        case request(ID, method: String, parameters: JSONValue)
        case notification(method: String, parameters: JSONValue)
        /// An answer to something that was never asked.
        case answer
        /// The id where it could be read.
        case unreadable(ID?, ModelContextError)
    }

    let content: Content

    /// Bytes of a line; longer ones are refused unread.
    private static let longestLine = 1_048_576

    init(line: String) {
        guard line.utf8.count <= Self.longestLine else {
            content = .unreadable(nil, .init(.invalidRequest, "a message is at most \(Self.longestLine) bytes"))
            return
        }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(line.utf8)) else {
            content = .unreadable(nil, .init(.parseError, "not JSON"))
            return
        }
        content = Self.content(of: value)
    }

    private static func content(of value: JSONValue) -> Content {
        let id: ID? = switch value["id"] {
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        default: nil
        }
        guard value["jsonrpc"] == .string("2.0") else {
            return .unreadable(id, .init(.invalidRequest, "not a JSON-RPC 2.0 message"))
        }
        guard let method = value["method"]?.string else {
            let isAnswer = value["result"] != nil || value["error"] != nil
            return isAnswer ? .answer : .unreadable(id, .init(.invalidRequest, "no method"))
        }
        let parameters = value["params"] ?? .object([:])
        guard let id else {
            let hasID = value["id"] != nil
            return hasID
                ? .unreadable(nil, .init(.invalidRequest, "an id is a string or a whole number"))
                : .notification(method: method, parameters: parameters)
        }
        return .request(id, method: method, parameters: parameters)
    }
}

/// Why a request has no result.
struct ModelContextError: Error, Sendable {
    /// Codes of JSON-RPC 2.0 (5.1), and two of the protocol's own.
    enum Code: Int, Sendable {
        case parseError = -32_700
        case invalidRequest = -32_600
        case methodNotFound = -32_601
        case invalidParameters = -32_602
        case internalError = -32_603
        case resourceNotFound = -32_002
        case unsupportedProtocolVersion = -32_022
    }

    let code: Code
    let message: String
    /// The version that was asked for, where that is the trouble.
    let requestedVersion: String?

    init(_ code: Code, _ message: String, requestedVersion: String? = nil) {
        self.code = code
        self.message = message
        self.requestedVersion = requestedVersion
    }
}
