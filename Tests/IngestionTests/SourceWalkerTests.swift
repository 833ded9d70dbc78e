import Ingestion
import Testing

@Suite struct SourceWalkerTests {
    private func names(under folder: TemporaryFolder) throws -> [String] {
        try SourceWalker.files(under: [folder.path]).files.map { String($0.path.dropFirst(folder.path.count + 1)) }
    }

    @Test func filesComeInTheOrderOfTheirNamesAndWithTheirSize() throws {
        let folder = TemporaryFolder()
        for name in ["b.html", "a/2.md", "a/10.md", "乙.txt", "甲.txt"] { _ = folder.write("text", to: name) }
        #expect(try names(under: folder) == ["a/10.md", "a/2.md", "b.html", "乙.txt", "甲.txt"])
        let file = try #require(try SourceWalker.files(under: [folder.path]).files.first)
        #expect(file.size == 4)
        #expect(file.modified > 1_600_000_000_000_000_000)
    }

    @Test func hiddenFilesAndTheAssetsOfASavedPageArePassedOver() throws {
        let folder = TemporaryFolder()
        for name in ["page.html", "page_files/style.css", "page_files/frame.html", ".git/config", ".x", "notes_files/a.txt"] {
            _ = folder.write("text", to: name)
        }
        #expect(try names(under: folder) == ["notes_files/a.txt", "page.html"])
    }

    @Test func aLoopOfLinksEnds() throws {
        let folder = TemporaryFolder()
        _ = folder.write("text", to: "a/one.txt")
        folder.link("a/up", to: "..")
        folder.link("self", to: ".")
        #expect(try names(under: folder) == ["a/one.txt"])
    }

    @Test func aLinkToNowhereIsReportedAndTheRestIsRead() throws {
        let folder = TemporaryFolder()
        _ = folder.write("text", to: "one.txt")
        folder.link("gone", to: "nowhere")
        let (files, problems) = try SourceWalker.files(under: [folder.path])
        #expect(files.count == 1)
        #expect(problems == [IngestionError(source: folder.path + "/gone", reason: .missing)])
    }

    @Test func aRootThatIsNotThereIsAnError() {
        #expect(throws: IngestionError(source: "/nowhere/at/all", reason: .missing)) {
            try SourceWalker.files(under: ["/nowhere/at/all"])
        }
    }

    @Test func aFileNamedTwiceComesOnce() throws {
        let folder = TemporaryFolder()
        let path = folder.write("text", to: "one.txt")
        #expect(try SourceWalker.files(under: [path, path]).files.count == 1)
    }
}
