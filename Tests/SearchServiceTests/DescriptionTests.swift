import FoundationEssentials
import HTTPTypes
import LegalDocuments
import SearchService
import Testing

/// /openapi.json and /metrics say what is so.
struct DescriptionTests {
    private struct Description: Decodable {
        struct Operation: Decodable { let operationId: String }
        struct Path: Decodable { let get: Operation?; let post: Operation? }
        let openapi: String
        let paths: [String: Path]
    }

    private func description() async throws -> Description {
        let answer = try await ServiceClient().ask("/openapi.json")
        return try JSONDecoder().decode(Description.self, from: Data(answer.text.utf8))
    }

    @Test func everyPathThatIsDescribedIsThere() async throws {
        let description = try await description()
        #expect(description.openapi == "3.1.0")
        let compared = "?old=\(encoded(SampleDocuments.current.id))&new=\(encoded(SampleDocuments.current.id))"
        for (path, operations) in description.paths where operations.get != nil {
            let target = path.replacing("{id}", with: encoded(SampleDocuments.current.id)).replacing("{number}", with: "62")
                .replacing("{country}/{type}/{date}/{work}", with: "cn/act/2016-05-10/" + encoded(SampleDocuments.current.id))
                .replacing("{expression}", with: "zho@2024-03-01")
                + (path == "/api/search" ? "?q=a" : path == "/api/compare" ? compared : "")
            let answer = try await ServiceClient().ask(target)
            // Addresses of the naming convention only lead on.
            let status = path.hasPrefix("/akn/") ? 302 : 200
            #expect(answer.status == status, "\(path)")
            #expect(try await ServiceClient().ask(target, method: .head).status == status, "\(path)")
        }
    }

    @Test func everyRouteForProgramsIsDescribed() async throws {
        let paths = Set(try await description().paths.keys)
        for route in ["/api/search", "/api/documents/{id}", "/api/numbers/{number}", "/api/suggest", "/api/cite", "/api/compare", "/api/stats", "/list", "/healthz", "/metrics", "/feed.atom", "/opensearch.xml", "/sitemap.xml"] {
            #expect(paths.contains(route))
        }
    }

    @Test func requestsAreCountedByRouteAndStatusWithoutWhatWasTyped() async throws {
        let text = try await ServiceClient().metrics(after: ["/search?q=secret", "/d/none", "/api/search?q=a&limit=x", "/healthz"])
        #expect(text.contains("lexigram_http_requests_total{route=\"/search\",status=\"200\"} 1\n"))
        #expect(text.contains("lexigram_http_requests_total{route=\"/d/…\",status=\"404\"} 1\n"))
        #expect(text.contains("lexigram_http_requests_total{route=\"/api/search\",status=\"400\"} 1\n"))
        #expect(text.contains("lexigram_documents 3475\n"))
        #expect(!text.contains("secret") && !text.contains("none"))
    }

    /// The shape that Prometheus's own parser asks for: help and type before samples, buckets that rise to the count.
    @Test func metricsAreWellFormed() async throws {
        let text = try await ServiceClient().metrics(after: ["/", "/", "/search?q=a"])
        #expect(text.hasSuffix("\n"))
        var known: Set<Substring> = []
        var last: [Substring: Int] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("# TYPE ") { known.insert(words[2]) }
            guard !line.hasPrefix("#") else { continue }
            let name = line.prefix { $0 != "{" && $0 != " " }
            #expect(known.contains { name.hasPrefix($0) }, "\(line)")
            #expect(Double(words[words.count - 1]) != nil, "\(line)")
            if name.hasSuffix("_bucket"), let route = line.split(separator: "\"").dropFirst().first, let count = Int(words[words.count - 1]) {
                #expect(count >= last[route] ?? 0)
                last[route] = count
            }
        }
        #expect(last["/"] == 2)
    }
}
