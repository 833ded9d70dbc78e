import Dispatch
import Ingestion
import LegalDocuments
import Synchronization

/// Reads files on several threads and hands their documents over one file after the other, in the order of the files.
///
/// While one batch is being taken, the next is being read; no more than two batches are held in memory.
struct ParallelReader {
    typealias Outcome = ReadFile

    private static let batchSize = 64

    private final class Batch: Sendable {
        let outcomes: Mutex<[Outcome?]>
        let done = DispatchGroup()

        init(count: Int) { outcomes = Mutex(Array(repeating: nil, count: count)) }
    }

    let jobs: Int
    var candidates = AttachmentCandidates([])

    func read<Failure: Error>(
        _ files: [SourceWalker.File], _ take: (SourceWalker.File, Outcome) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        var current = begin(files[start..<min(start + Self.batchSize, files.count)])
        while start < files.count {
            let end = min(start + Self.batchSize, files.count)
            let next = begin(files[end..<min(end + Self.batchSize, files.count)])
            current.done.wait()
            let outcomes = current.outcomes.withLock { $0 }
            for (file, outcome) in zip(files[start..<end], outcomes) {
                if let outcome { try take(file, outcome) }
            }
            start = end
            current = next
        }
    }

    /// Starts reading a batch in the background.
    private func begin(_ files: ArraySlice<SourceWalker.File>) -> Batch {
        let batch = Batch(count: files.count)
        guard !files.isEmpty else { return batch }
        let next = Atomic(0)
        let shared = SharedCounter(next)
        for _ in 0..<min(jobs, files.count) {
            DispatchQueue.global().async(group: batch.done) { [candidates] in
                let reader = DocumentReader()
                while true {
                    let index = shared.increment()
                    guard index < files.count else { return }
                    let outcome = Self.outcome(files[files.startIndex + index], reader, candidates)
                    batch.outcomes.withLock { $0[index] = outcome }
                }
            }
        }
        return batch
    }

    private static func outcome(
        _ file: SourceWalker.File, _ reader: DocumentReader, _ candidates: AttachmentCandidates
    ) -> Outcome {
        ReadFile(candidates.isEmpty ? reader.read(atPath: file.path) : reader.read(atPath: file.path, joining: candidates))
    }
}

/// What a file gave.
struct ReadFile: Sendable {
    let documents: [ReadDocument]
    let problems: [IngestionError]
    let contentHash: UInt64
    /// Files that were joined to the document as its annexes.
    let attached: [String]

    init(_ reading: Reading) {
        documents = StageTimes.measure(.citations) { reading.documents.map(ReadDocument.init) }
        problems = reading.problems
        contentHash = reading.contentHash
        attached = reading.attached
    }
}

/// A document with what is found in its text while others are still being read.
struct ReadDocument: Sendable {
    let document: LegalDocument
    let findings: DocumentFindings

    init(_ document: LegalDocument) {
        self.document = document
        findings = DocumentFindings(document)
    }
}

/// Hands out 0, 1, 2, … to whoever asks.
private final class SharedCounter: Sendable {
    private let value: Atomic<Int>

    init(_ value: consuming Atomic<Int>) { self.value = value }

    func increment() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
