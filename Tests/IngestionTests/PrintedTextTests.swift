import Glibc
import Ingestion
import LegalDocuments
import Testing

/// Text whose lines were broken where a page or a screen ended.
@Suite struct PrintedTextTests {
    @Test func linesBrokenAtAFixedWidthAreJoinedAgain() throws {
        let text = """
                      青石市节水办法

            　　第一条　节约用水是全社会的共同责任，任何单位和
            个人都应当节约用水，不得浪费水资源，并有权举报浪费
            水资源的行为。
            　　依照第三条的规定处理，任何单位和个人都应当按照
            第三条的规定接受检查，如实提供有关情况和资料，不得
            拒绝。
            　　第二条　本办法自公布之日起施行。
            """
        let document = try read(text, as: "x.txt")
        #expect(document.title == "青石市节水办法")
        #expect(document.provisions.map(\.text) == [
            "节约用水是全社会的共同责任，任何单位和个人都应当节约用水，不得浪费水资源，并有权举报浪费水资源的行为。\n"
                + "依照第三条的规定处理，任何单位和个人都应当按照第三条的规定接受检查，如实提供有关情况和资料，不得拒绝。",
            "本办法自公布之日起施行。",
        ])
    }

    @Test func aTextOfWholeParagraphsIsLeftAsItIs() throws {
        let text = "青石市节水办法\n第一条　节水。\n（一）公园\n（二）道路\n第二条　施行。\n"
        #expect(try read(text, as: "x.txt").provisions.map(\.text) == ["节水。\n（一）公园\n（二）道路", "施行。"])
    }

    private static let hasPoppler = unsafe access("/usr/bin/pdftotext", X_OK) == 0

    /// One page with a text in the Adobe-GB1 fonts that every reader knows; the reader finds the objects by itself.
    private func pdf(_ lines: [String]) -> [UInt8] {
        func hex(_ text: String) -> String {
            text.utf16.map { unit in
                let digits = String(unit, radix: 16)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
        let shown = lines.enumerated().map { "1 0 0 1 80 \(760 - $0 * 24) Tm <\(hex($1))> Tj" }.joined(separator: "\n")
        let content = "BT /F1 14 Tf\n\(shown)\nET"
        return Array("""
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj
            4 0 obj <</Length \(content.utf8.count)>> stream
            \(content)
            endstream endobj
            5 0 obj <</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R]>> endobj
            6 0 obj <</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 0>>>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """.utf8)
    }

    @Test(.enabled(if: hasPoppler, "pdftotext is not installed"))
    func aPDFWithoutATextLayerIsNamedAsAScan() {
        #expect(refusal(of: pdf([]), as: "x.pdf") == .scanned)
    }

    @Test(.enabled(if: hasPoppler, "pdftotext is not installed"))
    func aBrokenPDFIsNamedWithTheProgramsWords() {
        guard case .programFailed("pdftotext", _)? = refusal(of: Array("%PDF-1.4\nbroken".utf8), as: "x.pdf") else {
            Issue.record("not refused")
            return
        }
    }
}
