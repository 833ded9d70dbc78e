import LegalDocuments
import Testing

@Suite struct LawReferenceTests {
    @Test(arguments: [
        ("行政复议法23条", "行政复议法|第二十三条||"), ("行政复议法 第23条", "行政复议法|第二十三条||"), ("行政复议法第二十三条第二款", "行政复议法|第二十三条|2|"),
        ("《民法典》第一千零四十二条", "民法典|第一千零四十二条||"), ("刑法第一百二十条之一", "刑法|第一百二十条之一||"), ("刑法120条之1", "刑法|第一百二十条之一||"),
        ("《行政处罚法》第33条第一款第（二）项", "行政处罚法|第三十三条|1|2"), ("中华人民共和国行政处罚法第三十三条第二项", "中华人民共和国行政处罚法|第三十三条||2"),
        ("行政复议法", "行政复议法|||"), ("《行政复议法》（2023年修订）第二十三条", "行政复议法（2023年修订）|第二十三条||"),
        ("民法典第三编第二章第四百六十三条", "民法典|第四百六十三条||"),
        ("行政复议法第三条、第五条至第八条", "行政复议法|第三条||"), ("《行政复议法第23条", "行政复议法|第二十三条||"), ("行政复议法第２３條", "行政复议法|第二十三条||"),
        ("第二十三条", "|第二十三条||"),
        ("关于适用《民法典》婚姻家庭编的解释", "关于适用《民法典》婚姻家庭编的解释|||"), ("行政复议法的第二十三条", "行政复议法|第二十三条||"), ("  「行政复议法」 ", "行政复议法|||"),
    ])
    func titleAndArticleAreTakenApart(typed: String, parts: String) throws {
        let reference = try #require(LawReference(typed))
        let numbers = [reference.paragraph, reference.item].map { $0.map { String($0) } ?? "" }
        #expect("\(reference.title)|\(reference.article?.label ?? "")|\(numbers[0])|\(numbers[1])" == parts)
    }

    @Test func blankTextIsNoReference() {
        #expect(LawReference("") == nil)
        #expect(LawReference(" 　\n") == nil)
    }

    @Test func onlyATitleInMarksOrAnArticleMakesAReferenceExplicit() {
        #expect(LawReference.explicit("行政复议法") == nil)
        #expect(LawReference.explicit("《行政复议法》")?.hasTitleMarks == true)
        #expect(LawReference.explicit("行政复议法23条")?.hasTitleMarks == false)
        #expect(LawReference.explicit("第二十三条") == nil)
        #expect(LawReference.explicit("关于适用《民法典》的解释") == nil)
        #expect(LawReference.explicit("行政复议法第零条") == nil)
        #expect(LawReference.explicit("行政复议法第三十二条之之一") == nil)
    }

    @Test(arguments: [
        ("第二十三条", 23, 0), ("第23条之一", 23, 1), ("23条", 23, 0), ("第 ２３ 条", 23, 0), ("第一千二百六十条", 1260, 0),
        ("第一百二十条之六", 120, 6),
    ])
    func anArticleLabelIsRead(label: String, number: Int, insertion: Int) throws {
        let article = try #require(ArticleNumber(label: label))
        #expect(article == ArticleNumber(number, insertion: insertion))
        #expect(ArticleNumber(label: article.label) == article)
    }

    @Test(arguments: ["", "第条", "第零条", "第三十二条之之一", "第三十二条之", "第二十三", "第99999999999999条", "第二十三条第一款", "条"])
    func whatIsNoArticleLabelIsRefused(label: String) {
        #expect(ArticleNumber(label: label) == nil)
    }

    @Test func aPlainLabelReadsAsTheSameLabelInOtherCharacters() {
        for number in [1, 10, 20, 99, 100, 101, 110, 120, 999, 1_000, 1_042, 1_260] {
            let spelled = ArticleNumber(number, insertion: 1).label
            for label in [spelled, spelled.replacing("条", with: "條"), "第\(number)条之1", "第 \(number) 条之一", "（\(spelled)"] {
                #expect(ArticleNumber(label: label) == (label.hasPrefix("（") ? nil : ArticleNumber(number, insertion: 1)), "\(label)")
            }
        }
    }

    @Test func insertedArticlesStandBetweenTheirNeighbours() {
        #expect(ArticleNumber(23).provisionID == "art_23")
        #expect(ArticleNumber(23, insertion: 1).provisionID == "art_23_1")
        #expect(
            [ArticleNumber(24), ArticleNumber(23, insertion: 2), ArticleNumber(23), ArticleNumber(23, insertion: 1)]
                .sorted().map(\.label)
                == ["第二十三条", "第二十三条之一", "第二十三条之二", "第二十四条"])
    }
}
