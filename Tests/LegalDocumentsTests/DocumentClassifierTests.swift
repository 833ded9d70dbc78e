import LegalDocuments
import Testing

@Suite struct DocumentClassifierTests {
    @Test(arguments: [
        ("中华人民共和国行政复议法", DocumentKind.law), ("行政复议法（2023年修订）", .law), ("中华人民共和国刑法修正案（十一）", .law), ("民法典", .law),
        ("中华人民共和国宪法", .constitution),
        ("内蒙古自治区供热条例", .localRegulation), ("郑州市建设项目审计条例", .localRegulation), ("失业保险条例", .administrativeRegulation),
        ("中华人民共和国尘肺病防治条例", .administrativeRegulation),
        ("最高人民法院关于审理环境侵权责任纠纷案件适用法律若干问题的解释", .judicialInterpretation), ("道路交通事故处理程序规定", .departmentalRule),
        ("《鄂尔多斯市供热管理办法》解读", .explanation), ("内蒙古自治区供热条例（征求意见稿）", .draft), ("内蒙古自治区供热条例（草案）", .draft),
        ("消费者权益保护典型案例", .judicialCase),
        ("鄂尔多斯市人民政府关于做好就业工作的通知", .normativeDocument), ("北京市实施《中华人民共和国献血法》办法", .localRegulation),
        ("大理白族自治州洱海保护管理条例", .localRegulation),
    ])
    func theTitleTellsTheKind(title: String, kind: DocumentKind) {
        #expect(DocumentClassifier.kind(title: title, issuer: nil, number: nil) == kind)
    }

    @Test(arguments: [
        ("某某办法", "国务院令第711号", DocumentKind.administrativeRegulation), ("某某办法", "山西省人民政府令第179号", .localRule),
        ("某某办法", "公安部令第104号", .departmentalRule),
        ("某某意见", "鄂府发〔2023〕62号", .normativeDocument), ("某某批复", "法释〔2020〕26号", .judicialInterpretation),
        ("某某条例", "鄂尔多斯市人民代表大会常务委员会公告第34号", .localRegulation), ("某某法", "主席令第一〇四号", .law),
    ])
    func theNumberTellsTheKind(title: String, number: String, kind: DocumentKind) {
        #expect(DocumentClassifier.kind(title: title, issuer: nil, number: DocumentNumber(number)) == kind)
    }

    @Test func theMakerOfARegulationTellsItsRank() {
        func kind(_ title: String, by issuer: String) -> DocumentKind? {
            DocumentClassifier.kind(title: title, issuer: issuer, number: nil)
        }
        #expect(kind("户口登记条例", by: "全国人民代表大会常务委员会") == .law)
        #expect(kind("泰山风景名胜区条例", by: "山东省人民代表大会常务委员会") == .localRegulation)
        #expect(kind("上海市不动产登记若干规定", by: "上海市人民代表大会常务委员会") == .localRegulation)
        #expect(kind("缔结条约管理办法", by: "国务院") == .administrativeRegulation)
        #expect(kind("某某管理办法", by: "国家税务总局") == .departmentalRule)
    }

    @Test func whatTheTitleLeavesOpenIsNotGuessed() {
        #expect(DocumentClassifier.kind(title: "某市某区供热办法", issuer: "某区人民政府", number: nil) == nil)
        #expect(DocumentClassifier.kind(title: "首页", issuer: nil, number: nil) == nil)
        #expect(DocumentClassifier.kind(title: "", issuer: nil, number: nil) == nil)
    }

    @Test(arguments: [
        ("内蒙古自治区供热条例", "内蒙古"), ("鄂尔多斯市供热管理办法", "鄂尔多斯"), ("上海市养犬管理条例", "上海"), ("黑龙江省统计条例", "黑龙江"), ("深圳经济特区道路条例", "深圳"),
        ("云南省大理白族自治州洱海保护管理条例", "大理"), ("延边朝鲜族自治州城市管理条例", "延边"), ("长阳土家族自治县森林资源保护条例", "长阳"), ("海南省旅游条例", "海南"),
        ("海南藏族自治州水利管理条例", "海南州"), ("上海口岸服务条例", "上海"), ("广西壮族自治区信访条例", "广西"), ("中国（上海）自由贸易试验区条例", "上海"),
        ("绍兴古城保护利用条例", "绍兴"), ("香港特别行政区某条例", "香港"),
    ])
    func aTitleNamesItsRegion(title: String, region: String) {
        #expect(DocumentClassifier.region(title: title, issuer: nil) == region)
    }

    @Test func theIssuerNamesTheRegionWhereTheTitleDoesNot() {
        #expect(DocumentClassifier.region(title: "关于稳就业的通知", issuer: "内蒙古自治区鄂尔多斯市人民政府") == "鄂尔多斯")
        for title in [
            "中华人民共和国行政复议法", "城市房地产开发经营管理条例", "民族自治地方规定", "黄山风景名胜规定", "台湾同胞投资保护法", "台湾同胞投资保护法实施细则", "香港特别行政区基本法",
            "道路交通事故处理程序规定", "",
        ] {
            #expect(DocumentClassifier.region(title: title, issuer: nil) == nil, "\(title)")
        }
    }
}

@Suite struct DocumentIDTests {
    private let day = LegalDate(year: 2023, month: 9, day: 1)

    @Test func aNumberMakesTheIdWhereItNamesOneDocument() {
        #expect(DocumentID.base(number: DocumentNumber("鄂府发〔2023〕62号"), title: "某通知", date: day) == "鄂府发-2023-62")
        #expect(DocumentID.base(number: DocumentNumber("国务院令第711号"), title: "信息公开条例", date: day) == "信息公开条例-2023-09-01")
        #expect(DocumentID.base(number: DocumentNumber("财政部公告2015年第3号"), title: "某公告", date: nil) == "某公告")
    }

    @Test func aTitleAndItsDateMakeTheIdOtherwise() {
        #expect(DocumentID.base(number: nil, title: "中华人民共和国行政复议法", date: day) == "行政复议法-2023-09-01")
        #expect(DocumentID.base(number: nil, title: "中华人民共和国著作权法", date: day) == "著作权法-2023-09-01")
        #expect(DocumentID.base(number: DocumentNumber("鄂府發[2023]62號"), title: "某通知", date: day) == "鄂府发-2023-62")
        #expect(DocumentID.base(number: nil, title: "关于适用《民法典》的解释（一）", date: nil) == "关于适用-民法典-的解释-一")
        #expect(DocumentID.base(number: nil, title: "《》…", date: nil) == "无题")
        #expect(DocumentID.base(number: nil, title: "中华人民共和国", date: nil) == "中华人民共和国")
    }

    @Test func everyIdIsValidHoweverLongOrStrangeTheTitle() {
        for title in [String(repeating: "关于、", count: 200), "", "a/b?c#d %", "𠮷野家条例", "ＡＢＣ　１２３", "-", "\u{0}\u{200B}"] {
            for date in [nil, day] {
                #expect(DocumentID.isValid(DocumentID.base(number: nil, title: title, date: date)), "\(title)")
            }
        }
        for id in ["", "-", "a/b", "a b", "a-", String(repeating: "长", count: 81)] { #expect(!DocumentID.isValid(id)) }
    }
}
