import InvertedIndex
import Synchronization

/// A disk that records what is done to it and stops, or fails once, at a chosen step, and that can forget at the
/// end whatever was not synced.
final class FailingFileSystem: IndexFileSystem {
    /// What a step above the limit does.
    enum Failure: Sendable {
        /// This step and all after it fail.
        case stop
        /// As `stop`, and a failing write leaves half of its bytes, as a full disk does.
        case stopWithHalfWritten
        /// Only this step fails; the ones after it work.
        case once
    }

    private struct State {
        var steps = 0
        var log: [String] = []
        /// Files with bytes that are not yet on the disk.
        var unsyncedFiles: Set<String> = []
        /// Files made since the folder was last synced.
        var unsyncedNames: Set<String> = []
        /// What a rename since the folder was last synced has replaced.
        var replaced: [(source: String, target: String, old: [UInt8]?)] = []
    }

    private let real = POSIXFileSystem()
    private let limit: Int
    private let failure: Failure
    private let state = Mutex(State())

    /// - Parameter limit: steps that work.
    init(limit: Int = .max, failure: Failure = .stop) {
        self.limit = limit
        self.failure = failure
    }

    var count: Int { state.withLock { $0.steps } }
    var log: [String] { state.withLock { $0.log } }

    private func step(_ operation: String, _ path: String) throws(IndexError) {
        let number = state.withLock { state in
            state.steps += 1
            state.log.append(operation)
            return state.steps
        }
        let fails = failure == .once ? number == limit + 1 : number > limit
        // ENOSPC.
        if fails { throw IndexError(file: path, reason: .system(operation: operation, code: 28)) }
    }

    func createFolder(_ path: String) throws(IndexError) {
        try step("mkdir", path)
        try real.createFolder(path)
    }

    func write(_ chunks: [[UInt8]], to path: String) throws(IndexError) {
        state.withLock { state in
            state.unsyncedFiles.insert(path)
            state.unsyncedNames.insert(path)
        }
        do throws(IndexError) {
            try step("write", path)
        } catch {
            let all = Array(chunks.joined())
            if failure == .stopWithHalfWritten { try real.write([Array(all[..<(all.count / 2)])], to: path) }
            throw error
        }
        try real.write(chunks, to: path)
    }

    func sync(_ path: String) throws(IndexError) {
        try step("fsync", path)
        try real.sync(path)
        state.withLock { _ = $0.unsyncedFiles.remove(path) }
    }

    func rename(_ path: String, to target: String) throws(IndexError) {
        try step("rename", path)
        let old = try? TestFolder.bytes(of: target)
        try real.rename(path, to: target)
        state.withLock { state in
            state.replaced.append((path, target, old))
            if state.unsyncedFiles.remove(path) != nil { state.unsyncedFiles.insert(target) }
        }
    }

    func remove(_ path: String) throws(IndexError) {
        try step("unlink", path)
        try real.remove(path)
        state.withLock { _ = $0.unsyncedFiles.remove(path) }
    }

    func syncFolder(_ path: String) throws(IndexError) {
        try step("fsync folder", path)
        try real.syncFolder(path)
        state.withLock { state in
            state.unsyncedNames = []
            state.replaced = []
        }
    }

    /// The power goes: of everything that was not synced, each piece is lost or kept as chance has it.
    func losePower(_ generator: inout SeededGenerator) throws {
        let state = state.withLock { $0 }
        for (source, target, old) in state.replaced.reversed() where Bool.random(using: &generator) {
            try real.rename(target, to: source)
            if let old { try real.write([old], to: target) }
        }
        for path in state.unsyncedFiles.sorted() where Bool.random(using: &generator) {
            guard let bytes = try? TestFolder.bytes(of: path) else { continue }
            try real.write([Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))], to: path)
        }
        for path in state.unsyncedNames.sorted() where Bool.random(using: &generator) { try real.remove(path) }
    }
}
