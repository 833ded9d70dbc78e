import LegalDocuments
import LegalSearch

/// A few invented documents: two versions of one regulation, a numbered notice, a digest, and one that means harm.
enum SampleDocuments {
    static let day = LegalDate(year: 2026, month: 11, day: 24)!

    static let all: [LegalDocument] = [current, older, notice, digest, hostile, long]

    static func status(of document: LegalDocument) -> LegalStatus {
        switch document.id {
        case current.id, long.id: .inForce
        case older.id: .superseded
        default: .unknown
        }
    }

    static let current = LegalDocument(
        id: "示例市湖泊保护条例-2024-03-01", title: "示例市湖泊保护条例", issuer: "示例市人民代表大会常务委员会",
        kind: .localRegulation, region: "示例市",
        dates: DocumentDates(
            adopted: LegalDate(year: 2024, month: 3, day: 1), effective: LegalDate(year: 2024, month: 6, day: 1),
            version: LegalDate(year: 2024, month: 3, day: 1)),
        indexNumber: "示例-2024-001", url: "https://law.example/lakes",
        origins: ["issuer": "preface", "effective": "text: art_5", "version": "file name", "adopted": "page table: 通过日期"],
        provisions: [
            Provision(id: "art_1", label: "第一条", headings: ["第一章 总则"], text: "为了保护湖泊，维护岸线和水质，结合本市实际，制定本条例。"),
            Provision(
                id: "art_2", label: "第二条", headings: ["第一章 总则"],
                text: "本市行政区域内湖泊的保护和管理，适用本条例。\n前款所称湖泊，包括天然湖和人工湖。"),
            Provision(
                id: "art_3", label: "第三条", headings: ["第二章 保护", "第一节 岸线"],
                text: "岸线范围内禁止下列行为：\n（一）倾倒垃圾；\n（二）擅自采砂；\n（三）法律、法规禁止的其他行为。\n违反前款规定的，责令限期改正。"),
            Provision(
                id: "art_4", label: "第四条", headings: ["第二章 保护", "第二节 水质"], text: "水质监测每月不少于一次，监测结果在十五日内公布。"),
            Provision(id: "art_5", label: "第五条", headings: ["第三章 附则"], text: "本条例自2024年6月1日起施行。"),
        ],
        sources: ["示例/湖泊保护条例.html", "示例/湖泊保护条例(副本).html"])

    static let older = LegalDocument(
        id: "示例市湖泊保护条例-2016-05-10", title: "示例市湖泊保护条例", issuer: "示例市人民代表大会常务委员会",
        kind: .localRegulation, region: "示例市",
        dates: DocumentDates(version: LegalDate(year: 2016, month: 5, day: 10)),
        provisions: [Provision(id: "art_1", label: "第一条", text: "为了保护湖泊和岸线，制定本条例。")],
        sources: ["示例/湖泊保护条例(2016-05-10).md"])

    static let notice = LegalDocument(
        id: "示府发-2023-62", title: "示例市人民政府关于加强湖泊岸线管理的通知", number: "示府发〔2023〕62号", issuer: "示例市人民政府",
        kind: .normativeDocument, region: "示例市", dates: DocumentDates(written: LegalDate(year: 2023, month: 5, day: 7)),
        origins: ["number": "page table: 发文字号", "written": "meta: PubDate"],
        provisions: [
            Provision(id: "sec_1", label: "一、", text: "各区要落实湖泊岸线巡查，每周不少于两次。"),
            Provision(id: "sec_2", label: "二、", text: "发现侵占岸线的，当日上报。"),
        ],
        sources: ["示例/62号.html"])

    static let digest = LegalDocument(
        id: "示府办发-2023-93", title: "示例市人民政府办公室关于争议协调的办法（提要）", number: "示府办发〔2023〕93号", issuer: "示例市人民政府办公室",
        kind: .normativeDocument, textKind: .digest,
        provisions: [Provision(id: "para_1", label: "", text: "讲湖泊管理争议怎样协调，由谁受理，多久答复。")], sources: ["示例/93号.xml"])

    static let hostile = LegalDocument(
        id: "坏/页?#&\"<", title: "<script>alert(\"湖泊\")</script> & 'x'", number: "\"><img src=x>", issuer: "<b>某</b>机关",
        url: "javascript:alert(1)", origins: ["issuer": "<i>某处</i>"],
        provisions: [
            Provision(id: "art_1\" onclick=\"x", label: "第<u>一</u>条", headings: ["<h1>章</h1>"], text: "湖泊</p><script>1</script>\u{0}")
        ],
        sources: ["<文件>.html"])

    /// One with very many articles.
    static let long = LegalDocument(
        id: "示例水法典", title: "中华人民共和国示例水法典", kind: .law,
        provisions: (1...400).map {
            Provision(id: "art_\($0)", label: "第\($0)条", headings: ["第一编 通则"], text: "第\($0)项水事，由县级以上人民政府水行政主管部门依照规定处理。")
        },
        sources: ["示例/水法典.txt"])
}
