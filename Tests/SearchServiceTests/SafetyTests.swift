import HTTPTypes
import Hummingbird
import LegalDocuments
import LegalSearch
import Logging
import SearchService
import Testing

struct SafetyTests {
    /// What would be markup if a value of the hostile document came through as it is.
    private static let harm = ["<script>", "<img", "<b>", "<i>", "<u>", "<h1>章", "onclick=\"x", "href=\"javascript", "\u{0}"]

    @Test(arguments: [
        "/d/" + encoded(SampleDocuments.hostile.id), "/d/" + encoded(SampleDocuments.hostile.id) + "?q=" + encoded("湖泊"),
        "/search?q=" + encoded("湖泊"), "/n/" + encoded("示府发〔2023〕63号"),
        "/search?q=" + encoded("<script>1</script>\"'<b>"), "/n/" + encoded("<script>\"<b>"), "/d/" + encoded("\"><script><b>"),
        "/search?q=a&sort=" + encoded("<script>"), "/search?q=a&filter=" + encoded("<script>:\"<b>"), "/" + encoded("<script>"),
        "/search?q=" + encoded("湖泊") + "&filter=title:" + encoded("\"><script>"),
        "/?lang=" + encoded("\"><script>") + "&" + encoded("<b>") + "=" + encoded("<i>"),
    ])
    func noValueBecomesMarkup(target: String) async throws {
        for language in ["zh", "en"] {
            let page = try await ServiceClient().ask(target, headers: [.acceptLanguage: language])
            #expect(page.status < 500)
            for harm in Self.harm { #expect(!page.text.contains(harm), "\(harm) in \(target)") }
            #expect(!page.text.contains(" style=") && !page.text.contains("<style"))
        }
    }

    @Test func aHostileDocumentIsShownAsItIsWritten() async throws {
        let page = try await ServiceClient().ask("/d/" + encoded(SampleDocuments.hostile.id))
        #expect(page.status == 200)
        #expect(page.text.contains("<h1>&lt;script&gt;alert(&quot;湖泊&quot;)&lt;/script&gt; &amp; &#39;x&#39;</h1>"))
        #expect(page.text.contains("<dd>javascript:alert(1)</dd>"), "shown, but no link")
    }

    @Test(arguments: ["/", "/search?q=a", "/style.css", "/api/stats", "/nothing", "/api/nothing", "/search?limit=x"])
    func everyAnswerCarriesTheProtectiveHeaders(target: String) async throws {
        let headers = try await ServiceClient().ask(target).headers
        #expect(
            headers[.contentSecurityPolicy]
                == "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        #expect(headers[.xContentTypeOptions] == "nosniff")
        #expect(headers[HTTPField.Name("Referrer-Policy")!] == "no-referrer")
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:8686", true), ("127.0.0.1:1", true), ("[::1]", true), ("[::1]:8686", true), ("LOCALHOST", true),
        ("law.example", false), ("localhost.law.example", false), ("127.0.0.1.law.example", false), ("localhost:x", false),
        ("localhost@law.example", false), ("", false),
    ])
    func onlyLoopbackHostsAreAnsweredOnLoopback(host: String, isAnswered: Bool) {
        #expect(SearchService.answersHost(host) == isAnswered)
    }

    @Test func aHostThatIsNotGivenIsNotAnswered() {
        #expect(!SearchService.answersHost(nil))
    }

    @Test func theTokenIsAskedForWhereOneIsSet() async throws {
        let client = ServiceClient(configuration: ServiceConfiguration(host: "0.0.0.0", accessToken: "secret"))
        let none = try await client.ask("/")
        #expect(none.status == 401)
        #expect(none.headers[.wwwAuthenticate] == "Basic realm=\"Lexigram\", charset=\"UTF-8\", Bearer")
        for wrong in ["Bearer secre", "Bearer secret1", "Bearer ", "Basic secret", "secret"] {
            #expect(try await client.ask("/api/stats", headers: [.authorization: wrong]).status == 401)
        }
        #expect(try await client.ask("/", headers: [.authorization: "Bearer secret"]).status == 200)
        #expect(try await client.ask("/", headers: [.authorization: "bearer secret"]).status == 200)
        // anyone:secret, as a browser sends what was typed into its own dialog.
        #expect(try await client.ask("/", headers: [.authorization: "Basic YW55b25lOnNlY3JldA=="]).status == 200)
        #expect(try await client.ask("/", headers: [.authorization: "Basic YW55b25lOndyb25n"]).status == 401)
    }

    @Test(arguments: ["0.0.0.0", "192.168.1.2", "::", "law.example", "127.0.0.1.example"])
    func otherMachinesAreNotServedWithoutAToken(host: String) async throws {
        for token in [nil, ""] {
            let configuration = ServiceConfiguration(host: host, port: 0, accessToken: token)
            let service = SearchService(
                provider: SampleLibrary(), configuration: configuration, logger: .init(label: "test"))
            await #expect(throws: ServiceStartError.tokenNeeded(host: host)) { try await service.run { _ in } }
        }
    }

    @Test func aPortThatIsNoneIsRefused() async throws {
        let service = SearchService(
            provider: SampleLibrary(), configuration: ServiceConfiguration(port: 70_000), logger: .init(label: "test"))
        await #expect(throws: ServiceStartError.portOutOfRange(70_000)) { try await service.run { _ in } }
    }

    @Test(arguments: ["/d/%ff%fe", "/n/%ff", "/search?q=%e6%b9", "/search?%ff=1", "/d/%", "/d/%2", "/d/" + encoded(String(repeating: "长", count: 301)), "/search?q=" + String(repeating: "a", count: 20_000)])
    func badBytesAreTheCallersError(target: String) async throws {
        let answer = try await ServiceClient().ask(target)
        #expect((400..<500).contains(answer.status))
    }
}
