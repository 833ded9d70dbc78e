import Ingestion
import LegalDocuments
import LegalSearch
import Testing

@Suite struct IndexingTests {
    @Test func aSecondRunReadsOnlyWhatChanged() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        #expect(try library.indexPages().added == 2)

        let again = try library.indexPages()
        #expect(again.unchanged == 2)
        #expect(again.added == 0)
        #expect(again.documents == 2)

        library.write(SampleLaw.dogs.replacing("二百元", with: "三百元整"), to: "dogs.md")
        let changed = try library.indexPages()
        #expect(changed.updated == 1)
        #expect(changed.unchanged == 1)
        let opened = try library.open()
        #expect(try opened.search(SearchRequest(query: "三百元整")).total == 1)
        #expect(try opened.search(SearchRequest(query: "“二百元”")).total == 0)
    }

    @Test func aDocumentAddedLaterJoinsThoseThatAreThere() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages()
        let opened = try library.open()
        #expect(try opened.search(SearchRequest(query: "牵好绳子")).total == 1)
        #expect(try opened.search(SearchRequest(query: "计量设施")).total == 1)
    }

    @Test func aPinnedCommitGoesOnAnsweringWhileTheLibraryMovesOn() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        let opened = try library.open()
        let pinned = opened.pinned()
        library.write(SampleLaw.dogs.replacing("牵好绳子", with: "备好口套"), to: "dogs.md")
        try library.indexPages()
        opened.refresh()
        #expect(opened.generation > pinned.generation)
        #expect(try opened.search(SearchRequest(query: "“备好口套”")).total == 1)
        #expect(try pinned.search(SearchRequest(query: "“备好口套”")).total == 0)
        #expect(try pinned.search(SearchRequest(query: "“牵好绳子”")).total == 1)
    }

    @Test func aFileThatIsGoneIsSaidAndTheLibraryGoesOn() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        let opened = try library.open()
        opened.refresh()
        #expect(opened.problem == nil)
        library.move(library.index + "/1.segment", to: library.folder + "/aside")
        opened.refresh()
        #expect(opened.problem?.contains("1.segment") == true)
        #expect(try opened.search(SearchRequest(query: "牵好绳子")).total == 1)
        library.move(library.folder + "/aside", to: library.index + "/1.segment")
        opened.refresh()
        #expect(opened.problem == nil)
    }

    @Test func anotherIndexOfTheSameGenerationIsAnotherCommit() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages(at: 1)
        let opened = try library.open()
        library.move(library.index, to: library.folder + "/aside")
        library.remove("dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages(at: 1)
        let generation = opened.generation
        opened.refresh()
        #expect(opened.generation == generation)
        #expect(try opened.search(SearchRequest(query: "计量设施")).total == 1)
        #expect(try opened.search(SearchRequest(query: "牵好绳子")).total == 0)
    }

    @Test func aRemovedDocumentIsNotFoundAnyMore() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages()
        let id = try #require(try library.open().search(SearchRequest(query: "牵好绳子")).hits.first).document.id
        #expect(try LibraryWriter(directory: library.index).remove(documentID: id))
        let opened = try library.open()
        #expect(try opened.search(SearchRequest(query: "牵好绳子")).total == 0)
        #expect(try opened.document(id: id, asOf: nil) == nil)
        #expect(opened.statistics().documents == 1)
        #expect(try !LibraryWriter(directory: library.index).remove(documentID: id))
    }

    @Test func pruneDropsWhatIsGoneFromTheDiskAndNothingElse() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages()
        library.remove("dogs.md")
        #expect(try library.indexPages().documents == 2)
        let pruned = try library.indexPages(prune: true)
        #expect(pruned.removed == 1)
        #expect(pruned.documents == 1)
    }

    @Test func twoCopiesOfOneTextAreOneDocumentWithTwoSources() throws {
        let library = TemporaryLibrary()
        let long = SampleLaw.markdown(
            "样例市绿化条例", history: "2020年1月1日 样例市人民代表大会常务委员会 通过",
            [String(repeating: "公共绿地由园林部门养护，单位绿地由单位养护。", count: 12)])
        library.write(long, to: "a.md")
        library.write(long, to: "b.md")
        let report = try library.indexPages()
        #expect(report.documents == 1)
        #expect(report.copies == 1)
        let answer = try library.open().resolve("样例市绿化条例", asOf: nil)
        guard case .document(let document, _) = answer else { return #expect(Bool(false), "not found alone") }
        #expect(document.document.sources.count == 2)
        #expect(try library.indexPages().unchanged == 2)
    }

    @Test func whereOneOfTwoCopiesChangesBothTextsAreKept() throws {
        let library = TemporaryLibrary()
        let sentence = "公共绿地由园林部门养护，单位绿地由单位养护。"
        func law(_ end: String) -> String {
            SampleLaw.markdown(
                "样例市绿化条例", history: "2020年1月1日 样例市人民代表大会常务委员会 通过",
                [String(repeating: sentence, count: 12) + end])
        }
        library.write(law(""), to: "a.md")
        library.write(law(""), to: "b.md")
        try library.indexPages()
        library.write(law("古树另有规定。"), to: "b.md")
        let report = try library.indexPages()
        #expect(report.documents == 2)
        let opened = try library.open()
        #expect(try opened.search(SearchRequest(query: "古树另有规定", allVersions: true)).total == 1)
        #expect(try opened.search(SearchRequest(query: "单位绿地", allVersions: true)).total == 2)
        var sources: [[String]] = []
        try opened.forEachDocument { sources.append($0.document.sources) }
        #expect(sources.map(\.count) == [1, 1])
    }

    @Test func aFileThatCannotBeReadIsReportedAndTheRestGoesOn() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write("", to: "empty.html")
        library.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], to: "picture.html")
        let report = try library.indexPages()
        #expect(report.documents == 1)
        #expect(report.skipped.map(\.source).sorted() == [library.pages + "/empty.html", library.pages + "/picture.html"])
    }

    @Test func whereNothingCanBeReadTheLibraryStaysAsItWas() throws {
        let library = TemporaryLibrary()
        library.write("", to: "empty.html")
        #expect(throws: LibraryError.self) { try library.indexPages() }
        #expect(throws: LibraryError.self) { try library.open() }
    }

    @Test func aMissingFolderIsNamed() {
        let library = TemporaryLibrary()
        #expect(throws: LibraryError.source(IngestionError(source: "/no/such/folder", reason: .missing))) {
            try LibraryWriter(directory: library.index).index(sources: ["/no/such/folder"], jobs: 1, prune: false) { _ in }
        }
    }

    @Test func aDocumentComesBackAsItWasRead() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        let read = try DocumentReader().documents(atPath: library.pages + "/dogs.md")[0]
        var documents: [LegalDocument] = []
        try library.open().forEachDocument { documents.append($0.document) }
        var expected = read
        expected.id = documents[0].id
        #expect(documents == [expected])
        #expect(documents[0].id == "样例市犬只管理条例-2021-03-01")
    }

    @Test func aFileThatWasOnlyTouchedIsUnchanged() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        try library.indexPages()
        library.remove("dogs.md")
        library.write(SampleLaw.dogs, to: "dogs.md")
        #expect(try library.indexPages().unchanged == 1)
    }

    @Test func whatCameOrChangedLastStandsFirstWhereSortedByChange() throws {
        let library = TemporaryLibrary()
        let (first, second, third) = (1_800_000_000 as Int64, 1_800_090_000 as Int64, 1_800_180_000 as Int64)
        func changes() throws -> [String] {
            let request = SearchRequest(query: "样例市", limit: 10, groupsByDocument: true, sort: .changed)
            return try library.open().search(request).hits.map { "\($0.document.title) \($0.document.changedAt ?? 0)" }
        }
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        try library.indexPages(at: first)
        #expect(try changes() == ["样例市节水办法 \(first)", "样例市犬只管理条例 \(first)"])
        library.write(SampleLaw.dogs.replacing("二百元", with: "三百元"), to: "dogs.md")
        try library.indexPages(at: second)
        #expect(try changes() == ["样例市犬只管理条例 \(second)", "样例市节水办法 \(first)"])
        // Written anew with blank lines more: the document is the same.
        library.write(SampleLaw.water + "\n\n", to: "water.md")
        try library.indexPages(at: third)
        #expect(try changes() == ["样例市犬只管理条例 \(second)", "样例市节水办法 \(first)"])
    }

    @Test func aLaterRunNamesWhatCameAndWhatIsGone() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        #expect(try library.indexPages().changes.isEmpty)
        library.remove("dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        let report = try library.indexPages()
        #expect(report.gone == 1)
        #expect(report.changes.map(\.kind) == [.added, .gone])
        #expect(report.changes.map(\.source) == [library.pages + "/water.md", library.pages + "/dogs.md"])
    }

    @Test func theDocumentsOfAFileOfManyComeAndGoWithIt() throws {
        let library = TemporaryLibrary()
        func line(_ title: String) -> String { "{\"title\": \"\(title)\", \"text\": \"第一条　\(title)全文。\\n第二条　施行。\"}\n" }
        library.write(line("样例市犬只办法") + line("样例市用水办法"), to: "laws.jsonl")
        #expect(try library.indexPages().documents == 2)
        #expect(try library.indexPages().unchanged == 1)
        library.write(line("样例市用水办法") + "{bad}\n", to: "laws.jsonl")
        let report = try library.indexPages()
        #expect(report.documents == 1)
        #expect(report.skipped.map(\.source) == [library.pages + "/laws.jsonl/2"])
        library.remove("laws.jsonl")
        library.write(SampleLaw.dogs, to: "dogs.md")
        #expect(try library.indexPages(prune: true).removed == 1)
    }
}
