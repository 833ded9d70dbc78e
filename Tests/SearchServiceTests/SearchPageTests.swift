import HTTPTypes
import LegalSearch
import SearchService
import Testing

struct SearchPageTests {
    @Test func hitsOfOneDocumentStandTogetherUnderItsTitle() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))")
        #expect(page.status == 200)
        #expect(page.headers[.contentType] == "text/html; charset=utf-8")
        #expect(page.text.occurrences(of: "<li class=\"hit\">") == 2)
        #expect(page.text.contains("<mark>岸线</mark>"))
        #expect(page.text.contains("/d/示例市湖泊保护条例-2024-03-01?q=岸线#art_1\""))
        #expect(page.text.contains("<small>第二章 保护 › 第一节 岸线</small>"))
        #expect(page.text.contains("<li class=\"st in-force\">现行有效</li>"))
        #expect(page.text.contains("<time datetime=\"2024-06-01\">2024年6月1日</time>施行"))
        #expect(page.text.contains("<span class=\"no\">示府发〔2023〕62号</span>"))
    }

    @Test func facetsNarrowAndAFilterThatIsSetLeadsOut() async throws {
        let query = "/search?q=\(encoded("岸线"))"
        let wide = try await ServiceClient().ask(query)
        #expect(wide.text.contains("<input type=\"hidden\" name=\"q\" value=\"岸线\"><h2 id=\"f-kind\">"))
        #expect(wide.text.contains("<button name=\"filter\" value=\"kind:地方性法规\">地方性法规 <span>"))
        let narrow = try await ServiceClient().ask(query + "&filter=kind:\(encoded("地方性法规"))")
        #expect(narrow.text.contains("href=\"/search?q=岸线\" aria-current=\"true\""))
        #expect(!narrow.text.contains("示府发〔2023〕62号</span>"))
    }

    @Test func hiddenVersionsAreCountedAndCanBeShown() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))")
        #expect(page.text.contains("另有旧的或者尚未施行的文本 <span class=\"num\">1</span> 处不在此列"))
        #expect(page.text.contains("/search?q=岸线&amp;all_versions=1\">一并显示</a>"))
        let all = try await ServiceClient().ask("/search?q=\(encoded("岸线"))&all_versions=1")
        #expect(all.text.contains("已被修改"))
        #expect(all.text.contains("只看当日有效的文本"))
    }

    @Test(arguments: [
        (QueryNote.readAsNumber("示府发〔2023〕62号"), "按文号读作 <span class=\"no\">示府发〔2023〕62号</span>"),
        (.readAsReference(title: "行政复议法", article: "第二十三条"), "读作《行政复议法》第二十三条"),
        (.readAsReference(title: "行政复议法", article: nil), "读作一部文件：《行政复议法》"),
        (.relaxedPhrases(["湖泊岸"]), "没有一条连着写有“湖泊岸”"),
        (.relaxedToAnyWord, "含有任何一个词的都列出"),
        (.readAsQuestion, "当作一句话来查"),
        (.ignored(["？", "<b>"]), "略去：“？”、“&lt;b&gt;”"),
    ])
    func everyNoteIsSaidInWords(note: QueryNote, words: String) async throws {
        let page = try await ServiceClient(SampleLibrary(notes: [note])).ask("/search?q=\(encoded("岸线"))")
        #expect(page.text.contains("<div class=\"said\"><p>"))
        #expect(page.text.contains(words))
    }

    @Test func aQueryReadAsANumberLeadsToTheNumber() async throws {
        let library = SampleLibrary(notes: [.readAsNumber("示府发〔2023〕62号")])
        let page = try await ServiceClient(library).ask("/search?q=\(encoded("湖泊"))")
        #expect(page.text.contains("<a href=\"/n/示府发〔2023〕62号\">看这个文号</a>"))
    }

    @Test func suggestionsAreLinks() async throws {
        let page = try await ServiceClient(SampleLibrary(suggestions: ["湖泊 岸线"])).ask("/search?q=\(encoded("岸线"))")
        #expect(page.text.contains("是不是要找：<a href=\"/search?q=湖泊%20岸线\">湖泊 岸线</a>"))
    }

    @Test func pagesOfHitsAreLinked() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("水事"))&offset=40")
        #expect(page.text.contains("<nav class=\"pages\""))
        #expect(page.text.contains("offset=20\" rel=\"prev\">上一页</a>"))
        #expect(page.text.contains("offset=60\" rel=\"next\">下一页</a>"))
        #expect(page.text.contains("offset=380\">20</a>"))
        #expect(page.text.contains("aria-current=\"page\">3</a>"))
    }

    @Test func aPagePastTheEndSaysSo() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))&offset=1000")
        #expect(page.status == 200)
        #expect(page.text.contains("后面没有了。"))
    }

    @Test func nothingFoundTakesTheConditionsApart() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("湖泊 飞船"))&filter=kind:\(encoded("地方性法规"))")
        #expect(page.status == 200)
        #expect(page.text.contains("<h1>没有找到</h1>"))
        #expect(page.text.contains("<th scope=\"row\">飞船</th><td class=\"num\">没有</td>"))
        #expect(page.text.contains("<th scope=\"row\">类别：地方性法规</th>"))
        #expect(page.text.contains("没有查到，不等于没有这样的规定。"))
    }

    @Test func aDigestIsMarkedAsNotTheText() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("争议"))")
        #expect(page.text.contains("<span class=\"tag\">提要（非正文）</span>"))
    }

    @Test func anEmptyQueryLeadsHome() async throws {
        let page = try await ServiceClient().ask("/search?q=%20")
        #expect(page.status == 303)
        #expect(page.headers[.location] == "/")
    }

    @Test func emptyFormFieldsAreNoConditions() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))&as_of=&filter=&filter=&sort=")
        #expect(page.status == 200)
        #expect(page.text.contains("class=\"hit\""))
    }

    @Test func theFormKeepsFiltersAndShowsDayAndOrder() async throws {
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))&sort=newest&filter=status:in-force&as_of=2025-01-02")
        #expect(page.text.contains("name=\"as_of\" value=\"2025-01-02\""))
        #expect(page.text.contains("<option value=\"newest\" selected>"))
        #expect(page.text.contains("<input type=\"hidden\" name=\"filter\" value=\"status:in-force\">"))
    }
}

extension String {
    /// How often `part` occurs.
    func occurrences(of part: String) -> Int { ranges(of: part).count }
}
