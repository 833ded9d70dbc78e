import Glibc
import HTTPTypes
import LegalDocuments
import LegalSearch
import SearchService
import Synchronization
import Testing

struct CapacityTests {
    @Test func overCapacityIsSaidAtOnceAndTheRestIsAnswered() async throws {
        var configuration = ServiceConfiguration()
        configuration.limits.requests = 3
        let library = SlowLibrary()
        let client = ServiceClient(library, configuration: configuration)
        let answers = try await client.askTogether("/api/search?q=a", times: 5) { answered in
            // Two of five are refused while none is answered; ten seconds is far more than that takes.
            for _ in 0..<2_000 where library.waiting < 1 || answered() < 2 { try await Task.sleep(for: .milliseconds(5)) }
            library.open()
        }
        let refused = answers.filter { $0.status == 503 }
        #expect(answers.count { $0.status == 200 } == 3)
        #expect(refused.count == 2)
        #expect(refused.allSatisfy { $0.headers[.retryAfter] == "1" })
        #expect(refused.allSatisfy { $0.text.contains("urn:lexigram:problem:overloaded") })
    }

    @Test func anAnswerThatTakesTooLongIsGivenUp() async throws {
        var configuration = ServiceConfiguration()
        configuration.limits.answerSeconds = 1
        let library = SlowLibrary()
        let answer = try await ServiceClient(library, configuration: configuration).ask("/api/search?q=a")
        library.open()
        #expect(answer.status == 503)
        #expect(answer.text.contains("urn:lexigram:problem:took-too-long"))
    }

    @Test func aBodyThatSaysItIsTooLargeIsRefused() async throws {
        let answer = try await ServiceClient().ask("/api/search?q=a", headers: [.contentLength: "1073741824"])
        #expect(answer.status == 413)
        #expect(answer.headers[.connection] == "close")
    }

    @Test func anOriginMayReadOnlyWhereItIsNamed() async throws {
        let origin: HTTPFields = [.origin: "https://law.example"]
        #expect(try await ServiceClient().ask("/api/stats", headers: origin).headers[.accessControlAllowOrigin] == nil)
        let client = ServiceClient(configuration: ServiceConfiguration(allowedOrigin: "https://law.example"))
        #expect(try await client.ask("/api/stats", headers: origin).headers[.accessControlAllowOrigin] == "https://law.example")
        #expect(try await client.ask("/", headers: origin).headers[.accessControlAllowOrigin] == nil)
        #expect(try await client.ask("/api/stats", headers: [.origin: "https://other.example"]).headers[.accessControlAllowOrigin] == nil)
        let asked = try await client.ask(
            "/api/search", method: .options, headers: [.origin: "https://law.example", .accessControlRequestMethod: "GET"])
        #expect(asked.status == 204)
    }
}

/// Answers nothing until it is let.
final class SlowLibrary: SearchProvider {
    private let sample = SampleLibrary()
    private let isOpen = Mutex(false)
    private let count = Mutex(0)

    var waiting: Int { count.withLock { $0 } }
    func open() { isOpen.withLock { $0 = true } }

    func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        count.withLock { $0 += 1 }
        // A search is not suspended but keeps its thread, as the engine's do.
        while !isOpen.withLock({ $0 }) { usleep(1_000) }
        return try sample.search(request)
    }

    func document(id: String, asOf: LegalDate?) throws(LibraryError) -> DocumentAnswer? { nil }
    func lookUp(number typed: String, asOf: LegalDate?) throws(LibraryError) -> NumberAnswer {
        try sample.lookUp(number: typed, asOf: asOf)
    }
    func resolve(_ reference: String, asOf: LegalDate?) throws(LibraryError) -> ReferenceAnswer { .none(suggestions: []) }
    func statistics() -> LibraryStatistics { sample.statistics() }
    func suggestions(for prefix: String, limit: Int) -> [String] { [] }
    func refresh() {}
    var problem: String? { nil }
    var generation: UInt64 { 1 }
    func pinnedProvider() -> any SearchProvider { self }
}
