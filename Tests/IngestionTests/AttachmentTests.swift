import Ingestion
import LegalDocuments
import Testing

/// Files beside a page that it calls its annexes.
@Suite struct AttachmentTests {
    private let folder = TemporaryFolder()

    /// A notice whose last line is `links`, and the annex `file` beside it.
    private func reading(_ links: String, file: String, _ text: String = "用水定额表\n洗车每辆四十升。\n浇灌每亩三方。\n") throws -> Reading {
        let page = folder.write(
            "<html><head><meta charset=utf-8></head><body><h1>关于印发用水定额的通知</h1><p>各区人民政府：</p><p>现将用水定额印发给你们。</p>\(links)</body></html>",
            to: "notice.html")
        _ = folder.write(text, to: file)
        let files = try SourceWalker.files(under: [folder.path]).files
        return DocumentReader().read(atPath: page, joining: AttachmentCandidates(files))
    }

    @Test func anAnnexBesideItsPageIsPartOfItsDocument() throws {
        let reading = try reading("<p>附件：<a href='./P020230101.txt'>用水定额表.txt</a></p>", file: "P020230101.txt")
        let document = try #require(reading.documents.first)
        #expect(reading.documents.count == 1)
        let annex = try #require(document.provisions.last)
        #expect(annex.headings.first == "附件1　用水定额表（P020230101.txt）")
        #expect(annex.id.hasPrefix("att_1__"))
        #expect(annex.text.contains("洗车每辆四十升。"))
        #expect(reading.attached == [folder.path + "/P020230101.txt"])
        #expect(document.attachments == Set(reading.attached))
    }

    @Test(arguments: [
        ("P1.txt", "P1.txt"), ("./files/P1.txt", "files/P1.txt"), ("http://www.example.gov.cn/2023/P1.txt", "P1.txt"), ("P1.txt?v=2", "P1.txt"),
        ("%E9%99%84%E8%A1%A8.txt", "附表.txt"), ("/attach/download.jsp?id=7", "附件1_用水定额表.txt"),
    ])
    func aLinkIsFollowedAsPagesAreSaved(address: String, file: String) throws {
        let reading = try reading("<p><a href='\(address)'>附件1：用水定额表.txt</a></p>", file: file)
        #expect(reading.attached == [folder.path + "/" + file])
    }

    @Test(arguments: [
        // Nobody calls it an annex; it lies outside; it is the page's own text to download.
        ("<p>下载：<a href='P1.txt'>用水定额表.txt</a></p>", "P1.txt", "用水定额表\n洗车每辆四十升。\n"),
        ("<p>附件：<a href='../P2.txt'>表.txt</a></p>", "P1.txt", "用水定额表\n洗车每辆四十升。\n"),
        ("<p>附件：<a href='P1.txt'>正文.txt</a></p>", "P1.txt", "关于印发用水定额的通知\n各区人民政府：\n现将用水定额印发给你们。\n"),
    ])
    func whatIsNoAnnexStaysByItself(links: String, file: String, text: String) throws {
        let reading = try reading(links, file: file, text)
        #expect(reading.attached.isEmpty)
        #expect(reading.documents.first?.attachments.isEmpty == true)
    }
}
