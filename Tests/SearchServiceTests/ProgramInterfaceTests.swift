import FoundationEssentials
import HTTPTypes
import LegalDocuments
import LegalSearch
import SearchService
import Testing

struct ProgramInterfaceTests {
    private struct Problem: Decodable {
        let type: String
        let title: String
        let status: Int
        let detail: String
        let instance: String
        let parameter: String?
    }

    private func problem(_ answer: ServiceClient.Answer) throws -> Problem {
        #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8")
        let problem = try JSONDecoder().decode(Problem.self, from: Data(answer.text.utf8))
        #expect(problem.status == answer.status)
        #expect(!problem.title.isEmpty && !problem.detail.isEmpty)
        return problem
    }

    @Test(arguments: [
        "/api/search?q=\(encoded("岸线"))&facets=1", "/api/search?q=a&limit=0", "/api/stats", "/healthz",
        "/api/documents/" + encoded(SampleDocuments.current.id), "/api/numbers/" + encoded("示府发〔2023〕62号"),
        "/api/suggest?q=" + encoded("示例"),
    ])
    func programsGetJSON(target: String) async throws {
        let answer = try await ServiceClient().ask(target)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
        #expect(answer.text.hasPrefix("{") && answer.text.hasSuffix("}"))
    }

    @Test(arguments: [
        ("limit=101", "limit"), ("limit=-1", "limit"), ("limit=x", "limit"), ("limit=99999999999999999999", "limit"),
        ("limit=1&limit=2", "limit"), ("offset=10001", "offset"), ("as_of=2023-02-30", "as_of"), ("as_of=today", "as_of"),
        ("sort=best", "sort"), ("group=issuer", "group"), ("all_versions=maybe", "all_versions"), ("facets=2", "facets"),
        ("filter=kind", "filter"), ("filter=colour:red", "filter"), ("filter=kind:", "filter"), ("as_of=%ff", "as_of"),
    ])
    func aBadParameterIsNamed(items: String, name: String) async throws {
        let problem = try problem(try await ServiceClient().ask("/api/search?q=a&" + items))
        #expect(problem.status == 400)
        #expect(problem.type == "urn:lexigram:problem:bad-parameter")
        #expect(problem.parameter == name)
        #expect(problem.detail.contains(name))
        #expect(problem.instance == "/api/search")
        let page = try await ServiceClient().ask("/search?q=a&" + items)
        #expect(page.status == 400)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.contains("参数 \(name)："))
    }

    @Test(arguments: ["/api/search?q=a", "/list?", "/feed.atom?"])
    func filtersAreCountedAsTheyAreGiven(target: String) async throws {
        let most = String(repeating: "&filter=", count: 19) + "&filter=year:2023"
        #expect(try await ServiceClient().ask(target + most).status == 200)
        #expect(try await ServiceClient().ask(target + most + "&filter=").status == 400)
    }

    @Test func aQueryIsNeededAndNotTooLong() async throws {
        let none = try problem(try await ServiceClient().ask("/api/search"))
        #expect(none.status == 400 && none.parameter == "q")
        let long = try problem(try await ServiceClient().ask("/api/search?q=" + String(repeating: encoded("湖"), count: 1_001)))
        #expect(long.status == 400)
        #expect(long.detail == "检索内容有 1001 个字，最多 1000 个字。")
        let fits = try await ServiceClient().ask("/api/search?q=" + String(repeating: encoded("湖"), count: 1_000))
        #expect(fits.status == 200)
    }

    @Test func aQueryTheEngineCannotReadIsTheCallersError() async throws {
        let problem = try problem(try await ServiceClient().ask("/api/search?q=("))
        #expect(problem.status == 400)
        #expect(problem.type == "urn:lexigram:problem:nothing-to-search")
        #expect(problem.detail.contains("没有汉字、字母或者数字"))
    }

    @Test(arguments: ["/api/documents/none", "/api", "/api/", "/api/nothing", "/api/search/x"])
    func whatIsNotThereIsAProblem(target: String) async throws {
        let problem = try problem(try await ServiceClient().ask(target))
        #expect(problem.status == 404)
    }

    @Test func problemsSpeakTheCallersLanguage() async throws {
        let answer = try await ServiceClient().ask("/api/search?q=a&limit=x", headers: [.acceptLanguage: "en"])
        #expect(try problem(answer).detail == "Parameter limit: “x” is not a whole number from 0 to 100.")
    }

    @Test func suggestionsAreAList() async throws {
        struct Suggestions: Decodable {
            let query: String
            let suggestions: [String]
        }
        let answer = try await ServiceClient().ask("/api/suggest?q=\(encoded("示例市湖泊"))&limit=1")
        let suggestions = try JSONDecoder().decode(Suggestions.self, from: Data(answer.text.utf8))
        #expect(suggestions.query == "示例市湖泊")
        #expect(suggestions.suggestions == ["示例市湖泊保护条例"])
        #expect(try await ServiceClient().ask("/api/suggest?q=a&limit=21").status == 400)
    }

    @Test func aCommitThatCannotBeOpenedShowsInTheHealth() async throws {
        let well = try await ServiceClient().ask("/healthz")
        #expect(well.text == "{\"status\":\"ok\",\"problem\":null,\"generation\":7,\"documents\":3475}")
        let ill = try await ServiceClient(SampleLibrary(problem: "segment \"3\" is cut short")).ask("/healthz")
        #expect(ill.status == 200)
        #expect(ill.text.contains("\"status\":\"stale\",\"problem\":\"segment \\\"3\\\" is cut short\""))
    }
}
