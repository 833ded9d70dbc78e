import Ingestion
import LegalDocuments
import Testing

@Suite struct ArchiveTests {
    private static let page = "<html><body><h1>青石市节水办法</h1><p>第一条　节约用水。</p><p>第二条　自公布之日起施行。</p></body></html>"

    private func sources(_ reading: Reading) -> [String] { reading.documents.flatMap(\.sources) }

    @Test func everyFileOfAnArchiveIsADocumentNamedByItsPlace() {
        let archive = StoredZIP.bytes([("网页/节水.html", Self.page), ("b.md", "# 青石市绿化办法\n\n第一条 绿化。")])
        let reading = DocumentReader().read(archive, source: "laws.zip")
        #expect(sources(reading) == ["laws.zip/网页/节水.html", "laws.zip/b.md"])
        #expect(reading.documents.map(\.title) == ["青石市节水办法", "青石市绿化办法"])
        #expect(reading.problems.isEmpty)
    }

    @Test func archivesInsideArchivesAreReadToABoundedDepth() {
        var bytes = StoredZIP.bytes([("page.html", Self.page)])
        for _ in 1..<IngestionLimits.archiveDepth { bytes = StoredZIP.bytes([("in.zip", bytes)]) }
        #expect(DocumentReader().read(bytes, source: "a.zip").documents.count == 1)
        bytes = StoredZIP.bytes([("in.zip", bytes)])
        let tooDeep = DocumentReader().read(bytes, source: "a.zip")
        #expect(tooDeep.documents.isEmpty)
        #expect(tooDeep.problems.map(\.reason) == [.tooDeep(limit: IngestionLimits.archiveDepth)])
    }

    @Test func aTarFileIsKnownByItsContent() {
        let bytes = PlainTar.bytes(name: "a/节水.html", Array(Self.page.utf8))
        #expect(sources(DocumentReader().read(bytes, source: "x.bin")) == ["x.bin/a/节水.html"])
    }

    @Test(arguments: ["../outside.html", "/etc/outside.html", "a/../../outside.html", "C:/outside.html", "..\\outside.html"])
    func aNameThatLeadsOutOfTheArchiveIsRefused(name: String) {
        let reading = DocumentReader().read(StoredZIP.bytes([(name, Self.page), ("good.html", Self.page)]), source: "a.zip")
        #expect(reading.problems.map(\.reason) == [.unsafePath])
        #expect(sources(reading) == ["a.zip/good.html"])
    }

    @Test func aLinkInAnArchiveIsNamedAndNotFollowed() {
        let bytes = PlainTar.bytes(name: "link.html", [], type: "2", link: "/etc/hostname")
        let reading = DocumentReader().read(bytes, source: "a.tar")
        #expect(reading.documents.isEmpty)
        #expect(reading.problems == [IngestionError(source: "a.tar/link.html", reason: .link)])
    }

    @Test func theAssetsOfASavedPageAreNoDocumentsAndOthersAre() {
        let reading = DocumentReader().read(
            StoredZIP.bytes([
                ("page_files/advert.html", Self.page), ("page.html", Self.page), ("notes_files/own.html", Self.page), (".hidden", Self.page),
            ]), source: "a.zip")
        #expect(sources(reading).sorted() == ["a.zip/notes_files/own.html", "a.zip/page.html"])
    }

    @Test func anEncryptedFileIsNamedAsSuch() {
        let bytes = StoredZIP.bytes([(name: "secret.html", bytes: Array(Self.page.utf8))], encrypted: true)
        #expect(DocumentReader().read(bytes, source: "a.zip").problems == [IngestionError(source: "a.zip/secret.html", reason: .encrypted)])
    }

    @Test func aFileThatCannotBeReadDoesNotStopTheOthers() {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
        let reading = DocumentReader().read(
            StoredZIP.bytes([(name: "a.png", bytes: png), (name: "b.html", bytes: Array(Self.page.utf8))]), source: "a.zip")
        #expect(reading.problems.map(\.source) == ["a.zip/a.png"])
        #expect(reading.documents.count == 1)
    }

    @Test func anArchiveCutShortGivesWhatStoodBeforeTheCutAndSaysSo() {
        let whole = PlainTar.bytes(name: "a.html", Array(Self.page.utf8)).dropLast(1024)
            + PlainTar.bytes(name: "b.html", Array(Self.page.utf8))
        let reading = DocumentReader().read(Array(whole.dropLast(1300)), source: "a.tar")
        #expect(sources(reading) == ["a.tar/a.html"])
        guard case .malformed? = reading.problems.first?.reason else {
            Issue.record("the cut was not told: \(reading.problems)")
            return
        }
    }

    /// 40 MB in 250 KB: the fixed codes of deflate reach a ratio of 159.
    @Test func whatUnpacksToFarMoreThanItsSizeIsRefused() {
        let reading = DocumentReader().read(GzipOfOneLetter.bytes(megabytes: 40), source: "bomb.gz")
        #expect(reading.documents.isEmpty)
        guard case .unpacksTooLarge? = reading.problems.first?.reason else {
            Issue.record("read without a word: \(reading.problems)")
            return
        }
    }
}

/// A gzip file of the letter a: one literal, then matches of 258 bytes at distance 1. Source: RFC 1951, section 3.2.6.
private enum GzipOfOneLetter {
    static func bytes(megabytes: Int) -> [UInt8] {
        var bits = Bits()
        bits.add(0b1, 1)
        bits.add(0b01, 2)
        // Literal 0x61: code 00110000 + 0x61, most significant bit first.
        bits.addCode(0b0011_0000 + 0x61, 8)
        for _ in 0..<(megabytes * 1_000_000 / 258) {
            // Length 258: symbol 285, code 11000101; distance 1: code 00000.
            bits.addCode(0b1100_0101, 8)
            bits.addCode(0, 5)
        }
        bits.addCode(0, 7)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.flushed() + [UInt8](repeating: 0, count: 8)
    }

    private struct Bits {
        var bytes: [UInt8] = []
        var word: UInt32 = 0
        var count: UInt32 = 0

        mutating func add(_ value: UInt32, _ width: UInt32) {
            for index in 0..<width {
                word |= (value >> index & 1) << count
                count += 1
                if count == 8 {
                    bytes.append(UInt8(word))
                    (word, count) = (0, 0)
                }
            }
        }

        mutating func addCode(_ value: UInt32, _ width: UInt32) {
            for index in (0..<width).reversed() { add(value >> index & 1, 1) }
        }

        mutating func flushed() -> [UInt8] { count > 0 ? bytes + [UInt8(word)] : bytes }
    }
}
