import Ingestion
import LegalDocuments
import Testing

/// Pages of portals that nobody listed.
@Suite struct PortalTests {
    private func page(_ body: String, head: String = "<title>x</title>") -> String {
        "<html><head>\(head)</head><body>\(body)</body></html>"
    }

    @Test func anUnknownContainerIsFoundByItsText() throws {
        let document = try read(
            page(
                """
                <header><h1>青石市人民政府网</h1></header><div id="menu"><a href="/">首页</a><a href="/b">公开</a></div>
                <section class="w1200"><h2>青石市雨水利用办法</h2><article>
                <div><span>第一条</span><span>　为了利用雨水，制定本办法。</span></div>
                <div>第二条&#12288;本市的单位应当收集雨水。</div><div>第三条　本办法自2021年3月1日起施行。</div></article></section>
                <div class="xgxx"><p>第一条　相关链接里的文字，不属于本文。</p></div>
                <div style="display: none">第四条　隐藏的文字。</div><!-- 第五条　注释里的文字。 -->
                <script>var a = "第六条　脚本里的文字。"</script><footer>版权所有。</footer>
                """))
        #expect(document.title == "青石市雨水利用办法")
        #expect(outline(document) == [
            "art_1 | 第一条 |  | 为了利用雨水，制定本", "art_2 | 第二条 |  | 本市的单位应当收集雨",
            "art_3 | 第三条 |  | 本办法自2021年3",
        ])
    }

    @Test func lineBreaksAndUnclosedElementsSeparateParagraphs() throws {
        let document = try read(
            page(
                """
                <h1>青石市关于<br/>推进节水的规定</h1><td><div class=detail>第一条　节约用水。<br><br>　　本市鼓励节水。<br>
                第二条　浪费用水的，给予警告。<p>第三条　本规定自公布之日起施行。
                """))
        #expect(document.title == "青石市关于推进节水的规定")
        #expect(outline(document) == [
            "art_1 | 第一条 |  | 节约用水。 / 本市鼓励节水。", "art_2 | 第二条 |  | 浪费用水的，给予警告",
            "art_3 | 第三条 |  | 本规定自公布之日起施",
        ])
    }

    @Test(arguments: [
        "<dl><dt>文　号</dt><dd>青府发〔2021〕8号</dd><dt>成文日期</dt><dd>2021年2月3日</dd><dt>发布日期</dt><dd>2021-02-05</dd></dl>",
        "<ul><li><span>文号：</span><span>青府发〔2021〕8号</span></li><li><b>成文日期：</b>2021年2月3日</li><li>发布日期：2021-02-05</li></ul>",
        "<div><span>文 号：青府发〔2021〕8号</span>　<span>成文日期：2021.2.3</span> <span>发布日期：2021-02-05 10:00</span></div>",
        "<table><tr><th>文号</th><td>青府发〔2021〕8号</td></tr><tr><th>成文日期</th><td>2021-02-03</td><th>发布日期</th><td>2021-02-05</td></tr></table>",
        "<p>【文号】青府发〔2021〕8号【成文日期】2021年2月3日【发布日期】2021年2月5日</p>",
    ])
    func theHeaderIsReadInWhateverElements(header: String) throws {
        let document = try read(
            page("\(header)<h1>青石市人民政府关于节水的通知</h1><div><p>各区人民政府：</p><p>为了节约用水，现将有关事项通知如下。</p></div>"))
        #expect(document.number == "青府发〔2021〕8号")
        #expect(document.dates.written == LegalDate(iso: "2021-02-03"))
        #expect(document.dates.published == LegalDate(iso: "2021-02-05"))
        #expect(document.provisions.first?.text.hasPrefix("各区人民政府：") == true)
    }

    @Test func aHeaderTableInsideTheContentIsNotText() throws {
        let document = try read(
            page(
                """
                <div id="zoom"><table><tr><td>索引号：</td><td>A-1</td></tr><tr><td>发文字号：</td><td>青府办发〔2020〕3号</td></tr></table>
                <p>各有关单位：</p><p>请遵照执行。</p><table><tr><td>项目</td><td>数额</td></tr><tr><td>补助</td><td>100元</td></tr></table></div>
                """, head: "<title>关于发放补助的通知_青石市</title>"))
        #expect(document.indexNumber == "A-1")
        #expect(document.number == "青府办发〔2020〕3号")
        #expect(document.title == "关于发放补助的通知")
        #expect(document.provisions.map(\.text) == ["各有关单位：\n请遵照执行。\n项目　数额\n补助　100元"])
    }

    @Test func theAddressOfASavedPageIsKept() throws {
        let saved = "<!-- saved from url=(0035)https://www.example.gov.cn/zw/1.html -->"
        let document = try read("<!DOCTYPE html>\n\(saved)\n" + page("<h1>关于节水的通知</h1><p>请节约用水。</p>"))
        #expect(document.url == "https://www.example.gov.cn/zw/1.html")
        let canonical = try read(
            page("<h1>关于节水的通知</h1><p>请节约用水。</p>", head: "<link rel=canonical href=\"https://www.example.gov.cn/2\">"))
        #expect(canonical.url == "https://www.example.gov.cn/2")
    }

    @Test func aDigestIsMarkedAsOne() throws {
        let document = try read(
            page(
                "<table class=bd1><tr><td>发文字号：</td><td>青府发〔2023〕62号</td></tr><tr><td>成文日期：</td><td></td></tr></table>"
                    + "<h1>青石市节水规划</h1><div class=pages_content id=UCAP-CONTENT><p>提要（非正文）</p><p>这是一段介绍。</p></div>",
                head: "<meta name=\"lexigram:text-kind\" content=\"digest\"><meta name=\"lexigram:facts\" content=\"number=年度报告; title=年度报告\">"))
        #expect(document.textKind == .digest)
        #expect(document.number == "青府发〔2023〕62号")
        #expect(document.origins["number"] == "年度报告")
        #expect(document.dates.written == nil)
        #expect(document.provisions.map(\.id) == ["para_1"])
    }

    @Test func whatAStyleSheetHidesIsLeftOut() throws {
        let document = try read(
            page(
                "<h1>青石市湿地保护办法</h1><h2>第一章 总则</h2><h3>第一条</h3><p>为了保护湿地，制定本办法。</p><div class=\"tip\">第二条 隐藏。</div>"
                    + "<div hidden>第三条 也隐藏。</div>", head: "<style>.tip, #x { display : none }</style>"))
        #expect(outline(document) == ["art_1 | 第一条 | 第一章 总则 | 为了保护湿地，制定本"])
    }

    @Test func smallPrintAboveAndBelowTheTextIsNoText() throws {
        let document = try read(
            page(
                """
                <h1>青石市绿化办法</h1><div id=zoom><p>2020-03-05 09:00 来源：市林业局 点击数：234</p>
                <p>（2020年3月1日青石市人民政府令第12号公布）</p><p>第一条　为了绿化城市，制定本办法。</p>
                <p>上一篇：<a href=1>第二条 甲</a></p><p>【打印本页】【关闭】</p></div>
                """))
        #expect(outline(document) == ["art_1 | 第一条 |  | 为了绿化城市，制定本"])
        #expect(document.dates.published == LegalDate(iso: "2020-03-05"))
        #expect(document.dates.version == LegalDate(iso: "2020-03-01"))
    }

    @Test func aNoteAboveTheContainerOfTheTextIsRead() throws {
        let document = try read(
            page(
                "<h1>青石市绿化条例</h1><div class=note>（2020年3月1日青石市第七届人民代表大会第二次会议通过）</div>"
                    + "<div id=zoom><p>第一条　为了绿化城市，制定本条例。</p><p>第二条　本市适用。</p></div>"))
        #expect(document.dates.adopted == LegalDate(iso: "2020-03-01"))
        #expect(document.provisions.count == 2)
    }

    @Test func aTableThatLaysOutThePageIsReadAsText() throws {
        let document = try read(
            page(
                """
                <table><tr><td width=200><ul><li><a href=1>关于修改办法的决定</a></li><li><a href=2>第三条 解读</a></li></ul></td>
                <td><table><tr><td align=center><b>青石市城市绿化<br>管理办法</b></td></tr><tr><td>来源：市林业局 点击数：2</td></tr>
                <tr><td>　　<b>第一章　总则</b><br>　　第一条　为了绿化城市。<br>　　第二条　本市适用。<br>　　（一）道路；</td></tr></table></td></tr></table>
                """, head: "<title>青石市城市绿化管理办法-青石市人民政府门户网站</title>"))
        #expect(document.title == "青石市城市绿化管理办法")
        #expect(outline(document) == [
            "art_1 | 第一条 | 第一章 总则 | 为了绿化城市。", "art_2 | 第二条 | 第一章 总则 | 本市适用。 / （一）道路；",
        ])
        #expect(document.issuer == "市林业局")
    }

    @Test func aLetterheadIsNoTitle() throws {
        let document = try read(
            page(
                """
                <div id=zoom><p align=center>青石市人民政府文件</p><p align=center>青府发〔2022〕15号</p>
                <p align=center><b>青石市人民政府关于印发</b></p><p align=center><b>防汛应急预案的通知</b></p>
                <p>各区人民政府：</p><p>现予印发。</p></div>
                """))
        #expect(document.title == "青石市人民政府关于印发防汛应急预案的通知")
        #expect(document.number == "青府发〔2022〕15号")
        #expect(outline(document) == ["para_1 |  |  | 各区人民政府： / 现予印发。"])
    }

    @Test func readersWorkSideBySide() async throws {
        let outlines = await withTaskGroup(of: [String].self) { group in
            for _ in 0..<64 { group.addTask { (try? outline(read(SampleLaw.governmentPage))) ?? [] } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outlines.count == 64)
        #expect(outlines.allSatisfy { $0 == SampleLaw.outline })
    }

    @Test func theHeadingOfASiteIsNotTheTitle() throws {
        let document = try read(
            page("<h1>青石市司法局</h1><h2>青石市节水办法</h2><p>第一条　节约用水。</p><p>第二条　施行。</p>", head: "<title>青石市节水办法——青石市司法局</title>"))
        #expect(document.title == "青石市节水办法")
    }

    @Test func whatOthersWriteBelowAPostIsNotItsText() throws {
        let document = try read(
            page(
                """
                <article><header><h1>青石市节水办法</h1><time datetime="2021-03-04">三月</time></header><p>第一条　节约用水，人人有责，任何单位不得浪费。</p>
                <p>第二条　本办法自公布之日起施行，由市水务局负责解释。</p></article>
                <div class="widget"><p>第一条　别的文章的摘要。</p></div><div id="comments"><p>第三条写得不错。</p></div>
                """))
        #expect(document.provisions.map(\.id) == ["art_1", "art_2"])
        #expect(document.dates.published == LegalDate(iso: "2021-03-04"))
        #expect(document.origins["published"] == "time element")
    }

    @Test func aNumberAndADayInOneBracketAreBothRead() throws {
        let document = try read(page("<center>青石市节水办法</center><center>（青府发〔2020〕3号　2020年3月5日）</center><p>第一条　节约用水。<p>上网日期：2020-03-09"))
        #expect(document.number == "青府发〔2020〕3号")
        #expect(document.dates.written == LegalDate(iso: "2020-03-05"))
        #expect(document.dates.published == LegalDate(iso: "2020-03-09"))
        #expect(document.provisions.map(\.text) == ["节约用水。"])
    }

    @Test func anOrderPrintedOnTwoLinesIsOneNumber() throws {
        let document = try read(page("<div><p align=center>青石市人民政府令</p><p align=center>第12号</p><p>《青石市节水办法》现予公布。</p><p align=center>青石市节水办法</p><p>第一条　节约用水。</p></div>"))
        #expect(document.number == "青石市人民政府令第12号")
    }

    @Test func labelsAndValuesInBlocksOfTheirOwnAreAHeader() throws {
        let document = try read(
            page(
                """
                <div><h2>青石市节水办法 <small>共2条</small></h2><div><div>文件字号</div><div>青府发〔2020〕3号</div></div>
                <div><div>印发日期</div><div>2020-03-05</div></div><div><div>公开时间</div><div>2020-03-09 00:00:00</div></div>
                <p>第一条　节约用水，人人有责。</p><p>第二条　自公布之日起施行。</p></div>
                """))
        #expect(document.title == "青石市节水办法")
        #expect(document.number == "青府发〔2020〕3号")
        #expect(document.dates.written == LegalDate(iso: "2020-03-05"))
        #expect(document.dates.published == LegalDate(iso: "2020-03-09"))
        #expect(document.provisions.map(\.id) == ["art_1", "art_2"])
    }

    @Test func theSignatureBelowTheLastArticleIsNoPartOfIt() throws {
        let document = try read(page("<h1>青石市节水办法</h1><div><p>第一条　节水。</p><p>第二条　施行。</p><p>青石市人民政府</p><p>2020年3月5日</p></div>"))
        #expect(document.provisions.map(\.text) == ["节水。", "施行。", "青石市人民政府\n2020年3月5日"])
        #expect(document.dates.written == LegalDate(iso: "2020-03-05"))
        #expect(document.origins["written"] == "signature")
        #expect(document.issuer == "青石市人民政府")
    }
}
