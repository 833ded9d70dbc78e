import LegalDocuments
import SearchService
import Testing

struct DocumentPageTests {
    private let current = "/d/" + encoded(SampleDocuments.current.id)

    @Test func provisionsHaveAnchorsAndHeadingsStandOnce() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.status == 200)
        #expect(page.text.contains("<article class=\"prov row\" id=\"art_3\" aria-labelledby=\"art_3-h\">"))
        #expect(page.text.contains("<h2 class=\"chapter\">第二章 保护</h2>"))
        #expect(page.text.occurrences(of: "class=\"chapter\">第二章 保护<") == 1)
        #expect(page.text.contains("<h3 class=\"sect\">第二节 水质</h3>"))
        #expect(page.text.contains("<h4 id=\"art_3-h\"><a href=\"#art_3\">第三条</a></h4>"))
    }

    @Test func itemsBelongToTheParagraphBeforeThem() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<p id=\"art_3__para_1\"><a class=\"k\" href=\"#art_3__para_1\" title=\"第三条第1款\">1"))
        #expect(page.text.contains("<p>（一）倾倒垃圾；</p>"))
        #expect(page.text.contains("<p id=\"art_3__para_2\">"))
        #expect(!page.text.contains("art_3__para_3"))
        #expect(page.text.contains("<p id=\"art_4__para_1\">水质监测"), "a lone paragraph needs no number")
    }

    @Test func theOutlineCountsItsArticles() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<a href=\"#art_1\">第一章 总则 <span>1—2</span></a>"))
        #expect(page.text.contains("<a href=\"#art_3\">第二章 保护 <span>3—4</span></a><ol><li><a href=\"#art_3\">第一节 岸线 <span>3</span></a>"))
    }

    @Test func aStatusComesWithItsReason() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<li class=\"st in-force\">现行有效</li>"))
        #expect(page.text.contains("判断依据：施行 <time datetime=\"2024-06-01\">2024年6月1日</time>（据<a href=\"#art_5\">第五条</a>“本条例自2024年6月1日起施行”）"))
        let older = try await ServiceClient().ask("/d/" + encoded(SampleDocuments.older.id))
        #expect(older.text.contains("已被修改"))
        #expect(older.text.contains("-2024-03-01\">2024年3月1日文本</a>"))
        let unknown = try await ServiceClient().ask("/d/" + encoded(SampleDocuments.notice.id))
        #expect(unknown.text.contains("判断依据：文件没有写明，本库也没有别的依据。"))
    }

    @Test func everyFactSaysWhereItWasRead() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<dt>制定机关</dt><dd>示例市人民代表大会常务委员会<small>据题注</small></dd>"))
        #expect(page.text.contains("<small>据<a href=\"#art_5\">第五条</a></small>"))
        #expect(page.text.contains("<small>据网页上的“通过日期”</small>"))
        #expect(page.text.contains("<small>据文件名</small>"))
        #expect(page.text.contains("<dt>文号</dt><dd>未载明</dd>"))
        #expect(page.text.contains("示例/湖泊保护条例.html<small>示例/湖泊保护条例(副本).html</small>"))
        #expect(page.text.contains("<a href=\"https://law.example/lakes\" rel=\"noreferrer\">"))
    }

    @Test func otherVersionsAreListed() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<td>正在看</td>"))
        #expect(page.text.contains("<td><span class=\"st superseded\">已被修改</span></td>"))
        #expect(page.text.contains("-2016-05-10\">打开</a>"))
    }

    @Test func aProvisionIsCitedInFullAndInShort() async throws {
        let page = try await ServiceClient().ask(current)
        #expect(page.text.contains("<dd>《示例市湖泊保护条例》（2024年3月1日文本）第三条</dd>"))
        #expect(page.text.contains("<dd>示例市湖泊保护条例第三条</dd>"))
        #expect(page.text.contains("<dd>/d/示例市湖泊保护条例-2024-03-01#art_3</dd>"))
        let law = try await ServiceClient().ask("/d/" + encoded(SampleDocuments.long.id))
        #expect(law.text.contains("<dd>示例水法典第1条</dd>"))
    }

    @Test func aQueryMarksItsHits() async throws {
        let page = try await ServiceClient().ask(current + "?q=\(encoded("岸线"))")
        #expect(page.text.contains("与“岸线”相符的有 <span class=\"num\">2</span> 条：<a href=\"#art_1\">第一条</a>、<a href=\"#art_3\">第三条</a>"))
        #expect(page.text.contains("<article class=\"prov row found\" id=\"art_3\""))
        #expect(page.text.contains("<mark>岸线</mark>范围内"))
        let none = try await ServiceClient().ask(current + "?q=\(encoded("飞船"))")
        #expect(none.text.contains("没有与“飞船”相符的条款"))
    }

    @Test func aDigestNeverPassesForTheText() async throws {
        let page = try await ServiceClient().ask("/d/" + encoded(SampleDocuments.digest.id))
        #expect(page.text.contains("提要（非正文）"))
        #expect(page.text.contains("提要不能当作条文引用"))
        #expect(!page.text.contains("class=\"cite\""))
    }

    @Test func anUnknownDocumentIsNotFound() async throws {
        let page = try await ServiceClient().ask("/d/" + encoded("没有这份"))
        #expect(page.status == 404)
        #expect(page.text.contains("没有编号为“没有这份”的文件"))
    }

    @Test func anAsOfDateIsCarriedToOtherVersions() async throws {
        let page = try await ServiceClient().ask(current + "?as_of=2020-01-01")
        #expect(page.text.contains("以 <time datetime=\"2020-01-01\">2020年1月1日</time> 为准"))
        #expect(page.text.contains("-2016-05-10?as_of=2020-01-01\">打开</a>"))
    }
}
