import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import SearchService

/// Asks the service without a socket.
struct ServiceClient {
    let library: SampleLibrary
    let configuration: ServiceConfiguration

    init(_ library: SampleLibrary = SampleLibrary(), configuration: ServiceConfiguration = ServiceConfiguration()) {
        self.library = library
        self.configuration = configuration
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let text: String
    }

    func ask(_ target: String, method: HTTPRequest.Method = .get, headers: HTTPFields = [:]) async throws -> Answer {
        try await application.test(.router) { client in
            try await client.execute(uri: target, method: method, headers: headers) { response in
                Answer(
                    status: Int(response.status.code), headers: response.headers, text: String(buffer: response.body))
            }
        }
    }
}

/// As a browser sends it.
func encoded(_ text: String) -> String {
    text.utf8.map { "%" + (String($0, radix: 16).count == 1 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension ServiceClient {
    private var application: some ApplicationProtocol {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return SearchService(provider: library, configuration: configuration, logger: logger).application { _ in }
    }

    /// Several requests to one service.
    func askRepeatedly(_ target: String, times: Int) async throws {
        try await application.test(.router) { client in
            for _ in 0..<times { _ = try await client.execute(uri: target, method: .get) { $0.status } }
        }
    }

    /// The status of a first answer, of asking again with its tag, and of asking so after a commit.
    func askAgain(_ target: String, thenCommit commit: @Sendable @escaping () -> Void) async throws -> [Int] {
        try await application.test(.router) { client in
            let first = try await client.execute(uri: target, method: .get) { $0 }
            let headers: HTTPFields = [.ifNoneMatch: first.headers[.eTag] ?? ""]
            let second = try await client.execute(uri: target, method: .get, headers: headers) { $0.status }
            commit()
            let third = try await client.execute(uri: target, method: .get, headers: headers) { $0.status }
            return [Int(first.status.code), Int(second.code), Int(third.code)]
        }
    }
}
