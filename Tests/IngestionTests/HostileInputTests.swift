import Glibc
import Ingestion
import LegalDocuments
import Testing

@Suite struct HostileInputTests {
    private func page(depth: Int) -> [UInt8] {
        let open = String(repeating: "<div>", count: depth)
        return Array("<html><body><p>第一条　开头。</p>\(open)<p>第二条　里面。</p></body></html>".utf8)
    }

    @Test(arguments: [300, 100_000])
    func aPageThatTheParserGivesUpOnIsRefused(depth: Int) {
        #expect(refusal(of: page(depth: depth)) == .tooDeep(limit: IngestionLimits.elementDepth))
    }

    @Test func unclosedElementsBeyondTheLimitAreRefusedToo() {
        let fonts = String(repeating: "<font>", count: 260)
        let bytes = Array("<html><body>\(fonts)<p>第一条　丢了。</p></body></html>".utf8)
        #expect(refusal(of: bytes) == .tooDeep(limit: IngestionLimits.elementDepth))
    }

    @Test func aPageOfOrdinaryDepthIsRead() throws {
        #expect(try read(page(depth: 200)).provisions.count == 2)
    }

    @Test func xmlNestedTooDeepIsRefused() {
        let open = String(repeating: "<a>", count: 5000)
        let close = String(repeating: "</a>", count: 5000)
        let bytes = Array("<akomaNtoso>\(open)\(close)</akomaNtoso>".utf8)
        #expect(refusal(of: bytes, as: "x.xml") == .tooDeep(limit: IngestionLimits.elementDepth))
    }

    @Test(arguments: [
        "<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><akomaNtoso>&x;</akomaNtoso>",
        "<!DOCTYPE akomaNtoso [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]><akomaNtoso/>",
        "<!DOCTYPE akomaNtoso [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><akomaNtoso>&c;</akomaNtoso>",
    ])
    func entitiesAreForbidden(text: String) {
        #expect(refusal(of: Array("<?xml version=\"1.0\"?>\(text)".utf8), as: "x.xml") == .entityForbidden)
    }

    @Test func anEntityThatNobodyDeclaredIsMalformed() {
        let reason = refusal(of: Array("<?xml version=\"1.0\"?><akomaNtoso><act>&x;</act></akomaNtoso>".utf8), as: "x.xml")
        guard case .malformed(let words)? = reason else {
            Issue.record("not refused as malformed: \(String(describing: reason))")
            return
        }
        #expect(words.hasPrefix("line 1: "))
    }

    @Test func xmlCutShortIsMalformed() {
        let bytes = Array(SampleLaw.akomaNtoso.utf8.prefix(900))
        guard case .malformed? = refusal(of: bytes, as: "x.xml") else {
            Issue.record("a cut file was read")
            return
        }
    }

    @Test func xmlOfAnotherVocabularyIsNamed() {
        let bytes = Array("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>".utf8)
        #expect(refusal(of: bytes) == .unsupportedFormat("XML with the root element rss"))
    }

    @Test func aPictureNamedAsAPageIsNamed() {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        #expect(refusal(of: png) == .notText(looksLike: "PNG picture"))
        #expect(refusal(of: [0xFF, 0xD8, 0xFF, 0xE0]) == .notText(looksLike: "JPEG picture"))
    }

    @Test func randomBytesAreNoText() {
        var state: UInt64 = 7
        let bytes = (0..<20_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        #expect(refusal(of: bytes) == .notText(looksLike: "binary data"))
    }

    @Test(arguments: ["", "  \n\t ", "\u{FEFF}"])
    func anEmptyFileIsEmpty(text: String) {
        #expect(refusal(of: Array(text.utf8)) == .empty)
    }

    @Test(arguments: [
        "<html><body></body></html>", "<html><head><title>首页</title></head><body><a href=\"/\">首页</a></body></html>",
    ])
    func aPageWithoutADocumentHasNoContent(text: String) {
        #expect(refusal(of: Array(text.utf8)) == .noContent)
    }

    @Test func missingAndUnreadableFilesAreTold() {
        #expect(throws: IngestionError(source: "/nowhere/x.html", reason: .missing)) {
            try DocumentReader().documents(atPath: "/nowhere/x.html")
        }
        #expect(throws: IngestionError(source: "/tmp", reason: .unreadable("not a regular file"))) {
            try DocumentReader().documents(atPath: "/tmp")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root reads everything"))
    func aFileWithoutReadPermissionIsUnreadable() {
        let folder = TemporaryFolder()
        let path = folder.write("text", to: "secret.html")
        unsafe chmod(path, 0)
        #expect(throws: IngestionError(source: path, reason: .unreadable("Permission denied"))) {
            try DocumentReader().documents(atPath: path)
        }
    }

    /// Every cut of a page is read or refused, never a crash.
    @Test(arguments: [SampleLaw.governmentPage, SampleLaw.akomaNtoso, SampleLaw.markdown])
    func everyCutOfAFileIsReadOrRefused(text: String) {
        let bytes = Array(text.utf8)
        for end in stride(from: 0, to: bytes.count, by: 7) {
            _ = try? DocumentReader().documents(in: Array(bytes.prefix(end)), source: "cut")
        }
    }

    @Test func changedBytesAreReadOrRefused() {
        var state: UInt64 = 42
        let original = Array(SampleLaw.governmentPage.utf8)
        for _ in 0..<200 {
            var bytes = original
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 25)
            }
            _ = try? DocumentReader().documents(in: bytes, source: "changed")
        }
    }
}
