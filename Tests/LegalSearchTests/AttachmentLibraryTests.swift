import LegalDocuments
import LegalSearch
import Testing

/// A notice and its annex in a file of its own are one document of the library.
@Suite struct AttachmentLibraryTests {
    private static let notice = "<html><head><meta charset=utf-8></head><body><h1>关于印发用水定额的通知</h1><p>现将用水定额印发给你们。</p>"
        + "<p>附件：<a href='P1.txt'>用水定额表.txt</a></p></body></html>"
    private static let annex = "用水定额表\n洗车每辆四十升。\n"

    private func library() -> TemporaryLibrary {
        let library = TemporaryLibrary()
        library.write(Self.annex, to: "P1.txt")
        library.write(Self.notice, to: "notice.html")
        return library
    }

    @Test func theWordsOfAnAnnexFindItsNoticeAndNameTheFile() throws {
        let library = library()
        #expect(try library.indexPages().documents == 1)
        let hit = try #require(try library.open().search(SearchRequest(query: "“洗车每辆四十升”")).hits.first)
        #expect(hit.document.title == "关于印发用水定额的通知")
        #expect(hit.provision?.headings == ["附件1　用水定额表（P1.txt）"])
        let document = try #require(try library.open().document(id: hit.document.id, asOf: nil)).document
        #expect(document.sources.map { $0.split(separator: "/").last } == ["notice.html", "P1.txt"])
    }

    @Test func aSecondRunReadsTheNoticeAgainOnlyWhereItsAnnexChanged() throws {
        let library = library()
        try library.indexPages()
        let again = try library.indexPages()
        #expect((again.added, again.updated, again.unchanged) == (0, 0, 2))

        library.write("用水定额表\n洗车每辆三十五升。\n", to: "P1.txt")
        let changed = try library.indexPages()
        #expect((changed.added, changed.updated, changed.documents) == (0, 1, 1))
        #expect(try library.open().search(SearchRequest(query: "“三十五升”")).total == 1)
        #expect(try library.open().search(SearchRequest(query: "“四十升”")).total == 0)
    }

    @Test func anAnnexThatComesLaterJoinsItsNotice() throws {
        let library = TemporaryLibrary()
        library.write(Self.notice, to: "notice.html")
        library.write("样例县用水户名册\n甲公司。\n", to: "other.txt")
        #expect(try library.indexPages().documents == 2)
        library.write(Self.annex, to: "P1.txt")
        let later = try library.indexPages()
        #expect((later.added, later.updated, later.documents) == (0, 1, 2))
        #expect(try library.open().search(SearchRequest(query: "“洗车每辆四十升”")).hits.first?.document.title == "关于印发用水定额的通知")
    }

    @Test func anAnnexThatItsNoticeLetsGoIsADocumentByItself() throws {
        let library = library()
        try library.indexPages()
        library.write(Self.notice.replacing("附件：", with: "下载："), to: "notice.html")
        #expect(try library.indexPages().documents == 2)
        let hits = try library.open().search(SearchRequest(query: "“洗车每辆四十升”")).hits
        #expect(hits.map(\.document.title) == ["用水定额表"])
    }

    @Test func anAnnexGoesWithItsNotice() throws {
        let library = library()
        try library.indexPages()
        library.remove("notice.html")
        library.remove("P1.txt")
        library.write(SampleLaw.water, to: "water.md")
        #expect(try library.indexPages(prune: true).documents == 1)
    }
}
