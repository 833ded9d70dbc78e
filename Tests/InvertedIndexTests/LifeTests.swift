import Glibc
import InvertedIndex
import Testing

@Suite struct LifeTests {
    private func write(_ folder: TestFolder, _ documents: [IndexDocument]) throws {
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        for document in documents { try writer.add(document) }
        try writer.commit(at: 7)
    }

    @Test func aDocumentComesBackAsItWentIn() throws {
        let folder = TestFolder()
        let document = IndexDocument(
            id: "甲", keywords: ["kind=law", "year=2023"], columns: [-5], record: [0, 255, 7],
            spans: [IndexSpan(field: .title, units: 0..<2, text: "題目𠀀"), IndexSpan(field: .heading, units: 1..<2, text: "章")],
            units: [IndexUnit(text: "第一条　為了\n第二款", record: [1]), IndexUnit(text: "", record: [])])
        try write(folder, [.plain("other", ["x"]), document])
        let snapshot = try IndexSnapshot.open(folder)
        let address = try #require(try snapshot.document(withID: "甲"))
        #expect(try snapshot.record(of: address).record == document.record)
        #expect(try snapshot.keywords(of: address) == document.keywords)
        #expect(try snapshot.column(0, of: address) == -5)
        #expect(try snapshot.spans(of: address) == document.spans)
        let units = try snapshot.units(of: address).map { UnitAddress(segment: address.segment, unit: $0) }
        #expect(try units.map { try snapshot.text(of: $0) } == document.units.map(\.text))
        #expect(try units.map { try snapshot.record(of: $0) } == [[1], []])
        #expect(try snapshot.document(of: units[1]) == address)
        #expect(snapshot.committedAt == 7)
    }

