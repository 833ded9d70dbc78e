import FoundationEssentials
import Ingestion
import LegalDocuments
import Testing

/// What is written as Akoma Ntoso is read again as it was.
@Suite struct AkomaNtosoWritingTests {
    private static let law = LegalDocument(
        id: "示例法", title: "示例市古井保护条例", number: "示例市人民代表大会常务委员会公告第3号",
        issuer: "示例市人民代表大会常务委员会", kind: .localRegulation,
        dates: DocumentDates(
            published: LegalDate(iso: "2019-04-02"), adopted: LegalDate(iso: "2019-03-28"),
            effective: LegalDate(iso: "2019-06-01"), version: LegalDate(iso: "2023-01-09")),
        origins: ["title": "page title", "adopted": "text: art_4"],
        provisions: [
            Provision(id: "preamble", label: "", text: "为了保护古井 & <老街>，制定本条例。"),
            Provision(id: "art_1", label: "第一条", headings: ["第一编 总则", "第一章 一般规定"], text: "古井属于大家。"),
            Provision(
                id: "art_2", label: "第二条", headings: ["第一编 总则", "第二章 养护", "第一节 责任"],
                text: "养护人应当：\n（一）清淤；\n（二）检查下列各处：\n1.井壁；\n2.井台；\n（三）记录。\n前款规定不适用于水库。"),
            Provision(id: "art_2_1", label: "第二条之一", headings: ["第一编 总则", "第二章 养护", "第一节 责任"], text: "可以补助。"),
            Provision(id: "art_3", label: "第三条", headings: ["第二编 附则"], text: "本条例自2019年6月1日起施行。"),
        ])

    private func again(_ document: LegalDocument) throws -> LegalDocument {
        let read = try DocumentReader().documents(in: AkomaNtosoDocument(document).bytes, source: "a.xml")
        #expect(read.count == 1)
        return try #require(read.first)
    }

    @Test func textHeadingsAndFactsComeBack() throws {
        let read = try again(Self.law)
        #expect(read.provisions == Self.law.provisions)
        #expect(read.title == Self.law.title)
        #expect(read.number == Self.law.number)
        #expect(read.issuer == Self.law.issuer)
        #expect(read.kind == Self.law.kind)
        #expect(read.dates == Self.law.dates)
        #expect(read.origins["adopted"] == "text: art_4")
    }

    @Test func everyPlaceHasAnIdentifierOfItsOwn() {
        let text = String(decoding: AkomaNtosoDocument(Self.law).bytes, as: UTF8.self)
        let identifiers = text.split(separator: "eId=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(identifiers).count == identifiers.count)
        for id in ["part_1__chp_2__sec_1", "art_2", "art_2__para_1", "art_2__para_1__point_2__indent_1", "art_2__para_2"] {
            #expect(identifiers.contains(id))
        }
    }

    @Test func aDigestAndATextThatIsNoLawStayWhatTheyAre() throws {
        var digest = Self.law
        digest.textKind = .digest
        #expect(try again(digest).textKind == .digest)
        let news = LegalDocument(
            title: "古井开放一周年", kind: .news, provisions: [Provision(id: "para_1", label: "", text: "来了许多人。\n都说好。")])
        let read = try again(news)
        #expect(read.kind == .news)
        #expect(read.issuer == nil)
        #expect(read.dates == DocumentDates())
        #expect(read.provisions == news.provisions)
        #expect(String(decoding: AkomaNtosoDocument(news).bytes, as: UTF8.self).contains("<doc name=\"新闻\""))
    }

    @Test func theDocumentsThatComeWithTheProgramComeBack() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Corpus").path
        var count = 0
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            guard let documents = try? DocumentReader().documents(atPath: folder + "/" + name) else { continue }
            for document in documents {
                let read = try again(document)
                #expect(read.provisions == document.provisions, "\(name)")
                #expect(read.dates == document.dates, "\(name)")
                count += 1
            }
        }
        #expect(count >= 20)
    }
}

@Suite struct AkomaNtosoAddressTests {
    @Test func anAddressIsReadAsItIsWritten() throws {
        let address = AkomaNtosoAddress(
            workDate: LegalDate(iso: "2017-09-01"), work: "行政处罚法-2017", expression: LegalDate(iso: "2021-01-22"))
        #expect(address.workPath == "/akn/cn/act/2017-09-01/行政处罚法-2017")
        #expect(address.expressionPath == "/akn/cn/act/2017-09-01/行政处罚法-2017/zho@2021-01-22")
        let parts = address.expressionPath.split(separator: "/").dropFirst().map(String.init)
        #expect(AkomaNtosoAddress(components: parts) == address)
        var article = address
        article.portion = "art_23"
        #expect(AkomaNtosoAddress(components: parts + ["~art_23"]) == article)
        #expect(AkomaNtosoAddress(components: parts + ["!main~art_23"]) == article)
    }

    @Test(arguments: ["cn", "cn/act/2017-09-01", "uk/act/2017-09-01/1", "cn/act/2017-09-01/a/zho@2017-13-40", "cn/act/2017-09-01/a/b"])
    func whatIsNoAddressIsNotRead(path: String) {
        #expect(AkomaNtosoAddress(components: path.split(separator: "/").map(String.init)) == nil)
    }
}
