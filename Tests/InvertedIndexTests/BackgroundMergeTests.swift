import InvertedIndex
import Testing

/// Segments become one while the index goes on being written and read.
@Suite struct BackgroundMergeTests {
    private func writer(_ folder: TestFolder) throws -> IndexWriter {
        try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), mergesInBackground: true)
    }

    @Test func manySmallCommitsStayFewSegments() throws {
        let folder = TestFolder()
        let writer = try writer(folder)
        for number in 0..<200 {
            try writer.add(.plain("d\(number)", ["第\(number)条 行政复议"]))
            try writer.commit(at: Int64(number))
            let snapshot = try IndexSnapshot.open(folder)
            #expect(snapshot.documentCount == number + 1)
            #expect(snapshot.segmentCount <= 7 * 3)
        }
        try writer.finishMerges(at: 300)
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.segmentCount <= 7 * 3)
        #expect(try snapshot.texts("行政复议").count == 200)
        try snapshot.verify()
        #expect(folder.names().filter { $0.hasSuffix(".segment") }.count == snapshot.segmentCount)
    }

    /// A document that goes, or is replaced, while its segment is merged must not come back.
    @Test func whatIsRemovedMeanwhileStaysRemoved() throws {
        let folder = TestFolder()
        let writer = try writer(folder)
        for number in 0..<8 {
            // Together more units than a commit merges itself.
            let texts = (0..<300).map { "第\($0)项 处置\(number)" }
            try writer.add(.plain("d\(number)", ["第\(number)条 行政复议"] + texts))
            try writer.commit(at: 1)
        }
        // The eighth commit has begun a merge.
        try writer.remove(id: "d2")
        try writer.add(.plain("d5", ["水法"]))
        try writer.finishMerges(at: 2)
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.documentCount == 7)
        #expect(try snapshot.document(withID: "d2") == nil)
        #expect(try snapshot.texts("行政复议").count == 6)
        #expect(try snapshot.texts("水法") == ["水法"])
    }

    @Test func whatAnInterruptedMergeLeavesIsTidiedUp() throws {
        let folder = TestFolder()
        let writer = try writer(folder)
        try writer.add(.plain("a", ["水法"]))
        try writer.commit(at: 1)
        try folder.write([1, 2, 3], to: "99.segment")
        try writer.add(.plain("b", ["水费"]))
        try writer.commit(at: 2)
        #expect(!folder.names().contains("99.segment"))
        #expect(try IndexSnapshot.open(folder).documentCount == 2)
    }
}