    @Test func aDocumentAddedAgainTakesTheOldOnesPlace() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["旧的文字"]), .plain("b", ["别的文字"])])
        try write(folder, [.plain("a", ["新的文字"])])
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.documentCount == 2)
        #expect(try snapshot.texts("旧的") == [])
        #expect(try snapshot.texts("文字").sorted() == ["别的文字", "新的文字"].sorted())
        #expect(try snapshot.documents(withKeyword: "kind=plain").count == 2)
    }

    @Test func withinOneCommitTheLastOneCounts() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["第一稿"]), .plain("a", ["第二稿"])])
        let snapshot = try IndexSnapshot.open(folder)
        #expect(try snapshot.texts("稿") == ["第二稿"])
    }

    @Test func aDocumentTakenOutIsGoneFromEverything() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["甲的文字"], title: "甲"), .plain("b", ["乙的文字"], title: "乙")])
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        #expect(try writer.remove(id: "a"))
        #expect(try !writer.remove(id: "a"))
        #expect(try !writer.remove(id: "c"))
        try writer.commit(at: 8)
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.generation == 2)
        #expect(snapshot.documentCount == 1 && snapshot.documents().count == 1)
        #expect(try snapshot.document(withID: "a") == nil)
        #expect(try snapshot.texts("文字") == ["乙的文字"])
        #expect(try snapshot.texts("甲") == [])
        #expect(try snapshot.allMatches().flatMap(\.units).count == 1)
        #expect(try snapshot.keywords(withPrefix: "id=", limit: .max).map(\.keyword) == ["id=b"])
        #expect(try snapshot.documents(withKeyword: "kind=plain").count == 1)
    }

    @Test func compactingKeepsEverythingInOneSegment() throws {
        let folder = TestFolder()
        let spans = [IndexSpan(field: .title, units: 0..<2, text: "题"), IndexSpan(field: .heading, units: 1..<2, text: "章")]
        for number in 0..<5 {
            var document = IndexDocument.plain("d\(number)", ["第一条𠀀\(number)", "第二条"], column: Int64(number) - 2)
            document.spans = spans
            try write(folder, [document])
        }
        do {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
            try writer.remove(id: "d3")
            try writer.compact(at: 9)
        }
        let snapshot = try IndexSnapshot.open(folder)
        try snapshot.verify()
        #expect(snapshot.segmentCount == 1 && snapshot.documentCount == 4)
        #expect(folder.names().filter { $0 != "lock" && $0 != "manifest" }.count == 1)
        for address in snapshot.documents() {
            let (id, record) = try snapshot.record(of: address)
            let number = try #require(Int(id.dropFirst()))
            #expect(record == Array("record of \(id)".utf8))
            #expect(try snapshot.column(0, of: address) == Int64(number) - 2)
            #expect(try snapshot.spans(of: address) == spans)
            #expect(try snapshot.keywords(of: address) == ["kind=plain"])
            let first = UnitAddress(segment: 0, unit: try snapshot.units(of: address).lowerBound)
            #expect(try snapshot.text(of: first) == "第一条𠀀\(number)")
        }
        #expect(try IndexWriter(folder: folder.index, configuration: plainConfiguration).compact(at: 10) == snapshot.generation)
    }

    @Test func keywordsAreFoundWholeAndByPrefix() throws {
        let folder = TestFolder()
        var documents = (1...3).map { IndexDocument.plain("d\($0)", ["x"]) }
        for index in documents.indices { documents[index].keywords = ["number=鄂府发|2023|\(60 + index)", "kind=law"] }
        try write(folder, documents)
        let snapshot = try IndexSnapshot.open(folder)
        #expect(try snapshot.documents(withKeyword: "number=鄂府发|2023|61").count == 1)
        #expect(try snapshot.documents(withKeyword: "number=鄂府发|2023|6").isEmpty)
        let found = try snapshot.keywords(withPrefix: "number=鄂府发|2023|", limit: 10)
        #expect(found.map(\.keyword) == (60...62).map { "number=鄂府发|2023|\($0)" })
        #expect(try snapshot.keywords(withPrefix: "number=", limit: 2).count == 2)
        #expect(try snapshot.keywords(withPrefix: "kind=", limit: .max).map(\.documents.count) == [3])
    }

    @Test func aSnapshotStaysAsItIsWhileOthersWrite() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["先前的文字"])])
        let before = try IndexSnapshot.open(folder)
        for round in 0..<20 { try write(folder, [.plain("a", ["后来的文字\(round)"]), .plain("b\(round)", ["x"])]) }
        try IndexWriter(folder: folder.index, configuration: plainConfiguration).compact(at: 8)
        #expect(try before.texts("文字") == ["先前的文字"])
        #expect(try IndexSnapshot.open(folder).texts("文字") == ["后来的文字19"])
    }

    @Test func aLaterCommitSharesTheSegmentsThatAreStillInUse() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["先前的文字"])])
        let before = try IndexSnapshot.open(folder)
        try write(folder, [.plain("b", ["后来的文字"])])
        // Its first byte lost, the old segment could not be opened again.
        let file = unsafe open(folder.index + "/1.segment", O_WRONLY)
        #expect(unsafe pwrite(file, [0], 1, 0) == 1)
        close(file)
        #expect(throws: IndexError.self) { try IndexSnapshot.open(folder) }
        let after = try IndexSnapshot.open(folder.index, configuration: plainConfiguration, sharing: before)
        #expect(try after.texts("文字") == ["先前的文字", "后来的文字"])
    }

    /// Numbers begin again in an index that is made anew, so a file of the same name is not the same file.
    @Test func anIndexMadeAnewInTheSameFolderSharesNothing() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["先前的文字"])])
        let before = try IndexSnapshot.open(folder)
        for name in folder.names() { unsafe unlink(folder.index + "/" + name) }
        try write(folder, [.plain("a", ["后来的文字"])])
        let after = try IndexSnapshot.open(folder.index, configuration: plainConfiguration, sharing: before)
        #expect(try after.texts("文字") == ["后来的文字"])
        #expect(try before.texts("文字") == ["先前的文字"])
    }

    @Test func manySmallCommitsStayFewSegments() throws {
        let folder = TestFolder()
        for number in 0..<200 {
            try write(folder, [.plain("d\(number)", ["第\(number)号文件"])])
            // Seven in each of the tiers 1–7, 8–63, 64–511.
            #expect(try IndexSnapshot.open(folder).segmentCount <= 21)
        }
        let snapshot = try IndexSnapshot.open(folder)
        #expect(try snapshot.texts("号文件").count == 200)
        #expect(folder.names().filter { $0.hasSuffix(".segment") }.count == snapshot.segmentCount)
    }

    /// What one segment cannot hold stays in several, and every one of them is searched.
    @Test func segmentsTooLargeTogetherAreNotMerged() throws {
        let folder = TestFolder()
        func writer() throws -> IndexWriter {
            try IndexWriter(
                folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), mergeLimit: 5_000)
        }
        for number in 0..<10 {
            let writer = try writer()
            try writer.add(.plain("d\(number)", ["第\(number)号文件"]))
            try writer.commit(at: 0)
        }
        #expect(throws: IndexError(file: folder.index, reason: .tooLarge(part: "segment"))) { try writer().compact(at: 0) }
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.segmentCount == 10)
        #expect(try snapshot.texts("号文件").count == 10)
    }

    @Test func anIndexWithoutDocumentsIsAnIndex() throws {
        let folder = TestFolder()
        try write(folder, [])
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.documentCount == 0)
        #expect(try snapshot.texts("法") == [])
        try write(folder, [.plain("a", ["法"])])
        #expect(try IndexWriter(folder: folder.index, configuration: plainConfiguration).remove(id: "a"))
    }

    @Test func nothingChangedIsNothingWritten() throws {
        let folder = TestFolder()
        try write(folder, [.plain("a", ["法"])])
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        #expect(try writer.commit(at: 9) == 1)
        #expect(try IndexSnapshot.open(folder).committedAt == 7)
    }

    @Test func aSecondWriterIsRefused() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        #expect(throws: IndexError(file: folder.index + "/lock", reason: .locked)) {
            _ = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        }
        try writer.commit(at: 0)
    }

    @Test func aFolderWithOtherThingsIsLeftAlone() throws {
        let folder = TestFolder()
        try POSIXFileSystem().write([[1]], to: folder.path + "/letter.txt")
        #expect(throws: IndexError(file: folder.path, reason: .folderInUse)) {
            _ = try IndexWriter(folder: folder.path, configuration: plainConfiguration)
        }
        #expect(throws: IndexError(file: folder.path, reason: .notAnIndex)) {
            _ = try IndexSnapshot.open(folder.path, configuration: plainConfiguration)
        }
        #expect(throws: IndexError(file: folder.index, reason: .notAnIndex)) { _ = try IndexSnapshot.open(folder) }
    }
}
