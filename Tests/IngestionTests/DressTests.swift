import Ingestion
import LegalDocuments
import Testing

/// What stands around and between the articles on pages that nobody listed.
@Suite struct DressTests {
    private func page(_ body: String, window: String = "青石市节水办法") throws -> LegalDocument {
        try read(Array("<html><head><meta charset=utf-8><title>\(window)</title></head><body>\(body)</body></html>".utf8), as: "page.html")
    }

    private func articles(_ count: Int, _ between: String = "") -> String {
        (1...count).map { "<div>第\(["一", "二", "三", "四", "五", "六"][$0 - 1])条　第\($0)个样例，用水应当节约。</div>\(between)" }.joined()
    }

    @Test func buttonsBelowEveryArticleAreNoText() throws {
        let document = try page("<h1>青石市节水办法</h1>" + articles(5, "<div><span>复制</span><span>收藏</span></div>"))
        #expect(document.provisions.count == 5)
        #expect(document.provisions.allSatisfy { $0.text.hasSuffix("节约。") })
    }

    @Test func runningHeadsAndPageNumbersAreNoText() throws {
        let leaf = "<div>— 3 —</div><div>青石市公报　2020年第4期</div>"
        let document = try page("<h1>青石市节水办法</h1>" + articles(2) + leaf + "<div>第三条　节水。</div><div>— 4 —</div><div>青石市公报　2020年第4期</div><div>第四条　废止。</div>")
        #expect(document.provisions.map(\.text).suffix(2) == ["节水。", "废止。"])
        #expect(document.provisions[1].text.hasSuffix("节约。"))
    }

    @Test func pagesThatAScriptTurnsAreAllRead() throws {
        let first = "<div id='con_1' class='con'>\(articles(2))</div>"
        let second = "<div id='con_2' class='con' style='display:none'><div>第三条　节水。</div><div>第四条　废止。</div></div>"
        let document = try page("<h1>青石市节水办法</h1>\(first)\(second)<div>共2页 <a>上一页</a> [1] [2] <a>下一页</a></div>")
        #expect(document.provisions.map(\.label) == ["第一条", "第二条", "第三条", "第四条"])
        // Without a pager it is another part of the page, shown on a click: an explanation, a form.
        #expect(try page("<h1>青石市节水办法</h1>\(first)\(second)").provisions.count == 2)
    }

    @Test func aCellThatNamesAnArticleBeginsNone() throws {
        let table = "<p>附件</p><table><tr><td>序号</td><td>事项</td><td>依据</td><td>时限</td></tr>"
            + "<tr><td>1</td><td>备案登记</td><td>第五条</td><td>20个工作日</td></tr></table>"
        let document = try page("<h1>青石市节水办法</h1>" + articles(3) + table)
        #expect(document.provisions.filter { !$0.label.isEmpty && $0.id.hasPrefix("art_") }.count == 3)
        #expect(document.provisions.last?.text.contains("第五条　20个工作日") == true)
    }

    @Test func aBoxOfRelatedPagesIsNoText() throws {
        let related = "<div><div>相关政策</div><div><div>关于节水的解读</div><div>第一条　解读一下，节水很好。</div><div>第二条　再解读一下。</div></div></div>"
        let document = try page("<div><div>" + "<h1>青石市节水办法</h1>" + articles(4) + "</div>\(related)</div>")
        #expect(document.provisions.map(\.label) == ["第一条", "第二条", "第三条", "第四条"])
    }

    @Test func aTitleWithoutAnyMarkIsTakenBeforeTheSitesName() throws {
        let document = try page("<div>首页</div><div><div>青石市节水办法</div><div>" + articles(4) + "</div></div>", window: "政策文件库")
        #expect(document.title == "青石市节水办法")
        #expect(document.origins["title"] == "page line")
    }

    @Test func aTableInTheMiddleOfThePageDoesNotSetItsTextThere() throws {
        let rows = "<tr><td><h1>青石市节水办法</h1>\(articles(2))<p>（一）用水单位按月报告的</p><p>数量；</p></td></tr><tr><td align=center>版权所有：青石市</td></tr>"
        let document = try page("<table align=center>\(rows)</table>")
        #expect(document.provisions.last?.text == "第2个样例，用水应当节约。\n（一）用水单位按月报告的\n数量；")
    }

    @Test func supplementaryProvisionsWithoutANumberAreAHeading() throws {
        let document = try page("<h1>青石市节水办法</h1><p align=center>第一章　总则</p>" + articles(2) + "<div>附 则</div><div>第三条　施行。</div>")
        #expect(document.provisions.map(\.headings) == [["第一章 总则"], ["第一章 总则"], ["附 则"]])
    }

    @Test func labelsOfManyPortalsAreUnderstood() throws {
        let list = "<dl><dt>公文编号</dt><dd>青府发〔2020〕3号</dd><dt>产生日期</dt><dd>2020/3/5</dd><dt>公布时间</dt><dd>2020/3/9</dd></dl>"
        let document = try page("<div>青石市节水办法</div>" + articles(3) + list)
        #expect(document.number == "青府发〔2020〕3号")
        #expect(document.dates.written == LegalDate(iso: "2020-03-05"))
        #expect(document.dates.published == LegalDate(iso: "2020-03-09"))
    }

    @Test func aMillionEmptyLinesCostLittle() throws {
        let blank = [UInt8](repeating: 0x0A, count: 1 << 20)
        #expect(try read(blank + Array("青石市节水办法\n第一条　节水。\n".utf8), as: "x.txt").provisions.count == 1)
    }
}
