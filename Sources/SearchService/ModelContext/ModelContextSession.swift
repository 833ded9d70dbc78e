import Synchronization

/// The library as an assistant's tool: the Model Context Protocol, one message in, at most one out.
///
///     let session = ModelContextSession(provider: library)
///     if let message = session.receive(line) { print(session.answer(message)) }
///
/// The revisions with a handshake (to 2025-11-25) and the one without (2026-07-28) are spoken alike: a result only adds
/// what the newer one asks for. ``receive(_:)`` is for whoever reads and never waits; ``answer(_:)`` may take as long as
/// a search does, and what was cancelled before its answer is ready stays unanswered.
///
/// Protocol: https://modelcontextprotocol.io/specification
final class ModelContextSession: Sendable {
    static let versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"]
    /// Offered to a client that asks for one that is not known here; the newest has no handshake.
    static let handshakeVersion = "2025-11-25"
    static let versionKey = "io.modelcontextprotocol/protocolVersion"

    private let tools: ModelContextTools
    private let resources: ModelContextResources
    private let provider: any SearchProvider

    private struct Requests {
        var pending: Set<ModelContextMessage.ID> = []
        var cancelled: Set<ModelContextMessage.ID> = []
    }

    private let requests = Mutex(Requests())

    init(provider: any SearchProvider) {
        self.provider = provider
        tools = ModelContextTools(provider: provider)
        resources = ModelContextResources(provider: provider)
    }

    /// Takes a line; nil where nothing is to be answered. A cancellation works at once.
    func receive(_ line: String) -> ModelContextMessage? {
        let message = ModelContextMessage(line: line)
        switch message.content {
        case .request(let id, _, _):
            requests.withLock { _ = $0.pending.insert(id) }
            return message
        case .notification(let method, let parameters):
            if method == "notifications/cancelled" { cancel(parameters["requestId"]) }
            return nil
        case .answer: return nil
        case .unreadable: return message
        }
    }

    private func cancel(_ id: JSONValue?) {
        let id: ModelContextMessage.ID? = switch id {
        case .integer(let number): .integer(number)
        case .string(let text): .string(text)
        default: nil
        }
        guard let id else { return }
        // One that was answered already, or never came, is passed over.
        requests.withLock { if $0.pending.contains(id) { $0.cancelled.insert(id) } }
    }

    /// The line to send back; nil where the request was cancelled.
    func answer(_ message: ModelContextMessage) -> [UInt8]? {
        switch message.content {
        case .notification, .answer: return nil
        case .unreadable(let id, let error): return Self.line(id, error: error)
        case .request(let id, let method, let parameters):
            if isCancelled(id) { return settle(id, nil) }
            provider.refresh()
            do throws(ModelContextError) {
                return settle(id, Self.line(id, result: try result(of: method, parameters)))
            } catch {
                return settle(id, Self.line(id, error: error))
            }
        }
    }

    private func isCancelled(_ id: ModelContextMessage.ID) -> Bool { requests.withLock { $0.cancelled.contains(id) } }

    /// Forgets the request; its answer is dropped where it was cancelled meanwhile.
    private func settle(_ id: ModelContextMessage.ID, _ line: [UInt8]?) -> [UInt8]? {
        requests.withLock { requests in
            requests.pending.remove(id)
            return requests.cancelled.remove(id) == nil ? line : nil
        }
    }

    private func result(of method: String, _ parameters: JSONValue) throws(ModelContextError) -> ResultBody {
        if let version = parameters["_meta"]?[Self.versionKey]?.string, !Self.versions.contains(version) {
            throw .init(.unsupportedProtocolVersion, "protocol version \(version) is not spoken here", requestedVersion: version)
        }
        switch method {
        case "initialize": return ModelContextGreeting.initialize(parameters["protocolVersion"]?.string)
        case "server/discover": return ModelContextGreeting.discover
        case "ping": return { _ in }
        case "tools/list": return tools.list
        case "tools/call": return try tools.call(parameters)
        case "resources/list": return try resources.list(cursor: parameters["cursor"]?.string)
        case "resources/templates/list": return resources.templates
        case "resources/read": return try resources.read(parameters["uri"]?.string)
        default: throw .init(.methodNotFound, "no method \(method.shortened)")
        }
    }

    // MARK: Lines

    typealias ResultBody = (inout JSONText) -> Void

    private static func line(_ id: ModelContextMessage.ID, result: ResultBody) -> [UInt8] {
        envelope(id) { json in
            json.member("result") { json in
                json.object { json in
                    json.member("resultType", "complete")
                    result(&json)
                }
            }
        }
    }

    private static func line(_ id: ModelContextMessage.ID?, error: ModelContextError) -> [UInt8] {
        envelope(id) { json in
            json.member("error") { json in
                json.object { json in
                    json.member("code", error.code.rawValue)
                    json.member("message", error.message)
                    guard let version = error.requestedVersion else { return }
                    json.member("data") { json in
                        json.object {
                            $0.member("supported", versions)
                            $0.member("requested", version)
                        }
                    }
                }
            }
        }
    }

    private static func envelope(_ id: ModelContextMessage.ID?, _ content: ResultBody) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("jsonrpc", "2.0")
            switch id {
            case .integer(let number): json.member("id", number)
            case .string(let text): json.member("id", text)
            case nil: json.member("id", orNull: nil)
            }
            content(&json)
        }
        return json.bytes
    }
}
