import Ingestion
import InvertedIndex
import LegalDocuments

/// One pass over source files: what changed is read and put into the writer, the rest left alone.
struct IndexingRun {
    private let writer: IndexWriter
    /// The library as it was before.
    var committed: IndexSnapshot?
    var report = IndexingReport()
    private var identity: DocumentIdentity?
    /// Id of the document with each text, of those added in this run.
    private var idsByText: [UInt64: String] = [:]
    /// Sources whose text another document already holds.
    private var copies: [(id: String, stamp: SourceStamp)] = []
    private var bytes = 0
    private var filesRead = 0
    private let corrections: CorrectionList
    /// Documents put into the writer in this run, corrected already.
    private var written: Set<String> = []

    init(writer: IndexWriter, corrections: CorrectionList = CorrectionList(), problems: [IngestionError]) {
        self.writer = writer
        self.corrections = corrections
        report.skipped = problems + corrections.problems
    }

    /// Whether any file gave something, or had given it before.
    var readAnything: Bool { filesRead > 0 || report.unchanged > 0 || report.removed > 0 }

    mutating func read(
        _ files: [SourceWalker.File], jobs: Int, progress: (IndexingProgress) -> Void
    ) throws(IndexError) {
        let snapshot = committed
        identity = DocumentIdentity { id in
            guard let snapshot, let address = try? snapshot.document(withID: id),
                let stored = try? DocumentCoding.stored(address, in: snapshot)
            else { return [] }
            return stored.sources.map(\.path)
        }
        var changed: [SourceWalker.File] = []
        for file in files {
            if try isUnchanged(file) { report.unchanged += 1 } else { changed.append(file) }
        }
        report.isFirst = snapshot?.documentCount ?? 0 == 0
        var done = 0
        progress(IndexingProgress(done: 0, total: changed.count, bytes: 0))
        try ParallelReader(jobs: jobs).read(changed) { file, outcome throws(IndexError) in
            report.skipped += outcome.problems
            if !outcome.documents.isEmpty { try take(outcome.documents, of: file, outcome.contentHash) }
            done += 1
            bytes += file.size
            progress(IndexingProgress(done: done, total: changed.count, bytes: bytes))
        }
    }

    /// Removes documents whose sources lay under one of the roots and are no longer there.
    mutating func prune(roots: [String], present: Set<String>) throws(IndexError) {
        guard let committed else { return }
        for address in committed.documents() {
            let stored = try DocumentCoding.stored(address, in: committed)
            let remaining = stored.sources.filter { present.contains($0.file) || !Self.lies($0.file, under: roots) }
            guard remaining.count < stored.sources.count else { continue }
            try replaceSources(of: address, with: remaining, in: committed)
        }
    }

    private static func lies(_ path: String, under roots: [String]) -> Bool {
        roots.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }

    /// Adds the sources of copies to the documents that hold the same text, once these are committed.
    mutating func joinCopies(after snapshot: IndexSnapshot?) throws(IndexError) {
        guard let snapshot, !copies.isEmpty else { return }
        var stampsByID: [String: [SourceStamp]] = [:]
        for (id, stamp) in copies { stampsByID[id, default: []].append(stamp) }
        for (id, stamps) in stampsByID.sorted(by: { $0.key < $1.key }) {
            guard let address = try snapshot.document(withID: id) else { continue }
            let paths = Set(stamps.map(\.path))
            let stored = try DocumentCoding.stored(address, in: snapshot)
            try replaceSources(of: address, with: stored.sources.filter { !paths.contains($0.path) } + stamps, in: snapshot)
            report.copies += stamps.count
        }
    }

    /// Puts right what the corrections name of documents whose files have not changed.
    mutating func correct(after snapshot: IndexSnapshot?) throws(IndexError) {
        guard let snapshot, !corrections.corrections.isEmpty else { return }
        for address in snapshot.documents() {
            let stored = try DocumentCoding.stored(address, in: snapshot)
            var bare = stored.document
            guard !written.contains(bare.id), corrections.apply(to: &bare) else { continue }
            var document = try DocumentCoding.document(address, in: snapshot)
            _ = corrections.apply(to: &document)
            try writer.add(DocumentCoding.indexDocument(document, sources: stored.sources))
            report.updated += 1
        }
    }

    mutating func countWhatIsHeld(in snapshot: IndexSnapshot?) throws(IndexError) {
        guard let snapshot else { return }
        report.documents = snapshot.documentCount
        report.provisions = try snapshot.provisionCount()
    }

    // MARK: One file

