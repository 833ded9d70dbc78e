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
    private var filesDone = 0
    private let corrections: CorrectionList
    var candidates = AttachmentCandidates([])
    /// All files of this run by their paths.
    var present: [String: SourceWalker.File] = [:]
    /// Annexes that were joined to pages in this run, and those that pages read anew have let go.
    var attached: Set<String> = []
    var released: Set<String> = []
    /// Documents put into the writer in this run, corrected already.
    private var written: Set<String> = []
    /// When the run began, in seconds since 1970.
    private let startedAt: Int64

    init(writer: IndexWriter, startedAt: Int64, corrections: CorrectionList, problems: [IngestionError]) {
        self.writer = writer
        self.startedAt = startedAt
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
            return stored.ownSources.map(\.path)
        }
        candidates = AttachmentCandidates(files)
        present = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
        var changed: [SourceWalker.File] = []
        var unchanged: [SourceWalker.File] = []
        for file in files {
            if try isUnchanged(file) { unchanged.append(file) } else { changed.append(file) }
        }
        report.isFirst = snapshot?.documentCount ?? 0 == 0
        let gaining = pagesGainingAttachments(unchanged, changed)
        report.unchanged = unchanged.count - gaining.count
        // Pages come before the files beside them, which may be their annexes.
        let pages = changed.filter { candidates.surround($0.path) } + gaining
        try readAll(pages, jobs: jobs, total: changed.count + gaining.count, progress)
        let done = Set(pages.map(\.path)).union(attached)
        let others = files.filter { released.contains($0.path) && !attached.contains($0.path) }
        let rest = pages.isEmpty ? changed : changed.filter { !done.contains($0.path) && !released.contains($0.path) } + others
        try readAll(rest, jobs: jobs, total: changed.count + gaining.count, progress)
    }

    private mutating func readAll(
        _ files: [SourceWalker.File], jobs: Int, total: Int, _ progress: (IndexingProgress) -> Void
    ) throws(IndexError) {
        progress(IndexingProgress(done: filesDone, total: total, bytes: bytes))
        try ParallelReader(jobs: jobs, candidates: candidates).read(files) { file, outcome throws(IndexError) in
            report.skipped += outcome.problems
            if !outcome.documents.isEmpty {
                try StageTimes.measure(.index) { () throws(IndexError) in try take(outcome, of: file) }
            }
            filesDone += 1
            bytes += file.size
            progress(IndexingProgress(done: filesDone, total: max(total, filesDone), bytes: bytes))
        }
    }

    /// Removes documents whose sources lay under one of the roots and are no longer there.
    mutating func prune(roots: [String], present: Set<String>) throws(IndexError) {
        guard let committed else { return }
        for address in committed.documents() {
            let stored = try DocumentCoding.stored(address, in: committed)
            let remaining = stored.sources.filter { present.contains($0.file) || !Self.lies($0.file, under: roots) }
            guard remaining.count < stored.sources.count else { continue }
            // An annex does not outlive its page.
            let isHeld = remaining.contains { !stored.document.attachments.contains($0.path) }
            try replaceSources(of: address, with: isHeld ? remaining : [], in: committed)
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
            try writer.add(
                DocumentCoding.indexDocument(document, sources: stored.sources, changedAt: startedAt))
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
        if !attachmentsAreUnchanged(stored, besides: file.path) { return false }
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
            let isGone = stored.ownSources.allSatisfy { !present.contains($0.file) && Self.lies($0.file, under: roots) }
            if isGone { report.note(.gone, stored.document, stored.sources.first?.path ?? "") }
        }
    }

    /// Documents of the last commit that were read from a file.
    func held(from path: String) throws(IndexError) -> [DocumentAddress] {
        try committed?.documents(withKeyword: DocumentKeyword.source(path)) ?? []
    }

    private mutating func take(_ read: ReadFile, of file: SourceWalker.File) throws(IndexError) {
        var before = try documentsBefore(read, of: file)
        attached.formUnion(read.attached)
        for document in read.documents {
            let stamp = SourceStamp(
                path: document.document.sources.first ?? file.path, size: file.size, modified: file.modified, file: file.path,
                contentHash: read.contentHash)
            let annexes = read.attached.compactMap { path in
                present[path].map { SourceStamp(path: path, size: $0.size, modified: $0.modified) }
            }
            let id = try add(document, [stamp] + annexes, knownBefore: Set(before.keys))
            before[id] = nil
        }
        // What the file held before and holds no longer loses it as a source.
        if let committed {
            // One that was read anew already is what it is now.
            for (_, address) in before.filter({ !written.contains($0.key) }).sorted(by: { $0.value < $1.value }) {
                let stored = try DocumentCoding.stored(address, in: committed)
                let lost = stored.document.attachments.contains(file.path) ? Set(read.attached) : Set(read.attached + [file.path])
                try replaceSources(of: address, with: stored.sources.filter { !lost.contains($0.file) }, in: committed)
            }
        }
        filesRead += 1
    }

    /// Returns the id of the document that now holds the text.
    private mutating func add(
        _ read: ReadDocument, _ stamps: [SourceStamp], knownBefore: Set<String>
    ) throws(IndexError) -> String {
        var document = read.document
        let stamp = stamps[0]
        let hash = read.findings.textHash
        if let hash, let id = try holder(of: hash, besides: stamp.path) {
            copies.append((id, stamp))
            return id
        }
        document.id = identity?.id(for: document, source: stamp.path) ?? ""
        document.sources = stamps.map(\.path)
        let isCorrected = corrections.apply(to: &document)
        let findings = isCorrected ? DocumentFindings(of: document, citations: read.findings.citations) : read.findings
        written.insert(document.id)
        let changedAt = try unchangedSince(document) ?? startedAt
        try writer.add(
            DocumentCoding.indexDocument(document, sources: stamps, findings: findings, changedAt: changedAt))
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
            if stored.ownSources.map(\.path) != [path] { return stored.document.id }
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
        let changedAt = try snapshot.column(DocumentColumn.changed.rawValue, of: address)
        try writer.add(DocumentCoding.indexDocument(document, sources: sources, changedAt: changedAt))
    }

    /// When the document that is held under this id came to be as this one is; nil where it is another, or none.
    private func unchangedSince(_ document: LegalDocument) throws(IndexError) -> Int64? {
        guard let committed, let address = try committed.document(withID: document.id) else { return nil }
        var held = try DocumentCoding.document(address, in: committed)
        held.sources = document.sources
        return held == document ? try committed.column(DocumentColumn.changed.rawValue, of: address) : nil
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
