import FoundationEssentials
import HTTPTypes
import LegalSearch
import SearchService
import Testing

/// How answers travel: packed, streamed, in pages of one commit, and not twice.
struct TransferTests {
    private static let generation = HTTPField.Name("Lexigram-Generation")!
    private static let link = HTTPField.Name("Link")!

    @Test(arguments: [("gzip", true), ("br;q=1, gzip;q=0.5", true), ("*", true), ("gzip;q=0", false), ("br", false), ("", false)])
    func textIsPackedForThoseWhoTakeItSo(accepts: String, isPacked: Bool) async throws {
        let plain = try await ServiceClient().ask("/openapi.json")
        let answer = try await ServiceClient().ask("/openapi.json", headers: [.acceptEncoding: accepts])
        #expect((answer.headers[.contentEncoding] == "gzip") == isPacked)
        #expect(answer.headers[.vary]?.contains("Accept-Encoding") == true)
        let length = try #require(answer.headers[.contentLength].flatMap { Int($0) })
        let plainLength = try #require(plain.headers[.contentLength].flatMap { Int($0) })
        #expect(isPacked ? length < plainLength / 3 : length == plainLength)
    }

    @Test func whatIsShortIsSentAsItIs() async throws {
        let answer = try await ServiceClient().ask("/healthz", headers: [.acceptEncoding: "gzip"])
        #expect(answer.headers[.contentEncoding] == nil)
    }

    @Test func aLargeResultComesAsOneHitALine() async throws {
        struct Line: Decodable {
            struct Document: Decodable { let id: String }
            let rank: Int
            let document: Document
        }
        let answer = try await ServiceClient().ask("/api/search?q=\(encoded("水事"))&format=ndjson&limit=10000")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/x-ndjson; charset=utf-8")
        let total = try #require(answer.headers[HTTPField.Name("Lexigram-Total")!].flatMap { Int($0) })
        let lines = try answer.text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
        #expect(lines.count == total)
        #expect(lines.map(\.rank) == Array(1...total))
        let part = try await ServiceClient().ask("/api/search?q=\(encoded("水事"))&format=ndjson&limit=3&offset=2")
        #expect(part.text.split(separator: "\n").count == 3)
    }

    /// Of a question only so many hits are counted as the page needs; the list goes on as long as there are any.
    @Test func whereTheTotalIsALowerBoundTheListGoesOn() async throws {
        let path = "/api/search?q=\(encoded("水事"))"
        let library = SampleLibrary(countsOnlyThePage: true)
        let all = try await ServiceClient().ask(path + "&format=ndjson&limit=10000").text.split(separator: "\n")
        let stream = try await ServiceClient(library).ask(path + "&format=ndjson&limit=10000").text.split(separator: "\n")
        #expect(stream == all)
        let page = try await ServiceClient(library).ask(path + "&limit=2")
        #expect(page.headers[Self.link]?.contains("offset=2") == true)
        let last = try await ServiceClient(library).ask(path + "&limit=100&offset=\(all.count - 1)")
        #expect(last.headers[Self.link]?.contains("rel=\"next\"") == false)
    }

    @Test func anErrorOfAStreamStillHasItsStatus() async throws {
        #expect(try await ServiceClient().ask("/api/search?q=(&format=ndjson").status == 400)
        #expect(try await ServiceClient().ask("/api/search?q=a&format=ndjson&limit=10001").status == 400)
    }

    @Test func theNextPageIsOfTheSameCommit() async throws {
        let answer = try await ServiceClient().ask("/api/search?q=\(encoded("水事"))&limit=2")
        #expect(answer.headers[Self.generation] == "7")
        let link = try #require(answer.headers[Self.link])
        #expect(link == "</api/search?q=%E6%B0%B4%E4%BA%8B&limit=2&offset=2&generation=7>; rel=\"next\"")
    }

    @Test func aCommitGoesOnAnsweringUntilItIsLongGone() async throws {
        let library = SampleLibrary()
        let target = "/api/search?q=\(encoded("岸线"))&generation=7"
        let statuses = try await ServiceClient(library).statuses(of: target, afterCommits: [0, 1, 1, 1, 1], of: library)
        #expect(statuses == [200, 200, 200, 200, 410])
        #expect(try await ServiceClient().ask("/api/search?q=a&generation=99").status == 410)
        #expect(try await ServiceClient().ask("/api/search?q=a&generation=x").status == 400)
    }

    @Test func theTagOfOneAnswerNeverStandsForAnother() async throws {
        let tags = try await ["/search?q=a", "/search?q=b", "/api/search?q=a"].asyncMap { target in
            try await ServiceClient().ask(target).headers[.eTag] ?? ""
        }
        #expect(Set(tags.map { $0.split(separator: "-").last }).count == 3)
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