    private func isUnchanged(_ file: SourceWalker.File) throws(IndexError) -> Bool {
        guard let address = try held(from: file.path).first, let committed else { return false }
        let stored = try DocumentCoding.stored(address, in: committed)
        if corrections.lacks(correctionsOf: stored.document) { return false }
        let stamps = stored.sources.filter { $0.file == file.path && $0.size == file.size }
        if stamps.contains(where: { $0.modified == file.modified }) { return true }
        // Copied or touched: the same size, another time.
        guard let known = stamps.first?.contentHash, known != 0 else { return false }
        return ContentHash.ofFile(atPath: file.path) == known
    }

    /// Documents whose files lay under one of the roots and are no longer there; they are kept until pruned.
    mutating func countGone(roots: [String], present: Set<String>) throws(IndexError) {
        guard let committed else { return }
        for address in committed.documents() {
            let stored = try DocumentCoding.stored(address, in: committed)
            let isGone = stored.sources.allSatisfy { !present.contains($0.file) && Self.lies($0.file, under: roots) }
            if isGone { report.note(.gone, stored.document, stored.sources.first?.path ?? "") }
        }
    }

    /// Documents of the last commit that were read from a file.
    private func held(from path: String) throws(IndexError) -> [DocumentAddress] {
        try committed?.documents(withKeyword: DocumentKeyword.source(path)) ?? []
    }

    private mutating func take(
        _ documents: [ReadDocument], of file: SourceWalker.File, _ contentHash: UInt64
    ) throws(IndexError) {
        var before: [String: DocumentAddress] = [:]
        if let committed {
            for address in try held(from: file.path) { before[try committed.id(of: address)] = address }
        }
        for document in documents {
            let stamp = SourceStamp(
                path: document.document.sources.first ?? file.path, size: file.size, modified: file.modified, file: file.path,
                contentHash: contentHash)
            let id = try add(document, stamp, knownBefore: Set(before.keys))
            before[id] = nil
        }
        // What the file held before and holds no longer loses it as a source.
        if let committed {
            for address in before.values.sorted() {
                let stored = try DocumentCoding.stored(address, in: committed)
                try replaceSources(of: address, with: stored.sources.filter { $0.file != file.path }, in: committed)
            }
        }
        filesRead += 1
    }

    /// Returns the id of the document that now holds the text.
    private mutating func add(
        _ read: ReadDocument, _ stamp: SourceStamp, knownBefore: Set<String>
    ) throws(IndexError) -> String {
        var document = read.document
        let hash = DocumentCoding.textHash(of: document)
        if let hash, let id = try holder(of: hash, besides: stamp.path) {
            copies.append((id, stamp))
            return id
        }
        document.id = identity?.id(for: document, source: stamp.path) ?? ""
        document.sources = [stamp.path]
        _ = corrections.apply(to: &document)
        written.insert(document.id)
        try writer.add(DocumentCoding.indexDocument(document, sources: [stamp], citations: read.citations))
        if let hash { idsByText[hash] = document.id }
        report.note(knownBefore.contains(document.id) ? .updated : .added, document, stamp.path)
        return document.id
    }

    /// The id of a document with the same title and text from another source.
    private func holder(of hash: UInt64, besides path: String) throws(IndexError) -> String? {
        if let id = idsByText[hash] { return id }
        guard let committed else { return nil }
        for address in try committed.documents(withKeyword: DocumentKeyword.text(hash)) {
            let stored = try DocumentCoding.stored(address, in: committed)
            // The source itself, read before: its document is replaced, not joined.
            if stored.sources.map(\.path) != [path] { return stored.document.id }
        }
        return nil
    }

    /// Puts a committed document back with other sources, or takes it out where none is left.
    private mutating func replaceSources(
        of address: DocumentAddress, with sources: [SourceStamp], in snapshot: IndexSnapshot
    ) throws(IndexError) {
        var document = try DocumentCoding.document(address, in: snapshot)
        guard !sources.isEmpty else {
            if try writer.remove(id: document.id) { report.note(.removed, document, document.sources.first ?? "") }
            return
        }
        document.sources = sources.map(\.path)
        try writer.add(DocumentCoding.indexDocument(document, sources: sources))
    }
}

extension IndexSnapshot {
    /// Provisions of all live documents: units less the empty ones of documents without provisions.
    func provisionCount() throws(IndexError) -> Int {
        var count = 0
        for address in documents() {
            let units = try units(of: address)
            if units.count == 1, let unit = units.first,
                try record(of: UnitAddress(segment: address.segment, unit: unit)).isEmpty
            {
                continue
            }
            count += units.count
        }
        return count
    }
}
