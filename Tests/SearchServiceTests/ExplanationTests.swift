import HTTPTypes
import LegalSearch
import SearchService
import Testing

/// Why a hit stands where it does: on the page in words, for programs in numbers, and only where asked for.
struct ExplanationTests {
    private static let question = [
        ("text", 8.126), ("characters", 4), ("prior", 1.31), ("law", 1.2), ("learned", 1.13), ("coverage", 0.634),
        ("neighbour", 0.8), ("authority", 4.796), ("length", 88),
    ].map { ScorePart(name: $0.0, value: $0.1) }

    private func page(_ parts: [ScorePart], _ items: String) async throws -> String {
        try await ServiceClient(SampleLibrary(explanation: parts)).ask("/search?q=\(encoded("岸线"))\(items)").text
    }

    @Test func thePageSaysWhyOnlyWhenAsked() async throws {
        let plain = try await page(Self.question, "")
        #expect(!plain.contains("class=\"why\""))
        #expect(plain.contains("<a href=\"/search?q=岸线&amp;explain=1\">为什么这样排？</a>"))
        let explained = try await page(Self.question, "&explain=1")
        #expect(explained.contains("<details class=\"why\"><summary>为什么排在这里<span class=\"vh\">：第一条</span></summary><ol>"))
        #expect(explained.contains("<a href=\"/search?q=岸线\">不再说明排序</a>"))
    }

    @Test(arguments: [
        "字词得 8.13 分", "单字加 4.0 分", "效力乘以 1.31", "有多少文件提到它", "同一部法加 1.2 分", "经验乘以 1.13", "这一条有 63%",
        "全部最好的 0.8 倍", "有 <span class=\"num\">120</span> 份文件", "这一条 <span class=\"num\">88</span> 字", "合计 1.0 分。",
    ])
    func everyPartOfAQuestionsScoreIsSaid(words: String) async throws {
        #expect(try await page(Self.question, "&explain=1").contains(words))
    }

    @Test func wordsHaveFewerParts() async throws {
        let page = try await page(Array(Self.question.filter { ["text", "prior"].contains($0.name) }), "&explain=1")
        #expect(page.contains("效力乘以 1.31") && !page.contains("单字") && !page.contains("经验乘以") && !page.contains("提到它"))
    }

    @Test func whatIsNamedOrStandsByDateSaysSo() async throws {
        let named = try await page([ScorePart(name: "named", value: 1_000)], "&explain=1")
        #expect(named.contains("<p>检索的内容点了它的名称、文号或者条号，所以排在前面。</p>"))
        let newest = try await page([ScorePart(name: "newest", value: 19_783)], "&explain=1&sort=newest")
        #expect(newest.contains("按日期排，新的在前：这是 <time datetime=\"2024-03-01\">2024年3月1日</time>的文本。"))
        let changed = try await page([ScorePart(name: "changed", value: 1_500_000)], "&explain=1&sort=changed")
        #expect(changed.contains("按编入的先后排，新编入的在前") && !changed.contains("按日期排"))
    }

    @Test func anEnglishPageSaysItInEnglish() async throws {
        let page = try await page(Self.question, "&explain=1&lang=en")
        #expect(page.contains("<details class=\"why\" lang=\"en\"><summary>Why here<span class=\"vh\">: 第一条</span></summary>"))
        #expect(page.contains("<span class=\"num\">120</span> documents name the law"))
    }

    /// Whoever asked once is told on the other pages too; a feed has no use for it.
    @Test func linksKeepTheWishButTheFeedDoesNot() async throws {
        let path = "/search?q=\(encoded("水事"))&explain=1"
        let page = try await ServiceClient(SampleLibrary(explanation: Self.question)).ask(path).text
        #expect(page.contains("&amp;explain=1&amp;offset=20\" rel=\"next\""))
        #expect(page.contains("<input type=\"hidden\" name=\"explain\" value=\"1\">"))
        #expect(page.contains("href=\"/feed.atom?q=水事\""))
    }

    @Test func programsGetTheNumbers() async throws {
        let client = ServiceClient(SampleLibrary(explanation: Self.question))
        let asked = try await client.ask("/api/search?q=\(encoded("岸线"))&explain=1&limit=1")
        #expect(asked.text.contains("\"explanation\":{\"text\":8.126"))
        #expect(asked.headers[HTTPField.Name("Link")!]?.contains("explain=1") == true)
        #expect(try await !client.ask("/api/search?q=\(encoded("岸线"))").text.contains("explanation"))
    }
}
