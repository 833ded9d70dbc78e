import InvertedIndex
import Testing

/// Whatever goes wrong on the way to a commit, the index is the old one or the new one.
@Suite struct CrashTests {
    /// An index of a segment for each document.
    private func prepared(documents: Int) throws -> TestFolder {
        let folder = TestFolder()
        for number in 0..<documents {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
            try writer.add(.plain("d\(number)", ["旧文字\(number)"]))
            try writer.commit(at: 0)
        }
        return folder
    }

    /// Replaces a document, removes one, adds one.
    private func change(_ folder: TestFolder, _ fileSystem: FailingFileSystem) throws {
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration, fileSystem: fileSystem)
        try change(writer)
    }

    private func change(_ writer: IndexWriter) throws {
        try writer.add(.plain("d0", ["新文字"]))
        try writer.remove(id: "d1")
        try writer.add(.plain("extra", ["新文字二"]))
        try writer.commit(at: 5)
    }

    private func content(_ folder: TestFolder) throws -> Set<String> {
        let snapshot = try IndexSnapshot.open(folder)
        try snapshot.verify()
        return Set(try snapshot.texts("文字"))
    }

    /// What the change makes of the index, and in how many steps.
    private func outcome(of original: TestFolder) throws -> (before: Set<String>, after: Set<String>, steps: Int) {
        let before = try content(original)
        let changed = try original.copy()
        let fileSystem = FailingFileSystem()
        try change(changed, fileSystem)
        let after = try content(changed)
        #expect(before != after)
        return (before, after, fileSystem.count)
    }

    /// Whoever comes next can go on, and clears away what was left.
    private func expectThatANewWriterGoesOn(_ folder: TestFolder, to after: Set<String>) throws {
        try change(folder, FailingFileSystem())
        #expect(try content(folder) == after)
        let segments = folder.names().filter { $0.hasSuffix(".segment") }
        #expect(try segments.count == IndexSnapshot.open(folder).segmentCount)
        #expect(!folder.names().contains("manifest.new"))
    }

    /// Three segments make a plain commit; seven with one more make a merge.
    @Test(arguments: [3, 7], [FailingFileSystem.Failure.stop, .stopWithHalfWritten])
    func stoppedAtAnyStepTheIndexIsTheOldOrTheNewOne(documents: Int, failure: FailingFileSystem.Failure) throws {
        let original = try prepared(documents: documents)
        let (before, after, steps) = try outcome(of: original)
        for limit in 0..<steps {
            let folder = try original.copy()
            #expect(throws: IndexError.self) { try change(folder, FailingFileSystem(limit: limit, failure: failure)) }
            let now = try content(folder)
            #expect(now == before || now == after, "stopped after step \(limit)")
            try expectThatANewWriterGoesOn(folder, to: after)
        }
    }

    @Test(arguments: [3, 7], 1...3)
    func whenThePowerGoesTheIndexIsTheOldOrTheNewOne(documents: Int, seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let original = try prepared(documents: documents)
        let (before, after, steps) = try outcome(of: original)
        for limit in 0...steps {
            let folder = try original.copy()
            let fileSystem = FailingFileSystem(limit: limit)
            do { try change(folder, fileSystem) } catch is IndexError {}
            try fileSystem.losePower(&generator)
            let now = try content(folder)
            #expect(now == before || now == after, "power gone after step \(limit)")
            if limit == steps { #expect(now == after, "a commit that returned is durable") }
            try expectThatANewWriterGoesOn(folder, to: after)
        }
    }

    /// A first commit that fails leaves no index, and the folder can still become one.
    @Test func theFirstCommitIsThereOrNotAtAll() throws {
        func create(_ folder: TestFolder, _ fileSystem: FailingFileSystem) throws {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration, fileSystem: fileSystem)
            try writer.add(.plain("a", ["文字"]))
            try writer.commit(at: 1)
        }
        let measure = FailingFileSystem()
        try create(TestFolder(), measure)
        for limit in 0..<measure.count {
            let folder = TestFolder()
            #expect(throws: IndexError.self) { try create(folder, FailingFileSystem(limit: limit)) }
            if IndexSnapshot.exists(in: folder.index) { #expect(try content(folder) == ["文字"]) }
            try create(folder, FailingFileSystem())
            #expect(try content(folder) == ["文字"])
        }
    }

    /// A disk that is full for one step only: whoever tries again with the same writer must not publish half of a change.
    @Test(arguments: [3, 7])
    func aWriterThatFailedWritesNothingMore(documents: Int) throws {
        let original = try prepared(documents: documents)
        let (before, after, steps) = try outcome(of: original)
        for limit in 0..<steps {
            let folder = try original.copy()
            let fileSystem = FailingFileSystem(limit: limit, failure: .once)
            guard
                let writer = try? IndexWriter(
                    folder: folder.index, configuration: plainConfiguration, fileSystem: fileSystem)
            else { continue }
            let failure = try #require(throws: IndexError.self) { try change(writer) }
            let left = try content(folder)
            #expect(left == before || left == after)
            #expect(throws: failure) { try writer.commit(at: 6) }
            #expect(throws: failure) { try writer.compact(at: 6) }
            #expect(throws: failure) { try writer.add(.plain("late", ["文字"])) }
            #expect(throws: failure) { try writer.remove(id: "d2") }
            #expect(try content(folder) == left, "step \(limit) failed once")
        }
    }

    /// What is named must be durable before the name is, and the rename after that.
    @Test func aCommitSyncsBeforeItRenamesAndAgainAfter() throws {
        let folder = try prepared(documents: 2)
        let fileSystem = FailingFileSystem()
        try change(folder, fileSystem)
        let log = fileSystem.log
        let rename = try #require(log.firstIndex(of: "rename"))
        #expect(log[..<rename].filter { $0 == "write" }.count == log[..<rename].filter { $0 == "fsync" }.count)
        #expect(log[rename - 1] == "fsync folder")
        #expect(log[rename + 1] == "fsync folder")
        #expect(!log[..<rename].contains("unlink"))
    }
}
