import InvertedIndex
import Synchronization
import Testing

/// A disk that records what is done to it and stops, or fails, after so many steps.
private final class FailingFileSystem: IndexFileSystem {
    private let real = POSIXFileSystem()
    private let steps: Mutex<Int> = Mutex(0)
    private let limit: Int
    /// Whether a write that fails leaves half of its bytes, as a full disk does.
    private let writesHalf: Bool
    let log: Mutex<[String]> = Mutex([])

    init(limit: Int = .max, writesHalf: Bool = false) {
        self.limit = limit
        self.writesHalf = writesHalf
    }

    var count: Int { steps.withLock { $0 } }

    private func step(_ operation: String, _ path: String) throws(IndexError) {
        let number = steps.withLock { steps in
            steps += 1
            return steps
        }
        log.withLock { $0.append(operation) }
        if number > limit { throw IndexError(file: path, reason: .system(operation: operation, code: 28)) }
    }

    func createFolder(_ path: String) throws(IndexError) {
        try step("mkdir", path)
        try real.createFolder(path)
    }

    func write(_ chunks: [[UInt8]], to path: String) throws(IndexError) {
        do throws(IndexError) {
            try step("write", path)
        } catch {
            let all = Array(chunks.joined())
            if writesHalf { try real.write([Array(all[..<(all.count / 2)])], to: path) }
            throw error
        }
        try real.write(chunks, to: path)
    }

    func sync(_ path: String) throws(IndexError) {
        try step("fsync", path)
        try real.sync(path)
    }

    func rename(_ path: String, to target: String) throws(IndexError) {
        try step("rename", path)
        try real.rename(path, to: target)
    }

    func remove(_ path: String) throws(IndexError) {
        try step("unlink", path)
        try real.remove(path)
    }

    func syncFolder(_ path: String) throws(IndexError) {
        try step("fsync folder", path)
        try real.syncFolder(path)
    }
}

@Suite struct CrashTests {
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

    /// Three segments make a plain commit; seven with one more make a merge.
    @Test(arguments: [3, 7], [false, true])
    func stoppedAtAnyStepTheIndexIsTheOldOrTheNewOne(documents: Int, writesHalf: Bool) throws {
        let measure = FailingFileSystem()
        let reference = try prepared(documents: documents)
        let before = try content(reference)
        try change(reference, measure)
        let after = try content(reference)
        #expect(before != after)
        for limit in 0..<measure.count {
            let folder = try prepared(documents: documents)
            #expect(throws: IndexError.self) {
                try change(folder, FailingFileSystem(limit: limit, writesHalf: writesHalf))
            }
            let now = try content(folder)
            #expect(now == before || now == after, "stopped after step \(limit)")
            // Whoever comes next can go on, and clears away what was left.
            try change(folder, FailingFileSystem())
            #expect(try content(folder) == after)
            let named = folder.names().filter { $0.hasSuffix(".segment") }
            #expect(try named.count == IndexSnapshot.open(folder).segmentCount)
        }
    }

    /// What is named must be durable before the name is, and the rename after that.
    @Test func aCommitSyncsBeforeItRenamesAndAgainAfter() throws {
        let folder = try prepared(documents: 2)
        let fileSystem = FailingFileSystem()
        try change(folder, fileSystem)
        let log = fileSystem.log.withLock { $0 }
        let rename = try #require(log.firstIndex(of: "rename"))
        #expect(log[..<rename].filter { $0 == "write" }.count == log[..<rename].filter { $0 == "fsync" }.count)
        #expect(log[rename - 1] == "fsync folder")
        #expect(log[rename + 1] == "fsync folder")
        #expect(!log[..<rename].contains("unlink"))
    }
}
