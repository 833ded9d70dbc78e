import Ingestion
import LegalDocuments
import Testing

@Suite struct OfficeTests {
    // MARK: Word

    private static func paragraph(_ text: String, _ properties: String = "", list: Int? = nil, level: Int = 0) -> String {
        let number = list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
        return "<w:p><w:pPr>\(properties)\(number)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    private static let centred = "<w:jc w:val=\"center\"/>"

    private static let numbering = """
        <w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="5">
        <w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>
        """

    private static func word(_ body: String, numbering: String? = nil) -> [UInt8] {
        var parts = [
            (name: "[Content_Types].xml", text: "<Types/>"),
            (name: "word/document.xml", text: "<w:document xmlns:w=\"w\"><w:body>\(body)<w:sectPr/></w:body></w:document>"),
            (name: "word/header1.xml", text: "<w:hdr xmlns:w=\"w\"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>"),
        ]
        if let numbering { parts.append((name: "word/numbering.xml", text: numbering)) }
        return StoredZIP.bytes(parts)
    }

    @Test func aWordDocumentGivesItsArticlesAndNothingOfItsHeader() throws {
        let document = try read(
            Self.word(
                Self.paragraph("青石市节水办法", Self.centred) + Self.paragraph("第一章　总则", Self.centred)
                    + Self.paragraph("第一条　节约用水。") + Self.paragraph("人人有责。") + Self.paragraph("第二条　自2020年1月1日起施行。")),
            as: "x.docx")
        #expect(document.title == "青石市节水办法")
        #expect(outline(document) == [
            "art_1 | 第一条 | 第一章 总则 | 节约用水。 / 人人有责。", "art_2 | 第二条 | 第一章 总则 | 自2020年1月1日",
        ])
    }

    @Test func numbersThatWordOnlyCountsAreWrittenOut() throws {
        let document = try read(
            Self.word(
                Self.paragraph("青石市节水办法", Self.centred) + Self.paragraph("节约用水。", list: 1)
                    + Self.paragraph("公园；", list: 1, level: 1) + Self.paragraph("道路。", list: 1, level: 1)
                    + Self.paragraph("浇灌；", list: 1, level: 2) + Self.paragraph("违者处罚。", list: 1)
                    + Self.paragraph("学校。", list: 1, level: 1),
                numbering: Self.numbering), as: "x.docx")
        #expect(document.provisions.map(\.label) == ["第九条", "第十条"])
        #expect(document.provisions.map(\.text) == ["节约用水。\n（一）公园；\n（二）道路。\n1.浇灌；", "违者处罚。\n（一）学校。"])
    }

    @Test func deletedAndHiddenTextIsLeftOutAndInsertedTextKept() throws {
        let body = Self.paragraph("青石市节水办法", Self.centred)
            + "<w:p><w:r><w:t>第一条　节</w:t></w:r><w:del><w:r><w:delText>省</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>约</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>用水。</w:t></w:r></w:p>"
        #expect(try read(Self.word(body), as: "x.docx").provisions.map(\.text) == ["节约用水。"])
    }

    @Test func theRowsOfATableStandInTheArticleTheyFollow() throws {
        func row(_ cells: String...) -> String {
            "<w:tr>" + cells.map { "<w:tc>\(Self.paragraph($0))</w:tc>" }.joined() + "</w:tr>"
        }
        let body = Self.paragraph("青石市节水办法", Self.centred) + Self.paragraph("第一条　标准如下：")
            + "<w:tbl>\(row("项目", "数额"))\(row("补助", "100元"))</w:tbl>"
        #expect(try read(Self.word(body), as: "x.docx").provisions.map(\.text) == ["标准如下：\n项目　数额\n补助　100元"])
    }

    @Test func aDocumentIsJudgedByItsContentWhateverItsName() throws {
        let bytes = Self.word(Self.paragraph("青石市节水办法", Self.centred) + Self.paragraph("第一条　节约用水。"))
        #expect(try read(bytes, as: "x.zip").provisions.count == 1)
    }

    @Test func aWordDocumentCutShortIsMalformed() {
        let bytes = Self.word(Self.paragraph("第一条　节约用水。"))
        guard case .malformed? = refusal(of: Array(bytes.prefix(bytes.count / 2)), as: "x.docx") else {
            Issue.record("a cut file was read, or named otherwise")
            return
        }
    }

    @Test func anEncryptedDocumentIsNamedAsSuch() {
        let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(refusal(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + name, as: "x.docx") == .encrypted)
    }

    @Test func aSpreadsheetIsNamed() {
        let bytes = StoredZIP.bytes([("xl/workbook.xml", "<workbook/>")])
        #expect(refusal(of: bytes, as: "x.xlsx") == .unsupportedFormat("Excel spreadsheet"))
    }

    // MARK: OFD

    private static func ofd(pages: [[(x: Double, y: Double, text: String)]]) -> [UInt8] {
        var parts = [
            (name: "OFD.xml", text: "<ofd:OFD xmlns:ofd=\"o\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"),
            (
                name: "Doc_0/Document.xml",
                text: "<ofd:Document xmlns:ofd=\"o\"><ofd:Pages>"
                    + pages.indices.map { "<ofd:Page BaseLoc=\"Pages/\($0).xml\"/>" }.joined() + "</ofd:Pages></ofd:Document>"
            ),
        ]
        for (index, page) in pages.enumerated() {
            let objects = page.map { line in
                "<ofd:TextObject Boundary=\"\(line.x) \(line.y) \(Double(line.text.unicodeScalars.count) * 5) 5\" Size=\"5\">"
                    + "<ofd:TextCode X=\"0\" Y=\"4\">\(line.text)</ofd:TextCode></ofd:TextObject>"
            }
            parts.append((
                name: "Doc_0/Pages/\(index).xml",
                text: "<ofd:Page xmlns:ofd=\"o\"><ofd:Content><ofd:Layer>\(objects.joined())</ofd:Layer></ofd:Content></ofd:Page>"))
        }
        return StoredZIP.bytes(parts)
    }

    @Test func thePagesOfAnOFDFileBecomeParagraphsAgain() throws {
        let bytes = Self.ofd(pages: [
            [
                (60, 20, "青石市节水办法"), (30, 40, "第一条　节约用水是全社会的共同责任，任"), (20, 50, "何单位和个人都应当节约用水，不得浪费，"),
                (90, 280, "— 1 —"),
            ],
            [(20, 20, "并有权举报。"), (30, 30, "第二条　本办法自公布之日起施行。"), (90, 280, "— 2 —")],
        ])
        let document = try read(bytes, as: "x.ofd")
        #expect(document.title == "青石市节水办法")
        #expect(document.provisions.map(\.text) == [
            "节约用水是全社会的共同责任，任何单位和个人都应当节约用水，不得浪费，并有权举报。", "本办法自公布之日起施行。",
        ])
    }

    @Test func anOFDFileOfPicturesIsNamedAsAScan() {
        #expect(refusal(of: Self.ofd(pages: [[], []]), as: "x.ofd") == .scanned)
    }
}
