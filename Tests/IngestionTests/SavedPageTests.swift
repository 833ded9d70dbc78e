import Ingestion
import LegalDocuments
import Testing

/// Pages as browsers save them, with what belongs to them.
@Suite struct SavedPageTests {
    private static let page = "<html><head><meta charset=utf-8></head><body><h1>青石市节水办法</h1><p>第一条　a=b，节约用水。</p></body></html>"

    private func mail(_ coding: String, _ body: String, type: String = "text/html", more: String = "") -> [UInt8] {
        let head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://www.example.gov.cn/1.html\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"--edge\"\r\n\r\n"
        let part = "----edge\r\nContent-Type: \(type)\r\nContent-Transfer-Encoding: \(coding)\r\n\r\n\(body)\r\n"
        return Array((head + part + more + "----edge--\r\n").utf8)
    }

    /// Every byte beyond ASCII as `=E8`, with soft line breaks.
    private func quoted(_ text: String) -> String {
        var line = 0
        return text.utf8.map { byte in
            let plain = byte < 0x80 && byte != 0x3D
            let code = String(byte, radix: 16, uppercase: true)
            let piece = plain ? String(decoding: [byte], as: UTF8.self) : "=" + (code.count < 2 ? "0" : "") + code
            line += 1
            return line % 20 == 0 ? piece + "=\r\n" : piece
        }.joined()
    }

    @Test func aPageInQuotedPrintableIsReadWithItsAddress() throws {
        let document = try read(mail("quoted-printable", quoted(Self.page)), as: "x.mht")
        #expect(document.title == "青石市节水办法")
        #expect(document.provisions.map(\.text) == ["a=b，节约用水。"])
        #expect(document.url == "https://www.example.gov.cn/1.html")
        #expect(document.sources == ["x.mht"])
    }

    @Test func aPageInBase64IsRead() throws {
        // <h1>节水办法</h1><p>第一条 节水。
        let document = try read(mail("base64", "PGgxPuiKguawtOWKnuazlTwvaDE+\r\nPHA+56ys5LiA5p2hIOiKguawtOOAgg==\r\n"), as: "x.mht")
        #expect(document.title == "节水办法")
        #expect(document.provisions.map(\.text) == ["节水。"])
    }

    @Test func theCharsetOfThePartCountsWhereThePageNamesNone() throws {
        // 节水办法 and 第一条 节水。 in GB18030.
        let body = "<h1>=BD=DA=CB=AE=B0=EC=B7=A8</h1><p>=B5=DA=D2=BB=CC=F5 =BD=DA=CB=AE=A1=A3"
        #expect(try read(mail("quoted-printable", body, type: "text/html; charset=\"gb2312\""), as: "x.mht").title == "节水办法")
    }

    @Test func theFrameThatHoldsTheTextIsReadInThePagesPlace() throws {
        let frame = "----edge\r\nContent-Type: text/html\r\nContent-ID: <f@x>\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\(quoted(Self.page))\r\n"
        let document = try read(mail("8bit", "<html><body><iframe src=\"cid:f@x\"></iframe></body></html>", more: frame), as: "x.mht")
        #expect(document.title == "青石市节水办法")
    }

    @Test func aFrameOfASavedPageIsReadFromItsFolderAndNeverFromOutside() throws {
        let folder = TemporaryFolder()
        _ = folder.write(Self.page, to: "page_files/main.html")
        let page = folder.write("<frameset><frame src=\"menu.html\"><frame src=\"page_files/main.html\"></frameset>", to: "page.html")
        #expect(try DocumentReader().documents(atPath: page).map(\.title) == ["青石市节水办法"])
        _ = folder.write(Self.page, to: "secret.html")
        let hostile = folder.write("<frameset><frame src=\"../secret.html\"></frameset>", to: "a/page.html")
        #expect(throws: IngestionError(source: hostile, reason: .noContent)) { try DocumentReader().documents(atPath: hostile) }
    }

    @Test func aMessageWithoutAPageHasNoContent() {
        #expect(refusal(of: mail("8bit", "第一条　文字", type: "text/plain"), as: "x.mht") == .noContent)
    }
}
