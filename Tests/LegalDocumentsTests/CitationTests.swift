import LegalDocuments
import Testing

@Suite struct CitationTests {
    private func words(_ citation: Citation, in text: String) -> String {
        String(String.UnicodeScalarView(Array(text.unicodeScalars)[citation.span]))
    }

    @Test(arguments: [
        ("根据《中华人民共和国行政处罚法》，制定本办法。", "《中华人民共和国行政处罚法》"),
        ("依照刑法第二百三十二条的规定处罚。", "刑法第二百三十二条"),
        ("违反治安管理处罚法的，由公安机关处罚。", "治安管理处罚法"),
        ("参照《样例市收费办法》（样府发〔2019〕7号）执行。", "《样例市收费办法》（样府发〔2019〕7号）"),
        ("依照森林法实施条例第三十条办理。", "森林法实施条例第三十条"),
        ("《样例省〈中华人民共和国水法〉实施办法》同时废止。", "《样例省〈中华人民共和国水法〉实施办法》"),
        ("具有民法典第五百六十三条规定的情形的。", "民法典第五百六十三条"),
        ("鄂府发〔2023〕62号《关于公布清单的通知》已经印发。", "鄂府发〔2023〕62号《关于公布清单的通知》"),
        ("依照《《样例法》》第一条。", "《《样例法》》第一条"), ("违反民事诉讼法专属管辖规定的。", "民事诉讼法"), ("涉嫌刑法分则第四章规定的犯罪案件。", "刑法"),
        ("我院以法〔1998〕86号通知印发。", "法〔1998〕86号"),
        ("按照行业标准《样例编码规则说明》填写。", "《样例编码规则说明》"),
    ])
    func aCitationIsFoundWithItsWords(text: String, expected: String) {
        #expect(Citation.matches(in: text).map { words($0, in: text) } == [expected])
    }

    @Test(arguments: [
        "播出《法视界》《交广有话说》等法治栏目。", "依法办理《营业执照》的，应当出示。", "依照本法第三条、本条例第五条的规定。",
        "公司法人应当登记，海关法规另行公布。", "由宪法和法律委员会统一审议。", "看了《说法》这个节目，很有办法。",
        "应当制定应急预案、管理制度等文件。", "第零条、第三十二条之之一、《《》》、〔20233〕都不成引用。",
        "公告在《样例专利内部通报》上刊登。", "税目、税率依照本条例所附《税目税率表》执行。",
    ])
    func whatNamesNoDocumentIsNoCitation(text: String) {
        #expect(Citation.matches(in: text).isEmpty)
    }

    @Test func listsAndRangesOfArticlesAreReadToTheirEnd() {
        let text = "违反《样例法》第三条、第五条至第八条和第九条第二款第（三）项、第四项的"
        let found = Citation.matches(in: text)
        #expect(found.compactMap { $0.place?.label } == ["第三条", "第五条至第八条", "第九条第二款第三项"])
        #expect(Set(found.compactMap(\.title)) == ["样例法"])
        #expect(found.map { words($0, in: text) }.dropFirst() == ["第五条至第八条", "第九条第二款第（三）项、第四项"])
    }

    @Test func aJointTiesAnArticleToTheLawBeforeIt() {
        let found = Citation.matches(in: "构成刑法第一百二十条之一规定的帮助恐怖活动罪或者第一百九十一条规定的洗钱罪的")
        #expect(found.compactMap { $0.place?.article.label } == ["第一百二十条之一", "第一百九十一条"])
    }

    @Test func aShortFormIsUnderstoodInLaterTexts() {
        var finder = CitationFinder()
        let first = finder.citations(in: "根据《样例市犬只管理条例》（以下简称《条例》），制定本办法。")
        let second = finder.citations(in: "依照《条例》第九条处理；条例第十条另有规定的除外。")
        #expect(first.count == 1)
        #expect(second.map(\.title) == ["样例市犬只管理条例", "样例市犬只管理条例"])
        #expect(second.compactMap { $0.place?.article.number } == [9, 10])
    }

    @Test(arguments: [
        ("根据《样例法》，制定本办法。", Citation.Relation.basis), ("依照《样例法》的规定处罚。", .applies),
        ("原《样例市收费办法》同时废止。", .repeals), ("样府发〔2012〕3号文件同时废止。", .repeals), ("自2024年1月1日起停止执行《样例市旧规定》。", .repeals), ("《样例法》中关于收费的规定同时废止。", .mentions),
        ("《样例法》第三条同时废止。", .amends), ("对《样例市收费办法》作如下修改：", .amends), ("参照《样例法》执行。", .refers),
        ("印发《样例市收费办法》。", .prints), ("学习新修订《样例法》。", .mentions), ("《样例市收费办法》未废止。", .mentions),
    ])
    func theWordsAroundTellWhatFor(text: String, relation: Citation.Relation) {
        #expect(Citation.matches(in: text).map(\.relation) == [relation])
    }

    @Test func aListIsRepealedAsAWhole() {
        let text = "2001年3月2日市人民政府发布的《甲办法细则》和2003年4月5日市人民政府令第9号公布的《乙办法细则》、《丙办法细则》（样府发〔2010〕5号）同时废止。"
        #expect(Citation.matches(in: text).map(\.relation) == [.repeals, .repeals, .repeals])
    }

    /// Bracket and mark missing as real reports have it, in our own words.
    @Test func titlesThatLostAMarkOrABracketAreFound() {
        let text = "施行《甲市养犬管理条例》《甲市雨水建设管理条例5部法规，印发甲市人民政府关于公布甲市市长奖管理办法的通知甲府发〔2023〕31号)等文件。"
            + "制发行政执法协调监督工作指引、行政执法监督文书范本等制度性文件，推出“建设一流营商环境实施方案4.0版(300条举措)”。"
        #expect(
            Citation.matches(in: text).map(\.title) == [
                "甲市养犬管理条例", "甲市雨水建设管理条例", "甲市人民政府关于公布甲市市长奖管理办法的通知", "行政执法协调监督工作指引", "行政执法监督文书范本",
                "建设一流营商环境实施方案4.0版(300条举措)",
            ])
        #expect(Citation.matches(in: text)[2].number?.canonical == "甲府发〔2023〕31号")
    }

    @Test func hostileTextEndsWithoutACrash() {
        for text in [
            String(repeating: "《", count: 20_000), String(repeating: "《法》", count: 5_000) + "第一条",
            "《" + String(repeating: "长", count: 10_000) + "办法》第一条", "依照法" + String(repeating: "第一条、", count: 3_000),
            String(repeating: "（", count: 5_000) + "以下简称", "《〈《〈》〉》〉第十条", "民法典第九九九九九九九九九九九九九九九九九九九条",
            "\u{FFFD}\u{0}《\u{200B}法\u{200B}》", "以下简称《》《法》（以下简称）第三条",
        ] {
            let count = text.unicodeScalars.count
            for citation in Citation.matches(in: text) { #expect(0..<count ~= citation.span.lowerBound && citation.span.upperBound <= count) }
        }
    }

    @Test func theReportNamesTwentyDocuments() throws {
        guard let report = SharedFile.text("report/report.txt") else { return }
        let found = Citation.matches(in: report)
        #expect(found.count == 20)
        #expect(!found.contains { $0.title?.contains("法视界") ?? false })
    }
}
