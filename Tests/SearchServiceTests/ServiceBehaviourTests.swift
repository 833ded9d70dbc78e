import HTTPTypes
import Hummingbird
import LegalDocuments
import Logging
import SearchService
import Testing

struct ServiceBehaviourTests {
    @Test(arguments: [
        "/", "/search?q=" + encoded("岸线"), "/style.css", "/d/" + encoded(SampleDocuments.current.id), "/n", "/api/stats", "/healthz",
        "/api/search?q=a", "/nothing", "/api/nothing", "/d/none", "/n/" + encoded("示府发〔2023〕62号"),
    ])
    func headAnswersAsGetWithoutABody(target: String) async throws {
        let get = try await ServiceClient().ask(target)
        let head = try await ServiceClient().ask(target, method: .head)
        #expect(head.status == get.status)
        #expect(head.text.isEmpty)
        #expect(head.headers[.contentType] == get.headers[.contentType])
        #expect(head.headers[.contentLength] == get.headers[.contentLength])
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete])
    func whatOnlyReadsSaysSo(method: HTTPRequest.Method) async throws {
        let answer = try await ServiceClient().ask("/search", method: method)
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, HEAD")
    }

    @Test func anUnknownPageIsNotFoundAndKeepsTheFrame() async throws {
        let page = try await ServiceClient().ask("/feed")
        #expect(page.status == 404)
        #expect(page.text.contains("<h1>没有这一页</h1>"))
        #expect(page.text.contains("role=\"search\""))
    }

    @Test func theHomePageOffersWaysAndKinds() async throws {
        let page = try await ServiceClient().ask("/")
        #expect(page.status == 200)
        #expect(page.text.contains("<html lang=\"zh-CN\">"))
        #expect(page.text.contains("收录文件 <span class=\"num\">3,475</span> 部、条款 <span class=\"num\">150,763</span> 条"))
        #expect(page.text.contains("这一页由本机生成，没有向外发送任何请求。"))
        #expect(page.text.contains("地方性法规</a> <small>1,911</small>"))
        #expect(page.text.contains("<option value=\"kind:法律\">法律</option>"))
    }

    @Test(arguments: [
        ("en", true), ("en-GB,en;q=0.9,zh;q=0.8", true), ("zh-CN,zh;q=0.9,en;q=0.8", false), ("fr", false), ("zh;q=0.2,en;q=0.7", true),
        ("en;q=0", false), ("", false),
    ])
    func thePageSpeaksTheReadersLanguage(accept: String, isEnglish: Bool) async throws {
        let page = try await ServiceClient().ask("/", headers: [.acceptLanguage: accept])
        #expect(page.text.contains("<h1>Search the law</h1>") == isEnglish)
        #expect(page.headers[.contentLanguage] == (isEnglish ? "en" : "zh-CN"))
    }

    @Test func aLanguageAskedForIsKeptByLinksAndForms() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))&lang=en")
        #expect(page.text.contains("<li class=\"st in-force\">In force</li>"))
        #expect(page.text.contains("<time datetime=\"2024-06-01\">1 June 2024</time>"))
        #expect(page.text.contains("&amp;lang=en#art_1\""))
        #expect(page.text.contains("<ol class=\"provs\" lang=\"zh-CN\">"), "the law itself is Chinese")
        #expect(page.text.contains("<input type=\"hidden\" name=\"lang\" value=\"en\">"))
        #expect(page.text.contains("href=\"/search?q=岸线&amp;lang=zh\" lang=\"zh-CN\""))
    }

    @Test func englishPagesHoldNoChineseOfOurs() async throws {
        for target in ["/n?lang=en", "/nothing?lang=en", "/search?q=zzz&lang=en"] {
            let page = try await ServiceClient().ask(target)
            let own = page.text.replacing("中文", with: "").replacing("法</span>", with: "").replacing("鄂府发〔2023〕62号", with: "")
            #expect(!own.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(target)")
        }
    }

    @Test func anAnswerTheCallerHasIsNotSentAgain() async throws {
        let client = ServiceClient()
        let first = try await client.ask("/style.css")
        #expect(first.headers[.cacheControl] == "no-cache")
        let tag = try #require(first.headers[.eTag])
        #expect(tag.hasPrefix("W/\""))
        #expect(tag.contains("-7."), "the commit is part of it")
    }

    @Test func theIndexIsNotLookedAtForEveryRequest() async throws {
        let library = SampleLibrary()
        _ = try await ServiceClient(library).askRepeatedly("/healthz", times: 200)
        #expect((1..<100).contains(library.refreshCount))
    }

    @Test func aKnownAnswerIsNotModifiedUntilTheNextCommit() async throws {
        let library = SampleLibrary()
        let statuses = try await ServiceClient(library).askAgain("/search?q=a", thenCommit: { library.commit() })
        #expect(statuses == [200, 304, 200])
    }
}

struct ServiceStartTests {
    @Test func aPortThatIsTakenIsNamed() async throws {
        let (addresses, found) = AsyncStream.makeStream(of: String.self)
        let first = Task {
            try await Self.service(port: 0).run { found.yield($0) }
        }
        defer { first.cancel() }
        let address = try #require(await addresses.first { _ in true })
        #expect(address.hasPrefix("http://127.0.0.1:") && address.hasSuffix("/"))
        let port = try #require(Int(address.dropFirst("http://127.0.0.1:".count).dropLast()))
        await #expect(throws: ServiceStartError.addressInUse(host: "127.0.0.1", port: port)) {
            try await Self.service(port: port).run { _ in }
        }
    }

    private static func service(port: Int) -> SearchService {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        return SearchService(
            provider: SampleLibrary(), configuration: ServiceConfiguration(port: port), logger: logger)
    }
}
