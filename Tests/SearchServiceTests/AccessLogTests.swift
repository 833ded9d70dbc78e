import Hummingbird
import HummingbirdTesting
import Logging
import SearchService
import Synchronization
import Testing

struct AccessLogTests {
    @Test func byDefaultNothingThatWasTypedIsLogged() async throws {
        let lines = try await lines(of: .routes, for: ["/search?q=secret", "/n/secret", "/d/secret", "/secret", "/api/suggest?q=secret"])
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("GET /search 200 "))
        #expect(lines[2].hasPrefix("GET /d/… 404 "))
        #expect(lines[3].hasPrefix("GET other 404 "))
        #expect(!lines.contains { $0.contains("secret") })
    }

    @Test func queriesAreLoggedWhereTheyAreAskedFor() async throws {
        let lines = try await lines(of: .queries, for: ["/search?q=word"])
        #expect(lines.first?.hasPrefix("GET /search?q=word 200 ") == true)
    }

    @Test func nothingIsLoggedWhereNothingIsWanted() async throws {
        #expect(try await lines(of: .none, for: ["/search?q=word", "/nothing"]).isEmpty)
    }

    private func lines(of accessLog: ServiceConfiguration.AccessLog, for targets: [String]) async throws -> [String] {
        let record = LogRecord()
        var logger = Logger(label: "test") { _ in RecordingHandler(record: record) }
        logger.logLevel = .notice
        let service = SearchService(
            provider: SampleLibrary(), configuration: ServiceConfiguration(accessLog: accessLog), logger: logger)
        try await service.application { _ in }.test(.router) { client in
            for target in targets { _ = try await client.execute(uri: target, method: .get) { $0.status } }
        }
        return record.lines
    }
}

private final class LogRecord: Sendable {
    private let kept = Mutex<[String]>([])
    var lines: [String] { kept.withLock { $0 } }
    func add(_ line: String) { kept.withLock { $0.append(line) } }
}

private struct RecordingHandler: LogHandler {
    let record: LogRecord
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.notice

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { record.add("\(event.message)") }
}
