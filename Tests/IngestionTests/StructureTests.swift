import Ingestion
import LegalDocuments
import Testing

@Suite struct StructureTests {
    private func provisions(_ lines: String...) throws -> [String] {
        outline(try read((["青石市测试办法"] + lines).joined(separator: "\n"), as: "x.txt"))
    }

    @Test func aMentionAtTheBeginningOfALineIsNoLabel() throws {
        #expect(try provisions("第一条　甲。", "第五条规定的罚款，另行规定。", "第二条　乙。") == [
            "art_1 | 第一条 |  | 甲。 / 第五条规定的罚款，另", "art_2 | 第二条 |  | 乙。",
        ])
    }

    @Test func aLabelWithTextRightBehindItCountsWhereItIsTheNext() throws {
        #expect(try provisions("第一条为了测试。", "第二条本市适用。", "第 三 条 丙。") == [
            "art_1 | 第一条 |  | 为了测试。", "art_2 | 第二条 |  | 本市适用。", "art_3 | 第三条 |  | 丙。",
        ])
    }

    @Test func aLabelThatComesAgainHasAnIDOfItsOwn() throws {
        #expect(try provisions("第一条　甲。", "第一条　乙。").map { $0.prefix(8) } == ["art_1 | ", "art_1__2"])
    }

    @Test func textBeforeTheFirstArticleIsThePreamble() throws {
        #expect(try provisions("（2020年1月2日青石市人民政府发布）", "目　录", "第一章　总则", "第二章　附则", "为了测试，制定本办法。",
            "第一章　总则", "第一条　甲。", "第二章　附则", "第二条　乙。") == [
            "preamble |  |  | 为了测试，制定本办法", "art_1 | 第一条 | 第一章 总则 | 甲。", "art_2 | 第二条 | 第二章 附则 | 乙。",
        ])
    }

    @Test func aSectionNamedAlikeInEveryChapterIsKept() throws {
        #expect(try provisions("第一章 总则", "第一节 一般规定", "第一条　甲。", "第二章 分则", "第一节 一般规定", "第二条　乙。") == [
            "art_1 | 第一条 | 第一章 总则 › 第一节 一般规定 | 甲。", "art_2 | 第二条 | 第二章 分则 › 第一节 一般规定 | 乙。",
        ])
    }

    @Test func aNoticeIsCutByItsSections() throws {
        #expect(try provisions("各区人民政府：", "一、总体要求", "（一）坚持节水。", "二、工作任务", "三月底前完成。", "三、其他") == [
            "para_1 |  |  | 各区人民政府：", "sec_1 | 一、 |  | 总体要求 / （一）坚持节水。",
            "sec_2 | 二、 |  | 工作任务 / 三月底前完成。", "sec_3 | 三、 |  | 其他",
        ])
    }

    @Test func aTextWithoutLabelsIsCutIntoGroupsOfParagraphs() throws {
        let paragraph = String(repeating: "水", count: 150) + "。"
        let document = try read("标题\n\(paragraph)\n\(paragraph)\n\(paragraph)", as: "x.txt")
        #expect(document.provisions.map(\.id) == ["para_1", "para_2"])
    }

    @Test func aNoticeKeepsItsOwnTextBesideTheRegulationItPrints() throws {
        let page = """
            <html><body><h1>青石市人民政府关于印发青石市节水办法的通知</h1><div id=zoom>
            <p>各区人民政府：</p><p>现将《青石市节水办法》印发给你们，请遵照执行。</p><p>青石市人民政府</p><p>2021年2月3日</p>
            <p align=center>青石市节水办法</p><p align=center>第一章　总则</p><p>第一条　节约用水。</p><p>第二条　本办法自2021年3月1日起施行。</p>
            <p>附件1</p><p>用水定额表</p></div></body></html>
            """
        let document = try read(page)
        #expect(outline(document) == [
            "preamble |  |  | 各区人民政府： / 现将《青石市节水办法 / 青石市人民政府 / 2021年2月3日",
            "art_1 | 第一条 | 青石市节水办法 › 第一章 总则 | 节约用水。",
            "art_2 | 第二条 | 青石市节水办法 › 第一章 总则 | 本办法自2021年3", "para_1 |  | 附件1 | 用水定额表",
        ])
        #expect(document.dates.written == LegalDate(iso: "2021-02-03"))
        #expect(document.origins["written"] == "signature")
        #expect(document.issuer == "青石市人民政府")
    }

    @Test func aHeadingWithNothingBelowItIsNotLost() throws {
        let page = "<html><body><h1>青石市公告</h1><div id=zoom><p>特此公告。</p><p align=center>青石市司法局</p></div></body></html>"
        #expect(try read(page).provisions.map(\.text) == ["特此公告。", "青石市司法局"])
    }

    @Test func anAkomaNtosoCollectionGivesEveryDocument() throws {
        let inner = SampleLaw.akomaNtoso.split(separator: "\n").dropFirst(2).joined(separator: "\n")
        let act = "<act name=\"地方性法规\"><meta>" + inner.replacing("</akomaNtoso>", with: "")
        let text = "<akomaNtoso><documentCollection name=\"集\"><components><component>\(act)</component>"
            + "<component>\(act)</component></components></documentCollection></akomaNtoso>"
        let documents = try DocumentReader().documents(in: Array(text.utf8), source: "x.xml")
        #expect(documents.map(\.title) == [SampleLaw.title, SampleLaw.title])
        #expect(documents.allSatisfy { outline($0) == SampleLaw.outline })
    }

    @Test func aDigestRecordBringsItsFacts() throws {
        let text = """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="digest"><meta>
            <proprietary source="#lexigram"><lex:textKind xmlns:lex="https://lexigram.example/ns/record">digest</lex:textKind>
            <lex:fact xmlns:lex="https://lexigram.example/ns/record" name="effective" value="2024-01-01" from="年度报告"/>
            </proprietary></meta><preface><p><docTitle>青石市节水规划</docTitle></p></preface>
            <mainBody><p>提要（非正文）</p><p>这是一段介绍。</p></mainBody></doc></akomaNtoso>
            """
        let document = try read(text, as: "x.xml")
        #expect(document.textKind == .digest)
        #expect(document.dates.effective == LegalDate(iso: "2024-01-01"))
        #expect(document.origins["effective"] == "年度报告")
        #expect(outline(document) == ["para_1 |  |  | 提要（非正文） / 这是一段介绍。"])
    }

    @Test func aNoticeThatPrintsARegulationKeepsBoth() throws {
        let document = try read(
            """
            <h1>青石市人民政府办公室关于印发《青石市节水管理办法》的通知</h1><div><p>青府办发〔2020〕8号</p><p>各区人民政府：</p>
            <p>现将《青石市节水管理办法》印发给你们，请遵照执行。</p><p>青石市人民政府办公室</p><p>2020年3月5日</p>
            <p>青石市节水管理办法</p><p>第一章 总则</p><p>第一条　节约用水。</p><p>第二条　自公布之日起施行。</p></div>
            """)
        #expect(document.number == "青府办发〔2020〕8号")
        #expect(document.dates.written == LegalDate(iso: "2020-03-05"))
        #expect(outline(document).map { $0.split(separator: " / ").first.map(String.init) ?? "" } == [
            "preamble |  |  | 各区人民政府：",
            "art_1 | 第一条 | 青石市节水管理办法 › 第一章 总则 | 节约用水。",
            "art_2 | 第二条 | 青石市节水管理办法 › 第一章 总则 | 自公布之日起施行。",
        ])
    }

    @Test(arguments: [
        ("青石市节水办法", "<p>（征求意见稿）</p><p>第一条　节约用水。</p>", DocumentKind.draft),
        ("青石市节水办法", "<p>现向社会公开征求意见，请于7月1日前反馈。</p><p>第一条　节约用水。</p>", .draft),
        ("我市节水工作取得新成效", "<p>本报讯（记者 张三）昨日，市水务局介绍了节水工作的成效。</p><p>全市用水量下降。</p>", .news),
        ("《青石市节水办法》政策解读", "<p>一、为什么制定这个办法？</p><p>为了节约用水。</p>", .explanation),
    ])
    func whatIsAboutLawIsToldFromLaw(title: String, body: String, kind: DocumentKind) throws {
        let document = try read("<html><head><title>\(title)</title></head><body><h1>\(title)</h1><div>\(body)</div></body></html>")
        #expect(document.kind == kind)
        #expect(!document.kind.isLaw)
    }

    @Test func theColumnOfAPortalSaysThatAPageIsNews() throws {
        let page = "<html><head><meta name=ColumnName content=政务要闻></head><body><h1>市长调研节水工作</h1><p>市长今天调研了节水工作，强调要节约用水。</p></body></html>"
        #expect(try read(page).kind == .news)
    }
}
