import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import SearchService
import Synchronization

/// Asks the service without a socket.
struct ServiceClient {
    let library: any SearchProvider
    let configuration: ServiceConfiguration

    init(_ library: any SearchProvider = SampleLibrary(), configuration: ServiceConfiguration = ServiceConfiguration()) {
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

extension ServiceClient {
    /// The figures of one service after it was asked these.
    func metrics(after targets: [String]) async throws -> String {
        try await application.test(.router) { client in
            for target in targets { _ = try await client.execute(uri: target, method: .get) { $0.status } }
            return try await client.execute(uri: "/metrics", method: .get) { String(buffer: $0.body) }
        }
    }

    /// The status of the same request again and again, each time after so many more commits that the service has seen.
    func statuses(of target: String, afterCommits counts: [Int], of library: SampleLibrary) async throws -> [Int] {
        try await application.test(.router) { client in
            var statuses: [Int] = []
            for count in counts {
                for _ in 0..<count {
                    library.commit()
                    // The index is looked at twice a second.
                    try await Task.sleep(for: .milliseconds(550))
                }
                statuses.append(Int(try await client.execute(uri: target, method: .get) { $0.status }.code))
            }
            return statuses
        }
    }
}

extension ServiceClient {
    /// Several requests at once to one service; `meanwhile` runs beside them and is told how many are answered.
    func askTogether(
        _ target: String, times: Int, meanwhile: @Sendable @escaping (_ answered: @Sendable () -> Int) async throws -> Void
    ) async throws -> [Answer] {
        let answered = AnswerCount()
        return try await application.test(.router) { client in
            try await withThrowingTaskGroup(of: Answer?.self) { group in
                for _ in 0..<times {
                    group.addTask {
                        try await client.execute(uri: target, method: .get) { response in
                            answered.add()
                            return Answer(
                                status: Int(response.status.code), headers: response.headers,
                                text: String(buffer: response.body))
                        }
                    }
                }
                group.addTask {
                    try await meanwhile { answered.value }
                    return nil
                }
                return try await group.reduce(into: []) { answers, answer in if let answer { answers.append(answer) } }
            }
        }
    }
}

/// How many requests sent together are answered.
private final class AnswerCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}
